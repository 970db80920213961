namespace JingJian.Analysis.Reuse;

/// <summary>Goes through the partitions of a store, each sorted.</summary>
internal static class SortedPartitions
{
    /// <summary>Sorts every partition by some of its bits and hands it over; the store forgets it.</summary>
    /// <param name="store">The keys.</param>
    /// <param name="workers">Several partitions at a time.</param>
    /// <param name="digits">The bits to sort by, the least significant first.</param>
    /// <param name="use">Takes the number of a partition and its keys.</param>
    public static void TakeEach(IPartitionStore store, IReuseWorkers workers, (int From, int To)[] digits, Action<int, ReadOnlyMemory<ulong>> use) =>
        TakeEach(store, workers, digits, 0, IPartitionStore.Partitions, use);

    /// <summary>The same for <paramref name="count"/> partitions from <paramref name="first"/> on.</summary>
    public static void TakeEach(
        IPartitionStore store, IReuseWorkers workers, (int From, int To)[] digits, int first, int count, Action<int, ReadOnlyMemory<ulong>> use)
    {
        var buffers = new Pool<Buffers>(() => new Buffers());
        workers.Run(count, i => buffers.Lend(buffer =>
        {
            int partition = first + i;
            Memory<ulong> keys = buffer.Load(store, partition);
            store.Clear(partition);
            foreach ((int from, int to) in digits)
            {
                RadixSort.Sort(keys.Span, buffer.Scratch, from, to);
            }

            use(partition, keys);
        }));
    }

    /// <summary>Hands over every partition as it was appended; the store keeps it.</summary>
    public static void ReadEach(IPartitionStore store, IReuseWorkers workers, Action<int, ReadOnlyMemory<ulong>> use)
    {
        var buffers = new Pool<Buffers>(() => new Buffers());
        workers.Run(IPartitionStore.Partitions, partition => buffers.Lend(buffer => use(partition, buffer.Load(store, partition))));
    }

    private sealed class Buffers
    {
        private ulong[] keys = [];

        public ulong[] Scratch { get; private set; } = [];

        public Memory<ulong> Load(IPartitionStore store, int partition)
        {
            int count = store.Count(partition);
            if (keys.Length < count)
            {
                keys = new ulong[count + (count / 8)];
                Scratch = new ulong[keys.Length];
            }

            store.Read(partition, keys.AsSpan(0, count));
            return keys.AsMemory(0, count);
        }
    }
}
