using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Finds the lines at which reports begin.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; measured on labelled compilations. Half of the reports in scraped compilations have lost
/// their title, so these signs are used: a title line; one ASCII space at the start of a line, which the sites leave where a
/// report began; an opening formula after the report before has closed, or where its chapters start again at one; behind
/// numbered lines also an announcement (现将……如下), a unit not spoken of before (某厂工会在……领导下), a title glued to the opening
/// (某厂工会今年以来，某厂工会……) and a first chapter whose beginning is lost (：一、……). Compilations print the same report twice: where the
/// opening of one comes again, one begins again.</para>
/// <para><b>Cost.</b> Constant a line: what is asked of the report so far is kept while passing, and a unit's name is looked
/// for in a window.</para>
/// </remarks>
internal sealed partial class ReportSplitter
{
    /// <summary>A report of fewer headings and paragraphs may be a fragment of another.</summary>
    private const int LeastOfWhole = 8;

    /// <summary>A line longer than this is no title.</summary>
    private const int LongestTitle = 45;

    /// <summary>An opening is a whole paragraph, not a clause that happens to use its words.</summary>
    private const int ShortestOpening = 50;

    /// <summary>How many paragraphs may stand before 现将……如下 in one report.</summary>
    private const int MostOpeningParagraphs = 3;

    /// <summary>How many lines below an opening the first chapter may stand.</summary>
    private const int MarkDistance = 3;

    /// <summary>An announcement ends its paragraph; the pattern reaches no further back than this.</summary>
    private const int AnnouncementReach = 80;

    /// <summary>A press article says so in its first sentences.</summary>
    private const int PressReach = 200;

    /// <summary>Fewer numbered lines may be a list in an introduction.</summary>
    private const int LeastChapters = 4;

    /// <summary>How far down the next chapter is looked for.</summary>
    private const int ChapterReach = 60;

    /// <summary>How many lines back a unit's name is looked for.</summary>
    private const int NameWindow = 100;

    private readonly string source;
    private readonly IReadOnlyList<LogicalLine> lines;
    private readonly IReadOnlyList<BlockKind> kinds;
    private readonly IReadOnlyList<BoundarySign>?[] starts;
    private readonly List<BoundarySign> seen = [];
    private readonly bool spacesDelimit;

    /// <summary>Paragraphs that reports of this source open with, known when it is passed a second time.</summary>
    private readonly IReadOnlySet<string> openings;

    // Of the report that is being passed: its first line, the first mark in it and the last number of that series.
    private int first = -1;
    private HeadingMark chapter;
    private int lastChapter;

    /// <summary>Whether anything but titles and residue has been passed in the report: a title below a title belongs to the same one.</summary>
    private bool hasBody;

    private ReportSplitter(string source, IReadOnlyList<LogicalLine> lines, IReadOnlyList<BlockKind> kinds, IReadOnlySet<string> openings)
    {
        this.source = source;
        this.lines = lines;
        this.kinds = kinds;
        this.openings = openings;
        starts = new IReadOnlyList<BoundarySign>?[lines.Count];
        // Where most lines are indented by a space, the space says nothing; nor does a single one in a text with a title of its own.
        spacesDelimit = lines.Count(line => line.First.Indent > 0) * 3 < lines.Count
            && (kinds.Count == 0 || kinds[0] != BlockKind.Title || TitleLine.IsNumbered(lines[0].Text.Text)
                || Enumerable.Range(0, lines.Count).Count(IsAfterOneSpace) > 1);
    }

    private bool HasMarks => chapter.Scheme != MarkScheme.None;

    /// <summary>For each line at which a report begins the signs that say so; null elsewhere. The first line that is not noise always begins one.</summary>
    public static IReadOnlyList<BoundarySign>?[] Starts(string source, IReadOnlyList<LogicalLine> lines, IReadOnlyList<BlockKind> kinds)
    {
        IReadOnlyList<BoundarySign>?[] starts = new ReportSplitter(source, lines, kinds, FrozenSet<string>.Empty).Pass();
        HashSet<string> openings = Openings(lines, kinds, starts, out bool oneComesAgain);
        return oneComesAgain ? new ReportSplitter(source, lines, kinds, openings).Pass() : starts;
    }

