using JingJian.Archive;
using JingJian.Text;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Services;

/// <summary>What people might look for in an archive: words that stand together in its paragraphs, one in ten a quoted phrase.</summary>
internal static class DrawnQueries
{
    private const int ShortestParagraph = 40;
    private const int MostWords = 3;
    private const int PhraseCharacters = 6;
    private const int Phrases = 10;

    /// <summary>Draws so many, mostly different, from stored paragraphs.</summary>
    public static string[] From(IReadOnlyList<string> paragraphs, int count, Random random)
    {
        Segmenter segmenter = Models.OpenSegmenter(Models.DefaultFolder);
        string[] texts = [.. paragraphs.Where(text => text.Count(IsChinese) >= ShortestParagraph)];
        return [.. Enumerable.Range(0, count).Select(i => Draw(segmenter, texts[random.Next(texts.Length)], i % Phrases == 0, random))];
    }

    private static string Draw(Segmenter segmenter, string text, bool isPhrase, Random random)
    {
        var spans = new List<TextSpan>();
        segmenter.Cut(text, spans);
        string[] words = [.. spans.Select(span => span.In(text).ToString()).Where(word => word.Length > 1 && word.All(IsChinese)).Distinct(StringComparer.Ordinal)];
        int start = random.Next(text.Length - PhraseCharacters);
        string phrase = text.Substring(start, PhraseCharacters);
        if (isPhrase && phrase.All(IsChinese))
        {
            return $"“{phrase}”";
        }

        random.Shuffle(words);
        return string.Join(' ', words.Take(random.Next(1, MostWords + 1)));
    }

    private static bool IsChinese(char letter) => letter is >= '\u4E00' and <= '\u9FFF';
}
