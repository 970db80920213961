using JingJian.Text.Segmentation;

namespace JingJian.Text.Keywords;

/// <summary>The words that a text uses more than texts in general do, by TF-IDF.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>jieba.analyse.extract_tags</c>.</para>
/// <para><b>Guarantee.</b> jieba's words with jieba's scores: count / number of counted words × inverse document
/// frequency; a word without one gets the median. Words of one character and a few English function words do not
/// count. Equal scores come in the order of first occurrence.</para>
/// <para><b>Departures.</b> With the frequencies of an archive, these take the place of jieba's, and the keywords are the
/// words by which the text differs from the rest of the archive.</para>
/// <para><b>Threads.</b> Shared freely.</para>
/// </remarks>
/// <param name="segmenter">Cuts the text, and its lexicon knows the document frequencies.</param>
/// <param name="archive">The archive's own document frequencies, or null for those of the lexicon.</param>
public sealed class KeywordExtractor(Segmenter segmenter, DocumentFrequencies? archive = null)
{
    /// <summary>The <paramref name="top"/> best keywords of <paramref name="text"/>, best first.</summary>
    public IReadOnlyList<Keyword> Extract(string text, int top) => Extract([text], top);

    /// <summary>The <paramref name="top"/> best keywords of several texts taken as one.</summary>
    public IReadOnlyList<Keyword> Extract(IEnumerable<string> texts, int top)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(top);
        List<(string Word, int Count)> counts = Count(texts);
        double total = counts.Sum(item => (long)item.Count);
        return [.. counts
            .Select(item => new Keyword(item.Word, item.Count * (Idf(item.Word) / total)))
            .OrderByDescending(keyword => keyword.Score)
            .Take(top)];
    }

    /// <summary>How often each word that may be a keyword occurs, in the order of first occurrence.</summary>
    private List<(string Word, int Count)> Count(IEnumerable<string> texts)
    {
        var words = new List<TextSpan>();
        var counts = new List<(string Word, int Count)>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var byWord = indexes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string text in texts)
        {
            words.Clear();
            segmenter.Cut(text, words);
            foreach (TextSpan span in words)
            {
                Add(span.In(text));
            }
        }

        return counts;

        void Add(ReadOnlySpan<char> word)
        {
            if (!KeywordCandidates.Admits(word))
            {
                return;
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
    }

    private double Idf(string word) => archive?.Idf(word) ?? segmenter.Lexicon.Idf(word);
}
