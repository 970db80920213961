using System.Buffers;
using JingJian.Archive;
using JingJian.Search.Indexing;
using JingJian.Search.Ranking;
using JingJian.Text;
using JingJian.Text.Segmentation;

namespace JingJian.Tests.Search;

/// <summary>What is quoted, and what is typed as a word, is counted as Ctrl+F would: over the seeds and the samples.</summary>
public sealed class StringTruthTests
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”「」『』");
    private static readonly Segmenter Segmenter = Models.OpenSegmenter(Repository.At("models"));

    [Fact]
    public void Three_hundred_quoted_strings_and_four_hundred_words_are_counted_as_a_scan_counts_them()
    {
        string[] lines = [.. Files().SelectMany(File.ReadLines).Select(line => line.Trim()).Where(line => line.Length > 0)];
        string[] folded = [.. lines.Select(line => Folding.Fold(line))];
        var searcher = new Searcher(Passages.IndexBy(Cut, [.. lines.Select((line, i) => Passages.Of(i, line))]), Cut);
        var random = new Random(11);
        foreach (string wanted in Strings(random, folded, 300))
        {
            Compare(searcher, folded, $"“{wanted}”", wanted);
        }

        foreach (string wanted in Words(random, folded, 400))
        {
            Compare(searcher, folded, "+" + wanted, wanted);
        }
    }

    private static void Compare(Searcher searcher, string[] folded, string query, string wanted)
    {
        SearchResult found = searcher.Search(new SearchRequest(QueryParserTests.Parsed(query)) { Top = 0 });
        Assert.True(found.Paragraphs == folded.Count(line => line.Contains(wanted, StringComparison.Ordinal)), $"{query}: {found.Paragraphs}");
    }

    private static void Cut(ReadOnlySpan<char> text, List<TextSpan> words) => Segmenter.CutForSearch(text, words);

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Repository.Shared("seeds"), "*.txt").Concat(Directory.EnumerateFiles(Repository.At("corpus", "samples"), "*.txt")).Order(StringComparer.Ordinal);

    private static HashSet<string> Strings(Random random, string[] folded, int count)
    {
        var strings = new HashSet<string>(StringComparer.Ordinal);
        while (strings.Count < count)
        {
            string line = folded[random.Next(folded.Length)];
            int length = random.Next(4, 9), start = line.Length < length ? -1 : random.Next(line.Length - length + 1);
            if (start >= 0 && line.AsSpan(start, length) is var piece && piece.IndexOfAny(Quotes) < 0 && piece.Trim().Length == length && piece.IndexOfAnyInRange('一', '龥') >= 0)
            {
                strings.Add(piece.ToString());
            }
        }

        return strings;
    }

    private static HashSet<string> Words(Random random, string[] folded, int count)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            string line = folded[random.Next(folded.Length)];
            var spans = new List<TextSpan>();
            Segmenter.CutForSearch(line, spans);
            string[] cut = [.. spans.Select(span => line[span.Start..span.End]).Where(word => word.Length > 1 && word.All(unit => unit is >= '一' and <= '龥'))];
            if (cut.Length > 0)
            {
                words.Add(cut[random.Next(cut.Length)]);
            }
        }

        return words;
    }
}
