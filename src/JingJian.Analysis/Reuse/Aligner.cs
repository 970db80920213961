namespace JingJian.Analysis.Reuse;

/// <summary>Joins shared runs into an alignment, and aligns what lies between them letter by letter.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours: the heaviest chain of runs that ascends in both texts (weighted longest increasing
/// subsequence over a Fenwick tree), then <see cref="LcsPattern.Trace"/> in the gaps.</para>
/// <para><b>Guarantee.</b> Letters of a run are equal. Ties go to the run that comes first.</para>
/// <para><b>Cost.</b> n log n in the number of runs, and the product of the sides of each gap over 64; a gap beyond
/// <see cref="MaxGapCells"/> or <see cref="MaxGapSide"/> stays unaligned.</para>
/// <para><b>Threads.</b> An instance is a reusable buffer for one thread.</para>
/// </remarks>
internal sealed class Aligner
{
    /// <summary>Letters that agree singly between changes are chance: 的 meets 的.</summary>
    private const int MinRunInGap = 2;

    /// <summary>Between passages of two texts that are not copies, a gap of more letters is other text, not an edit.</summary>
    public const int MaxEdit = 64;

    private const long MaxGapCells = 1L << 24;
    private const int MaxGapSide = 1 << 14;

    private readonly LcsPattern gapPattern = new();
    private readonly List<LetterRun> filling = [];

    /// <summary>Aligns two texts whose shared runs are known.</summary>
    /// <param name="a">Letters of the first text.</param>
    /// <param name="b">Letters of the second.</param>
    /// <param name="runs">Runs that tile <paramref name="b"/> from left to right.</param>
    /// <param name="whole">Whether the texts are copies from end to end.</param>
    public LetterAlignment Align(ReadOnlySpan<char> a, ReadOnlySpan<char> b, List<LetterRun> runs, bool whole)
    {
        bool[] inChain = HeaviestChain.Of(runs);
        var chain = new List<LetterRun>();
        var moved = new List<LetterRun>();
        int endA = 0;
        int endB = 0;
        for (int i = 0; i < runs.Count; i++)
        {
            if (!inChain[i])
            {
                moved.Add(runs[i]);
                continue;
            }

            LetterRun run = runs[i].WithoutFirst(Math.Max(0, endA - runs[i].A));
            if (whole || chain.Count > 0)
            {
                FillGap(a, b, (endA, run.A), (endB, run.B), whole, chain);
            }

            chain.Add(run);
            (endA, endB) = (run.EndA, run.EndB);
        }

        if (whole)
        {
            FillGap(a, b, (endA, a.Length), (endB, b.Length), whole, chain);
        }

        return new LetterAlignment(chain, moved, whole);
    }

    private void FillGap(
        ReadOnlySpan<char> a,
        ReadOnlySpan<char> b,
        (int Start, int End) gapA,
        (int Start, int End) gapB,
        bool whole,
        List<LetterRun> chain)
    {
        int lengthA = gapA.End - gapA.Start;
        int lengthB = gapB.End - gapB.Start;
        int longer = Math.Max(lengthA, lengthB);
        bool tooLong = longer > (whole ? MaxGapSide : MaxEdit) || (long)lengthA * lengthB > MaxGapCells;
        if (Math.Min(lengthA, lengthB) < MinRunInGap || tooLong)
        {
            return;
        }

        filling.Clear();
        gapPattern.Read(a[gapA.Start..gapA.End]);
        gapPattern.Trace(b[gapB.Start..gapB.End], gapA.Start, gapB.Start, filling);
        foreach (LetterRun run in filling)
        {
            if (run.Length >= MinRunInGap)
            {
                chain.Add(run);
            }
        }
    }
}
