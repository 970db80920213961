using System.Runtime.InteropServices;

namespace JingJian.Analysis.Reuse;

/// <summary>What a <see cref="ReuseIndex"/> keeps of an archive that was compared with itself.</summary>
internal static class IndexColumns
{
    public const string Letters = "letters";
    public const string Ends = "ends";
    public const string Members = "members";
    public const string MemberEnds = "member-ends";
    public const string Related = "related";
    public const string Copies = "copies";
    public const string Exact = "exact";
    public const string Fingerprints = "fingerprints";
    public const string Seeds = "seeds";

    /// <summary>The columns, each made when its blocks are asked for.</summary>
    /// <param name="corpus">The texts.</param>
    /// <param name="related">The smallest text that each is related to.</param>
    /// <param name="copies">The smallest text that each is one with.</param>
    /// <param name="resources">What may be used.</param>
    public static IEnumerable<ReuseColumn> Of(Corpus corpus, int[] related, int[] copies, ReuseResources resources)
    {
        DistinctTexts texts = corpus.Texts;
        int[] numbers = [.. Enumerable.Range(0, texts.Count)];
        yield return new ReuseColumn(Letters, texts.Chunks.Select(Bytes));
        yield return Column(Ends, () => Sums(numbers, text => texts[text].Length));
        yield return Column(Members, () => numbers.SelectMany(text => corpus.MembersOf(text).ToArray()).ToArray());
        yield return Column(MemberEnds, () => Sums(numbers, text => corpus.MembersOf(text).Length));
        yield return Column(Related, () => related);
        yield return Column(Copies, () => copies);
        yield return Keys(Exact, (text, hashes) => hashes.Add(DistinctTexts.HashOf(texts[text])));
        yield return Keys(Fingerprints, (text, hashes) => Winnowing.Hashes(texts[text], hashes));
        yield return Keys(Seeds, (text, hashes) =>
        {
            if (copies[text] == text)
            {
                SpacedSeeds.Of(texts[text], hashes);
            }
        });

        ReuseColumn Keys(string name, Action<int, List<ulong>> hashesOf) => new(name, SortedKeys(texts.Count, resources, hashesOf));
    }

    private static ReuseColumn Column<T>(string name, Func<T[]> values)
        where T : unmanaged => new(name, Enumerable.Range(0, 1).SelectMany(_ => Blocks(values())));

    private static long[] Sums(int[] numbers, Func<int, int> lengthOf)
    {
        var sums = new long[numbers.Length];
        long sum = 0;
        foreach (int number in numbers)
        {
            sum += lengthOf(number);
            sums[number] = sum;
        }

        return sums;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> SortedKeys(int count, ReuseResources resources, Action<int, List<ulong>> hashesOf)
    {
        using IPartitionStore store = HashKeys.Store(count, resources, (text, hashes) =>
        {
            hashes.Clear();
            hashesOf(text, hashes);
        });
        var sorted = new ulong[IPartitionStore.Partitions][];
        SortedPartitions.TakeEach(store, resources.Workers, HashKeys.Order, (partition, keys) => sorted[partition] = keys.ToArray());
        foreach (ulong[] keys in sorted)
        {
            foreach (ReadOnlyMemory<byte> block in Blocks(keys))
            {
                yield return block;
            }
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Blocks<T>(T[] values)
        where T : unmanaged
    {
        const int BlockValues = 1 << 20;
        for (int start = 0; start < values.Length; start += BlockValues)
        {
            yield return Bytes<T>(values.AsMemory(start, Math.Min(BlockValues, values.Length - start)));
        }
    }

    private static ReadOnlyMemory<byte> Bytes<T>(ReadOnlyMemory<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values.Span).ToArray();
}
