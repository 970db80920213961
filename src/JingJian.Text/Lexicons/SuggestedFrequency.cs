using JingJian.Text.Segmentation;

namespace JingJian.Text.Lexicons;

/// <summary>The smallest frequency that makes a new word more probable than the words it would be divided into.</summary>
/// <remarks>
/// <para><b>Source.</b> jieba 0.42.1, <c>suggest_freq</c>, with its arithmetic.</para>
/// <para>Written for words, not for texts: it divides by trying all substrings that begin a word.</para>
/// </remarks>
internal static class SuggestedFrequency
{
    /// <summary>Suggests a frequency for <paramref name="word"/>.</summary>
    /// <param name="word">The new word.</param>
    /// <param name="frequencyOf">The frequency of a word, 0 for a mere beginning of words, null for what begins none.</param>
    /// <param name="total">The sum of all frequencies.</param>
    public static int Of(string word, Func<string, int?> frequencyOf, long total)
    {
        double product = 1;
        foreach (string part in Divide(word, frequencyOf, total))
        {
            product *= (frequencyOf(part) ?? 1) / (double)total;
        }

        return Math.Max((int)(product * total) + 1, frequencyOf(word) ?? 1);
    }

    private static List<string> Divide(string text, Func<string, int?> frequencyOf, long total)
    {
        var parts = new List<string>();
        var blocks = new Blocks<CutLetters>(text);
        while (blocks.Next())
        {
            string stretch = blocks.Span.In(text).ToString();
            if (blocks.IsBlock)
            {
                AddRoute(stretch, frequencyOf, Math.Log(total), parts);
            }
            else
            {
                parts.Add(stretch);
            }
        }

        return parts;
    }

    private static void AddRoute(string block, Func<string, int?> frequencyOf, double logTotal, List<string> parts)
    {
        var route = new (double Score, int End)[block.Length + 1];
        for (int from = block.Length - 1; from >= 0; from--)
        {
            route[from] = (Math.Log(1) - logTotal + route[from + 1].Score, from + 1);
            bool found = false;
            for (int end = from + 1; end <= block.Length && frequencyOf(block[from..end]) is int frequency; end++)
            {
                if (frequency > 0 && Math.Log(frequency) - logTotal + route[end].Score is var score && (!found || score >= route[from].Score))
                {
                    route[from] = (score, end);
                    found = true;
                }
            }
        }

        var ends = new int[block.Length];
        for (int i = 0; i < ends.Length; i++)
        {
            ends[i] = route[i].End;
        }

        var spans = new List<TextSpan>();
        LatinJoiner.Cut(block, 0, spans, ends);
        parts.AddRange(spans.Select(span => span.In(block).ToString()));
    }
}
