using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Finds the lines at which reports begin.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; measured on labelled compilations. Half of the reports in scraped compilations have lost
/// their title, so three signs are used: a title line; one ASCII space at the start of a line, which the sites leave where a
/// report began; and an opening formula after the report before has closed or where the numbering starts again.</para>
/// </remarks>
internal static partial class ReportSplitter
{
    /// <summary>An opening is a whole paragraph, not a clause that happens to use its words.</summary>
    private const int ShortestOpening = 50;

    /// <summary>How many paragraphs may stand before 现将……如下 in one report.</summary>
    private const int MostOpeningParagraphs = 3;

    /// <summary>For each line whether a report begins there. The first line that is not noise always begins one.</summary>
    public static bool[] Starts(string source, IReadOnlyList<LogicalLine> lines, IReadOnlyList<BlockKind> kinds)
    {
        var starts = new bool[lines.Count];
        int first = -1;
        bool spacesDelimit = SpacesDelimit(lines);
        for (int i = 0; i < lines.Count; i++)
        {
            if (kinds[i] == BlockKind.Noise)
            {
                continue;
            }

            starts[i] = first < 0 || (!JustStarted(starts, kinds, i) && Begins(source, lines, kinds, i, first, spacesDelimit));
            first = starts[i] ? i : first;
        }

        return starts;
    }

    /// <summary>A title right below a title belongs to the same report.</summary>
    private static bool JustStarted(bool[] starts, IReadOnlyList<BlockKind> kinds, int i) =>
        i > 0 && kinds[i - 1] == BlockKind.Title && (starts[i - 1] || kinds[i] != BlockKind.Title);

    private static bool Begins(
        string source, IReadOnlyList<LogicalLine> lines, IReadOnlyList<BlockKind> kinds, int i, int first, bool spacesDelimit) =>
        kinds[i] == BlockKind.Title
        || (spacesDelimit && HasReportSpace(source, lines[i]))
        || (kinds[i] == BlockKind.Paragraph && lines[i].Text.Text.Length >= ShortestOpening && IsOpeningOfAnother(lines, kinds, i, first));

    /// <summary>Where most lines are indented by a space, the space says nothing.</summary>
    private static bool SpacesDelimit(IReadOnlyList<LogicalLine> lines) =>
        lines.Count(line => line.First.Indent > 0) * 3 < lines.Count;

    private static bool HasReportSpace(string source, LogicalLine line) =>
        line.First.Indent == 1 && source[line.First.Start] == ' ';

    /// <summary>Whether a paragraph opens a report and cannot belong to the one that began at <paramref name="first"/>.</summary>
    private static bool IsOpeningOfAnother(IReadOnlyList<LogicalLine> lines, IReadOnlyList<BlockKind> kinds, int i, int first)
    {
        string text = lines[i].Text.Text;
        if (lines[i].Mark.Scheme != MarkScheme.None)
        {
            return false;
        }

        // 现将……总结如下 stands among the first paragraphs of a report, never behind numbered ones.
        if (Announcement().IsMatch(text))
        {
            return i - first > MostOpeningParagraphs || Enumerable.Range(first, i - first).Any(above => lines[above].Mark.Scheme != MarkScheme.None);
        }

        return OpeningFormula().IsMatch(text)
            && (kinds[i - 1] == BlockKind.Noise || ClosingFormula().IsMatch(lines[i - 1].Text.Text) || NumberingRestarts(lines, i, first));
    }

    /// <summary>Whether the chapters start again at one below this line.</summary>
    private static bool NumberingRestarts(IReadOnlyList<LogicalLine> lines, int i, int first)
    {
        HeadingMark next = NextMark(lines, i + 1);
        if (next.Number != 1)
        {
            return false;
        }

        HeadingMark chapter = lines.Skip(first).Take(i - first).Select(line => line.Mark).FirstOrDefault(mark => mark.Scheme != MarkScheme.None);
        return next.Scheme == chapter.Scheme && chapter.Number == 1;
    }

    private static HeadingMark NextMark(IReadOnlyList<LogicalLine> lines, int from) =>
        lines.Skip(from).Take(3).Select(line => line.Mark).FirstOrDefault(mark => mark.Scheme != MarkScheme.None);

    [GeneratedRegex(@"(?:现将|下面|现就)[^。]{2,40}(?:如下|汇报|报告|叙述)[^。]{0,30}[：:。]$|(?:总结|汇报|报告)如下[：:。]?$|批评指正。$")]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^[^。]{0,60}(?:领导|指导|关心|支持)下|^(?:20[\d_xX×*]{1,3}|今|过去的?一|[_xX×*]{2,4})年(?:来|以来|上半年|是|，|,)")]
    private static partial Regex OpeningFormula();

    [GeneratedRegex(@"(?:新(?:的)?(?:更大的?)?贡献|谢谢(?:大家)?|努力奋斗|而奋斗|新局面|新台阶)[！!。.]?$")]
    private static partial Regex ClosingFormula();
}
