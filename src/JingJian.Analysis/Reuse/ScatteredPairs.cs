namespace JingJian.Analysis.Reuse;

/// <summary>Pairs of texts that scattered edits have made different: those that share two spaced seeds.</summary>
/// <remarks>
/// <para>Only texts that represent themselves or their copies are asked, so that what is known to be one text is not paired again.</para>
/// <para><b>Cost.</b> A seed in more than <see cref="MaxTexts"/> texts proposes nothing: it is a common turn of phrase.</para>
/// </remarks>
internal static class ScatteredPairs
{
    /// <summary>A seed of more texts is no hint.</summary>
    private const int MaxTexts = 12;

    /// <summary>One common seed is chance in a large archive.</summary>
    private const int LeastSeeds = 2;

    /// <summary>All candidates among some texts, first text before second, ascending, each once.</summary>
    public static IEnumerable<(int First, int Second)> Of(DistinctTexts texts, IEnumerable<int> asked)
    {
        Postings postings = Postings.OfSeeds(texts, asked);
        var pairs = new KeyBlocks();
        var group = new List<int>();
        for (int start = 0; start < postings.Count;)
        {
            int end = postings.EndOfGroup(start);
            if (postings.ReadGroup(start, end, group) <= MaxTexts)
            {
                for (int i = 1; i < group.Count; i++)
                {
                    for (int j = 0; j < i; j++)
                    {
                        pairs.Add(((ulong)(uint)group[j] << 32) | (uint)group[i]);
                    }
                }
            }

            start = end;
        }

        ulong[] sorted = RadixSort.Sort(pairs, 0, 64);
        for (int start = 0, at = 0; start < sorted.Length; start = at)
        {
            while (at < sorted.Length && sorted[at] == sorted[start])
            {
                at++;
            }

            if (at - start >= LeastSeeds)
            {
                yield return ((int)(sorted[start] >> 32), (int)(sorted[start] & uint.MaxValue));
            }
        }
    }
}