    /// <summary>The paragraphs that reports open with, and whether one of them stands inside another report too. A fragment opens
    /// with what is the middle of its whole, so short reports do not count.</summary>
    private static HashSet<string> Openings(
        IReadOnlyList<LogicalLine> lines, IReadOnlyList<BlockKind> kinds, IReadOnlyList<BoundarySign>?[] starts, out bool oneComesAgain)
    {
        var openings = new HashSet<string>(StringComparer.Ordinal);
        var others = new List<string>();
        string? opening = null;
        int body = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            (opening, body) = starts[i] is null ? (opening, body) : (null, 0);
            if (kinds[i] is not (BlockKind.Paragraph or BlockKind.Heading))
            {
                continue;
            }

            string text = lines[i].Text.Text;
            opening = body++ == 0 && kinds[i] == BlockKind.Paragraph && text.Length >= ShortestOpening ? text : opening;
            if (body == LeastOfWhole && opening is not null)
            {
                openings.Add(opening);
            }

            if (body > 1 && text.Length >= ShortestOpening)
            {
                others.Add(text);
            }
        }

        oneComesAgain = others.Exists(openings.Contains);
        return openings;
    }

    private IReadOnlyList<BoundarySign>?[] Pass()
    {
        for (int i = 0; i < lines.Count; i++)
        {
            Pass(i);
        }

        return starts;
    }

    /// <summary>Whether a paragraph opens as press articles do.</summary>
    public static bool OpensPress(string text) => PressOpening().IsMatch(text.AsSpan(0, Math.Min(text.Length, PressReach)));

    /// <summary>Whether a paragraph opens a report of some year: 今年以来, 现将……如下.</summary>
    public static bool OpensYear(string text) =>
        YearOpening().IsMatch(text) || Announcement().IsMatch(text.AsSpan(Math.Max(0, text.Length - AnnouncementReach)));

    private void Pass(int i)
    {
        seen.Clear();
        bool begins = kinds[i] == BlockKind.Noise
            ? first < 0 && Residue.OpensReport(lines[i].Text.Text)
            : first < 0 ? Begins(i) | true : hasBody && Begins(i);
        if (begins)
        {
            See(BoundarySign.SourceStart, first < 0);
            starts[i] = [.. seen];
            first = i;
            chapter = default;
            lastChapter = 0;
            hasBody = false;
        }

        if (kinds[i] == BlockKind.Title && first >= 0 && IsTitleAgain(i))
        {
            // What stood above was an editor's note.
            hasBody = false;
        }

        hasBody |= kinds[i] is BlockKind.Paragraph or BlockKind.Heading;

        chapter = HasMarks ? chapter : lines[i].Mark;
        lastChapter = HasMarks && lines[i].Mark.IsSibling(chapter) ? lines[i].Mark.Number : lastChapter;
    }

    /// <summary>Whether a report begins, and which signs say so.</summary>
    private bool Begins(int i)
    {
        string text = lines[i].Text.Text;
        See(BoundarySign.NumberedTitle, kinds[i] == BlockKind.Title && TitleLine.IsNumbered(text));
        See(BoundarySign.Title, kinds[i] == BlockKind.Title && seen.Count == 0 && (first < 0 || !IsTitleAgain(i)));
        See(BoundarySign.LeadingSpace, spacesDelimit && IsAfterOneSpace(i));
        bool marked = seen.Count > 0;
        bool opens = kinds[i] == BlockKind.Paragraph && text.Length >= ShortestOpening && lines[i].Mark.Scheme == MarkScheme.None
            && (first < 0 ? SeeOpening(text) : IsOpeningOfAnother(i));
        opens |= See(BoundarySign.SameOpening, openings.Contains(text) && IsBelowWholeParagraph(i));
        opens |= IsTitleBeforeChapters(i) && See(BoundarySign.Title, true) | See(BoundarySign.ChaptersRestart, true);
        opens |= See(BoundarySign.ChaptersRestart, kinds[i] == BlockKind.Heading && OutranksChapters(i));
        if (seen.Count > 0 && i > 0)
        {
            See(BoundarySign.ClosedBefore, IsClosedBefore(i));
        }

        return marked || opens;
    }

    private bool See(BoundarySign sign, bool isThere)
    {
        if (isThere)
        {
            seen.Add(sign);
        }

        return isThere;
    }

    private bool SeeOpening(string text) => See(BoundarySign.OpeningFormula, OpensYear(text) || LedOpening().IsMatch(text));

    /// <summary>A row of a table laid out with blanks may be indented too.</summary>
    private bool IsAfterOneSpace(int i) =>
        lines[i].First.Indent == 1 && source[lines[i].First.Start] == ' ' && !lines[i].Text.Text.Contains("   ", StringComparison.Ordinal);

    /// <summary>A report's own title may come again below an editor's note.</summary>
    private bool IsTitleAgain(int i) =>
        kinds[first] == BlockKind.Title && !TitleLine.IsNumbered(lines[i].Text.Text)
        && TitleLine.WithoutNote(lines[first].Text.Text).Contains(TitleLine.WithoutNote(lines[i].Text.Text), StringComparison.Ordinal);

    /// <summary>Whether a paragraph opens a report and cannot belong to the one that is being passed.</summary>
    private bool IsOpeningOfAnother(int i)
    {
        string text = lines[i].Text.Text;
        bool inBody = HasMarks || i - first > MostOpeningParagraphs;
        bool another = See(BoundarySign.GluedTitle, inBody && (LostFirstChapter().IsMatch(text) || GluedTitle().IsMatch(text)))
            | See(BoundarySign.OtherUnit, inBody && IsOtherUnit(i))
            | See(BoundarySign.PressOpening, inBody && OpensPress(text));
        if (another)
        {
            SeeOpening(text);
            return true;
        }

        // 现将……总结如下 stands among the first paragraphs of a report, never behind numbered ones.
        if (Announcement().IsMatch(text.AsSpan(Math.Max(0, text.Length - AnnouncementReach))))
        {
            SeeOpening(text);
            return inBody;
        }

        return SeeOpening(text) && ((IsClosedBefore(i) && !ChaptersGoOn(i)) || See(BoundarySign.ChaptersRestart, ChaptersRestart(i)));
    }

    /// <summary>Whether the report before has ended. 各位代表！ on a line of its own may stand anywhere in a speech.</summary>
    private bool IsClosedBefore(int i)
    {
        int above = i - 1;
        while (above > first && kinds[above] == BlockKind.Noise && Residue.IsSalutation(lines[above].Text.Text))
        {
            above--;
        }

        return above >= 0 && (kinds[above] == BlockKind.Noise || (kinds[above] == BlockKind.Paragraph && ClosingFormula().IsMatch(lines[above].Text.Text)));
    }

    /// <summary>Whether the next chapter below this line is the one that follows the last chapter above it.</summary>
    private bool ChaptersGoOn(int i)
    {
        if (lastChapter == 0)
        {
            return false;
        }

        for (int below = i + 1; below < Math.Min(lines.Count, i + ChapterReach) && kinds[below] != BlockKind.Title; below++)
        {
            if (lines[below].Mark.IsSibling(chapter))
            {
                return lines[below].Mark.Number == lastChapter + 1;
            }
        }

        return false;
    }

    /// <summary>Whether a unit that the report has not spoken of opens here, under the leadership of its superiors.</summary>
    private bool IsOtherUnit(int i)
    {
        if (UnitUnderLeadership().Match(lines[i].Text.Text) is not { Success: true } match)
        {
            return false;
        }

        string unit = match.Groups["o"].Value;
        for (int above = i - 1; above >= Math.Max(first, i - NameWindow); above--)
        {
            if (lines[above].Text.Text.Contains(unit, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the chapters start again at one below this line. 1. starts again below every 一、, so it shows nothing.</summary>
    private bool ChaptersRestart(int i)
    {
        HeadingMark next = NextMark(i + 1);
        return next.Number == 1 && chapter.Number == 1 && next.Scheme == chapter.Scheme && next.Scheme is MarkScheme.Part or MarkScheme.Chapter or MarkScheme.Chinese;
    }

    /// <summary>No report ends with a heading or a scrap: what stands below one belongs to it.</summary>
    private bool IsBelowWholeParagraph(int i) =>
        i > 0 && kinds[i - 1] == BlockKind.Paragraph && lines[i - 1].Text.Text is { Length: >= ShortestOpening } above && !char.IsLetterOrDigit(above[^1]);

    /// <summary>A line that ends without a stop and stands above chapters that start again is a title with the words of a sentence.</summary>
    private bool IsTitleBeforeChapters(int i) =>
        kinds[i] == BlockKind.Paragraph && lastChapter > 1 && lines[i].Mark.Scheme == MarkScheme.None
        && lines[i].Text.Text is { Length: <= LongestTitle } text and not ['第', ..] && char.IsLetter(text[^1]) && ChaptersRestart(i);

    /// <summary>一、 below 1、2、3、 that stood at the top: chapters of a report that has lost its beginning.</summary>
    private bool OutranksChapters(int i) =>
        lines[i].Mark is { Scheme: MarkScheme.Chinese, Number: 1 } && chapter is { Scheme: MarkScheme.Arabic, Number: 1 } && lastChapter >= LeastChapters;

    private HeadingMark NextMark(int from)
    {
        for (int i = from; i < Math.Min(lines.Count, from + MarkDistance); i++)
        {
            if (lines[i].Mark.Scheme != MarkScheme.None)
            {
                return lines[i].Mark;
            }
        }

        return default;
    }

    [GeneratedRegex(@"(?:现将|下面|现就)[^。]{2,40}(?:如下|汇报|报告|叙述)[^。]{0,30}[：:。]$|(?:总结|汇报|报告)如下[：:。]?$|批评指正。$")]
    private static partial Regex Announcement();

    [GeneratedRegex("^[^。]{0,60}(?:领导|指导|关心|支持)下")]
    private static partial Regex LedOpening();

    [GeneratedRegex(@"^(?:20[\d_xX×*]{1,3}|今|过去的?一|[_xX×*]{2,4})年(?:来|以来|上半年|是|，|,)")]
    private static partial Regex YearOpening();

    [GeneratedRegex(@"(?:新(?:的)?(?:更大的?)?贡献|谢谢(?:大家)?|努力奋斗|而奋斗|新局面|新台阶)[！!。.]?$")]
    private static partial Regex ClosingFormula();

    // 本报讯（记者某某） · 某局局长近日接受本报记者采访时表示，……
    [GeneratedRegex(@"^(?:本报讯|本报记者|本刊讯|[^，。]{2,12}讯[（(]?(?:记者|通讯员))|(?:日前|近日)[^。]{0,12}接受[^。]{0,8}记者采访时[说表示]")]
    private static partial Regex PressOpening();

    [GeneratedRegex(@"^[：，、；:]一、")]
    private static partial Regex LostFirstChapter();

    [GeneratedRegex(@"^(?<o>[^，。；：]{3,24}?)(?:今年以来|一年来|近年来|20[\d_xX×*]{1,3}年(?:以来)?)，\k<o>")]
    private static partial Regex GluedTitle();

    [GeneratedRegex(@"^(?:(?:20[\d_xX×*]{1,3}|今)年(?:以?来|度|上半年)?[，,]?|一年来[，,]?)?(?<o>(?![我本各该全])[^，。；：、\s]{2,20}?(?:工会|公司|政府|医院|学校|中学|小学|委员会|局|厂|支行|党委))(?:自成立(?:至今|以来)|在[^。，]{2,40}(?:领导|指导|关心|支持)[^。，]{0,10}下[，,])")]
    private static partial Regex UnitUnderLeadership();
}
