namespace JingJian.Analysis.Reuse;

/// <summary>Counts how far a passage is spread: over texts that are unrelated to each other and by different writers, and over organisations.</summary>
/// <remarks>
/// <para>A text is taken when neither its relatives nor its writer have one yet, in the order in which they are shown: at least half as many
/// as the most that could be taken, and never more. Organisations are counted whether their texts are related or not; a writer whose
/// organisation nobody knows is none.</para>
/// <para><b>Threads.</b> An instance is a reusable buffer for one thread; <see cref="Fresh"/> makes one for another.</para>
/// </remarks>
/// <param name="relatedTo">For each text, the smallest of those that it shares much text with.</param>
/// <param name="writersOf">Who wrote each text, by number: the first one first (<see cref="ReuseParagraph.Writer"/>).</param>
/// <param name="options">How far is far.</param>
internal sealed class Spread(ReadOnlyMemory<int> relatedTo, Func<int, ReadOnlyMemory<int>> writersOf, ReuseOptions options)
{
    private readonly HashSet<int> related = [];
    private readonly HashSet<int> writers = [];
    private readonly HashSet<int> organisations = [];

    /// <summary>How many texts were taken.</summary>
    public int Texts => related.Count;

    /// <summary>Whether unrelated texts enough were taken for a stock phrase.</summary>
    public bool IsUnrelated => related.Count >= options.StockSpread;

    /// <summary>Whether organisations enough have a text.</summary>
    public bool IsCommon => organisations.Count >= options.CommonOrganisations;

    /// <summary>A counter of the same texts that has counted none.</summary>
    public Spread Fresh() => new(relatedTo, writersOf, options);

    /// <summary>Forgets what was counted.</summary>
    public void Clear()
    {
        related.Clear();
        writers.Clear();
        organisations.Clear();
    }

    /// <summary>Counts a text.</summary>
    public void Add(int text)
    {
        ReadOnlySpan<int> all = writersOf(text).Span;
        if (!related.Contains(relatedTo.Span[text]) && writers.Add(all[0]))
        {
            related.Add(relatedTo.Span[text]);
        }

        foreach (int writer in all)
        {
            if (IsCommon)
            {
                break;
            }

            if (writer >= 0)
            {
                organisations.Add(writer);
            }
        }
    }
}
