using System.Diagnostics;
using System.Globalization;
using System.Text;
using JingJian.Archive;
using JingJian.Archive.Views;

namespace JingJian.Tools.Benchmarks;

/// <summary><c>bench drafts DATA [--prepared]</c>: how long the check of a draft of 3,000 characters takes against an archive.</summary>
/// <remarks>Half of each draft is paragraphs of one report of the archive, six characters of each changed; the other half is paragraphs of
/// another, their characters dealt out anew four at a time, so that nothing longer is shared. Drawn by seed. With <c>--prepared</c> after what the service does at its start.</remarks>
internal static class DraftBenchmark
{
    private const int Drafts = 24;

    /// <summary>A service that has been in use for a while runs other machine code than one that has just started.</summary>
    private const int RoundsBetween = 4;
    private const int Characters = 3_000;
    private const int Edits = 6;
    private const int Stretch = 4;

    public static int Run(ReadOnlySpan<string> args)
    {
        bool prepared = args is [_, "--prepared"];
        if (args.Length != (prepared ? 2 : 1))
        {
            Console.Error.WriteLine("usage: bench drafts DATA [--prepared]");
            return 2;
        }

        var options = new ArchiveOptions { DataFolder = args[0] };
        ReportArchive archive = Timed("opened", () => ReportArchive.Open(options, TimeProvider.System));
        StatsView stats = Timed("counted", archive.Catalogue.Stats);
        string[] drafts = Timed("drafts made", () => Make(archive, new Random(1)).ToArray());
        double first = Timed("first check", () => Measure(archive, drafts[0])).Milliseconds;
        if (prepared)
        {
            Timed("prepared", () =>
            {
                archive.Drafts.Prepare(CancellationToken.None);
                return 0;
            });
        }

        (double Milliseconds, double Processor, double Share)[] early = [.. drafts[..Drafts].Select(draft => Measure(archive, draft))];
        foreach (string draft in drafts[Drafts..^Drafts])
        {
            Measure(archive, draft);
        }

        (double Milliseconds, double Processor, double Share)[] runs = [.. drafts[^Drafts..].Select(draft => Measure(archive, draft))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stats.Paragraphs} paragraphs in {stats.Reports} reports; {Drafts} drafts of {drafts.Average(draft => draft.Length):F0} characters, {runs.Average(run => run.Share):P0} of them borrowed"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first {first:F0} ms; the next {Drafts} {Of(early, run => run.Milliseconds)} ms of the clock, {Of(early, run => run.Processor)} ms of processors (p50 / p95 / most); {Drafts} others after {RoundsBetween * Drafts} more {Of(runs, run => run.Milliseconds)} ms, {Of(runs, run => run.Processor)} ms"));
        return 0;
    }

    /// <summary>Says what took how long as soon as it is known: an archive may be too large for the rest.</summary>
    private static T Timed<T>(string what, Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T made = work();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:F2} s, {Environment.WorkingSet >> 20} MB"));
        return made;
    }

    private static string Of((double, double, double)[] runs, Func<(double Milliseconds, double Processor, double Share), double> of)
    {
        double[] sorted = [.. runs.Select(of).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{sorted[sorted.Length / 2]:F0} / {sorted[sorted.Length * 95 / 100]:F0} / {sorted[^1]:F0}");
    }

    private static (double Milliseconds, double Processor, double Share) Measure(ReportArchive archive, string draft)
    {
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        DraftCheckView check = archive.Drafts.Check(new DraftWish("草稿", draft) { Full = false });
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, check.Share);
    }

    private static IEnumerable<string> Make(ReportArchive archive, Random random)
    {
        IReadOnlyList<ReportView> reports = archive.Catalogue.Reports(null);
        for (int i = 0; i < Drafts * (2 + RoundsBetween); i++)
        {
            var draft = new StringBuilder("青禾县总工会2025年工作总结\n一、主要工作\n");
            Fill(draft, Characters / 2, text => Edited(text, random));
            Fill(draft, Characters, text => Dealt(text, random));
            yield return draft.ToString();
        }

        void Fill(StringBuilder draft, int to, Func<string, string> change)
        {
            while (draft.Length < to)
            {
                foreach (BlockView block in archive.Catalogue.Blocks(reports[random.Next(reports.Count)].Id).Where(block => block.Kind == "paragraph" && block.Text.Length > Stretch))
                {
                    if (draft.Length < to)
                    {
                        draft.Append(change(block.Text)).Append('\n');
                    }
                }
            }
        }
    }

    private static string Edited(string text, Random random)
    {
        char[] edited = text.ToCharArray();
        for (int i = 0; i < Edits; i++)
        {
            edited[random.Next(edited.Length)] = edited[random.Next(edited.Length)];
        }

        return new string(edited);
    }

    private static string Dealt(string text, Random random)
    {
        string[] parts = [.. text.Chunk(Stretch).Select(part => new string(part))];
        random.Shuffle(parts);
        return string.Concat(parts);
    }
}
