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

    /// <summary>So many bare lines in a row are a list.</summary>
    private const int SeriesLength = 3;

    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，。；！？：、…");

    /// <summary>The kind of each line.</summary>
    public static BlockKind[] Of(IReadOnlyList<LogicalLine> lines)
    {
        var kinds = new BlockKind[lines.Count];
        BlockKind?[] head = DocumentHead.Read(lines);
        var marks = new MarksAbove();
        string title = "";
        for (int i = 0; i < lines.Count; i++)
        {
            kinds[i] = (i < head.Length ? head[i] : null) ?? Kind(lines, kinds, i, marks, title);
            title = kinds[i] == BlockKind.Title ? lines[i].Text.Text : title;
            marks.Pass(i, lines[i]);
        }

        return kinds;
    }

    private static BlockKind Kind(IReadOnlyList<LogicalLine> lines, BlockKind[] kinds, int i, MarksAbove marks, string title) => lines[i] switch
    {
        _ when IsTeaser(lines, i) => BlockKind.Noise,
        { LooksLikeTitle: true } when !IsListItem(lines, i, marks) && !TitleLine.IsSectionOf(title, lines[i].Text.Text) => BlockKind.Title,
        _ when IsResidue(lines[i]) || IsTail(lines, i) => BlockKind.Noise,
        _ when IsHeading(lines, kinds, i, marks) => BlockKind.Heading,
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

    private static bool IsResidue(LogicalLine line) => Residue.Is(line.Text.Text, line.Mark.Scheme != MarkScheme.None);

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

    private static bool IsHeading(IReadOnlyList<LogicalLine> lines, BlockKind[] kinds, int i, MarksAbove marks)
    {
        LogicalLine line = lines[i];
        string text = line.Text.Text;
        if (text.Length > LongestHeading || i + 1 >= lines.Count || line.Lines.Length > 1 || IsTableRow(line))
        {
            return false;
        }

        if (line.Mark.Quoted || line.Mark.Depth > 0 || line.Mark.Scheme == MarkScheme.Bracket)
        {
            return true;
        }

        return line.Mark.Scheme == MarkScheme.None
            ? IsBareHeading(lines, kinds, i) || IsLeadIn(lines, kinds, i)
            : IsMarkedHeading(lines, i, marks);
    }

    /// <summary>Readers of documents put a tab between cells; behind a mark it only sets it apart.</summary>
    private static bool IsTableRow(LogicalLine line) => line.Text.Text.AsSpan(line.Mark.Length).Contains('\t');

    private static bool IsMarkedHeading(IReadOnlyList<LogicalLine> lines, int i, MarksAbove marks)
    {
        LogicalLine line = lines[i];
        string text = line.Text.Text;
        // 一、……；二、……； are items of one sentence. A clause that ends in a comma goes on.
        if (text[^1] is '；' or ';' or '、' || WholeSentence().IsMatch(text) || text.Length <= line.Mark.Length + 1
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

    /// <summary>重点做好十个方面工作： inside a report, above the numbered tasks: a heading of theirs.</summary>
    private static bool IsLeadIn(IReadOnlyList<LogicalLine> lines, BlockKind[] kinds, int i) =>
        i > 0 && kinds[i - 1] == BlockKind.Paragraph && StandsApart(lines, i) && SaysWhatFollows().IsMatch(lines[i].Text.Text)
        && lines[i + 1].Mark.Scheme is MarkScheme.Chinese or MarkScheme.ChineseInParentheses;

    private static bool IsBareHeading(IReadOnlyList<LogicalLine> lines, BlockKind[] kinds, int i)
    {
        string text = lines[i].Text.Text;
        return text.Length is >= 2 and <= LongestBareHeading && MayStandBelow(lines, kinds, i) && !ArticleData().IsMatch(text)
            && text is not ['-' or '*' or '+', ' ', ..]
            && (LabelEnd().IsMatch(text) || (char.IsLetterOrDigit(text[^1]) && !text.AsSpan().ContainsAny("，。；！？")))
            && HasBodyBelow(lines, i);
    }

    /// <summary>Whether a section may begin here: behind a sentence, a blank line, or another heading.</summary>
    private static bool MayStandBelow(IReadOnlyList<LogicalLine> lines, BlockKind[] kinds, int i) =>
        i == 0 || lines[i - 1].Text.Text[^1] is '。' or '！' or '”' or '；' or '.' or '：' or ':' || lines[i - 1].Text.Text.Length > LongestHeading
        || StandsApart(lines, i) || (kinds[i - 1] != BlockKind.Paragraph && !SaysWhatFollows().IsMatch(lines[i].Text.Text));

    /// <summary>不足 is a heading above running text; two characters above another short line may be anything, unless a blank line
    /// stands above. A heading may have another one below it that has a body.</summary>
    private static bool HasBodyBelow(IReadOnlyList<LogicalLine> lines, int i)
    {
        int length = lines[i].Text.Text.Length;
        string next = lines[i + 1].Text.Text;
        return next.Length > (length == 2 ? LongestHeading : length)
            || (StandsApart(lines, i) && !StartsSeries(lines, i))
            || (i + 2 < lines.Count && !LabelEnd().IsMatch(lines[i].Text.Text) && next.Length >= 2 && char.IsLetterOrDigit(next[^1]) && lines[i + 2].Text.Text.Length > LongestHeading);
    }

    /// <summary>Whether a blank line stands above.</summary>
    private static bool StandsApart(IReadOnlyList<LogicalLine> lines, int i) => i > 0 && lines[i].First.Number > lines[i - 1].Lines[^1].Number + 1;

    /// <summary>Whether only bare lines follow as far as one looks: a list without marks, not a heading above a body.</summary>
    private static bool StartsSeries(IReadOnlyList<LogicalLine> lines, int i) =>
        i + SeriesLength < lines.Count && Enumerable.Range(i + 1, SeriesLength).All(at => IsBare(lines[at]));

    [GeneratedRegex(@"(?:…+|\.{3,})$")]
    private static partial Regex TeaserEnd();

    // Belongs to the article, but opens no section.
    [GeneratedRegex("^【?(?:关键词|关键字|摘要)")]
    private static partial Regex ArticleData();

    [GeneratedRegex(@"[：:]$")]
    private static partial Regex LabelEnd();

    // 今年具体做了以下几方面工作： · 今年要重点做好十个方面工作。
    [GeneratedRegex(@"^[^。]*(?:以下|下面|如下|[一二三四五六七八九十]{1,2}个?(?:方面|项|件))[^，。：:]{0,12}[。：:]$")]
    private static partial Regex SaysWhatFollows();

    // 首先我代表……表示祝贺。
    [GeneratedRegex("^(?:首先|其次|再次|最后).*[。！!]$")]
    private static partial Regex WholeSentence();
}
