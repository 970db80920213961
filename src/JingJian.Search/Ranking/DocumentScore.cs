namespace JingJian.Search.Ranking;

/// <summary>What a document earns by the words of a query, without nearness.</summary>
/// <remarks>
/// <para>Words add up, except those that say one thing in several ways: of these the best counts whole, the others a share.</para>
/// <para><b>Guarantee.</b> Never more than the sum of the words, so bounds of sums stay bounds.</para>
/// </remarks>
internal sealed class DocumentScore
{
    private readonly AtomMatcher[] words;
    private readonly RankingOptions options;
    private readonly double[] earned;
    private readonly double[] best;
    private readonly double[] sums;

    public DocumentScore(IEnumerable<AtomMatcher> words, RankingOptions options)
    {
        this.words = [.. words];
        this.options = options;
        earned = new double[this.words.Length];
        int concepts = this.words.Max(word => word.Atom.Concept) + 1 ?? 0;
        best = new double[concepts];
        sums = new double[concepts];
    }

    /// <summary>What the others of some words for one thing lose, 0 or less.</summary>
    /// <param name="best">What the best of them earns.</param>
    /// <param name="sum">What they earn together.</param>
    /// <param name="options">The share.</param>
    public static double Held(double best, double sum, RankingOptions options) => Exactly.Part((float)((sum - best) * (options.OthersShare - 1)));

    /// <summary>Of a document of the window at <paramref name="start"/>.</summary>
    public double Of(int start, int offset)
    {
        for (int i = 0; i < words.Length; i++)
        {
            earned[i] = words[i].Score(start, offset);
        }

        return Together();
    }

    /// <summary>Looks for a document that is looked at later than its window; in ascending order, until the words are restarted.</summary>
    public void FindLater(int document)
    {
        foreach (AtomMatcher word in words)
        {
            word.FindLater(document);
        }
    }

    /// <summary>Of the document that was looked for last.</summary>
    public double OfFound(int document)
    {
        for (int i = 0; i < words.Length; i++)
        {
            earned[i] = words[i].ScoreFound(document);
        }

        return Together();
    }

    private double Together()
    {
        double score = 0;
        Array.Clear(best);
        Array.Clear(sums);
        for (int i = 0; i < words.Length; i++)
        {
            score += earned[i];
            if (words[i].Atom.Concept is { } concept)
            {
                best[concept] = Math.Max(best[concept], earned[i]);
                sums[concept] += earned[i];
            }
        }

        for (int concept = 0; concept < best.Length; concept++)
        {
            score += Held(best[concept], sums[concept], options);
        }

        return score;
    }
}
