using System.Globalization;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Exports;

/// <summary>The overview of an archive as tables.</summary>
internal static class OverviewTables
{
    /// <summary>More units do not fit across a page; those that reuse most are shown, the list below has all.</summary>
    private const int MatrixUnits = 16;

    private const int ExcerptCharacters = 120;

    public static TableReport Of(OverviewView overview)
    {
        StatsView stats = overview.Stats;
        return new TableReport(
            "档案复用概览",
            $"{stats.Sources} 个来源文件，{stats.Reports} 篇报告，{stats.Paragraphs} 个段落；{stats.Pairs} 对重复，{stats.ParagraphsInFamilies} 个段落归为 {stats.Families} 个同源族。",
            [
                Units(overview),
                Matrix(overview),
                Pairs(overview),
                Families("处数最多的同源族", overview.Largest),
                Families("涉及单位最多的同源族", overview.Widest),
                Families("出现最早的同源族", overview.Oldest),
                Timelines(overview),
                Passages(overview),
                Reports("原创度最高的报告", overview.MostOriginal),
                Reports("原创度最低的报告", overview.LeastOriginal),
            ],
            [.. ProvenanceWording.Rows(overview.Provenance)]);
    }

    private static TableSection Units(OverviewView overview) => new(
        "单位", "“见于其他报告”是与不晚于本篇的另一篇报告有相同文字的段落。", [new("单位", 4), new("报告"), new("段落"), new("见于其他报告"), new("占比")],
        [.. overview.Units.OrderBy(unit => unit.Name == UnitView.Unnamed).ThenByDescending(unit => ShareOf(unit.Reused, unit.Paragraphs)).Select(unit => new ReportCell[]
        {
            unit.Name, Number(unit.Reports), Number(unit.Paragraphs), Number(unit.Reused),
            ReportCell.Of(AuditWording.Percent(ShareOf(unit.Reused, unit.Paragraphs)), ShareOf(unit.Reused, unit.Paragraphs)),
        })]);

    private static TableSection Matrix(OverviewView overview)
    {
        string[] units =
        [
            .. overview.Units.OrderByDescending(unit => unit.Reused).ThenBy(unit => unit.Name, StringComparer.Ordinal).Take(MatrixUnits)
                .Select(unit => unit.Name).OrderBy(unit => unit == UnitView.Unnamed).ThenBy(unit => unit, StringComparer.Ordinal),
        ];
        Dictionary<(string, string), UnitPairView> cells = overview.Matrix.ToDictionary(cell => (cell.Unit, cell.From));
        double most = Math.Max(1, overview.Matrix.Where(cell => cell.Unit != UnitView.Unnamed || cell.From != UnitView.Unnamed).Select(cell => cell.Paragraphs).DefaultIfEmpty().Max());
        ReportCell Cell(string unit, string from) => cells.TryGetValue((unit, from), out UnitPairView? cell)
            ? ReportCell.Of(Number(cell.Paragraphs), Math.Sqrt(cell.Paragraphs / most))
            : ReportCell.Of("");
        return new TableSection(
            "单位之间：段落数",
            $"行是使用文字的单位，列是文字先见于哪个单位（按行的序号）；对角线是本单位的其他报告。颜色越深段落越多。{(overview.Units.Count > units.Length ? $"只列出相同段落最多的 {units.Length} 个单位。" : "")}",
            [new("单位", 6), .. units.Select((_, i) => new TableColumn(Number(i + 1)))],
            [.. units.Select((unit, i) => (ReportCell[])[$"{i + 1} {unit}", .. units.Select(from => Cell(unit, from))])]);
    }

    private static TableSection Pairs(OverviewView overview) => new(
        "单位之间：明细", "", [new("单位", 4), new("文字先见于", 4), new("报告"), new("段落"), new("字数")],
        [.. overview.Matrix.Select(cell => new ReportCell[]
        {
            cell.Unit, cell.From == cell.Unit ? cell.Unit == UnitView.Unnamed ? "单位不明的其他报告" : "本单位其他报告" : cell.From,
            Number(cell.Reports), Number(cell.Paragraphs), Number(cell.Characters),
        })]);

    private static TableSection Families(string heading, IReadOnlyList<FamilyView> families) => new(
        heading, "", FamilyTables.ListColumns, [.. families.Select(FamilyTables.ListRow)]);

    private static TableSection Timelines(OverviewView overview) => new(
        "处数最多的同源族：各年", "相似是与最早一处的平均相似度。", [new("编号", 3), new("年份", 2), new("处数"), new("单位", 4), new("相似", 2), new("改动", 4)],
        [.. overview.Timelines.SelectMany(family => family.Years.Select((year, i) => (ReportCell[])[i == 0 ? family.Family : "", .. FamilyTables.YearRow(year)]))]);

    private static TableSection Passages(OverviewView overview) => new(
        "复用最多的片段", "按字数乘以另外见于的报告篇数排列。", [new("片段", 14), new("字数", 2), new("报告", 2), new("单位", 2), new("年份", 4), new("首见", 6)],
        [.. overview.Passages.Select(passage => new ReportCell[]
        {
            Shortening.Excerpt(passage.Text, ExcerptCharacters), Number(passage.Letters), Number(passage.Reports), passage.Units > 0 ? Number(passage.Units) : "不详",
            FamilyTables.Years(passage.FirstYear, passage.LastYear), AuditWording.Place(passage.Place),
        })]);

    private static TableSection Reports(string heading, IReadOnlyList<ReportShareView> reports) => new(
        heading, "原创度以外的各列是见于这类报告的文字占全文的比例；“需关注”是审计列出的问题数。", [new("报告", 10), new("单位、年份", 5), new("字数", 2), new("原创度", 3), new("本单位", 3), new("跨单位", 3), new("来源不明", 3), new("需关注", 2)],
        [.. reports.Select(share => new ReportCell[]
        {
            $"{ReportTitles.Quoted(share.Report.Title)}\n{share.Report.Source}", $"{share.Report.Organisation ?? "单位不详"}\n{(share.Report.Year is { } year ? $"{year}年" : "年份不详")}",
            Number(share.Figures.Letters), AuditWording.Percent(share.Figures.Originality),
            AuditWording.Percent(share.Figures.OwnOrganisation), AuditWording.Percent(share.Figures.OtherOrganisation), AuditWording.Percent(share.Figures.UnknownOrganisation), Number(share.Findings),
        })]);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static double ShareOf(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
