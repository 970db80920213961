using System.Text.RegularExpressions;

namespace JingJian.Analysis.Reuse;

/// <summary>The order in time of words that date a text.</summary>
internal static partial class Terms
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The latest year that is written out; null when there is none or it is masked.</summary>
    public static int? YearIn(string words)
    {
        int? latest = null;
        foreach (ValueMatch match in Year().EnumerateMatches(words))
        {
            ReadOnlySpan<char> digits = words.AsSpan(match.Index, 4);
            int year = 0;
            foreach (char digit in digits)
            {
                year = (year * 10) + (char.IsAsciiDigit(digit) ? digit - '0' : Digits.IndexOf(digit == '零' ? '〇' : digit, StringComparison.Ordinal));
            }

            latest = latest is null ? year : Math.Max(latest.Value, year);
        }

        return latest;
    }

    /// <summary>Below zero when the first congress or plan is the earlier one; null when they cannot be compared.</summary>
    public static int? Compare(string from, string to)
    {
        (int Congress, int Session)? a = CongressIn(from), b = CongressIn(to);
        if (a is not null && b is not null)
        {
            return a.Value.CompareTo(b.Value);
        }

        return PlanIn(from) - PlanIn(to);
    }

    private static (int Congress, int Session)? CongressIn(string words)
    {
        (int Congress, int Session)? latest = null;
        foreach (Match match in Congress().Matches(words))
        {
            int session = match.Groups["session"].Value is { Length: 1 } value ? Digits.IndexOf(value[0], StringComparison.Ordinal) : 0;
            (int, int) found = (NumberOf(match.Groups["number"].Value), session);
            latest = latest is null || found.CompareTo(latest.Value) > 0 ? found : latest;
        }

        return latest;
    }

    private static int? PlanIn(string words) => Plan().Match(words) is { Success: true } match ? NumberOf(match.Groups["number"].Value) : null;

    /// <summary>十八 is 18, 二十 is 20.</summary>
    private static int NumberOf(string numerals)
    {
        int ten = numerals.IndexOf('十', StringComparison.Ordinal);
        int tens = ten <= 0 ? 1 : Digits.IndexOf(numerals[ten - 1], StringComparison.Ordinal);
        int ones = ten + 1 < numerals.Length ? Digits.IndexOf(numerals[ten + 1], StringComparison.Ordinal) : 0;
        return (tens * 10) + ones;
    }

    [GeneratedRegex("(?:19|20)[0-9]{2}|二[〇零][〇零一二三四五六七八九]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex("(?<number>[一二三四五六七八九]?十[一二三四五六七八九]?)(?:大|届(?:(?<session>[一二三四五六七])中)?)", RegexOptions.CultureInvariant)]
    private static partial Regex Congress();

    [GeneratedRegex("(?<number>十[一二三四五])五", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();
}
