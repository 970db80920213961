using System.Diagnostics;
using System.Globalization;
using JingJian.Analysis.Reuse;

namespace JingJian.Tools.Benchmarks;

/// <summary>How long the reuse engine takes on archives of growing size, evidence included.</summary>
internal static class ReuseBenchmark
{
    private static readonly int[] Sizes = [10_000, 31_623, 100_000, 316_228, 1_000_000];

    /// <summary>Runs every size up to the one given.</summary>
    public static int Run(string[] args)
    {
        int most = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine("| paragraphs | seconds | processor seconds | paragraphs/s | pairs | link recall | false pairs | families | peak MB of the process | query of 200, ms |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        Measure(1_000);
        foreach (int size in Sizes.Where(size => size < most).Append(most))
        {
            Console.WriteLine(Measure(size));
        }

        return 0;
    }

    private static string Measure(int size)
    {
        GeneratedArchive archive = GeneratedArchive.Make(size);
        GC.Collect();
        TimeSpan processorBefore = Processor();
        var clock = Stopwatch.StartNew();
        ReuseFindings findings = ReuseEngine.Find(archive.Paragraphs, new ReuseOptions());
        double seconds = clock.Elapsed.TotalSeconds;
        double processor = (Processor() - processorBefore).TotalSeconds;
        double peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
        (double recall, int wrong) = archive.Judge(findings);
        ReuseIndex index = ReuseIndex.Build(archive.Paragraphs, new ReuseOptions());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {size} | {seconds:F2} | {processor:F2} | {size / seconds:F0} | {findings.Pairs.Length} | {recall:F4} | {wrong} | {findings.Families.Length} | {peak:F0} | {Query(archive, index):F1} |");
    }

    /// <summary>Other work on a shared machine lengthens the clock, not this.</summary>
    private static TimeSpan Processor() => Process.GetCurrentProcess().TotalProcessorTime;

    private static double Query(GeneratedArchive archive, ReuseIndex index)
    {
        string[] report = archive.NewReport(200);
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
