namespace JingJian.Analysis.Reuse;

/// <summary>Holds keys by their highest eight bits until they are sorted: in memory, or in files of the caller.</summary>
/// <remarks><para><b>Threads.</b> Keys are appended to all partitions by several threads at a time; one thread reads a partition.</para></remarks>
public interface IPartitionStore : IDisposable
{
    /// <summary>How many partitions there are: the values of eight bits.</summary>
    const int Partitions = 256;

    /// <summary>Adds keys to a partition.</summary>
    void Append(int partition, ReadOnlySpan<ulong> keys);

    /// <summary>How many keys a partition has.</summary>
    int Count(int partition);

    /// <summary>Reads a partition, as many keys as it has; those of one thread in the order in which it appended them.</summary>
    void Read(int partition, Span<ulong> keys);

    /// <summary>Forgets the keys of a partition.</summary>
    void Clear(int partition);
}
