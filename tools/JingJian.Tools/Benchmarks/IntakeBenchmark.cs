using System.Diagnostics;
using System.Globalization;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Ingest;

namespace JingJian.Tools.Benchmarks;

/// <summary><c>bench intake</c>: from files to structure on one thread, and from files to a searchable archive.</summary>
internal static class IntakeBenchmark
{
    private const int Rounds = 5;

    /// <summary>Makes files, or measures what becomes of them.</summary>
    public static int Run(ReadOnlySpan<string> args)
    {
        switch (args)
        {
            case ["make", var count, var folder, .. { Length: > 0 } sources] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int paragraphs):
                Print($"{IntakeArchive.Write(folder, paragraphs, sources) / 1e6:F1} MB");
                return 0;
            case ["archive", var folder, var data]:
                MeasureArchive(folder, data);
                return 0;
            case [var folder]:
                MeasureReading(folder);
                return 0;
            default:
                Console.Error.WriteLine("usage: bench intake make PARAGRAPHS FOLDER SOURCES...");
                Console.Error.WriteLine("       bench intake FOLDER              decode, repair, structure on one thread");
                Console.Error.WriteLine("       bench intake archive FOLDER DATA from files to searchable, in a new archive");
                return 2;
        }
    }

    private static void MeasureReading(string folder)
    {
        IReadOnlyList<SourceFile> files = FoundSources.In([folder]).Files;
        double megabytes = files.Sum(file => new FileInfo(file.Path).Length) / 1e6;
        Round best = Enumerable.Range(0, Rounds).Select(_ => ReadAll(files)).MinBy(round => round.Processor);
        Print($"{files.Count} files, {megabytes:F1} MB, {best.Paragraphs} paragraphs; one thread, best of {Rounds} rounds by processor seconds");
        Print($"read, identify, decode: {megabytes / best.Reading:F1} MB/s");
        Print($"repair, structure: {megabytes / best.Structure:F1} MB/s");
        Print($"all: {megabytes / (best.Reading + best.Structure):F1} MB/s, {megabytes / best.Processor:F1} MB for a second of a processor");
        Print($"{best.Allocated / 1e6 / megabytes:F1} bytes allocated for one of input, peak {PeakMegabytes()} MB");
    }

    private static Round ReadAll(IReadOnlyList<SourceFile> files)
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long reading = 0, structure = 0;
        int paragraphs = 0;
        foreach (SourceFile file in files)
        {
            long start = Stopwatch.GetTimestamp();
            bool isRead = SourceReader.ReadFile(file, IngestLimits.Default).TryGet(out SourceText? source, out _);
            long read = Stopwatch.GetTimestamp();
            reading += read - start;
            if (isRead)
            {
                Document document = StructureReader.Read(source!.Decoded.Text);
                structure += Stopwatch.GetTimestamp() - read;
                paragraphs += document.Blocks.Count(block => block.Kind == BlockKind.Paragraph);
            }
        }

        double processorSeconds = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        return new Round(SecondsOf(reading), SecondsOf(structure), processorSeconds, paragraphs, GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    private static void MeasureArchive(string folder, string data)
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = data }, TimeProvider.System);
        var stages = new Stages();
        IngestReport report = archive.Ingest([folder], stages, CancellationToken.None);
        stages.End();
        Print($"{report.Stored.Count()} files, {report.Stored.Sum(source => source.Paragraphs)} paragraphs, {report.Refused.Count()} refused");
        double seconds = stages.Seconds.Values.Sum();
        Print($"all: {seconds:F1} s, {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:F1} s of processors, peak {PeakMegabytes()} MB");
        foreach ((string stage, double took) in stages.Seconds)
        {
            Print($"{stage}: {took:F1} s");
        }
    }

    private static long PeakMegabytes()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static double SecondsOf(long ticks) => (double)ticks / Stopwatch.Frequency;

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <remarks>The clock feels the other load of a machine, processor seconds do not; they count compilation and garbage collection.</remarks>
    private readonly record struct Round(double Reading, double Structure, double Processor, int Paragraphs, long Allocated);

    /// <summary>How long each stage took, by what the archive reports.</summary>
    private sealed class Stages : IProgress<IngestProgress>
    {
        private string current = "";
        private long begun = Stopwatch.GetTimestamp();

        public Dictionary<string, double> Seconds { get; } = [];

        public void Report(IngestProgress value)
        {
            if (value.Stage != current)
            {
                End();
                current = value.Stage;
            }
        }

        public void End()
        {
            long now = Stopwatch.GetTimestamp();
            Seconds[current.Length == 0 ? "find" : current] = Stopwatch.GetElapsedTime(begun, now).TotalSeconds;
            begun = now;
        }
    }
}
