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
