using System.Diagnostics;
using System.Globalization;

namespace JingJian.Tools.Evaluation;

/// <summary>Lucene 8 with SmartCN, from Debian's <c>liblucene8-java</c>, in a child process.</summary>
internal static class LucenePeer
{
    private const string Jars = "/usr/share/java";
    private static readonly string[] Parts = ["core", "analyzers-common", "analyzers-smartcn"];

    /// <summary>Whether Java and Lucene are installed.</summary>
    public static bool IsInstalled => Directory.Exists(Jars) && Directory.EnumerateFiles(Jars, "lucene-analyzers-smartcn-*.jar").Any() && File.Exists("/usr/bin/java");

    /// <summary>For each query the places of its best paragraphs, best first.</summary>
    public static IReadOnlyList<int[]> Search(string program, IEnumerable<string> paragraphs, IEnumerable<string> queries, int top)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("jingjian-lucene-");
        try
        {
            string texts = Path.Combine(folder.FullName, "paragraphs"), typed = Path.Combine(folder.FullName, "queries");
            File.WriteAllLines(texts, paragraphs.Select(OneLine));
            File.WriteAllLines(typed, queries.Select(OneLine));
            string classPath = string.Join(':', Parts.Select(Jar));
            var start = new ProcessStartInfo("/usr/bin/java", ["-cp", classPath, program, texts, typed, top.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? [.. output.Split('\n').SkipLast(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => int.Parse(place, CultureInfo.InvariantCulture)).ToArray())]
                : throw new InvalidOperationException("Lucene ended with an error.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Jar(string name) => Directory.EnumerateFiles(Jars, $"lucene-{name}-*.jar").Order(StringComparer.Ordinal).Last();

    private static string OneLine(string text) => text.Replace('\n', ' ').Replace('\r', ' ');
}
