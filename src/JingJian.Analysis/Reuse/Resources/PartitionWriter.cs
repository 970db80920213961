namespace JingJian.Analysis.Reuse;

/// <summary>Collects keys for the partitions of a store and hands them over in blocks.</summary>
internal sealed class PartitionWriter(IPartitionStore store)
{
    private const int BlockKeys = 512;
    private const int PartitionShift = 56;

    private readonly ulong[] blocks = new ulong[IPartitionStore.Partitions * BlockKeys];
    private readonly int[] used = new int[IPartitionStore.Partitions];

    /// <summary>The partition of a key.</summary>
    public static int PartitionOf(ulong key) => (int)(key >> PartitionShift);

    /// <summary>Adds a key.</summary>
    public void Add(ulong key)
    {
        int partition = PartitionOf(key);
        int count = used[partition];
        blocks[(partition * BlockKeys) + count] = key;
        used[partition] = count + 1;
        if (count + 1 == BlockKeys)
        {
            Flush(partition);
        }
    }

    /// <summary>Hands over what is left.</summary>
    public void Flush()
    {
        for (int partition = 0; partition < used.Length; partition++)
        {
            if (used[partition] > 0)
            {
                Flush(partition);
            }
        }
    }

    private void Flush(int partition)
    {
        store.Append(partition, blocks.AsSpan(partition * BlockKeys, used[partition]));
        used[partition] = 0;
    }
}
