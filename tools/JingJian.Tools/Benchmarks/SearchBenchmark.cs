using System.Diagnostics;
using System.Globalization;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Benchmarks;

/// <summary><c>bench search N FOLDER...</c>: building and searching an index of N paragraphs, one thread.</summary>
/// <remarks>
/// The paragraphs are made from those of the folders' text files (<see cref="ParagraphMill"/>, seeded). Each query is run
/// seven times and its median kept; percentiles are over the queries.
/// </remarks>
internal static class SearchBenchmark
{
    private const int Seed = 20_240_901;
    private const int QueryCount = 160;
    private const int Runs = 7;

    public static int Run(ReadOnlySpan<string> args)
    {
        if (args.Length < 2 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            Console.Error.WriteLine("usage: bench search N FOLDER...");
            return 2;
        }

        var segmenter = new Segmenter(Lexicon.Load(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", "lexicon", "jieba.lexicon"))));
        WordCutter cutter = (text, words) => segmenter.CutForSearch(text, words);
        Passage[] passages = ParagraphMill.Make(args[1..], count, new Random(Seed));
        long characters = passages.Sum(passage => (long)passage.Text.Length);
        Console.WriteLine($"{count:N0} paragraphs, {characters / 1e6:F1} M characters, {passages.Count(passage => passage.Family >= 0):N0} in families");

        byte[] segment = Build(passages, cutter);
        long begun = Stopwatch.GetTimestamp();
        IndexReader reader = IndexReader.Open(segment, "benchmark");
        Console.WriteLine($"open {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:F1} ms");
        MeasureQueries(new Searcher(reader, cutter), passages, segmenter);
        return 0;
    }

    private static byte[] Build(Passage[] passages, WordCutter cutter)
    {
        double cutting = SecondsOf(() =>
        {
            var words = new List<TextSpan>();
            foreach (Passage passage in passages)
            {
                words.Clear();
                cutter(passage.Text, words);
            }
        });
        using var output = new MemoryStream();
        double building = SecondsOf(() => IndexWriter.Write(passages, cutter, output));
        long text = passages.Sum(passage => (long)passage.Text.Length * 2);
        Console.WriteLine(
            $"build {building:F2} s, of which cutting {cutting:F2} s; {output.Length / 1e6:F1} MB, {(output.Length - text) / 1e6:F1} MB without the text"
            + $" ({(output.Length - text) / passages.Length} bytes a paragraph)");
        return output.ToArray();
    }

    private static void MeasureQueries(Searcher searcher, Passage[] passages, Segmenter segmenter)
    {
        var random = new Random(Seed + 1);
        string[][] words = [.. Enumerable.Range(0, QueryCount).Select(_ => Words(passages, segmenter, random))];
        string[] phrases = [.. Enumerable.Range(0, QueryCount).Select(_ => Phrase(passages, random))];
        Console.WriteLine("| query | p50 ms | p95 | p99 | paragraphs found, mean |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        Measure(searcher, "OR, top 10", words.Select(some => string.Join(' ', some)), facets: false);
        Measure(searcher, "OR, top 10, three facets", words.Select(some => string.Join(' ', some)), facets: true);
        Measure(searcher, "OR, top 10, years", words.Select(some => string.Join(' ', some) + " 年份:2015..2019"), facets: false);
        Measure(searcher, "AND, top 10", words.Select(some => "+" + string.Join(" +", some)), facets: false);
        Measure(searcher, "string, exact count", phrases.Select(phrase => $"“{phrase}”"), facets: false);
    }

    private static void Measure(Searcher searcher, string name, IEnumerable<string> queries, bool facets)
    {
        var medians = new List<double>();
        long found = 0;
        foreach (string text in queries)
        {
            if (!QueryParser.Parse(text).TryGet(out Query? query, out Fault? fault))
            {
                throw new InvalidOperationException($"{text}: {fault.Message}");
            }

            var request = new SearchRequest(query) { CountFacets = facets };
            found += searcher.Search(request).Paragraphs;
            medians.Add(Enumerable.Range(0, Runs).Select(_ => SecondsOf(() => searcher.Search(request)) * 1000).Order().ElementAt(Runs / 2));
        }

        medians.Sort();
        double At(double share) => medians[(int)Math.Min(medians.Count - 1, share * medians.Count)];
        Console.WriteLine($"| {name} | {At(0.5):F2} | {At(0.95):F2} | {At(0.99):F2} | {found / medians.Count:N0} |");
    }

    /// <summary>Two to five words that stand in one paragraph.</summary>
    private static string[] Words(Passage[] passages, Segmenter segmenter, Random random)
    {
        while (true)
        {
            string text = passages[random.Next(passages.Length)].Text;
            var spans = new List<TextSpan>();
            segmenter.Cut(text, spans);
            string[] words = [.. spans.Where(span => span.Length > 1).Select(span => span.In(text).ToString())
                .Where(word => word.All(unit => unit is >= '一' and <= '龥')).Distinct(StringComparer.Ordinal)];
            if (words.Length >= 5)
            {
                random.Shuffle(words);
                return words[..random.Next(2, 6)];
            }
        }
    }

    /// <summary>Four to eight characters that stand in some paragraph.</summary>
    private static string Phrase(Passage[] passages, Random random)
    {
        while (true)
        {
            string text = passages[random.Next(passages.Length)].Text;
            int length = random.Next(4, 9), start = random.Next(Math.Max(1, text.Length - length));
            if (start + length <= text.Length && text.AsSpan(start, length).IndexOfAnyExceptInRange('一', '龥') < 0)
            {
                return text.Substring(start, length);
            }
        }
    }

    private static double SecondsOf(Action action)
    {
        long begun = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
