using System.Buffers;
using System.Collections.Concurrent;

namespace JingJian.Archive.Store;

/// <summary>A file as memory: opened at once whatever its size, read by the operating system as needed.</summary>
/// <remarks><b>Guarantee.</b> The file may be replaced by rename while it is mapped; readers keep the old one.</remarks>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), WeakReference<MappedFile>> Shared = new();

    private readonly MappedView view;
    private readonly int length;

    private MappedFile(string path, int length)
    {
        this.length = length;
        view = new MappedView(path, length);
    }

    /// <summary>Maps a file; an empty one is empty memory. It stays mapped as long as the memory is reachable.</summary>
    /// <exception cref="IOException">The file is not there, or 2 GB or larger.</exception>
    public static ReadOnlyMemory<byte> Open(string path)
    {
        long length = new FileInfo(path).Length;
        if (length > int.MaxValue)
        {
            throw new IOException($"{path}: {length} bytes, more than can be mapped");
        }

        return length == 0 ? default : new MappedFile(path, (int)length).Memory;
    }

    /// <summary>Maps a file that is replaced, never written to; once, however many want it at the same time.</summary>
    public static ReadOnlyMemory<byte> Share(string path)
    {
        var file = new FileInfo(path);
        if (file.Length is 0 or > int.MaxValue)
        {
            return Open(path);
        }

        WeakReference<MappedFile> shared = Shared.GetOrAdd((file.FullName, file.Length, file.LastWriteTimeUtc), _ => new WeakReference<MappedFile>(null!));
        lock (shared)
        {
            if (!shared.TryGetTarget(out MappedFile? mapped))
            {
                mapped = new MappedFile(path, (int)file.Length);
                shared.SetTarget(mapped);
                Forget();
            }

            return mapped.Memory;
        }
    }

    /// <summary>Files that nobody wants any more need not be known; one that somebody is just about to map is mapped once more later.</summary>
    private static void Forget()
    {
        foreach (KeyValuePair<(string Path, long Length, DateTime Written), WeakReference<MappedFile>> known in Shared)
        {
            if (!known.Value.TryGetTarget(out _))
            {
                Shared.TryRemove(known);
            }
        }
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(view.Start, length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(view.Start + elementIndex, default, this);

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => view.Dispose();
}
