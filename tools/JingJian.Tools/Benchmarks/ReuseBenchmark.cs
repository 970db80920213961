using System.Diagnostics;
using System.Globalization;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Benchmarks;

/// <summary>How long the reuse engine takes on archives of growing size, evidence included, and what MinHash takes and finds on the same.</summary>
internal static class ReuseBenchmark
{
    /// <summary>The baseline and the index of a larger archive would take longer than the rest.</summary>
    private const int LargestCompared = 1_000_000;

    private const int ReportParagraphs = 200;

    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];

    /// <summary>Runs <c>bench reuse N [--threads T] [--scratch FOLDER] [--only] [--phases]</c>: every size up to N, or N alone; what each phase of the comparison takes, on standard error.</summary>
    public static int Run(string[] args)
    {
        int most = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        int threads = Number(args, "--threads", 2);
        string scratch = Option(args, "--scratch", Path.GetTempPath());
        Console.WriteLine("| paragraphs | seconds | processor seconds | paragraphs/s | pairs | link recall | false pairs | families | peak MB | of it the archive | query of 200, ms | MinHash s | its recall | its false pairs |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        Measure(2_000, threads, scratch, phases: false);
        foreach (int size in Sizes.Where(size => size < most && !args.Contains("--only")).Append(most))
        {
            Console.WriteLine(Measure(size, threads, scratch, args.Contains("--phases")));
        }

        return 0;
    }

    private static string Measure(int size, int threads, string scratch, bool phases)
    {
        using GeneratedArchive archive = size <= ReuseMachine.ParagraphsInMemory ? GeneratedArchive.Make(size) : GeneratedArchive.MakeOnDisk(size, scratch);
        ReuseResources resources = ReuseMachine.For(size, threads, scratch);
        using WatchedWorkers? watched = phases ? new WatchedWorkers(resources.Workers, Console.Error) : null;
        resources = watched is null ? resources : resources with { Workers = watched };
        GC.Collect();
        long archiveBytes = Environment.WorkingSet;
        TimeSpan processorBefore = Processor();
        var clock = Stopwatch.StartNew();
        long right = 0;
        long wrong = 0;
        ReuseRun run = ReuseRun.Of(archive.Paragraphs, new ReuseOptions(), resources);
        run.Write(pair => _ = archive.IsPlanned(pair.A, pair.B) ? right++ : wrong++);
        int families = run.Families().Length;
        double seconds = clock.Elapsed.TotalSeconds;
        double processor = (Processor() - processorBefore).TotalSeconds;
        double peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {size} | {seconds:F2} | {processor:F2} | {size / seconds:F0} | {right + wrong} | {right / (double)archive.Planned:F4} | {wrong} | {families} | {peak:F0} | {archiveBytes / 1e6:F0} | {Compared(archive, size, resources)} |");
    }

    private static string Compared(GeneratedArchive archive, int size, ReuseResources resources)
    {
        if (size > LargestCompared)
        {
            return "– | – | – | –";
        }

        double query = Query(archive, ReuseIndex.Build(archive.Paragraphs, new ReuseOptions(), resources));
        var clock = Stopwatch.StartNew();
        long right = 0;
        long wrong = 0;
        foreach ((int a, int b) in new MinHashLsh(seed: 1).Pairs(archive.Paragraphs))
        {
            _ = archive.IsPlanned(a, b) ? right++ : wrong++;
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{query:F1} | {clock.Elapsed.TotalSeconds:F2} | {right / (double)archive.Planned:F4} | {wrong}");
    }

    /// <summary>Other work on a shared machine lengthens the clock, not this.</summary>
    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;

    private static double Query(GeneratedArchive archive, ReuseIndex index)
    {
        string[] report = archive.NewReport(ReportParagraphs);
        double best = double.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (string paragraph in report)
            {
                index.Query(paragraph);
            }

            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        return best;
    }
}
