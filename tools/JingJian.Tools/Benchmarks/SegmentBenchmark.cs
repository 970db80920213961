using System.Diagnostics;
using System.Globalization;
using System.Text;
using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Benchmarks;

/// <summary><c>bench segment FOLDER... [--peer DIR] [--passes N]</c>: megabytes of UTF-8 cut in a second, one thread.</summary>
/// <remarks>
/// Each folder's text files are repeated or cut off at 20 MB; words of the dictionary in random order come as a last
/// input. Passes alternate with the peer's, so that both feel the same load of the machine; medians are printed.
/// </remarks>
internal static class SegmentBenchmark
{
    private const int InputBytes = 20_000_000;

    private static readonly string[] Modes = ["hmm", "no-hmm", "search"];

    public static int Run(ReadOnlySpan<string> args)
    {
        var folders = new List<string>();
        string? peerFolder = null;
        int passes = 7;
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--peer" when i + 1 < args.Length: peerFolder = args[++i]; break;
                case "--passes" when i + 1 < args.Length: passes = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
                default: folders.Add(args[i]); break;
            }
        }

        long begun = Stopwatch.GetTimestamp();
        var lexicon = Lexicon.Load(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", "lexicon", "jieba.lexicon")));
        var segmenter = new Segmenter(lexicon);
        segmenter.Cut("工会", []);
        double firstWord = Stopwatch.GetElapsedTime(begun).TotalSeconds;

        using JiebaPeer? peer = JiebaPeer.Start(peerFolder);
        Console.WriteLine(peer is null
            ? $"first word after {firstWord * 1000:F0} ms; no peer (--peer DIR, where npm installed @node-rs/jieba)"
            : $"first word after {firstWord * 1000:F0} ms, peer {peer.SecondsToFirstWord * 1000:F0} ms");
        Console.WriteLine("| input | mode | MB/s | with strings made | jieba-rs | ratio (with strings) |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (string folder in folders)
        {
            Measure(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), Repeated(folder), segmenter, peer, passes);
        }

        Measure("random words", RandomWords(lexicon, InputBytes), segmenter, peer, passes);
        return 0;
    }

    private static void Measure(string name, string[] lines, Segmenter segmenter, JiebaPeer? peer, int passes)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, string.Join('\n', lines));
            double megabytes = lines.Sum(line => (long)Encoding.UTF8.GetByteCount(line) + 1) / 1e6;
            foreach (string mode in Modes)
            {
                var spans = new List<double>();
                var strings = new List<double>();
                var peers = new List<double>();
                for (int pass = 0; pass <= passes; pass++)
                {
                    spans.Add(megabytes / Cut(segmenter, mode, lines, makeStrings: false));
                    strings.Add(megabytes / Cut(segmenter, mode, lines, makeStrings: true));
                    peers.Add(peer is null ? double.NaN : megabytes / peer.Run(mode, file));
                }

                // The first pass of each warms up.
                (double ours, double made, double theirs) = (Median(spans.Skip(1)), Median(strings.Skip(1)), Median(peers.Skip(1)));
                Console.WriteLine($"| {name} | {mode} | {ours:F1} | {made:F1} | {theirs:F1} | {ours / theirs:F1} ({made / theirs:F1}) |");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static double Cut(Segmenter segmenter, string mode, string[] lines, bool makeStrings)
    {
        var words = new List<TextSpan>();
        long length = 0;
        long begun = Stopwatch.GetTimestamp();
        foreach (string line in lines)
        {
            words.Clear();
            if (mode == "search")
            {
                segmenter.CutForSearch(line, words);
            }
            else
            {
                segmenter.Cut(line, words, mode == "hmm");
            }

            if (makeStrings)
            {
                foreach (TextSpan word in words)
                {
                    length += word.In(line).ToString().Length;
                }
            }
        }

        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        GC.KeepAlive(length);
        return seconds;
    }

    private static string[] Repeated(string folder)
    {
        string[] once = [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(File.ReadLines)];
        return UpTo(Enumerable.Repeat(once, int.MaxValue).SelectMany(lines => lines), InputBytes);
    }

    /// <summary>Lines of thirty words: every dictionary word with the same chance, the worst case for a cache.</summary>
    internal static string[] RandomWords(Lexicon lexicon, long bytes)
    {
        string[] words = [.. lexicon.Words()];
        var random = new Random(1);
        return UpTo(Enumerable.Repeat(0, int.MaxValue).Select(_ => string.Concat(Enumerable.Range(0, 30).Select(_ => words[random.Next(words.Length)]))), bytes);
    }

    private static string[] UpTo(IEnumerable<string> lines, long most)
    {
        var taken = new List<string>();
        long bytes = 0;
        foreach (string line in lines)
        {
            taken.Add(line);
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            if (bytes >= most)
            {
                break;
            }
        }

        return [.. taken];
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
