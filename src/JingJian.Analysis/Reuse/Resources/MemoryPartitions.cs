namespace JingJian.Analysis.Reuse;

/// <summary>Partitions in memory.</summary>
public sealed class MemoryPartitions : IPartitionStore
{
    private readonly List<ulong[]>[] blocks = [.. Enumerable.Range(0, IPartitionStore.Partitions).Select(_ => new List<ulong[]>())];

    /// <inheritdoc/>
    public void Append(int partition, ReadOnlySpan<ulong> keys)
    {
        ulong[] block = keys.ToArray();
        lock (blocks[partition])
        {
            blocks[partition].Add(block);
        }
    }

    /// <inheritdoc/>
    public int Count(int partition) => blocks[partition].Sum(block => block.Length);

    /// <inheritdoc/>
    public void Read(int partition, Span<ulong> keys)
    {
        foreach (ulong[] block in blocks[partition])
        {
            block.CopyTo(keys);
            keys = keys[block.Length..];
        }
    }

    /// <inheritdoc/>
    public void Clear(int partition) => blocks[partition] = [];

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
