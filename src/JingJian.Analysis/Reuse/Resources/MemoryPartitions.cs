using System.Collections.Concurrent;

namespace JingJian.Analysis.Reuse;

/// <summary>Partitions in memory.</summary>
/// <param name="free">Blocks that are not in use, shared by the stores of one comparison: what one gives back the next one takes,
/// before the garbage collector would have noticed.</param>
public sealed class MemoryPartitions(ConcurrentStack<ulong[]> free) : IPartitionStore
{
    private const int BlockKeys = 1024;

    private readonly Partition[] partitions = [.. Enumerable.Range(0, IPartitionStore.Partitions).Select(_ => new Partition())];

    /// <summary>Partitions with blocks of their own.</summary>
    public MemoryPartitions()
        : this(new ConcurrentStack<ulong[]>())
    {
    }

    /// <inheritdoc/>
    public void Append(int partition, ReadOnlySpan<ulong> keys)
    {
        Partition one = partitions[partition];
        lock (one)
        {
            while (keys.Length > 0)
            {
                int at = one.Count % BlockKeys;
                if (at == 0)
                {
                    one.Blocks.Add(free.TryPop(out ulong[]? block) ? block : new ulong[BlockKeys]);
                }

                int taken = Math.Min(keys.Length, BlockKeys - at);
                keys[..taken].CopyTo(one.Blocks[^1].AsSpan(at));
                one.Count += taken;
                keys = keys[taken..];
            }
        }
    }

    /// <inheritdoc/>
    public int Count(int partition) => partitions[partition].Count;

    /// <inheritdoc/>
    public void Read(int partition, Span<ulong> keys)
    {
        keys = keys[..Count(partition)];
        foreach (ulong[] block in partitions[partition].Blocks)
        {
            int taken = Math.Min(keys.Length, BlockKeys);
            block.AsSpan(0, taken).CopyTo(keys);
            keys = keys[taken..];
        }
    }

    /// <inheritdoc/>
    public void Clear(int partition)
    {
        foreach (ulong[] block in partitions[partition].Blocks)
        {
            free.Push(block);
        }

        partitions[partition] = new Partition();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        for (int partition = 0; partition < partitions.Length; partition++)
        {
            Clear(partition);
        }
    }

    private sealed class Partition
    {
        public List<ulong[]> Blocks { get; } = [];

        public int Count { get; set; }
    }
}
