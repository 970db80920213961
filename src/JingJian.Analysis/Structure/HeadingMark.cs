using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>The numbering scheme of a line.</summary>
internal enum MarkScheme
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>第一章、第一部分.</summary>
    Chapter,

    /// <summary>一、.</summary>
    Chinese,

    /// <summary>（一）.</summary>
    ChineseInParentheses,

    /// <summary>1、 and 1. and １．.</summary>
    Arabic,

    /// <summary>(1) and ①.</summary>
    ArabicInParentheses,

    /// <summary>一是、一要、首先.</summary>
    Enumeration,

    /// <summary>——.</summary>
    Dash,

    /// <summary>A whole line in 【】.</summary>
    Bracket,
}

/// <summary>The mark at the start of a line: which scheme, which number, how long.</summary>
/// <param name="Scheme">The numbering scheme.</param>
/// <param name="Number">The number, 0 when the scheme has none.</param>
/// <param name="Length">How many characters of the line the mark takes.</param>
/// <param name="Quoted">Whether a <c>&gt;</c> stands in front: some sites set headings so.</param>
internal readonly partial record struct HeadingMark(MarkScheme Scheme, int Number, int Length, bool Quoted)
{
    private const string Numerals = "〇一二三四五六七八九十";

    /// <summary>Reads the mark of a line's content.</summary>
    public static HeadingMark Of(string content)
    {
        bool quoted = content.StartsWith('>');
        string line = quoted ? content[1..].TrimStart() : content;
        int skipped = content.Length - line.Length;
        foreach ((MarkScheme scheme, Regex pattern) in Patterns)
        {
            if (pattern.Match(line) is { Success: true } match)
            {
                return new HeadingMark(scheme, NumberOf(match.Groups["n"].Value), skipped + match.Length, quoted);
            }
        }

        return new HeadingMark(MarkScheme.None, 0, skipped, quoted);
    }

    private static readonly (MarkScheme Scheme, Regex Pattern)[] Patterns =
    [
        (MarkScheme.Chapter, ChapterPattern()),
        (MarkScheme.Chinese, ChinesePattern()),
        (MarkScheme.ChineseInParentheses, ChineseInParenthesesPattern()),
        (MarkScheme.Arabic, ArabicPattern()),
        (MarkScheme.ArabicInParentheses, ArabicInParenthesesPattern()),
        (MarkScheme.Enumeration, EnumerationPattern()),
        (MarkScheme.Dash, DashPattern()),
        (MarkScheme.Bracket, BracketPattern()),
    ];

    private static int NumberOf(string digits)
    {
        if (digits.Length == 0)
        {
            return 0;
        }

        if (digits[0] is >= '①' and <= '⑳')
        {
            return digits[0] - '①' + 1;
        }

        if (char.IsAsciiDigit(digits[0]) || digits[0] is >= '０' and <= '９')
        {
            return digits.Aggregate(0, (value, digit) => (value * 10) + (digit % 16 % 10));
        }

        int ten = digits.IndexOf('十', StringComparison.Ordinal);
        int Units(string part) => part.Length == 0 ? 0 : Numerals.IndexOf(part[^1], StringComparison.Ordinal);
        return ten < 0 ? Units(digits) : (Math.Max(1, Units(digits[..ten])) * 10) + Units(digits[(ten + 1)..]);
    }

    [GeneratedRegex(@"^第(?<n>[一二三四五六七八九十]{1,3})(?:章|部分|篇)[\s　:：、]*")]
    private static partial Regex ChapterPattern();

    [GeneratedRegex(@"^(?<n>[一二三四五六七八九十]{1,3})(?:[、．.]|[，,](?=[^，,。]{2,30}$))\s*")]
    private static partial Regex ChinesePattern();

    [GeneratedRegex(@"^[（(](?<n>[一二三四五六七八九十]{1,3})[)）][、.]?\s*")]
    private static partial Regex ChineseInParenthesesPattern();

    [GeneratedRegex(@"^(?<n>[0-9０-９]{1,2})(?:[、．]|[.](?![0-9])|[，,](?=[^0-9]))\s*")]
    private static partial Regex ArabicPattern();

    [GeneratedRegex(@"^(?:[（(](?<n>[0-9０-９]{1,2})[)）]|(?<n>[0-9]{1,2})[)）]|(?<n>[①-⑳]))[、.]?\s*")]
    private static partial Regex ArabicInParenthesesPattern();

    [GeneratedRegex(@"^(?:(?<n>[一二三四五六七八九十])(?:是(?!年|个)|要|抓)|首先|其次|再次|最后)[，,、：:]?")]
    private static partial Regex EnumerationPattern();

    [GeneratedRegex(@"^(?:——+|--+|－－+|[●■◆▲★])\s*")]
    private static partial Regex DashPattern();

    [GeneratedRegex(@"^【(?=[^】]{1,40}】$)")]
    private static partial Regex BracketPattern();
}
