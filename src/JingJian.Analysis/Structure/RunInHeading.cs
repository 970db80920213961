using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>Finds the heading that a paragraph begins with, on the same line.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. （一）抓学习。我们…… has a stop behind its heading. 一、加强领导在区委的领导下…… has lost it: there the body begins
/// with the first words that open sentences and do not stand in headings (在……下, 今年, 我们, 一是 …), if what is before them is as
/// long as a heading and what is behind them is longer.</para>
/// <para><b>Guarantee.</b> Follows from the text alone.</para>
/// </remarks>
public static partial class RunInHeading
{
    /// <summary>The headings of the labelled compilations end near 45 characters, those without a stop behind them earlier.</summary>
    private const int Longest = 45;

    private const int LongestGlued = 32;

    private const int Shortest = 3;

    /// <summary>What follows is a body only when it is longer than this.</summary>
    private const int ShortestBody = 24;

    /// <summary>Behind a stop a whole sentence is enough; 1、落实责任。加强领导。 is two short ones.</summary>
    private const int ShortestSentence = 14;

    /// <summary>The heading, its mark included and the stop behind it not; null when the paragraph has none.</summary>
    public static TextSpan? Of(string text) => Of(text, HeadingMark.Of(text));

    /// <summary>The words of the heading that a block opens a section with: all of a heading's line, the first of such a paragraph.</summary>
    public static string HeadingOf(BlockKind kind, string text) =>
        kind == BlockKind.Paragraph && Of(text) is { } heading ? heading.In(text).ToString() : text;

    /// <summary>Where the body begins behind a heading: the stop, blanks and the signs of bold between them are passed over.</summary>
    public static int BodyStart(string text, TextSpan heading)
    {
        int start = heading.End;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '。' or '：' or ':' or '！' or '*'))
        {
            start++;
        }

        return start;
    }

    /// <summary>The heading of a paragraph whose mark is known.</summary>
    internal static TextSpan? Of(string text, HeadingMark mark)
    {
        if (mark.Scheme == MarkScheme.None && !text.StartsWith("**", StringComparison.Ordinal))
        {
            return null;
        }

        if (Bold().Match(text) is { Success: true } bold && text.Length - bold.Length > ShortestBody)
        {
            return new TextSpan(bold.Groups["h"].Index, bold.Groups["h"].Length);
        }

        if (mark.Scheme is MarkScheme.None or MarkScheme.Enumeration or MarkScheme.Bracket || text.Length < mark.Length + Shortest + ShortestSentence)
        {
            return null;
        }

        TextSpan? stopped = Stopped(text, mark.Length);
        TextSpan? glued = Glued(text, mark.Length, stopped is null ? BodyOpener() : ListOpener());
        return glued is { } inside && (stopped is null || inside.End < stopped.Value.End) ? glued : stopped;
    }

    private static TextSpan? Stopped(string text, int from)
    {
        int stop = text.AsSpan(from, Math.Min(Longest, text.Length - from)).IndexOfAny('。', '：', ':') is var at and >= 0 ? from + at : -1;
        return stop >= from + Shortest && text.Length - stop > (text[stop] == '。' ? ShortestSentence : ShortestBody) ? TextSpan.Between(0, stop) : null;
    }

    private static TextSpan? Glued(string text, int from, Regex opener)
    {
        foreach (ValueMatch match in opener.EnumerateMatches(text.AsSpan(0, Math.Min(text.Length, from + LongestGlued + 4)), from + Shortest + 1))
        {
            return match.Index - from <= LongestGlued && text.Length - match.Index > ShortestBody ? TextSpan.Between(0, match.Index) : null;
        }

        return null;
    }

    // **食堂一天也没有停。**
    [GeneratedRegex(@"^\*\*(?<h>[^*]{3,45})[。：:！]\*\*(?!\*)")]
    private static partial Regex Bold();

    // Where a stop ends the heading, only a list that begins before it is glued to it.
    [GeneratedRegex("(?<![，、；])(?:一是|首先，)")]
    private static partial Regex ListOpener();

    // The words before must end a phrase: 深入在 and 坚持在 go on.
    [GeneratedRegex("(?<![，、；深入坚持努力进一步切实认真积极扎实大力紧])(?:在[^，。]{2,16}(?:领导|指导|支持|关心|基础)|今年(?:以来)?|一年来|近年来|我们|我国|我[局镇校院厂会区县市乡处站园矿司](?!们)|一是|首先，|按照|根据|围绕|通过|随着|为[了使进])")]
    private static partial Regex BodyOpener();
}
