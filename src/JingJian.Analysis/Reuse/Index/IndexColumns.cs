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
    public const string Writers = "writers";
    public const string Copies = "copies";
    public const string Exact = "exact";
    public const string Fingerprints = "fingerprints";
    public const string Seeds = "seeds";

    private const int PartitionsAtATime = 16;

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
        yield return Column(Members, () => corpus.Members.ToArray());
        yield return Column(MemberEnds, () => Sums(numbers, text => corpus.MembersOf(text).Length));
        yield return Column(Related, () => related);
        yield return Column(Writers, corpus.Writers);
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

    /// <summary>A few partitions at a time are sorted and handed over.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> SortedKeys(int count, ReuseResources resources, Action<int, List<ulong>> hashesOf)
    {
        for (int slice = 0; slice < SpacedSeeds.Slices; slice++)
        {
            using IPartitionStore store = HashKeys.Store(count, resources, hashesOf, slice, SpacedSeeds.Slices);
            for (int first = 0; first < IPartitionStore.Partitions; first += PartitionsAtATime)
            {
                var sorted = new byte[PartitionsAtATime][];
                SortedPartitions.TakeEach(
                    store, resources.Workers, HashKeys.Order, first, PartitionsAtATime, (partition, keys) => sorted[partition - first] = MemoryMarshal.AsBytes(keys.Span).ToArray());
                foreach (byte[] keys in sorted)
                {
                    yield return keys;
                }
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
