using JingJian.Text.Lexicons;

namespace JingJian.Tests.Text;

/// <summary>jieba's default mode written down as plainly as possible: substrings, dictionaries and regular expressions.</summary>
internal static class SlowJieba
{
    public static List<string> BestRoute(Lexicon lexicon, string block, double logTotal)
    {
        var route = new (double Score, int End)[block.Length + 1];
        for (int from = block.Length - 1; from >= 0; from--)
        {
            int[] ends = [.. Enumerable.Range(from + 1, block.Length - from).Where(end => lexicon.Contains(block.AsSpan(from, end - from)))];
            route[from] = (ends.Length == 0 ? [from + 1] : ends)
                .Select(end => (Math.Log(Math.Max(1, lexicon.Frequency(block.AsSpan(from, end - from)))) - logTotal + route[end].Score, end))
                .Max();
        }

        var words = new List<string>();
        for (int at = 0; at < block.Length; at = route[at].End)
        {
            words.Add(block[at..route[at].End]);
        }

        return words;
    }
}
