namespace JingJian.Search.Ranking;

/// <summary>What a question or description means: how much each of its words tells, and which words officials use for it.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. Who asks 天热的时候怎么照顾在外面干活的人 uses words that the archive does not: their rarity says
/// nothing, so their idf is bounded, and the words of the table of sayings (送清凉, 防暑降温) and words of like surroundings are
/// searched for beside, each scored like a typed word times a weight.</para>
/// </remarks>
internal sealed class QuestionMeaning
{
    /// <summary>More typed words than this are a list, not a question.</summary>
    public const int MostWords = 2;

    /// <summary>A longer text is a passage.</summary>
    public const int Longest = 40;

    private readonly RankedIndex index;
    private readonly string[] said;
    private readonly string[] written;

    public QuestionMeaning(RankedIndex index, string text)
    {
        this.index = index;
        var found = index.Help.Synonyms.SaidIn(text).ToList();
        said = [.. found.SelectMany(saying => saying.Said).Distinct(StringComparer.Ordinal)];
        written = [.. found.SelectMany(saying => saying.Written).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What a typed word counts here.</summary>
    public float ShareOf(string word, float idf)
    {
        bool covered = said.Any(saying => word.Contains(saying, StringComparison.Ordinal) || saying.Contains(word, StringComparison.Ordinal));
        return Bounded(idf) * (covered ? index.Options.CoveredShare : 1);
    }

    /// <summary>The words to search for beside the typed ones, with what each counts.</summary>
    public IEnumerable<(string Text, WordOrigin Origin, float Weight)> Beside(IReadOnlyList<Atom> typed)
    {
        foreach (string word in written)
        {
            yield return (word, WordOrigin.Saying, index.Options.SayingWeight);
        }

        if (index.Help.Related is { } related && index.Options.RelatedWeight > 0)
        {
            // An idf stands for how much a word tells; that of a written word is bounded as if it were typed.
            IEnumerable<(string, float)> asked = typed.Select(atom => (atom.Text, atom.Idf))
                .Concat(written.Select(word => (word, index.Options.SayingWeight * index.Options.MostIdfOfQuestion)));
            foreach ((string word, float nearness) in related.Nearest(asked, index.Options.RelatedWords, index.Options.RelatedNearness))
            {
                yield return (word, WordOrigin.Related, index.Options.RelatedWeight * nearness);
            }
        }
    }

    private float Bounded(float idf) => Math.Min(1, index.Options.MostIdfOfQuestion / Math.Max(idf, 0.01f));
}
