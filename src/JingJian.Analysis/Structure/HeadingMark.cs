using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>The numbering scheme of a line.</summary>
internal enum MarkScheme
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>第一编、第一篇、第一部分.</summary>
    Part,

    /// <summary>第一章.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    ChapterSection,

    /// <summary>一、.</summary>
    Chinese,

    /// <summary>（一）.</summary>
    ChineseInParentheses,

    /// <summary>1、 and 1. and １．.</summary>
    Arabic,

    /// <summary>1.1 and 1.1.2.</summary>
    Decimal,

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
    /// <summary>How many # of Markdown stand in front of the line; 0 when none do.</summary>
    public int Depth { get; init; }

    private const string Numerals = "〇一二三四五六七八九十";
    private const string MarkStarts = "一二三四五六七八九十第（(首其再最—-－●■◆▲★【";

    /// <summary>Reads the mark of a line's content.</summary>
    public static HeadingMark Of(ReadOnlySpan<char> content)
    {
        bool quoted = content.StartsWith('>');
        ReadOnlySpan<char> line = quoted ? content[1..].TrimStart() : content;
        int skipped = content.Length - line.Length;
        if (line.IsEmpty || !MayStartMark(line[0]))
        {
            return new HeadingMark(MarkScheme.None, 0, skipped, quoted);
        }

        foreach ((MarkScheme scheme, Regex pattern) in Patterns)
        {
            foreach (ValueMatch match in pattern.EnumerateMatches(line))
            {
                return new HeadingMark(scheme, NumberOf(line[..match.Length]), skipped + match.Length, quoted);
            }
        }

        return new HeadingMark(MarkScheme.None, 0, skipped, quoted);
    }

    /// <summary>Whether another mark is of the same series.</summary>
    public bool IsSibling(HeadingMark other) => Scheme == other.Scheme && Quoted == other.Quoted;

    /// <summary>What any of the patterns can start with: most lines are told apart by their first character.</summary>
    private static bool MayStartMark(char c) =>
        char.IsAsciiDigit(c) || c is (>= '０' and <= '９') or (>= '①' and <= '⑳') || MarkStarts.Contains(c, StringComparison.Ordinal);

    private static readonly (MarkScheme Scheme, Regex Pattern)[] Patterns =
    [
        (MarkScheme.Part, PartPattern()),
        (MarkScheme.Chapter, ChapterPattern()),
        (MarkScheme.ChapterSection, ChapterSectionPattern()),
        (MarkScheme.Chinese, ChinesePattern()),
        (MarkScheme.ChineseInParentheses, ChineseInParenthesesPattern()),
        (MarkScheme.Arabic, ArabicPattern()),
        (MarkScheme.Decimal, DecimalPattern()),
        (MarkScheme.ArabicInParentheses, ArabicInParenthesesPattern()),
        (MarkScheme.Enumeration, EnumerationPattern()),
        (MarkScheme.Dash, DashPattern()),
        (MarkScheme.Bracket, BracketPattern()),
    ];

    /// <summary>The number in a mark; 0 where it has none.</summary>
    private static int NumberOf(ReadOnlySpan<char> mark)
    {
        int value = 0;
        for (int at = 0; at < mark.Length; at++)
        {
            char c = mark[at];
            value = c switch
            {
                >= '①' and <= '⑳' => c - '①' + 1,
                >= '0' and <= '9' => (value * 10) + (c - '0'),
                >= '０' and <= '９' => (value * 10) + (c - '０'),
                '十' => Math.Max(1, value) * 10,
                // Of 1.2 the last number counts.
                '.' or '．' => at + 1 < mark.Length && char.IsAsciiDigit(mark[at + 1]) ? 0 : value,
                _ when Numerals.IndexOf(c, StringComparison.Ordinal) is var digit and > 0 => value + digit,
                _ => value,
            };
        }

        return value;
    }

    [GeneratedRegex(@"^第[一二三四五六七八九十]{1,3}(?:编|部分|篇)[\s　:：、]*")]
    private static partial Regex PartPattern();

    [GeneratedRegex(@"^第[一二三四五六七八九十]{1,3}章[\s　:：、]*")]
    private static partial Regex ChapterPattern();

    [GeneratedRegex(@"^第[一二三四五六七八九十]{1,3}节(?!课)[\s　:：、]*")]
    private static partial Regex ChapterSectionPattern();

    [GeneratedRegex(@"^[一二三四五六七八九十]{1,3}(?:\s?、|[．.](?![0-9])|[，,](?=[^。]{2,40}$))\s*")]
    private static partial Regex ChinesePattern();

    [GeneratedRegex(@"^[（(][一二三四五六七八九十]{1,3}[)）][、.]?\s*")]
    private static partial Regex ChineseInParenthesesPattern();

    [GeneratedRegex(@"^[0-9０-９]{1,2}(?:[、．]|[.](?![0-9])|[，,](?=[^0-9]))\s*")]
    private static partial Regex ArabicPattern();

    // 1.1工作概览, never 1.1亿元 nor 3.5个百分点.
    // 1.1 and, where Word counts the chapters 一、 二、, 一.1
    [GeneratedRegex(@"^(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}(?=[.．]))(?:[.．][0-9]{1,2}){1,2}[、.]?\s*(?=[\u4E00-\u9FFF])(?![万亿倍元个吨亩米升度级折公平千百])")]
    private static partial Regex DecimalPattern();

    [GeneratedRegex(@"^(?:[（(][0-9０-９]{1,2}[)）]|[0-9]{1,2}[)）]|[①-⑳])[、.]?\s*")]
    private static partial Regex ArabicInParenthesesPattern();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十](?:是(?!年|个)|要|抓)|首先|其次|再次|最后)[，,、：:]?")]
    private static partial Regex EnumerationPattern();

    [GeneratedRegex(@"^(?:——+|--+|－－+|[●■◆▲★])\s*")]
    private static partial Regex DashPattern();

    [GeneratedRegex(@"^【(?=[^】]{1,40}】$)")]
    private static partial Regex BracketPattern();
}
