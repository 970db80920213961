using JingJian.Search.Indexing;

namespace JingJian.Search.Exemplars;

/// <summary>Chooses good passages that differ from each other.</summary>
/// <remarks>
/// <para><b>Source.</b> Maximal marginal relevance: Carbonell and Goldstein, SIGIR 1998. Likeness is the Jaccard coefficient
/// of the sets of neighbouring letters.</para>
/// <para><b>Departures.</b> While others are left, no second passage of a report, nor of a unit that is known, is chosen.</para>
/// <para><b>Cost.</b> O(pool · chosen) comparisons of sets.</para>
/// </remarks>
internal sealed class Diversity(IndexReader index, double lambda)
{
    /// <summary>Chooses up to <paramref name="top"/> of the pool, whose scores must not rise; gives places in the pool.</summary>
    public List<int> Choose(IReadOnlyList<(int Document, double Score)> pool, int top)
    {
        HashSet<uint>[] letters = [.. pool.Select(candidate => PairsOf(index.Texts.TextOf(candidate.Document)))];
        var likeness = new double[pool.Count];
        var chosen = new List<int>();
        var left = new SortedSet<int>(Enumerable.Range(0, pool.Count));
        HashSet<int> reports = [], organisations = [];
        while (chosen.Count < top && left.Count > 0)
        {
            IEnumerable<int> fresh = left.Where(place => IsFresh(pool[place].Document, reports, organisations));
            int next = Best(fresh, pool, likeness) is >= 0 and var found ? found : Best(left, pool, likeness);
            chosen.Add(next);
            left.Remove(next);
            reports.Add(index.Columns.Reports[pool[next].Document]);
            organisations.Add(index.Columns.OrganisationOf[pool[next].Document]);
            foreach (int place in left)
            {
                likeness[place] = Math.Max(likeness[place], Jaccard(letters[place], letters[next]));
            }
        }

        return chosen;
    }

    private bool IsFresh(int document, HashSet<int> reports, HashSet<int> organisations)
    {
        int organisation = index.Columns.OrganisationOf[document];
        bool known = index.Columns.Organisations[organisation].Length > 0;
        return !reports.Contains(index.Columns.Reports[document]) && !(known && organisations.Contains(organisation));
    }

    /// <summary>The best of some places, the earlier of equals; -1 for none.</summary>
    private int Best(IEnumerable<int> places, IReadOnlyList<(int Document, double Score)> pool, double[] likeness)
    {
        int best = -1;
        double most = double.NegativeInfinity;
        foreach (int place in places)
        {
            double worth = (lambda * pool[place].Score) - ((1 - lambda) * likeness[place]);
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
