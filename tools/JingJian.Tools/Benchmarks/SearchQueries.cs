using JingJian.Search.Indexing;
using JingJian.Text;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Benchmarks;

/// <summary>The queries of the search benchmark.</summary>
/// <param name="Words">160 queries of two to five words: 60 of the most frequent words, 60 mixed, 40 rare. All words of one stand in one paragraph.</param>
/// <param name="Phrases">40 runs of two to four words that follow each other somewhere.</param>
/// <param name="Strings">160 strings of four to eight characters that stand somewhere, whatever the words.</param>
internal sealed record SearchQueries(string[][] Words, string[][] Phrases, string[] Strings)
{
    public const int FirstYear = 2015;
    public const int LastYear = 2019;

    private const int FrequentWords = 400;
    private const int RareBelow = 50;

    public static SearchQueries Draw(Passage[] passages, Segmenter segmenter, Random random)
    {
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Passage passage in passages)
        {
            foreach (string word in WordsOf(passage, segmenter).Distinct(StringComparer.Ordinal))
            {
                frequencies[word] = frequencies.GetValueOrDefault(word) + 1;
            }
        }

        int frequent = frequencies.Values.OrderDescending().ElementAt(Math.Min(FrequentWords, frequencies.Count - 1));
        string[] Query(Func<string, bool> fits, int least)
        {
            while (true)
            {
                string[] words = [.. WordsOf(passages[random.Next(passages.Length)], segmenter).Distinct(StringComparer.Ordinal)];
                string[] fitting = [.. words.Where(fits)];
                if (fitting.Length >= least)
                {
                    random.Shuffle(fitting);
                    return [.. fitting.Take(random.Next(2, 6)).Concat(words.Except(fitting)).Take(Math.Max(2, Math.Min(fitting.Length, 5)))];
                }
            }
        }

        return new SearchQueries(
            [
                .. Enumerable.Range(0, 60).Select(_ => Query(word => frequencies[word] >= frequent, 2)),
                .. Enumerable.Range(0, 60).Select(_ => Query(_ => true, 5)),
                .. Enumerable.Range(0, 40).Select(_ => Query(word => frequencies[word] < RareBelow, 1)),
            ],
            [.. Enumerable.Range(0, 40).Select(_ => Phrase(passages, segmenter, random))],
            [.. Enumerable.Range(0, 160).Select(_ => String(passages, random))]);
    }

    /// <summary>Words of two Chinese characters or more.</summary>
    private static IEnumerable<string> WordsOf(Passage passage, Segmenter segmenter)
    {
        var spans = new List<TextSpan>();
        segmenter.Cut(passage.Text, spans);
        return spans.Select(span => span.In(passage.Text).ToString()).Where(word => word.Length > 1 && IsChinese(word));
    }

    private static string[] Phrase(Passage[] passages, Segmenter segmenter, Random random)
    {
        while (true)
        {
            string text = passages[random.Next(passages.Length)].Text;
            var spans = new List<TextSpan>();
            segmenter.Cut(text, spans);
            int length = random.Next(2, 5), start = random.Next(Math.Max(1, spans.Count - length));
            string[] words = [.. spans.Skip(start).Take(length).Select(span => span.In(text).ToString())];
            if (words.Length == length && words.All(word => word.Length > 1 && IsChinese(word)))
            {
                return words;
            }
        }
    }

    private static string String(Passage[] passages, Random random)
    {
        while (true)
        {
            string text = passages[random.Next(passages.Length)].Text;
            int length = random.Next(4, 9), start = random.Next(Math.Max(1, text.Length - length));
            if (start + length <= text.Length && IsChinese(text.AsSpan(start, length)))
            {
                return text.Substring(start, length);
            }
        }
    }

    private static bool IsChinese(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('一', '龥') < 0;
}
