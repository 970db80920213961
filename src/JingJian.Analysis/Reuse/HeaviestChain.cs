namespace JingJian.Analysis.Reuse;

/// <summary>The runs with the most letters that ascend in both texts.</summary>
/// <remarks>Neighbours in the chain may overlap in A by fewer letters than the later one has.</remarks>
internal static class HeaviestChain
{
    private const int None = -1;

    /// <summary>For runs in order of B, which do not overlap there: whether each is in the chain.</summary>
    public static bool[] Of(List<LetterRun> runs)
    {
        var inChain = new bool[runs.Count];
        if (Ascend(runs))
        {
            Array.Fill(inChain, true);
            return inChain;
        }

        int[] ends = [.. runs.Select(run => run.EndA).Order()];
        var best = new BestPrefix(ends.Length);
        var previous = new int[runs.Count];
        int last = None;
        int heaviest = 0;
        for (int i = 0; i < runs.Count; i++)
        {
            // Two runs around 中共中央 → 中央 both claim a 中: a short overlap is cut off the later run, not a reason to lose it.
            (int weight, previous[i]) = best.UpTo(CountUpTo(ends, runs[i].A + MayOverlap(runs[i])));
            weight += runs[i].Length - (previous[i] == None ? 0 : Math.Max(0, runs[previous[i]].EndA - runs[i].A));
            best.Offer(CountUpTo(ends, runs[i].EndA) - 1, weight, i);
            if (weight > heaviest)
            {
                (heaviest, last) = (weight, i);
            }
        }

        for (int i = last; i != None; i = previous[i])
        {
            inChain[i] = true;
        }

        return inChain;
    }

    private static int MayOverlap(LetterRun run) => Math.Min(ReuseOptions.RunLength, run.Length) - 1;

    private static bool Ascend(List<LetterRun> runs)
    {
        for (int i = 1; i < runs.Count; i++)
        {
            if (runs[i - 1].EndA > runs[i].A + MayOverlap(runs[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int CountUpTo(int[] sorted, int value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] <= value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>A Fenwick tree of the heaviest chain that ends among the first so many ends.</summary>
    private sealed class BestPrefix(int count)
    {
        private readonly (int Weight, int Run)[] tree = [.. Enumerable.Repeat((0, None), count + 1)];

        public (int Weight, int Run) UpTo(int prefix)
        {
            (int Weight, int Run) best = (0, None);
            for (int at = prefix; at > 0; at -= at & -at)
            {
                if (tree[at].Weight > best.Weight)
                {
                    best = tree[at];
                }
            }

            return best;
        }

        public void Offer(int index, int weight, int run)
        {
            for (int at = index + 1; at < tree.Length; at += at & -at)
            {
                if (weight > tree[at].Weight)
                {
                    tree[at] = (weight, run);
                }
            }
        }
    }
}
