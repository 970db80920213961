using System.Globalization;
using System.Runtime.CompilerServices;
using JingJian.Archive.Store;

namespace JingJian.Tests.Archive;

/// <summary>Files that are mapped take memory only as long as somebody wants them.</summary>
public sealed class MappedFileTests
{
    private const int MostCollections = 100;

    [Fact]
    public void A_file_that_nobody_wants_any_more_takes_no_memory_and_is_still_there_for_who_is_reading_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux takes memory back from a file that is still mapped");
        using var folder = new ScratchFolder();
        string path = folder.At("values");
        byte[] bytes = new byte[1 << 23];
        new Random(3).NextBytes(bytes);
        File.WriteAllBytes(path, bytes);

        ReadOnlySpan<byte> mapped = Mapped(path);
        Assert.True(mapped.SequenceEqual(bytes));
        Assert.True(Resident(path) >= bytes.Length);
        for (int i = 0; i < MostCollections && Resident(path) > 0; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(0, Resident(path));
        File.Delete(path);
        Assert.True(mapped.SequenceEqual(bytes));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ReadOnlySpan<byte> Mapped(string path) => MappedFile.Open(path).Span;

    /// <summary>How many bytes of a mapped file are in this process's memory.</summary>
    private static long Resident(string path) => File.ReadLines("/proc/self/smaps")
        .SkipWhile(line => !line.EndsWith(path, StringComparison.Ordinal))
        .Where(line => line.StartsWith("Rss:", StringComparison.Ordinal))
        .Take(1)
        .Sum(line => 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
}
