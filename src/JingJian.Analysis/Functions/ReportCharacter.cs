using System.Text.RegularExpressions;
using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>How often a text speaks of duty, of completed work, of tasks ahead, and argues.</summary>
internal readonly record struct Signs(int Duty, int Done, int Ahead, int Argued)
{
    public static Signs operator +(Signs left, Signs right) =>
        new(left.Duty + right.Duty, left.Done + right.Done, left.Ahead + right.Ahead, left.Argued + right.Argued);
}

/// <summary>What a paragraph without cues most likely is, judged by the whole report.</summary>
/// <remarks>Chinese verbs are untensed: whether 加强…… was done, is planned or is recommended often shows only in the
/// report as a whole: its type, its first headings, how much of it speaks of completed work (了, figures) against duty
/// (要, 应, 必须), and whether the duties are one's own next tasks (将, 力争, 继续) or argued for (意义, 只有……才能).</remarks>
internal static partial class ReportCharacter
{
    /// <summary>Fewer signs than this decide nothing.</summary>
    private const int LeastSigns = 6;

    /// <summary>A plan speaks of tasks to come this much more often than it argues. Essays of the development part reach 1.4.</summary>
    private const double PlanRatio = 1.5;

    /// <summary>指导思想 opens a plan when it stands among the first headings.</summary>
    private const int FirstHeadings = 2;

    /// <summary>The function that is the report's ground tone.</summary>
    /// <param name="report">The report.</param>
    /// <param name="blocks">Its blocks.</param>
    /// <param name="signs">The signs of all its paragraphs together.</param>
    public static Function GroundTone(ReportOutline report, IEnumerable<Block> blocks, Signs signs)
    {
        if (report.Type == DocumentType.Plan)
        {
            return Function.Plan;
        }

        (int duty, int done, int ahead, int argued) = signs;
        if (duty + ahead > done && blocks.Where(block => block.Kind == BlockKind.Heading).Take(FirstHeadings).Any(block => PlanHeading().IsMatch(block.Text.Text)))
        {
            return Function.Plan;
        }

        return duty + done < LeastSigns || duty <= done ? Function.Practice : ahead > PlanRatio * argued ? Function.Plan : Function.Proposal;
    }

    /// <summary>The signs of one paragraph.</summary>
    public static Signs Of(string text) => new(Duty().Count(text), Done().Count(text), Ahead().Count(text), Argued().Count(text));

    [GeneratedRegex(@"(?<!需|重|主|不|首|只|还)要(?!求|点|素|领|闻)|必须|应(?:当|该)|需要|才能")]
    private static partial Regex Duty();

    [GeneratedRegex(@"了(?!解)|\d(?:余|多)?(?:人|户|场|次|期|项|元|万元|件|家|名|份)|我(?:局|镇|校|院|厂|会|区|县|市|乡|处|站|公司|支行|单位)|荣获|今年|去年")]
    private static partial Regex Done();

    [GeneratedRegex("(?<![必即终])将(?![来近其])|力争|争取(?![到了])|确保|继续|进一步|拟[于在定]|计划(?:在|于|组织|开展|投入)|年底前|月底前|务必|抓好|做好")]
    private static partial Regex Ahead();

    [GeneratedRegex("意义|必然|因此|只有|才能|必须|应当|应该|需要|职能|理论|观念|本质|规律|是[^。，]{2,30}的[。，；]|往往|如果|就会|就要")]
    private static partial Regex Argued();

    [GeneratedRegex("指导思想|总体(?:思路|要求|目标)|工作目标|目标任务")]
    private static partial Regex PlanHeading();
}
