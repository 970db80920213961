using System.Runtime.InteropServices;
using JingJian.Analysis.Reuse;
using Microsoft.Win32.SafeHandles;

namespace JingJian.Archive.Stages;

/// <summary>Partitions in one file of blocks, for archives whose keys would not leave room for anything else.</summary>
/// <remarks>The file is nobody else's and gone when the store is disposed of, or the process ends.</remarks>
public sealed class FilePartitions : IPartitionStore
{
    private readonly SafeFileHandle file;
    private readonly List<(long Offset, int Keys)>[] blocks = [.. Enumerable.Range(0, IPartitionStore.Partitions).Select(_ => new List<(long, int)>())];
    private long end;

    /// <summary>An empty store in a new file of a folder.</summary>
    public FilePartitions(string folder)
    {
        Directory.CreateDirectory(folder);
        file = File.OpenHandle(
            Path.Combine(folder, $"keys-{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    }

    /// <inheritdoc/>
    public void Append(int partition, ReadOnlySpan<ulong> keys)
    {
        int bytes = keys.Length * sizeof(ulong);
        long offset = Interlocked.Add(ref end, bytes) - bytes;
        RandomAccess.Write(file, MemoryMarshal.AsBytes(keys), offset);
        lock (blocks[partition])
        {
            blocks[partition].Add((offset, keys.Length));
        }
    }

    /// <inheritdoc/>
    public int Count(int partition) => blocks[partition].Sum(block => block.Keys);

    /// <inheritdoc/>
    public void Read(int partition, Span<ulong> keys)
    {
        foreach ((long offset, int count) in blocks[partition])
        {
            ReadBlock(MemoryMarshal.AsBytes(keys[..count]), offset);
            keys = keys[count..];
        }
    }

    /// <inheritdoc/>
    public void Clear(int partition) => blocks[partition] = [];

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void ReadBlock(Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(file, bytes, offset);
            if (read == 0)
            {
                throw new EndOfStreamException("The file of waiting keys was cut short by somebody else.");
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}
