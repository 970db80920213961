using System.Diagnostics;
using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive;
using JingJian.Ingest;

namespace JingJian.Tools.Benchmarks;

/// <summary>How fast files are decoded, their structure read and their paragraphs labelled, on one thread.</summary>
internal static class StructureBenchmark
{
    private const int Rounds = 3;

    /// <summary>Reads all text files below a folder; prints the best of some rounds.</summary>
    public static int Run(string[] args)
    {
        if (args is not [string folder])
        {
            Console.Error.WriteLine("usage: bench structure FOLDER");
            return 2;
        }

        SourceFile[] files = [.. FoundSources.In([folder]).Files.Where(file => file.Name.EndsWith(".txt", StringComparison.Ordinal))];
        byte[][] contents = [.. files.Select(file => File.ReadAllBytes(file.Path))];
        double megabytes = contents.Sum(bytes => (long)bytes.Length) / 1e6;
        FunctionClassifier functions = Models.OpenFunctions(Models.DefaultFolder);
        Round best = Enumerable.Range(0, Rounds).Select(_ => Measure(files, contents, functions)).MinBy(round => round.Seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Length} files, {megabytes:F1} MB, {best.Paragraphs} paragraphs; best of {Rounds} rounds"));
        Print("decode", megabytes, best.Decode);
        Print("structure", megabytes, best.Structure);
        Print("functions", megabytes, best.Functions);
        Print("structure and functions", megabytes, best.Structure + best.Functions);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"functions: {best.Paragraphs / best.Functions:F0} paragraphs/s"));
        return 0;
    }

    private static Round Measure(SourceFile[] files, byte[][] contents, FunctionClassifier functions)
    {
        var round = default(Round);
        for (int i = 0; i < files.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            bool read = SourceReader.Read(files[i].Name, contents[i]).TryGet(out SourceText? source, out _);
            long decoded = Stopwatch.GetTimestamp();
            if (!read)
            {
                continue;
            }

            Document document = StructureReader.Read(source!.Decoded.Text);
            long structured = Stopwatch.GetTimestamp();
            functions.Classify(document);
            round = new Round(
                round.Decode + Stopwatch.GetElapsedTime(start, decoded).TotalSeconds,
                round.Structure + Stopwatch.GetElapsedTime(decoded, structured).TotalSeconds,
                round.Functions + Stopwatch.GetElapsedTime(structured).TotalSeconds,
                round.Paragraphs + document.Blocks.Count(block => block.Kind == BlockKind.Paragraph));
        }

        return round;
    }

    private static void Print(string stage, double megabytes, double seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage}: {megabytes / seconds:F1} MB/s"));

    /// <summary>Seconds by stage, and what was found.</summary>
    private readonly record struct Round(double Decode, double Structure, double Functions, int Paragraphs)
    {
        public double Seconds => Decode + Structure + Functions;
    }
}
