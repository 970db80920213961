using JingJian.Search.Indexing;

namespace JingJian.Search.Exemplars;

/// <summary>Chooses good passages that differ from each other.</summary>
/// <remarks>
/// <para><b>Source.</b> Maximal marginal relevance: Carbonell and Goldstein, SIGIR 1998. Likeness is the Jaccard coefficient
/// of the sets of neighbouring letters.</para>
/// <para><b>Departures.</b> For each passage of its report, or of its unit where that is known, that was chosen before, a passage counts less.</para>
/// <para><b>Cost.</b> O(pool · chosen) comparisons of sets.</para>
/// </remarks>
internal sealed class Diversity(IndexReader index, double lambda, double repeatShare)
{
    /// <summary>Chooses up to <paramref name="top"/> of the pool, whose scores must not rise; gives places in the pool.</summary>
    public List<int> Choose(IReadOnlyList<(int Document, double Score)> pool, int top)
    {
        HashSet<uint>[] letters = [.. pool.Select(candidate => PairsOf(index.Texts.TextOf(candidate.Document)))];
        var likeness = new double[pool.Count];
        var chosen = new List<int>();
        var left = new SortedSet<int>(Enumerable.Range(0, pool.Count));
        double[] scores = [.. pool.Select(candidate => candidate.Score)];
        while (chosen.Count < top && left.Count > 0)
        {
            int next = Best(left, scores, likeness);
            chosen.Add(next);
            left.Remove(next);
            foreach (int place in left)
            {
                likeness[place] = Math.Max(likeness[place], Jaccard(letters[place], letters[next]));
                scores[place] *= AreOfOne(pool[place].Document, pool[next].Document) ? repeatShare : 1;
            }
        }

        return chosen;
    }

    /// <summary>Whether two passages are of one report, or of one unit as far as that is known.</summary>
    private bool AreOfOne(int document, int other)
    {
        PassageColumns columns = index.Columns;
        int organisation = columns.OrganisationOf[document];
        return columns.Reports[document] == columns.Reports[other] || (organisation == columns.OrganisationOf[other] && columns.Organisations[organisation].Length > 0);
    }

    /// <summary>The best of some places, the earlier of equals.</summary>
    private int Best(IEnumerable<int> places, double[] scores, double[] likeness)
    {
        int best = -1;
        double most = double.NegativeInfinity;
        foreach (int place in places)
        {
            double worth = (lambda * scores[place]) - ((1 - lambda) * likeness[place]);
            if (worth > most)
            {
                (best, most) = (place, worth);
            }
        }

        return best;
    }

    private static HashSet<uint> PairsOf(ReadOnlySpan<char> text)
    {
        var pairs = new HashSet<uint>();
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (Folding.IsLetter(text[i]) && Folding.IsLetter(text[i + 1]))
            {
                pairs.Add(((uint)text[i] << 16) | text[i + 1]);
            }
        }

        return pairs;
    }

    private static double Jaccard(HashSet<uint> a, HashSet<uint> b)
    {
        (HashSet<uint> small, HashSet<uint> large) = a.Count <= b.Count ? (a, b) : (b, a);
        int shared = small.Count(large.Contains);
        return shared == 0 ? 0 : (double)shared / (a.Count + b.Count - shared);
    }
}
