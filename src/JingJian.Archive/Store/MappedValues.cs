using System.Buffers;
using System.Runtime.CompilerServices;

namespace JingJian.Archive.Store;

/// <summary>The values of a file behind its header as memory, read by the operating system as needed.</summary>
/// <remarks><b>Guarantee.</b> The file may be removed or replaced while it is mapped; readers keep the old one.</remarks>
internal sealed unsafe class MappedValues<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly MappedView view;
    private readonly byte* start;
    private readonly int count;

    private MappedValues(string path, int headerBytes, int count)
    {
        this.count = count;
        view = new MappedView(path, 0);
        start = view.Start + headerBytes;
    }

    /// <summary>Maps a file. It stays mapped as long as the memory is reachable.</summary>
    /// <exception cref="IOException">The file is not there, or holds more values than an array can.</exception>
    public static ReadOnlyMemory<T> Open(string path, int headerBytes)
    {
        long count = (new FileInfo(path).Length - headerBytes) / Unsafe.SizeOf<T>();
        return count switch
        {
            0 => default,
            > int.MaxValue => throw new IOException($"{path}: {count} values, more than can be mapped"),
            _ => new MappedValues<T>(path, headerBytes, (int)count).Memory,
        };
    }

    /// <inheritdoc/>
    public override Span<T> GetSpan() => new(start, count);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new((T*)start + elementIndex, default, this);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => view.Dispose();
}
