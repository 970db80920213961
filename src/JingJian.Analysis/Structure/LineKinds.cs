using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Decides for every logical line whether it is a title, a heading, a paragraph or noise.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. Only four lines in ten that carry a mark are headings, and the same mark is a chapter in
/// one report and a list item in the next; so a line is judged with its neighbours: a heading has something below it.</para>
/// <para>The lengths come from the labelled compilations: headings have a median of 19 characters and end near 45.</para>
/// </remarks>
internal static partial class LineKinds
{
    private const int LongestHeading = 45;
    private const int LongestBareHeading = 22;
    private const int ShortestTeaser = 20;

    /// <summary>The kind of each line.</summary>
    public static BlockKind[] Of(IReadOnlyList<LogicalLine> lines)
    {
        var kinds = new BlockKind[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            kinds[i] = Kind(lines, i);
        }

        return kinds;
    }

    private static BlockKind Kind(IReadOnlyList<LogicalLine> lines, int i)
    {
        string text = lines[i].Text.Text;
        return text switch
        {
            _ when IsTeaser(lines, i) => BlockKind.Noise,
            _ when TitleLine.Looks(text) && !IsListItem(lines, i) => BlockKind.Title,
            _ when IsResidue(lines[i]) => BlockKind.Noise,
            _ when IsHeading(lines, i) => BlockKind.Heading,
            _ => BlockKind.Paragraph,
        };
    }

    /// <summary>A site puts a truncated copy of the beginning in front, or lists truncated beginnings of other articles.</summary>
    private static bool IsTeaser(IReadOnlyList<LogicalLine> lines, int i)
    {
        string text = lines[i].Text.Text;
        if (!TeaserEnd().IsMatch(text) || text.Length < ShortestTeaser)
        {
            return false;
        }

        string passage = text.Substring(text.Length / 2, Math.Min(12, text.Length / 4));
        return lines.Skip(i + 1).Take(3).Any(next => next.Text.Text.Contains(passage, StringComparison.Ordinal))
            || (i > 0 && TeaserEnd().IsMatch(lines[i - 1].Text.Text))
            || (i + 1 < lines.Count && TeaserEnd().IsMatch(lines[i + 1].Text.Text));
    }

    private static bool IsResidue(LogicalLine line)
    {
        string text = line.Text.Text;
        return DateLine().IsMatch(text) || Salutation().IsMatch(text) || SiteWords().IsMatch(text)
            || (line.Mark.Scheme == MarkScheme.None && Signature().IsMatch(text)) || !text.Any(char.IsLetterOrDigit);
    }

    private static bool IsHeading(IReadOnlyList<LogicalLine> lines, int i)
    {
        LogicalLine line = lines[i];
        string text = line.Text.Text;
        if (text.Length > LongestHeading || i + 1 >= lines.Count || line.Lines.Length > 1)
        {
            return false;
        }

        if (line.Mark.Quoted || line.Mark.Scheme == MarkScheme.Bracket)
        {
            return true;
        }

        return line.Mark.Scheme == MarkScheme.None ? IsBareHeading(lines, i) : IsMarkedHeading(lines, i);
    }

    private static bool IsMarkedHeading(IReadOnlyList<LogicalLine> lines, int i)
    {
        LogicalLine line = lines[i];
        string text = line.Text.Text;
        // 一、……；二、……； are items of one sentence. A clause that ends in a comma goes on.
        if (text[^1] is '；' or ';' or '、' || text.Length <= line.Mark.Length + 1
            || text.AsSpan(0, text.Length - 1).Contains('。'))
        {
            return false;
        }

        return !IsListItem(lines, i);
    }

    /// <summary>A marked line without anything of its own below: its sibling, or what ends the list, follows at once.</summary>
    private static bool IsListItem(IReadOnlyList<LogicalLine> lines, int i)
    {
        LogicalLine line = lines[i];
        if (line.Mark.Scheme == MarkScheme.None)
        {
            return false;
        }

        bool hasNothingBelow = i + 1 >= lines.Count || IsSibling(line, lines[i + 1]) || TitleLine.Looks(lines[i + 1].Text.Text)
            || ClosesList(lines, i, lines[i + 1].Mark);
        if (hasNothingBelow)
        {
            // 4、…… without a body is still a heading where 3、…… above has one.
            return !SiblingAboveHasBody(lines, i);
        }

        // The last item of a list of one-liners: the sibling before it stands right above, and running text follows.
        return lines[i + 1].Mark.Scheme == MarkScheme.None && i > 0 && IsSibling(lines[i - 1], line) && lines[i - 1].Text.Text.Length <= LongestHeading;
    }

