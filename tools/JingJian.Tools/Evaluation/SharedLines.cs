using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Text.Sequences;

namespace JingJian.Tools.Evaluation;

/// <summary>Which texts share lines: those that have most stretches of eight letters in common.</summary>
/// <remarks>Written apart from the product's reuse detection, so that the split does not depend on what it splits for.</remarks>
public static class SharedLines
{
    /// <summary>Lines with fewer letters are formulas and headings.</summary>
    private const int LeastLetters = 18;
    private const int Stretch = 8;

    /// <summary>A line that has this share of its stretches in one other line is a copy.</summary>
    private const double Copied = 0.5;

    /// <summary>The labelled lines of a sample that are long enough to be copies.</summary>
    public static IReadOnlyList<string> TextsOf(FunctionSample sample) =>
        [.. sample.Document.Blocks.Where(block => sample.Labels[block.Ordinal] is not null).Select(block => Letters(block.Text.Text)).Where(text => text.Length >= LeastLetters)];

    /// <summary>Numbers the groups of texts that share a line, directly or through others.</summary>
    public static int[] Groups(IReadOnlyList<IReadOnlyList<string>> texts)
    {
        int[] parents = [.. Enumerable.Range(0, texts.Count)];
        int Root(int item)
        {
            while (parents[item] != item)
            {
                item = parents[item] = parents[parents[item]];
            }

            return item;
        }

        Dictionary<ulong, List<int>> lines = Postings(texts.SelectMany(lines => lines));
        int[] owner = [.. texts.SelectMany((lines, index) => lines.Select(_ => index))];
        int line = 0;
        foreach (string text in texts.SelectMany(lines => lines))
        {
            foreach (int other in Copies(text, lines))
            {
                int left = Root(owner[line]), right = Root(owner[other]);
                parents[Math.Max(left, right)] = Math.Min(left, right);
            }

            line++;
        }

        return [.. Enumerable.Range(0, texts.Count).Select(Root)];
    }

    /// <summary>The share of lines that are copies of a line of another set.</summary>
    public static double CopyRate(IEnumerable<string> tested, IEnumerable<string> trained)
    {
        Dictionary<ulong, List<int>> lines = Postings(trained);
        int copies = 0, count = 0;
        foreach (string text in tested)
        {
            count++;
            copies += Copies(text, lines).Any() ? 1 : 0;
        }

        return count == 0 ? 0 : copies / (double)count;
    }

    private static Dictionary<ulong, List<int>> Postings(IEnumerable<string> texts)
    {
        Dictionary<ulong, List<int>> lines = [];
        int line = 0;
        foreach (string text in texts)
        {
            foreach (ulong key in Stretches(text))
            {
                if (!lines.TryGetValue(key, out List<int>? list))
                {
                    lines.Add(key, list = []);
                }

                list.Add(line);
            }

            line++;
        }

        return lines;
    }

    private static IEnumerable<int> Copies(string text, Dictionary<ulong, List<int>> lines)
    {
        HashSet<ulong> stretches = Stretches(text);
        return stretches.Where(lines.ContainsKey).SelectMany(key => lines[key]).GroupBy(line => line)
            .Where(line => line.Count() >= Copied * stretches.Count).Select(line => line.Key);
    }

    private static HashSet<ulong> Stretches(string text) =>
        [.. Enumerable.Range(0, Math.Max(0, text.Length - Stretch + 1)).Select(start => FeatureKey.Of(text.AsSpan(start, Stretch)))];

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char unit in text.Where(unit => char.IsLetter(unit)))
        {
            letters.Append(unit);
        }

        return letters.ToString();
    }
}
