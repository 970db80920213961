using System.Collections.Concurrent;
using System.Diagnostics;
using JingJian.Archive;
using JingJian.Archive.Views;

namespace JingJian.Tools.Benchmarks;

/// <summary><c>bench readers DATA FILES...</c>: sixteen readers of an archive, alone and beside an ingest of the files.</summary>
/// <remarks>Each reader searches, waits a moment, and searches again. A refused search or an exception counts as an error.</remarks>
internal static class ReadersBenchmark
{
    private const int Readers = 16;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);

    private static readonly string[] Queries =
        ["工会 职工", "困难职工 帮扶", "“民主管理”", "劳动竞赛 技能", "+安全 +生产", "招商引资 OR 项目建设", "工* 服务", "乡村振兴", "财政收入 增长", "教育 医疗 养老"];

    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length < 2)
        {
            Console.Error.WriteLine("usage: bench readers DATA FILES...");
            return 2;
        }

        string[] files = args[1..].ToArray();
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = args[0] }, TimeProvider.System);
        Measure(archive, "warming up", () => Thread.Sleep(Idle));
        Measure(archive, "alone", () => Thread.Sleep(Idle));
        IngestReport? report = null;
        Measure(archive, "beside an ingest", () => report = archive.Ingest(files, null, CancellationToken.None));
        Console.WriteLine($"{report!.Outcomes.Count} outcomes of the ingest");
        return 0;
    }

    private static void Measure(ReportArchive archive, string name, Action meanwhile)
    {
        var times = new ConcurrentBag<double>();
        int errors = 0;
        using var ended = new ManualResetEventSlim();
        Thread[] readers = [.. Enumerable.Range(0, Readers).Select(reader => new Thread(() =>
        {
            for (int i = reader; !ended.Wait(Pause); i++)
            {
                long begun = Stopwatch.GetTimestamp();
                try
                {
                    if (!archive.Search.Search(new SearchWish(Queries[i % Queries.Length])).TryGet(out _, out _))
                    {
                        Interlocked.Increment(ref errors);
                    }
                }
                catch (Exception error)
                {
                    Console.Error.WriteLine(error);
                    Interlocked.Increment(ref errors);
                }

                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }))];
        long start = Stopwatch.GetTimestamp();
        Array.ForEach(readers, reader => reader.Start());
        meanwhile();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        ended.Set();
        Array.ForEach(readers, reader => reader.Join());
        SearchBenchmark.Print($"{name}: {seconds:F1} s, {times.Count} searches, {errors} errors");
        SearchBenchmark.Row(name, times);
    }
}
