using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>Stores of waiting keys, and sorting them, against the obvious way.</summary>
public sealed class PartitionStoreTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keys_come_back_from_their_partition_sorted(bool inFile)
    {
        using var folder = new ScratchFolder();
        using IPartitionStore store = inFile ? new FilePartitions(folder.Path) : new MemoryPartitions();
        ulong[][] keys = [.. Enumerable.Range(0, 6).Select(seed => Keys(seed, 5_000))];
        new ThreadWorkers(3).Run(keys.Length, piece =>
        {
            var writer = new PartitionWriter(store);
            foreach (ulong key in keys[piece])
            {
                writer.Add(key);
            }

            writer.Flush();
        });

        var sorted = new ulong[IPartitionStore.Partitions][];
        SortedPartitions.TakeEach(store, new ThreadWorkers(2), [(0, 56)], (partition, taken) => sorted[partition] = taken.ToArray());

        Assert.Equal(keys.SelectMany(part => part).Order(), sorted.SelectMany(part => part));
        Assert.All(Enumerable.Range(0, IPartitionStore.Partitions), partition => Assert.Equal(0, store.Count(partition)));
    }

    [Fact]
    public void Paragraphs_come_back_from_their_file_as_they_were()
    {
        using var folder = new ScratchFolder();
        using var file = new ParagraphFile(folder.Path);
        ReuseParagraph[] paragraphs =
        [
            new(0, ""), new(70_000, "𠮷乡的总结", IsDamaged: true), new(3, new string('长', 2_000_000), Organisation: 80_000), new(int.MaxValue, "\0\uD800", Organisation: 0),
        ];
        foreach (ReuseParagraph paragraph in paragraphs)
        {
            file.Add(paragraph);
        }

        file.Flush();

        Assert.Equal(paragraphs, file);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Keys_made_in_slices_are_those_made_at_once(int slices)
    {
        var all = new List<ulong>();
        for (int slice = 0; slice < slices; slice++)
        {
            using IPartitionStore store = HashKeys.Store(500, ReuseResources.OneThread, (text, hashes) => hashes.AddRange(Keys(text, 20)), slice, slices);
            SortedPartitions.TakeEach(store, new ThreadWorkers(1), HashKeys.Order, (_, keys) => all.AddRange(keys.ToArray()));
        }

        Assert.Equal(Enumerable.Range(0, 500).SelectMany(text => Keys(text, 20).Select(hash => HashKeys.Of(hash) | (uint)text)).Order(), all);
    }

    [Fact]
    public void Pair_keys_ascend_with_the_first_text_then_the_second()
    {
        foreach (int texts in (int[])[1, 2, 200, 100_000, HashKeys.MaxTexts])
        {
            var keys = new PairKeys(texts);
            var random = new Random(texts);
            (int First, int Second)[] pairs = [.. Enumerable.Range(0, 200).Select(_ => (random.Next(texts), random.Next(texts)))];

            Assert.Equal(pairs.Order(), pairs.Select(pair => keys.Of(pair.First, pair.Second)).Order().Select(key => (keys.First(key), keys.Second(key))));
        }
    }

    private static ulong[] Keys(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (ulong)random.NextInt64() << random.Next(2))];
    }
}
