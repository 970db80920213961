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

    /// <summary>Punctuation at the beginning of a passage belongs to what stands before it.</summary>
    private static readonly char[] PassageStarts = ['，', '。', '；', '：', '、', '）', ')', '”', '》', ',', ';'];

    /// <summary>The heading of one report.</summary>
    public static string Title(AuditView audit) => $"{ReportTitles.Quoted(audit.Report.Title)}复用情况审计";

    /// <summary>Where the report lies.</summary>
    public static string Origin(AuditView audit) =>
        $"来源文件：{audit.Report.Source}（第{audit.Report.Line}—{audit.Report.LineEnd}行）　单位：{audit.Report.Organisation ?? "不详"}　"
        + $"年份：{audit.Report.Year?.ToString(CultureInfo.InvariantCulture) ?? "不详"}　报告编号：{audit.Report.Id}";

    /// <summary>The figures that come first, in one sentence.</summary>
    public static string Summary(AuditView audit)
    {
        AuditFiguresView figures = audit.Figures;
        string largest = figures.LargestReport is { } report ? $"；单篇最大复用 {Percent(figures.LargestSingle)}，见于{ReportTitles.Quoted(report.Title)}（{report.Source}）" : "";
        return $"正文有效字 {figures.Letters} 个，原创度 {Percent(figures.Originality)}，总复用率 {Percent(figures.Total)}，去除套话后 {Percent(figures.WithoutStock)}{largest}。需要关注 {audit.Findings.Count} 处。";
    }

    /// <summary>A figure's value; with its value before exclusions when it changed.</summary>
    public static string Value(AuditView audit, FigureView figure)
    {
        string value = figure.Name == "longest" ? $"{figure.Letters} 字" : $"{Percent(figure.Share)}（{figure.Letters} 字）";
        string source = figure.Name == "largest-single" && audit.Figures.LargestReport is { } largest ? $"　{largest.Source}{ReportTitles.Quoted(largest.Title)}" : "";
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

    /// <summary>The figures that count something, or counted something before exclusions; the total and the originality in any case.</summary>
    public static IEnumerable<FigureView> Telling(AuditView audit) =>
        audit.FigureSpans.Where(figure => figure.Letters > 0 || figure.Name is "total" or "originality" || (audit.FiguresBefore is { } before && ShareOf(before, figure.Name) > 0));

    /// <summary>What stands before <see cref="Zero"/>.</summary>
    public const string ZeroLabel = "以下各项均为 0";

    /// <summary>The names of the other figures; empty when there are none.</summary>
    public static string Zero(AuditView audit) => string.Join('、', audit.FigureSpans.Except(Telling(audit)).Select(figure => figure.Label));

    /// <summary>All figures with their names, in the order in which auditors read them.</summary>
    public static IEnumerable<(string Name, string Value)> Figures(AuditView audit) => [Length(audit), .. audit.FigureSpans.Select(figure => (figure.Label, Value(audit, figure)))];

    /// <summary>The same, those that count nothing in one row.</summary>
    public static IEnumerable<(string Name, string Value)> TellingFigures(AuditView audit) =>
    [
        Length(audit),
        .. Telling(audit).Select(figure => (figure.Label, Value(audit, figure))),
        .. Zero(audit) is { Length: > 0 } zero ? [(ZeroLabel, zero)] : Array.Empty<(string, string)>(),
    ];

    private static (string Name, string Value) Length(AuditView audit) => ("正文有效字数", audit.Figures.Letters.ToString(CultureInfo.InvariantCulture));

    /// <summary>The note above the sources.</summary>
    public const string SourcesNote = "按各篇另外说明的字数从多到少排列：上面各篇已经有的文字不再计入“另外说明”，同一文字见于多篇的只列一篇。另外说明不足 30 字的从略。";

    /// <summary>The columns of the sources.</summary>
    public static IReadOnlyList<string> SourceColumns { get; } = ["报告", "类别", "相同文字", "另外说明", "涉及段落"];

    /// <summary>A source as a row.</summary>
    public static string[] SourceRow(AuditSourceView source) =>
    [
        $"{Report(source.Report)}\n{source.Report.Source} 第{source.Report.Line}—{source.Report.LineEnd}行",
        ReuseWords.Of(source.Class),
        $"{Percent(source.Share)}（{source.Letters} 字）",
        $"{Percent(source.AddedShare)}（{source.Added} 字）",
        source.Paragraphs.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>Title, unit and year of a report.</summary>
    public static string Report(ReportView report) => Named(report.Title, report.Organisation, report.Year);

    /// <summary>Whether a finding is about the whole report.</summary>
    public static bool IsOfReport(FindingView finding) => finding.Place.Paragraph.Length == 0;

    /// <summary>What is told of the audited report in a finding: the words it is about or, of the whole report, the detail.</summary>
    public static string Words(FindingView finding) => IsOfReport(finding) ? finding.Detail : finding.Words;

    /// <summary>What a second person needs to make the audit again.</summary>
    public static IEnumerable<(string Name, string Value)> Provenance(AuditView audit)
    {
        ProvenanceView from = audit.Provenance;
        return ProvenanceWording.Rows(from.Program, from.Archive, from.Judgements, [("本报告文件的 SHA-256", from.SourceHash)], from.OtherHashes, from.Settings);
    }

    /// <summary>What shows a finding: the words of each other paragraph, and where it stands.</summary>
    public static IEnumerable<(string Words, PlaceView Place)> Proofs(FindingView finding) => finding.Evidence
        .GroupBy(one => one.Other.Paragraph)
        .Select(same => (WordsOf(same), same.First().Other));

    private static string WordsOf(IEnumerable<FindingEvidenceView> evidence) =>
        string.Join("……", evidence.Select(one => one.OtherWords.TrimStart(PassageStarts)).Where(words => words.Length > 0).Distinct()) is { Length: > 0 } words ? words : "（无此文字）";

    /// <summary>File and line.</summary>
    public static string Place(PlaceView place) =>
        place.Line == place.LineEnd ? $"{place.Source} 第{place.Line}行" : $"{place.Source} 第{place.Line}—{place.LineEnd}行";

    /// <summary>Report, unit and year of the other side.</summary>
    public static string Other(EvidenceView evidence) => Named(evidence.OtherReportTitle, evidence.OtherOrganisation, evidence.OtherYear);

    private static string Named(string title, string? organisation, int? year) =>
        $"{ReportTitles.Quoted(title)} {organisation ?? "单位不详"} {(year is { } stated ? $"{stated}年" : "年份不详")}";

    /// <summary>Who copied from whom, and why.</summary>
    public static string Direction(DirectionView direction) =>
        direction.Reasons.Count == 0 ? direction.Label : $"{direction.Label}（{string.Join("；", direction.Reasons)}）";

    /// <summary>A share in percent.</summary>
    public static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%";
}
