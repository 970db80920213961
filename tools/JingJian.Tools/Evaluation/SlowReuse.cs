using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JingJian.Tools.Evaluation;

/// <summary>The definitions of reuse, written down as plainly as possible; they share no code with the engine.</summary>
public static partial class SlowReuse
{
    /// <summary>The textbook table.</summary>
    public static int Lcs(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                table[i, j] = a[i - 1] == b[j - 1]
                    ? table[i - 1, j - 1] + 1
                    : Math.Max(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[a.Length, b.Length];
    }

    /// <summary>2·LCS/(|a|+|b|).</summary>
    public static double Ratio(string a, string b) => 2.0 * Lcs(a, b) / (a.Length + b.Length);

    /// <summary>An upper bound of <see cref="Ratio"/>: a common subsequence uses each letter at most as often as both texts have it.</summary>
    public static double RatioAtMost(IReadOnlyDictionary<char, int> a, IReadOnlyDictionary<char, int> b, int lengths)
    {
        int common = 0;
        foreach ((char letter, int count) in a)
        {
            common += Math.Min(count, b.GetValueOrDefault(letter));
        }

        return 2.0 * common / lengths;
    }

    /// <summary>Share of the shorter covered by runs of <paramref name="run"/> letters that the longer contains; the first when equal.</summary>
    public static double Cover(string a, string b, int run = 13)
    {
        (string shorter, string longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var covered = new bool[shorter.Length];
        for (int start = 0; start + run <= shorter.Length; start++)
        {
            if (longer.AsSpan().IndexOf(shorter.AsSpan(start, run)) >= 0)
            {
                Array.Fill(covered, true, start, run);
            }
        }

        return (double)covered.Count(letter => letter) / shorter.Length;
    }

    /// <summary>NFKC; digits, punctuation, blanks and masks removed.</summary>
    public static string PlainLetters(string text)
    {
        string normal = Masks().Replace(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), "");
        return string.Concat(normal.Where(unit => char.GetUnicodeCategory(unit) is UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter));
    }

    /// <summary>Compares every text with every other; gives the true pairs, the earlier first.</summary>
    public static HashSet<(int A, int B)> TruePairs(IReadOnlyList<string> letters)
    {
        Dictionary<char, int>[] bags = [.. letters.Select(text => text.GroupBy(letter => letter).ToDictionary(same => same.Key, same => same.Count()))];
        var truth = new HashSet<(int, int)>();
        for (int b = 1; b < letters.Count; b++)
        {
            for (int a = 0; a < b; a++)
            {
                bool mayBeNear = RatioAtMost(bags[a], bags[b], letters[a].Length + letters[b].Length) >= 0.8;
                if ((mayBeNear && Ratio(letters[a], letters[b]) >= 0.8) || Cover(letters[a], letters[b]) >= 0.6)
                {
                    truth.Add((a, b));
                }
            }
        }

        return truth;
    }

    [GeneratedRegex("[x×_*○]+")]
    private static partial Regex Masks();
}
