using System.Globalization;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>The words of an exported audit, the same in every format.</summary>
internal static class AuditWording
{
    /// <summary>How the figures come about, for whoever checks them.</summary>
    public const string Method =
        "口径：以段落正文的有效字计，不含数字、标点、空白和遮盖符号；同一处文字见于多处的只计一次。与其他报告连续相同 13 字以上的必被发现。"
        + "年份晚于本报告的报告不作为出处，另列“被后文复用”。套话是多个单位互不相干的文本里都有的固定表述，由档案自身统计得出（单位不详的报告各算一家）。各类占比可能有重叠，相加可超过总复用率。";

    /// <summary>The heading of one report.</summary>
    public static string Title(AuditView audit) => $"《{audit.Report.Title}》复用情况审计";

    /// <summary>Where the report lies.</summary>
    public static string Origin(AuditView audit) =>
        $"来源文件：{audit.Report.Source}（第{audit.Report.Line}—{audit.Report.LineEnd}行）　单位：{audit.Report.Organisation ?? "不详"}　"
        + $"年份：{audit.Report.Year?.ToString(CultureInfo.InvariantCulture) ?? "不详"}　报告编号：{audit.Report.Id}";

    /// <summary>The figures that come first, in one sentence.</summary>
    public static string Summary(AuditView audit)
    {
        AuditFiguresView figures = audit.Figures;
        string largest = figures.LargestReport is { } report ? $"；单篇最大复用 {Percent(figures.LargestSingle)}，出自《{report.Title}》（{report.Source}）" : "";
        return $"正文有效字 {figures.Letters} 个，原创度 {Percent(figures.Originality)}，总复用率 {Percent(figures.Total)}，去除套话后 {Percent(figures.WithoutStock)}{largest}。需要关注 {audit.Findings.Count} 处。";
    }

    /// <summary>A figure's value; with its value before exclusions when it changed.</summary>
    public static string Value(AuditView audit, FigureView figure)
    {
        string value = figure.Name == "longest" ? $"{figure.Letters} 字" : $"{Percent(figure.Share)}（{figure.Letters} 字）";
        string source = figure.Name == "largest-single" && audit.Figures.LargestReport is { } largest ? $"　{largest.Source}《{largest.Title}》" : "";
        string before = audit.FiguresBefore is { } earlier && ShareOf(earlier, figure.Name) is { } share && Percent(share) != Percent(figure.Share) ? $"　排除前 {Percent(share)}" : "";
        return value + source + before;
    }

    private static double? ShareOf(AuditFiguresView figures, string name) => name switch
    {
        "total" => figures.Total,
        "without-stock" => figures.WithoutStock,
        "without-lawful" => figures.WithoutLawful,
        "stock" => figures.Stock,
        "superior" => figures.Superior,
        "own-organisation" => figures.OwnOrganisation,
        "other-organisation" => figures.OtherOrganisation,
        "template" => figures.Template,
        "quotable" => figures.Quotable,
        "unknown-organisation" => figures.UnknownOrganisation,
        "largest-single" => figures.LargestSingle,
        "head" => figures.Head,
        "tail" => figures.Tail,
        "only-numbers-changed" => figures.OnlyNumbersChanged,
        "copied-later" => figures.CopiedLater,
        "repeated-inside" => figures.RepeatedInside,
        "originality" => figures.Originality,
        _ => null,
    };

    /// <summary>The figures with their names, in the order in which auditors read them.</summary>
    public static IEnumerable<(string Name, string Value)> Figures(AuditView audit) =>
        audit.FigureSpans.Select(figure => (figure.Label, Value(audit, figure))).Prepend(("正文有效字数", audit.Figures.Letters.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What a second person needs to make the audit again.</summary>
    public static IEnumerable<(string Name, string Value)> Provenance(AuditView audit)
    {
        ProvenanceView from = audit.Provenance;
        return ProvenanceWording.Rows(from.Program, from.Archive, from.Judgements, [("本报告文件的 SHA-256", from.SourceHash)], from.OtherHashes, from.Settings);
    }

    /// <summary>What shows a finding: the words of each other paragraph, and where it stands.</summary>
    public static IEnumerable<(string Words, PlaceView Place)> Proofs(FindingView finding) => finding.Evidence
        .GroupBy(one => one.Other.Paragraph)
        .Select(same => (string.Join("……", same.Select(one => one.OtherWords).Where(words => words.Length > 0).Distinct()), same.First().Other));

    /// <summary>File and line.</summary>
    public static string Place(PlaceView place) =>
        place.Line == place.LineEnd ? $"{place.Source} 第{place.Line}行" : $"{place.Source} 第{place.Line}—{place.LineEnd}行";

    /// <summary>Report, unit and year of the other side.</summary>
    public static string Other(EvidenceView evidence) =>
        $"《{evidence.OtherReportTitle}》 {evidence.OtherOrganisation ?? "单位不详"} {(evidence.OtherYear is { } year ? $"{year}年" : "年份不详")}";

    /// <summary>Who copied from whom, and why.</summary>
    public static string Direction(DirectionView direction) =>
        direction.Reasons.Count == 0 ? direction.Label : $"{direction.Label}（{string.Join("；", direction.Reasons)}）";

    /// <summary>A share in percent.</summary>
    public static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%";
}
