using JingJian.Text.Segmentation;

namespace JingJian.Text.Keywords;

/// <summary>In how many paragraphs of an archive each word occurs: what is common there tells little about one report.</summary>
/// <remarks>
/// <para><b>Source.</b> K. Spärck Jones, "A statistical interpretation of term specificity", 1972: the logarithm of the number
/// of paragraphs over that of those with the word, plus one so that a word that is new to the archive has a weight too.</para>
/// <para><b>Guarantee.</b> Equal paragraphs count once if they are given once.</para>
/// <para><b>Threads.</b> Immutable.</para>
/// </remarks>
public sealed class DocumentFrequencies
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byWord;

    private DocumentFrequencies() => byWord = counts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many paragraphs were counted.</summary>
    public int Paragraphs { get; private set; }

    /// <summary>Counts the words of some paragraphs.</summary>
    public static DocumentFrequencies Of(IEnumerable<string> paragraphs, Segmenter segmenter)
    {
        var frequencies = new DocumentFrequencies();
        var words = new List<TextSpan>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var seenWord = seen.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string paragraph in paragraphs)
        {
            words.Clear();
            seen.Clear();
            segmenter.Cut(paragraph, words);
            frequencies.Paragraphs++;
            foreach (TextSpan span in words)
            {
                ReadOnlySpan<char> word = span.In(paragraph);
                if (KeywordCandidates.Admits(word) && seenWord.Add(word))
                {
                    frequencies.byWord[word] = frequencies.Count(word) + 1;
                }
            }
        }

        return frequencies;
    }

    /// <summary>In how many paragraphs a word occurs.</summary>
    public int Count(ReadOnlySpan<char> word) => byWord.TryGetValue(word, out int count) ? count : 0;

    /// <summary>The weight of a word: the rarer, the greater; never below 0.</summary>
    public double Idf(ReadOnlySpan<char> word) => Math.Log((1.0 + Paragraphs) / (1.0 + Count(word)));
}
