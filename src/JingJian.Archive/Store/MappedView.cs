using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;

namespace JingJian.Archive.Store;

/// <summary>A mapped file and where it lies in memory.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> A file that nobody can reach any more gives its memory back at once, where the system is Linux. It is unmapped, and if
/// it was removed its room on the disk is free, not at once, since a span that was taken from it may still be read by code that has let go of
/// the memory, but when another one is mapped some minutes later.</para>
/// </remarks>
internal sealed unsafe partial class MappedView : IDisposable
{
    private const int DontNeed = 4;

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private static readonly ConcurrentQueue<(long Since, MappedView View)> Unreachable = new();

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly nuint bytes;

    /// <summary>Maps a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="length">How many bytes; 0 for all.</param>
    public MappedView(string path, long length)
    {
        Sweep();
        // The file may be removed or replaced while it is mapped.
        FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        bytes = (nuint)view.SafeMemoryMappedViewHandle.ByteLength;
    }

    /// <summary>The collector does not unmap it by itself: the pointer that was acquired keeps it.</summary>
    ~MappedView()
    {
        if (OperatingSystem.IsLinux())
        {
            // Who still reads gets the same bytes, from the file again; where the system refuses, the pages stay until it wants them.
            _ = Advise(start, bytes, DontNeed);
        }

        Unreachable.Enqueue((Stopwatch.GetTimestamp(), this));
    }

    /// <summary>The first byte.</summary>
    public byte* Start => start;

    /// <summary>Unmaps it.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }

    private static void Sweep()
    {
        while (Unreachable.TryPeek(out (long Since, MappedView View) first) && Stopwatch.GetElapsedTime(first.Since) > Grace && Unreachable.TryDequeue(out first))
        {
            first.View.Dispose();
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(byte* start, nuint length, int advice);
}