    private static bool IsSibling(LogicalLine line, LogicalLine next) =>
        next.Mark.Scheme == line.Mark.Scheme && next.Mark.Quoted == line.Mark.Quoted;

    /// <summary>Whether the mark that follows stands above this line in the tree: met going up before any sibling is passed,
    /// it is nested below; met after the siblings, or for a first item customarily higher, it closes the list.</summary>
    private static bool ClosesList(IReadOnlyList<LogicalLine> lines, int i, HeadingMark next)
    {
        if (next.Scheme == MarkScheme.None)
        {
            return false;
        }

        if (lines[i].Mark.Number <= 1)
        {
            return next.Scheme < lines[i].Mark.Scheme;
        }

        for (int above = i - 1; above >= 0 && !TitleLine.Looks(lines[above].Text.Text); above--)
        {
            if (lines[above].Mark.Scheme == next.Scheme)
            {
                return false;
            }

            if (IsSibling(lines[above], lines[i]))
            {
                return next.Scheme < lines[i].Mark.Scheme || next.Quoted;
            }
        }

        return false;
    }

    private static bool SiblingAboveHasBody(IReadOnlyList<LogicalLine> lines, int i)
    {
        for (int above = i - 1; above > 0 && !TitleLine.Looks(lines[above].Text.Text); above--)
        {
            if (IsSibling(lines[above], lines[i]))
            {
                return lines[above].Text.Text.Length <= LongestHeading && above + 1 < i
                    && lines[above].Mark.Number == lines[i].Mark.Number - 1;
            }
        }

        return false;
    }

    private static bool IsBareHeading(IReadOnlyList<LogicalLine> lines, int i)
    {
        string text = lines[i].Text.Text;
        string next = lines[i + 1].Text.Text;
        bool above = i == 0 || lines[i - 1].Text.Text[^1] is '。' or '！' or '”' or '；' or '.' or '：' or ':' || lines[i - 1].Text.Text.Length > LongestHeading;
        return above && text.Length is >= 3 and <= LongestBareHeading && next.Length > text.Length
            && (LabelEnd().IsMatch(text) || (char.IsLetterOrDigit(text[^1]) && !text.AsSpan().ContainsAny("，。；！？")));
    }

    [GeneratedRegex(@"(?:…+|\.{3,})$")]
    private static partial Regex TeaserEnd();

    // 2021年12月28日 · 二〇二一年十二月 · 20xx年x月x日
    [GeneratedRegex(@"^[（(]?[\s\d一二三四五六七八九十〇零_xX×*]{2,6}年[\s\d一二三四五六七八九十_xX×*]{0,4}(?:月[\s\d一二三四五六七八九十_xX×*]{0,4}日?)?[)）]?$")]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^(?:尊敬的|各位)[^。]{0,30}[：:，,！!]$")]
    private static partial Regex Salutation();

    [GeneratedRegex(@"^【?(?:关键词|关键字|作者(?:单位|简介)|下一页|上一页|上一篇|下一篇|相关(?:文章|推荐|阅读)|推荐阅读|延伸阅读|更多(?:文章|内容))|小编|当前网页未完全显示|点击下载|下载本文|范文网|版权(?:所有|声明)")]
    private static partial Regex SiteWords();

    // An organisation alone on its line, date perhaps behind it: 青禾县总工会　2021年12月28日
    [GeneratedRegex(@"^[_×xX*]*[^，。；：！？、\s]{2,24}(?:委员会|人民政府|总工会|工会|局|公司|学校|中学|小学|医院|办公室|党委|党支部)(?:[\s　]*\d{4}年\d{1,2}月(?:\d{1,2}日)?)?$")]
    private static partial Regex Signature();

    [GeneratedRegex(@"[：:]$")]
    private static partial Regex LabelEnd();
}
