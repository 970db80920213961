using System.Globalization;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>The words of an exported audit, the same in every format.</summary>
internal static class AuditWording
{
    /// <summary>How the figures come about, for whoever checks them.</summary>
    public const string Method =
        "口径：以段落正文的有效字计，不含数字、标点、空白和遮盖符号；同一处文字见于多处的只计一次。与其他报告连续相同 13 字以上的必被发现。"
        + "年份晚于本报告的报告不作为出处，另列“被后文复用”。套话是散见于多个互不相干文本的固定表述，由档案自身统计得出。各类占比可能有重叠，相加可超过总复用率。";

    private static readonly (string Name, string Label)[] Settings =
    [
        ("runLetters", "连续相同起计字数"),
        ("passageLetters", "片段成立的字数"),
        ("minCharacters", "段落最少字数"),
        ("nearRatio", "“基本相同”的相似度"),
        ("partialCover", "“大部分相同”的覆盖率"),
        ("rewordedRatio", "“改写”的相似度"),
        ("stockSpread", "套话最少见于几个互不相干的文本"),
        ("maxReportsPerFingerprint", "一处文字最多涉及几篇报告仍逐一比对"),
    ];

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
        string before = figure.Name switch
        {
            "total" when audit.FiguresBefore is { } figures => $"　排除前 {Percent(figures.Total)}",
            "originality" when audit.FiguresBefore is { } figures => $"　排除前 {Percent(figures.Originality)}",
            _ => "",
        };
        return value + source + before;
    }

    /// <summary>The figures with their names, in the order in which auditors read them.</summary>
    public static IEnumerable<(string Name, string Value)> Figures(AuditView audit) =>
        audit.FigureSpans.Select(figure => (figure.Label, Value(audit, figure))).Prepend(("正文有效字数", audit.Figures.Letters.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What a second person needs to make the audit again.</summary>
    public static IEnumerable<(string Name, string Value)> Provenance(AuditView audit)
    {
        ProvenanceView from = audit.Provenance;
        yield return ("程序版本", from.Program);
        yield return ("档案版本", from.Archive);
        yield return ("标注与排除", from.Judgements.Length > 0 ? from.Judgements : "无");
        yield return ("本报告文件的 SHA-256", from.SourceHash);
        foreach (CitedSourceView cited in from.OtherHashes)
        {
            yield return ("引用文件的 SHA-256", $"{cited.Name}{(cited.Mark.Length > 0 ? $"（{cited.Mark}）" : "")}　{cited.Hash}");
        }

        foreach ((string name, string label) in Settings)
        {
            if (from.Settings.TryGetValue(name, out double value))
            {
                yield return ($"设置：{label}", value.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>What shows a finding: the words of each other paragraph, and where it stands.</summary>
    public static IEnumerable<(string Words, PlaceView Place)> Proofs(FindingView finding) => finding.Evidence
        .GroupBy(one => one.Other.Paragraph)
        .Select(same => (string.Join("……", same.Select(one => one.OtherWords).Where(words => words.Length > 0).Distinct()), same.First().Other));

    /// <summary>Whose text a passage is.</summary>
    public static string Class(string name) => name switch
    {
        "own" => "本单位",
        "other" => "其他单位",
        "superior" => "上级文件",
        "template" => "模板网站",
        "quotable" => "准予引用",
        _ => "单位不明",
    };

    /// <summary>How two paragraphs share text.</summary>
    public static string Kind(string name) => name switch
    {
        "copy" => "整段相同",
        "near" => "基本相同",
        "partial" => "大部分相同",
        "reworded" => "改写",
        _ => "部分片段相同",
    };

    /// <summary>File and line.</summary>
    public static string Place(PlaceView place) =>
        place.Line == place.LineEnd ? $"{place.Source} 第{place.Line}行" : $"{place.Source} 第{place.Line}—{place.LineEnd}行";

    /// <summary>Report, unit and year of the other side.</summary>
    public static string Other(EvidenceView evidence) =>
        $"《{evidence.OtherReportTitle}》 {evidence.OtherOrganisation ?? "单位不详"} {(evidence.OtherYear is { } year ? $"{year}年" : "年份不详")}";

    /// <summary>Who copied from whom, and why.</summary>
    public static string Direction(DirectionView direction) =>
        direction.Reasons.Count == 0 ? direction.Label : $"{direction.Label}（{string.Join("；", direction.Reasons)}）";

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%";
}
