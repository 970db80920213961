namespace JingJian.Analysis.Reuse;

/// <summary>Counts texts that are unrelated to each other and by different writers.</summary>
/// <remarks>
/// <para>Each text is taken when neither its relatives nor its writer have one yet, in the order in which they are shown: at least half as many
/// as the most that could be taken, and never more.</para>
/// <para><b>Threads.</b> An instance is a reusable buffer for one thread; <see cref="Fresh"/> makes one for another.</para>
/// </remarks>
/// <param name="relatedTo">For each text, the smallest of those that it shares much text with.</param>
/// <param name="writerOf">For each text, who wrote it first.</param>
internal sealed class Spread(ReadOnlyMemory<int> relatedTo, ReadOnlyMemory<int> writerOf)
{
    private readonly HashSet<int> related = [];
    private readonly HashSet<int> writers = [];

    /// <summary>How many texts were taken.</summary>
    public int Count => related.Count;

    /// <summary>A counter of the same texts that has counted none.</summary>
    public Spread Fresh() => new(relatedTo, writerOf);

    /// <summary>Forgets the texts that were taken.</summary>
    public void Clear()
    {
        related.Clear();
        writers.Clear();
    }

    /// <summary>Whether a text would be taken.</summary>
    public bool IsNew(int text) => !related.Contains(relatedTo.Span[text]) && !writers.Contains(writerOf.Span[text]);

    /// <summary>Takes a text if it is new.</summary>
    /// <returns>How many texts were taken until now.</returns>
    public int Add(int text)
    {
        if (IsNew(text))
        {
            related.Add(relatedTo.Span[text]);
            writers.Add(writerOf.Span[text]);
        }

        return Count;
    }
}
