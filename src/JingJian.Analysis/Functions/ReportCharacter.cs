using System.Text.RegularExpressions;
using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>What a paragraph without cues most likely is, judged by the whole report.</summary>
/// <remarks>Chinese verbs are untensed: whether 加强…… was done, is planned or is recommended often shows only in the
/// report as a whole: its type, and how much of it speaks of completed work (了, figures) against duty (要, 应, 必须).</remarks>
internal static partial class ReportCharacter
{
    /// <summary>An essay asks at least this often for each time it tells.</summary>
    private const double EssayRatio = 1.0;

    /// <summary>Fewer signs than this decide nothing.</summary>
    private const int LeastSigns = 6;

    /// <summary>The function that is the report's ground tone.</summary>
    public static Function GroundTone(ReportOutline report, IEnumerable<Block> blocks)
    {
        if (report.Type == DocumentType.Plan)
        {
            return Function.Plan;
        }

        int duty = 0, done = 0;
        foreach (Block block in blocks.Where(block => block.Kind == BlockKind.Paragraph))
        {
            duty += Duty().Count(block.Text.Text);
            done += Done().Count(block.Text.Text);
        }

        return duty + done >= LeastSigns && duty > EssayRatio * done ? Function.Proposal : Function.Practice;
    }

    [GeneratedRegex(@"(?<!需|重|主|不|首|只|还)要(?!求|点|素|领|闻)|必须|应(?:当|该)|需要|才能")]
    private static partial Regex Duty();

    [GeneratedRegex(@"了(?!解)|\d(?:余|多)?(?:人|户|场|次|期|项|元|万元|件|家|名|份)|我(?:局|镇|校|院|厂|会|区|县|市|乡|处|站|公司|支行|单位)|荣获|今年|去年")]
    private static partial Regex Done();
}
