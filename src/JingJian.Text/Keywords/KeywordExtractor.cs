using JingJian.Text.Segmentation;

namespace JingJian.Text.Keywords;

/// <summary>The words that a text uses more than texts in general do, by TF-IDF.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>jieba.analyse.extract_tags</c>.</para>
/// <para><b>Guarantee.</b> jieba's words with jieba's scores: count / number of counted words × inverse document
/// frequency; a word without one gets the median. Words of one character and a few English function words do not
/// count. Equal scores come in the order of first occurrence.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
/// <param name="segmenter">Cuts the text, and its lexicon knows the document frequencies.</param>
public sealed class KeywordExtractor(Segmenter segmenter)
{
    /// <summary>The <paramref name="top"/> best keywords of <paramref name="text"/>, best first.</summary>
    public IReadOnlyList<Keyword> Extract(string text, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        List<(string Word, int Count)> counts = Count(text);
        double total = counts.Sum(item => (long)item.Count);
        return [.. counts
            .Select(item => new Keyword(item.Word, item.Count * (segmenter.Lexicon.Idf(item.Word) / total)))
            .OrderByDescending(keyword => keyword.Score)
            .Take(top)];
    }

    /// <summary>How often each word that may be a keyword occurs, in the order of first occurrence.</summary>
    private List<(string Word, int Count)> Count(string text)
    {
        var words = new List<TextSpan>();
        segmenter.Cut(text, words);
        var counts = new List<(string Word, int Count)>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var byWord = indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (TextSpan span in words)
        {
            ReadOnlySpan<char> word = span.In(text);
            if (!KeywordCandidates.Admits(word))
            {
                continue;
            }

            if (byWord.TryGetValue(word, out int index))
            {
                counts[index] = (counts[index].Word, counts[index].Count + 1);
            }
            else
            {
                byWord[word] = counts.Count;
                counts.Add((word.ToString(), 1));
            }
        }

        return counts;
    }
}
