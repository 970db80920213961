using System.Numerics;

namespace JingJian.Analysis.Reuse;

/// <summary>Pairs of texts worth comparing: those that share a fingerprint.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Two texts that share a run of 13 letters are a candidate, unless every fingerprint of the run is
/// in more than <see cref="ReuseOptions.MaxReportsPerFingerprint"/> reports and neither text is short of rarer ones.
/// There is no condition on how many fingerprints a pair shares: on measured variants a share of 1/8 loses a
/// tenth of all links, of 1/4 half.</para>
/// <para><b>Cost.</b> A fingerprint within the cap proposes all its pairs; one beyond it proposes, for each text that keeps
/// it, only the first few texts that have it and the few before.</para>
/// </remarks>
internal sealed class CandidatePairs
{
    private const int NeighboursKept = 8;

    private readonly Corpus corpus;
    private readonly Postings postings;
    private readonly ReuseOptions options;
    private readonly KeyBlocks pairs = new();
    private readonly byte[] rare;
    private readonly int textBits;
    private readonly List<int> group = [];
    private readonly HashSet<int> reports = [];
    private readonly List<int> commonGroups = [];

    private CandidatePairs(Corpus corpus, Postings postings, ReuseOptions options)
    {
        this.corpus = corpus;
        this.postings = postings;
        this.options = options;
        rare = new byte[corpus.Texts.Count];
        textBits = BitOperations.Log2((uint)corpus.Texts.Count | 1) + 1;
    }

    /// <summary>All candidates, first text before second, ascending, each once.</summary>
    public static IEnumerable<(int First, int Second)> Of(Corpus corpus, Postings postings, ReuseOptions options)
    {
        var candidates = new CandidatePairs(corpus, postings, options);
        candidates.ProposeFromRare();
        candidates.ProposeFromCommon();
        return Unpack(RadixSort.Sort(candidates.pairs, 0, 2 * candidates.textBits), candidates.textBits);
    }

    private void ProposeFromRare()
    {
        for (int start = 0; start < postings.Count;)
        {
            int end = postings.EndOfGroup(start);
            postings.ReadGroup(start, end, group);
            if (!IsRare())
            {
                commonGroups.Add(start);
            }
            else
            {
                CountAndPair();
            }

            start = end;
        }
    }

    /// <summary>Within the cap; a repetition inside few reports is capped by the number of texts.</summary>
    private bool IsRare()
    {
        int cap = options.MaxReportsPerFingerprint;
        if (group.Count <= cap || group.Count > 2 * cap)
        {
            return group.Count <= cap;
        }

        reports.Clear();
        foreach (int text in group)
        {
            reports.Add(corpus.ReportOf(text));
        }

        return reports.Count <= cap;
    }

    private void CountAndPair()
    {
        for (int i = 0; i < group.Count; i++)
        {
            if (rare[group[i]] < byte.MaxValue)
            {
                rare[group[i]]++;
            }

            for (int j = 0; j < i; j++)
            {
                Propose(group[j], group[i]);
            }
        }
    }

    private void ProposeFromCommon()
    {
        foreach (int start in KeptCommonGroups())
        {
            postings.ReadGroup(start, postings.EndOfGroup(start), group);
            for (int i = 0; i < group.Count; i++)
            {
                if (rare[group[i]] < options.RarestKept)
                {
                    ProposeNeighbours(i);
                }
            }
        }
    }

    /// <summary>Common groups from the least common on, so that each text spends its places on its rarest.</summary>
    private IEnumerable<int> KeptCommonGroups() =>
        commonGroups.OrderBy(start => postings.EndOfGroup(start) - start).ThenBy(start => start);

    private void ProposeNeighbours(int member)
    {
        rare[group[member]]++;
        for (int i = 0; i < Math.Min(NeighboursKept, member); i++)
        {
            Propose(group[i], group[member]);
        }

        for (int i = Math.Max(NeighboursKept, member - NeighboursKept); i < member; i++)
        {
            Propose(group[i], group[member]);
        }
    }

    private void Propose(int first, int second) => pairs.Add(((ulong)(uint)first << textBits) | (uint)second);

    private static IEnumerable<(int First, int Second)> Unpack(ulong[] sorted, int textBits)
    {
        ulong second = (1UL << textBits) - 1;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
            {
                yield return ((int)(sorted[i] >> textBits), (int)(sorted[i] & second));
            }
        }
    }
}
