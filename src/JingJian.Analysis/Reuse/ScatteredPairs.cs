namespace JingJian.Analysis.Reuse;

/// <summary>Pairs of texts that scattered edits have made different: those that share two spaced seeds.</summary>
/// <remarks>
/// <para>Only texts that represent themselves or their copies are asked, so that what is known to be one text is not paired again.</para>
/// <para><b>Cost.</b> A seed in more than <see cref="MaxTexts"/> texts proposes nothing: it is a common turn of phrase.</para>
/// </remarks>
internal static class ScatteredPairs
{
    /// <summary>A seed of more texts is no hint.</summary>
    public const int MaxTexts = 12;

    /// <summary>One common seed is chance in a large archive.</summary>
    public const int LeastSeeds = 2;

    /// <summary>The pairs among some texts, as keys of <see cref="PairKeys"/>, once for each seed they share.</summary>
    public static IPartitionStore Of(DistinctTexts texts, Func<int, bool> isAsked, ReuseResources resources)
    {
        IPartitionStore pairs = resources.NewStore();
        for (int slice = 0; slice < SpacedSeeds.Slices; slice++)
        {
            using IPartitionStore seeds = HashKeys.Store(texts.Count, resources, HashesOf, slice, SpacedSeeds.Slices);
            Propose(seeds, pairs, new PairKeys(texts.Count), resources);
        }

        return pairs;

        void HashesOf(int text, List<ulong> kept)
        {
            if (isAsked(text))
            {
                SpacedSeeds.Of(texts[text], kept);
            }
        }
    }

    private static void Propose(IPartitionStore seeds, IPartitionStore pairs, PairKeys keys, ReuseResources resources)
    {
        var writers = new Pool<(PartitionWriter Pairs, List<int> Texts)>(() => (new PartitionWriter(pairs), []));
        SortedPartitions.TakeEach(seeds, resources.Workers, HashKeys.Order, (_, sorted) => writers.Lend(writer =>
        {
            ReadOnlySpan<ulong> postings = sorted.Span;
            for (int start = 0; start < postings.Length;)
            {
                int end = HashKeys.EndOfGroup(postings, start);
                if (end - start is > 1 and <= 2 * MaxTexts)
                {
                    HashKeys.ReadTexts(postings[start..end], writer.Texts);
                    Propose(writer.Texts, writer.Pairs, keys);
                }

                start = end;
            }

            writer.Pairs.Flush();
        }));
    }

    private static void Propose(List<int> group, PartitionWriter pairs, PairKeys keys)
    {
        if (group.Count > MaxTexts)
        {
            return;
        }

        for (int i = 1; i < group.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                pairs.Add(keys.Of(group[j], group[i]));
            }
        }
    }
}
