using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>Puts the first hits of a search for one word in order by what the best of them say besides it.</summary>
/// <remarks>
/// <para><b>Source.</b> Feedback from the first answers as in Abdul-Jaleel and others, "UMass at TREC 2004: Novelty and HARD" (RM3).
/// With one word only its frequency and the length of a passage can tell passages apart, which says little of whether the passage is about it.</para>
/// <para><b>Departures.</b> One passage a family teaches, so that a text that was copied often is not all that counts.</para>
/// <para><b>Cost.</b> Cutting five texts, looking their words up, and passing over thirty texts for sixteen words.</para>
/// </remarks>
internal sealed class Feedback(RankedIndex index) : SecondLook(reach: 30, reason: "用词与最相关的几段相近")
{
    private const int Teachers = 5;
    private const int MostWords = 16;

    // What stands in one text only says nothing of the others.
    private const int FewestTexts = 2;

    private double best;
    private (string Text, float Idf, double Share)[] words = [];

    /// <summary>What a passage earns for saying what the best ones say, 0 or more.</summary>
    protected override float Of(int document)
    {
        ReadOnlySpan<char> text = index.Reader.Texts.TextOf(document);
        byte length = index.Reader.Texts.Lengths[document];
        double sum = 0;
        foreach ((string word, float idf, double share) in words)
        {
            int occurrences = StringFinder.CountIn(text, word);
            sum += occurrences > 0 ? share * index.Texts.Score(idf, occurrences, length, prefersWords: true) : 0;
        }

        return (float)(index.Options.FeedbackWeight * best * sum);
    }

    protected override void Learn(IReadOnlyList<Candidate> hits)
    {
        best = hits.Count > 0 ? hits[0].Score : 0;
        words = best > 0 ? Telling([.. hits.DistinctBy(hit => index.Reader.Columns.Groups[hit.Document]).Take(Teachers)]) : [];
    }

    /// <summary>The words that tell most of some passages, with their shares of 1.</summary>
    private (string Text, float Idf, double Share)[] Telling(Candidate[] teachers)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (Candidate teacher in teachers)
        {
            foreach ((string word, int occurrences) in WordsOf(teacher.Document))
            {
                weights[word] = weights.GetValueOrDefault(word) + (teacher.Score / best * occurrences / (occurrences + 1.0));
            }
        }

        (string Text, float Idf, double Weight)[] telling =
        [
            .. weights.Select(word => (Text: word.Key, Idf: IdfOf(word.Key), Weight: word.Value)).Where(word => word.Idf > 0)
                .Select(word => (word.Text, word.Idf, Weight: word.Weight * word.Idf))
                .OrderByDescending(word => word.Weight).ThenBy(word => word.Text, StringComparer.Ordinal).Take(MostWords),
        ];
        double all = telling.Sum(word => word.Weight);
        return [.. telling.Select(word => (word.Text, word.Idf, word.Weight / all))];
    }

    private Dictionary<string, int> WordsOf(int document)
    {
        ReadOnlySpan<char> text = index.Reader.Texts.TextOf(document);
        var spans = new List<TextSpan>();
        index.Cutter(text, spans);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (TextSpan span in spans)
        {
            ReadOnlySpan<char> word = span.In(text);
            if (word.Length > 1 && Folding.HasLetter(word) && !word.ContainsAnyInRange('0', '9'))
            {
                string its = word.ToString();
                counts[its] = counts.GetValueOrDefault(its) + 1;
            }
        }

        return counts;
    }

    /// <summary>How rare a word is; 0 where it hardly stands anywhere.</summary>
    private float IdfOf(string word) => index.Reader.Texts.WordCount(word) is >= FewestTexts and var texts ? index.Texts.Idf(texts) : 0;
}
