using System.Diagnostics;
using System.Globalization;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Benchmarks;

/// <summary><c>bench search N FOLDER... [--peers]</c>: an index of N paragraphs, built and searched on one thread, beside Lucene and FTS5.</summary>
/// <remarks>
/// The paragraphs are made from those of the folders' text files (<see cref="ParagraphMill"/>, seeded). All engines get the
/// words of jieba, and the same 200 queries. Each query is run seven times after three rounds of warming up and its best time
/// kept, because other work on the machine only ever adds to it; percentiles are over the queries.
/// </remarks>
internal static class SearchBenchmark
{
    private const int Seed = 20_240_901;

    /// <summary>Measured runs of each query.</summary>
    public const int Runs = 7;

    // Dictionary, lists and lengths of the text, by the numbers of their sections.
    private static readonly int[] TextLists = [42, 43, 44, 45];

    /// <summary>What Lucene ranks by: BM25 over the text alone.</summary>
    public static readonly RankingOptions Bm25Alone = new()
    {
        ShortShare = 0,
        HeadingWeight = 0,
        CrossingShare = 0,
        PresenceWeight = 0,
        NearnessWeight = 0,
    };

    public static int Run(ReadOnlySpan<string> args)
    {
        string[] folders = [.. args.ToArray().Skip(1).Where(arg => arg != "--peers")];
        if (folders.Length == 0 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            Console.Error.WriteLine("usage: bench search N FOLDER... [--peers]");
            return 2;
        }

        var segmenter = new Segmenter(Lexicon.Load(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", "lexicon", "jieba.lexicon"))));
        WordCutter cutter = (text, words) => segmenter.Cut(text, words);
        Passage[] passages = ParagraphMill.Make(folders, count, new Random(Seed));
        Print($"{count:N0} paragraphs, {passages.Sum(passage => (long)passage.Text.Length) / 1e6:F1} M characters, {passages.Count(passage => passage.Family >= 0):N0} in families");
        SearchQueries queries = SearchQueries.Draw(passages, segmenter, new Random(Seed + 1));
        IndexReader reader = Build(passages, cutter);
        Console.WriteLine("| query | ms p50 | p95 | p99 |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Measure(new Searcher(reader, cutter, Bm25Alone), "BM25 of the text alone: ", queries, "正文:");
        Measure(new Searcher(reader, cutter), "as the product ranks: ", queries, "");
        if (args.Contains("--peers"))
        {
            using var lucene = new LucenePeer(passages, queries, cutter);
            lucene.Report();
            using var sqlite = new Fts5Peer(passages, queries, cutter);
            sqlite.Report();
        }

        return 0;
    }

    /// <summary>One row of the table: percentiles over the queries.</summary>
    public static void Row(string name, IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        double At(double share) => sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];
        Print($"| {name} | {At(0.5):F3} | {At(0.95):F3} | {At(0.99):F3} |");
    }

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    public static double SecondsOf(Action action)
    {
        long begun = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static IndexReader Build(Passage[] passages, WordCutter cutter)
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
        TimeSpan before = Environment.CpuUsage.TotalTime;
        double building = SecondsOf(() => IndexWriter.Write(passages, cutter, output));
        double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        long text = passages.Sum(passage => (long)passage.Text.Length * 2);
        Print($"built in {building:F2} s, {processor:F2} of a processor, of which cutting {cutting:F2} s");
        Print($"{output.Length / 1e6:F1} MB, {(output.Length - text) / 1e6:F1} MB without the text ({(output.Length - text) / passages.Length} bytes a paragraph)");
        long lists = SectionSizes(output.GetBuffer()).Where(section => TextLists.Contains(section.Id)).Sum(section => section.Size);
        Print($"dictionary, lists and lengths of the text, words and strings together: {lists / 1e6:F1} MB ({lists / passages.Length} bytes a paragraph); the rest are columns and headings");
        byte[] bytes = output.ToArray();
        long heap = GC.GetTotalMemory(forceFullCollection: true);
        IndexReader reader = IndexReader.Open(bytes, "benchmark");
        long opened = GC.GetTotalMemory(forceFullCollection: true) - heap;
        double opening = Enumerable.Range(0, Runs).Min(_ => SecondsOf(() => IndexReader.Open(bytes, "benchmark")));
        Print($"opened, checksums verified, in {opening * 1000:F1} ms; {opened / 1e6:F1} MB of heap");
        return reader;
    }

    /// <summary>The directory of a segment: see its format.</summary>
    private static IEnumerable<(int Id, long Size)> SectionSizes(byte[] segment) => Enumerable.Range(0, BitConverter.ToInt32(segment, 12))
        .Select(entry => (BitConverter.ToInt32(segment, 32 + (entry * 32)), BitConverter.ToInt64(segment, 48 + (entry * 32))));

    private static void Measure(Searcher searcher, string name, SearchQueries queries, string field)
    {
        string Or(string[] words) => string.Join(' ', words.Select(word => field + word));
        string And(string[] words) => string.Join(' ', words.Select(word => $"+{field}{word}"));
        string Phrase(string[] words) => $"“{string.Concat(words)}”";
        SearchRequest Plain(string query) => new(Parse(query)) { CollapseFamilies = false, CountMatches = false, CountFacets = false };
        SearchRequest InYears(string query) => Plain(query) with { Years = new YearRange(SearchQueries.FirstYear, SearchQueries.LastYear) };
        SearchRequest Faceted(string query) => Plain(query) with { CountMatches = true, CountFacets = true };

        Measure(searcher, name + "OR, top 10", queries.Words.Select(Or), Plain);
        Measure(searcher, name + "OR, top 10, years", queries.Words.Select(Or), InYears);
        Measure(searcher, name + "OR, top 10, families collapsed", queries.Words.Select(Or), query => Plain(query) with { CollapseFamilies = true });
        Measure(searcher, name + "OR, top 10, exact counts", queries.Words.Select(Or), query => Plain(query) with { CountMatches = true });
        Measure(searcher, name + "OR, top 10, exact counts, three facets", queries.Words.Select(Or), Faceted);
        Measure(searcher, name + "the same, families collapsed", queries.Words.Select(Or), query => Faceted(query) with { CollapseFamilies = true });
        Measure(searcher, name + "AND, top 10", queries.Words.Select(And), Plain);
        Measure(searcher, name + "phrase of words, top 10", queries.Phrases.Select(Phrase), Plain);
        Measure(searcher, name + "string, exact count", queries.Strings.Select(text => $"“{text}”"), query => Plain(query) with { CountMatches = true, Top = 0 });
        Measure(searcher, name + "string, top 10, exact counts, three facets", queries.Strings.Select(text => $"“{text}”"), Faceted);
    }

    private static void Measure(Searcher searcher, string name, IEnumerable<string> queries, Func<string, SearchRequest> request)
    {
        SearchRequest[] requests = [.. queries.Select(request)];
        double[][] times = [.. requests.Select(_ => new double[Runs])];
        for (int round = -3; round < Runs; round++)
        {
            for (int i = 0; i < requests.Length; i++)
            {
                double seconds = SecondsOf(() => searcher.Search(requests[i]));
                if (round >= 0)
                {
                    times[i][round] = seconds * 1000;
                }
            }
        }

        Row(name, times.Select(of => of.Min()));
    }

    private static Query Parse(string text) => QueryParser.Parse(text).TryGet(out Query? query, out Fault? fault)
        ? query
        : throw new InvalidOperationException($"{text}: {fault.Message}");
}
