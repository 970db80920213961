namespace JingJian.Search.Ranking;

/// <summary>What neighbours of the query add when they stand near each other in a text.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. A pair adds w · min(idf) · h/(h + d), where d is the least number of characters between the two
/// and h the half distance; half of that in reversed order. So an unbroken string, whose parts all touch, earns the most.</para>
/// </remarks>
internal sealed class Nearness
{
    private const float ReversedShare = 0.5f;

    private readonly IReadOnlyList<AtomPair> pairs;
    private readonly RankingOptions options;

    public Nearness(IReadOnlyList<AtomPair> pairs, RankingOptions options)
    {
        this.pairs = pairs;
        this.options = options;
    }

    public IReadOnlyList<AtomPair> Pairs => pairs;

    /// <summary>The document that was scored last earns no more: a pair counts only where both are found.</summary>
    public double MostOfLast()
    {
        double sum = 0;
        for (int i = 0; i < pairs.Count; i++)
        {
            sum += pairs[i].First.WasInText && pairs[i].Second.WasInText ? Exactly.Part(WeightOf(pairs[i], options)) : 0;
        }

        return sum;
    }

    /// <summary>A share for each word so that the shares of the words of a text add up to no less than it earns.</summary>
    /// <remarks>All of a pair goes to its rarer word: most texts have the more common one alone, and would look better than they are.</remarks>
    public double ShareOf(AtomMatcher word)
    {
        double sum = 0;
        for (int i = 0; i < pairs.Count; i++)
        {
            sum += Rarer(pairs[i]) == word ? Exactly.Part(WeightOf(pairs[i], options)) : 0;
        }

        return sum;
    }

    /// <summary>What the shares of the words of the document that was looked for last are too large by: the other word of a pair is missing.</summary>
    public double ExcessOfLast()
    {
        double sum = 0;
        for (int i = 0; i < pairs.Count; i++)
        {
            sum += Rarer(pairs[i]).WasInText && !(pairs[i].First.WasInText && pairs[i].Second.WasInText) ? Exactly.Part(WeightOf(pairs[i], options)) : 0;
        }

        return sum;
    }

    /// <summary>What all pairs together add to the document that was scored last.</summary>
    public double OfLast(ReadOnlySpan<char> text)
    {
        double sum = 0;
        for (int i = 0; i < pairs.Count; i++)
        {
            sum += pairs[i].First.WasInText && pairs[i].Second.WasInText ? Exactly.Part(Of(pairs[i], text)) : 0;
        }

        return sum;
    }

    /// <summary>What all pairs together add to this text.</summary>
    public double Of(ReadOnlySpan<char> text)
    {
        double sum = 0;
        for (int i = 0; i < pairs.Count; i++)
        {
            sum += Exactly.Part(Of(pairs[i], text));
        }

        return sum;
    }

    /// <summary>What one pair adds to this text.</summary>
    public float Of(AtomPair pair, ReadOnlySpan<char> text) =>
        WeightOf(pair, options) * Closeness(text, pair.First.Atom.Text, pair.Second.Atom.Text, options.NearnessHalf);

    private static AtomMatcher Rarer(AtomPair pair) => pair.First.Atom.InText.Count <= pair.Second.Atom.InText.Count ? pair.First : pair.Second;

    private static float WeightOf(AtomPair pair, RankingOptions options) =>
        options.NearnessWeight * Math.Min(pair.First.Atom.Idf, pair.Second.Atom.Idf);

    /// <summary>1 when they touch in order, falling with the distance; 0 when one is missing.</summary>
    private static float Closeness(ReadOnlySpan<char> text, ReadOnlySpan<char> first, ReadOnlySpan<char> second, float half)
    {
        int atFirst = text.IndexOf(first), atSecond = text.IndexOf(second);
        if (atFirst < 0 || atSecond < 0)
        {
            return 0;
        }

        // The ends of the last occurrences passed; each new one is measured against the last of the other.
        int endFirst = -1, endSecond = -1;
        float best = 0;
        while (atFirst >= 0 || atSecond >= 0)
        {
            if (atSecond < 0 || (atFirst >= 0 && atFirst < atSecond))
            {
                best = Math.Max(best, endSecond < 0 ? 0 : ReversedShare * At(atFirst - endSecond, half));
                endFirst = atFirst + first.Length;
                atFirst = NextAfter(text, first, atFirst);
            }
            else
            {
                best = Math.Max(best, endFirst < 0 ? 0 : At(atSecond - endFirst, half));
                endSecond = atSecond + second.Length;
                atSecond = NextAfter(text, second, atSecond);
            }
        }

        return best;
    }

    // Overlapping strings share letters: they are one occurrence, not two near ones.
    private static float At(int distance, float half) => distance < 0 ? 0 : half / (half + distance);

    private static int NextAfter(ReadOnlySpan<char> text, ReadOnlySpan<char> wanted, int at)
    {
        int next = text[(at + 1)..].IndexOf(wanted);
        return next < 0 ? -1 : at + 1 + next;
    }
}
