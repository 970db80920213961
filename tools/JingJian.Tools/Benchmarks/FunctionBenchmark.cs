using System.Diagnostics;
using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Ingest;

namespace JingJian.Tools.Benchmarks;

/// <summary>How long the function model takes to open, and how many paragraphs it labels in a second of one processor.</summary>
internal static class FunctionBenchmark
{
    private const int Rounds = 3;
    private const int Openings = 5;

    /// <summary>Runs <c>bench functions FOLDER</c>: all text files below, structure read beforehand.</summary>
    public static int Run(string[] args)
    {
        if (args is not [string folder])
        {
            Console.Error.WriteLine("usage: bench functions FOLDER");
            return 2;
        }

        double[] openings = [.. Enumerable.Range(0, Openings).Select(_ => Milliseconds(() => Models.OpenFunctions(Models.DefaultFolder)))];
        FunctionClassifier functions = Models.OpenFunctions(Models.DefaultFolder);
        Document[] documents = [.. FoundSources.In([folder]).Files.Where(file => file.Name.EndsWith(".txt", StringComparison.Ordinal)).Select(Read).OfType<Document>()];
        int paragraphs = documents.Sum(document => document.Blocks.Count(block => block.Kind == BlockKind.Paragraph));
        Line($"model: first opening {openings[0]:F0} ms, later ones {openings[1..].Min():F0} ms, {functions.Model.FeatureCount} features");
        Line($"{documents.Length} documents, {paragraphs} paragraphs, one thread, processor time, best of {Rounds}");
        Line($"labels: {paragraphs / Best(documents, document => functions.Classify(document)):F0} paragraphs/s");
        Line($"labels, reasons and sections: {paragraphs / Best(documents, document => functions.Read(document)):F0} paragraphs/s");
        return 0;
    }

    private static Document? Read(SourceFile file) =>
        SourceReader.ReadFile(file, IngestLimits.Default).TryGet(out SourceText? source, out _) ? StructureReader.Read(source.Decoded.Text) : null;

    /// <summary>Seconds of the processor: the clock would measure what else the machine does.</summary>
    private static double Best(Document[] documents, Action<Document> work) => Enumerable.Range(0, Rounds).Min(_ =>
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        Array.ForEach(documents, work);
        process.Refresh();
        return (process.TotalProcessorTime - start).TotalSeconds;
    });

    private static double Milliseconds(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
