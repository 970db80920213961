using System.Diagnostics;
using System.Globalization;
using System.Text;
using JingJian.Search.Indexing;

namespace JingJian.Tools.Benchmarks;

/// <summary>Lucene 8 (Debian liblucene8-java) on the same words, compiled and run by the installed Java.</summary>
internal sealed class LucenePeer : IDisposable
{
    private const string Jars = "/usr/share/java/lucene-core-8.7.0.jar:/usr/share/java/lucene-analyzers-common-8.7.0.jar";

    private readonly string folder = Directory.CreateTempSubdirectory("lucene-").FullName;
    private readonly List<(string Kind, string[] Words)> queries = [];

    public LucenePeer(Passage[] passages, SearchQueries queries, WordCutter cutter)
    {
        File.WriteAllLines(
            Documents,
            passages.Select(passage => string.Create(
                CultureInfo.InvariantCulture, $"{passage.Year}\t{(int)passage.Primary}\t{passage.Report % 500}\t{PeerTokens.Of(passage.Text, cutter)}")),
            new UTF8Encoding(false));
        foreach (string kind in new[] { "or", "years", "facets", "and" })
        {
            this.queries.AddRange(queries.Words.Select(words => (kind, words)));
        }

        this.queries.AddRange(queries.Phrases.Select(words => ("phrase", words)));
        File.WriteAllLines(Path.Combine(folder, "queries"), this.queries.Select(query => $"{query.Kind}\t{string.Join(' ', query.Words)}"), new UTF8Encoding(false));
    }

    /// <summary>Whether Java and Lucene are installed.</summary>
    public static bool IsInstalled => Jars.Split(':').All(File.Exists) && File.Exists("/usr/bin/javac");

    private string Documents => Path.Combine(folder, "documents");

    /// <summary>Prints its rows of the table.</summary>
    public void Report()
    {
        if (!IsInstalled)
        {
            Console.WriteLine("Lucene: not installed (liblucene8-java, default-jdk-headless)");
            return;
        }

        List<string[]> lines = Run(SearchBenchmark.Runs);
        var times = new Dictionary<string, List<double>>();
        foreach (string[] line in lines)
        {
            if (int.TryParse(line[0], NumberStyles.None, CultureInfo.InvariantCulture, out int query))
            {
                string kind = queries[query].Kind;
                times.TryAdd(kind, []);
                times[kind].Add(double.Parse(line[1], CultureInfo.InvariantCulture));
            }
        }

        SearchBenchmark.Print($"Lucene 8.7: {string.Join(", ", lines.Where(line => char.IsAsciiLetter(line[0][0])).Select(line => $"{line[0]} {line[1]}"))} (seconds, bytes, ms)");
        foreach ((string kind, List<double> of) in times)
        {
            SearchBenchmark.Row("Lucene 8.7: " + kind, of);
        }
    }

    /// <summary>The first ten of each query, by place in the passages, with their scores.</summary>
    public IReadOnlyList<(string Kind, string[] Words, (int Document, float Score)[] Best)> Answers() =>
        [.. Run(1).Where(line => char.IsAsciiDigit(line[0][0])).Select((line, query) => (queries[query].Kind, queries[query].Words, Best(line[3])))];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (int Document, float Score)[] Best(string found) =>
        [.. found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(hit => hit.Split(':'))
            .Select(hit => (int.Parse(hit[0], CultureInfo.InvariantCulture), float.Parse(hit[1], CultureInfo.InvariantCulture)))];

    private List<string[]> Run(int runs)
    {
        string source = Path.Combine(AppContext.BaseDirectory, "Peers", "LucenePeer.java");
        Start("javac", "-cp", Jars, "-d", folder, source);
        return [.. Start("java", "-Xmx3g", "-cp", $"{folder}:{Jars}", "LucenePeer", Documents, Path.Combine(folder, "queries"),
            Path.Combine(folder, "index"), runs.ToString(CultureInfo.InvariantCulture)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];
    }

    private static string Start(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
