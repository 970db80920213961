using System.Buffers;
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

    /// <summary>A line without a mark that is longer than this is no heading.</summary>
    public const int LongestBareHeading = 22;

    private const int ShortestTeaser = 20;

    /// <summary>How many bare lines may stand at the end of a report: related titles, a signature, a date.</summary>
    private const int LongestTail = 6;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，。；！？：、…");

    /// <summary>The kind of each line.</summary>
    public static BlockKind[] Of(IReadOnlyList<LogicalLine> lines)
    {
        var kinds = new BlockKind[lines.Count];
        var marks = new MarksAbove();
        for (int i = 0; i < lines.Count; i++)
        {
            kinds[i] = Kind(lines, i, marks);
            marks.Pass(i, lines[i]);
        }

        return kinds;
    }

    private static BlockKind Kind(IReadOnlyList<LogicalLine> lines, int i, MarksAbove marks) => lines[i] switch
    {
        _ when IsTeaser(lines, i) => BlockKind.Noise,
        { LooksLikeTitle: true } when !IsListItem(lines, i, marks) => BlockKind.Title,
        _ when IsResidue(lines[i]) || IsTail(lines, i) => BlockKind.Noise,
        _ when IsHeading(lines, i, marks) => BlockKind.Heading,
        _ => BlockKind.Paragraph,
    };

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

    /// <summary>Bare lines with nothing below them: what follows the last sentence of a report and is followed by the next
    /// title, or by nothing.</summary>
    private static bool IsTail(IReadOnlyList<LogicalLine> lines, int i)
    {
        int end = i;
        while (end < lines.Count && end - i <= LongestTail && IsBare(lines[end]))
        {
            end++;
        }

        return end > i && (end == lines.Count || lines[end].LooksLikeTitle) && HasSentencesAbove(lines, i);
    }

    private static bool IsBare(LogicalLine line) =>
        line is { Mark: { Scheme: MarkScheme.None, Quoted: false }, LooksLikeTitle: false } && line.Text.Text.Length <= LongestBareHeading
        && (IsResidue(line) || !line.Text.Text.AsSpan().ContainsAny(Punctuation));

    private static bool HasSentencesAbove(IReadOnlyList<LogicalLine> lines, int i)
    {
        int above = i - 1;
        while (above >= 0 && i - above <= LongestTail && IsBare(lines[above]))
        {
            above--;
        }

        return above >= 0 && lines[above].Text.Text[^1] is '。' or '！' or '”' or '？' or '.';
    }

    private static bool IsHeading(IReadOnlyList<LogicalLine> lines, int i, MarksAbove marks)
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

        return line.Mark.Scheme == MarkScheme.None ? IsBareHeading(lines, i) : IsMarkedHeading(lines, i, marks);
    }

    private static bool IsMarkedHeading(IReadOnlyList<LogicalLine> lines, int i, MarksAbove marks)
    {
        LogicalLine line = lines[i];
        string text = line.Text.Text;
        // 一、……；二、……； are items of one sentence. A clause that ends in a comma goes on.
        if (text[^1] is '；' or ';' or '、' || text.Length <= line.Mark.Length + 1
            || text.AsSpan(0, text.Length - 1).Contains('。'))
        {
            return false;
        }

        return !IsListItem(lines, i, marks);
    }

    /// <summary>A marked line without anything of its own below: its sibling, or what ends the list, follows at once.</summary>
    private static bool IsListItem(IReadOnlyList<LogicalLine> lines, int i, MarksAbove marks)
    {
        LogicalLine line = lines[i];
        if (line.Mark.Scheme == MarkScheme.None)
        {
            return false;
        }

        bool hasNothingBelow = i + 1 >= lines.Count || line.Mark.IsSibling(lines[i + 1].Mark) || lines[i + 1].LooksLikeTitle
            || ClosesList(line.Mark, lines[i + 1].Mark, marks);
        if (hasNothingBelow)
        {
            // 4、…… without a body is still a heading where 3、…… above has one.
            return !SiblingAboveHasBody(lines, i, marks);
        }

        // The last item of a list of one-liners: the sibling before it stands right above, and running text follows.
        return lines[i + 1].Mark.Scheme == MarkScheme.None && i > 0 && lines[i - 1].Mark.IsSibling(line.Mark) && lines[i - 1].Text.Text.Length <= LongestHeading;
    }

    /// <summary>Whether the mark that follows stands above this line in the tree: met going up before any sibling is passed,
    /// it is nested below; met after the siblings, or for a first item customarily higher, it closes the list.</summary>
    private static bool ClosesList(HeadingMark mark, HeadingMark next, MarksAbove marks)
    {
        if (next.Scheme == MarkScheme.None)
        {
            return false;
        }

        if (mark.Number <= 1)
        {
            return next.Scheme < mark.Scheme;
        }

        int sibling = marks.NearestSibling(mark);
        return sibling > marks.Nearest(next.Scheme) && (next.Scheme < mark.Scheme || next.Quoted);
    }

    private static bool SiblingAboveHasBody(IReadOnlyList<LogicalLine> lines, int i, MarksAbove marks)
    {
        int sibling = marks.NearestSibling(lines[i].Mark);
        return sibling >= 0 && sibling + 1 < i && lines[sibling].Text.Text.Length <= LongestHeading
            && lines[sibling].Mark.Number == lines[i].Mark.Number - 1;
    }

    private static bool IsBareHeading(IReadOnlyList<LogicalLine> lines, int i)
    {
        string text = lines[i].Text.Text;
        string next = lines[i + 1].Text.Text;
        bool above = i == 0 || lines[i - 1].Text.Text[^1] is '。' or '！' or '”' or '；' or '.' or '：' or ':' || lines[i - 1].Text.Text.Length > LongestHeading;
        // 不足 is a heading above running text; two characters above another short line may be anything.
        return above && !ArticleData().IsMatch(text) && text.Length is >= 2 and <= LongestBareHeading && next.Length > (text.Length == 2 ? LongestHeading : text.Length)
            && (LabelEnd().IsMatch(text) || (char.IsLetterOrDigit(text[^1]) && !text.AsSpan().ContainsAny("，。；！？")));
    }

    [GeneratedRegex(@"(?:…+|\.{3,})$")]
    private static partial Regex TeaserEnd();

    private const string Date = @"[\s\d一二三四五六七八九十〇零_xX×*]{2,6}年[\s\d一二三四五六七八九十_xX×*]{0,4}(?:月[\s\d一二三四五六七八九十_xX×*]{0,4}日?)?";

    // 2021年12月28日 · 二〇二一年十二月 · 20xx年x月x日
    [GeneratedRegex("^[（(]?" + Date + "[)）]?$")]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^(?:尊敬的|各位)[^。]{0,30}[：:，,！!]$")]
    private static partial Regex Salutation();

    [GeneratedRegex(@"^【?(?:作者(?:单位|简介)|下一页|上一页|上一篇|下一篇|相关(?:文章|推荐|阅读)|推荐阅读|延伸阅读|更多(?:文章|内容))|小编|当前网页未完全显示|点击下载|下载本文|范文网|版权(?:所有|声明)|关注本站|^以上(?:就是|便是|是|内容)[^。]{0,20}(?:整理|收集|分享|提供)的")]
    private static partial Regex SiteWords();

    // An organisation alone on its line, date perhaps behind it; anyone with a date behind; the one who reports:
    // 青禾县总工会　2021年12月28日 · 城关小学总务处　二〇二四年一月八日 · 述职人：张三
    [GeneratedRegex(@"^[_×xX*]*[^，。；：！？、\s]{2,24}(?:委员会|人民政府|总工会|工会|局|公司|学校|中学|小学|医院|办公室|党委|党支部)(?:[\s　]*\d{4}年\d{1,2}月(?:\d{1,2}日)?)?$"
        + @"|^[^，。；：！？]{2,40}[\s　]" + Date + @"(?:印发|发布)?$|^(?:述职|报告|汇报|总结|撰稿|起草|签发|审核)人[：:].{1,20}$")]
    private static partial Regex Signature();

    // Belongs to the article, but opens no section.
    [GeneratedRegex("^【?(?:关键词|关键字|摘要)")]
    private static partial Regex ArticleData();

    [GeneratedRegex(@"[：:]$")]
    private static partial Regex LabelEnd();
}
