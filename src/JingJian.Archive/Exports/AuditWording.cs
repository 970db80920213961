using System.Globalization;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>The words of an exported audit, the same in every format.</summary>
internal static class AuditWording
{
    /// <summary>How the figures come about, for whoever checks them.</summary>
    public const string Method =
        "口径：以段落正文的有效字（去除数字、标点、空白和遮盖符号）计；与其他报告相同的连续文字按 13 字起计，重叠部分只计一次；"
        + "已知晚于本报告的报告不作为出处，另列“被后文复用”。套话为散见于多个互不相干文本的固定表述。";

    /// <summary>The heading of one report.</summary>
    public static string Title(AuditView audit) => $"《{audit.Report.Title}》复用情况审计";

    /// <summary>Where the report lies and what archive it was held against.</summary>
    public static string Origin(AuditView audit) =>
        $"报告编号：{audit.Report.Id}　来源文件：{audit.Report.Source}（第{audit.Report.Line}—{audit.Report.LineEnd}行）　"
        + $"单位：{audit.Report.Organisation ?? "不详"}　年份：{audit.Report.Year?.ToString(CultureInfo.InvariantCulture) ?? "不详"}　档案版本：{audit.ArchiveVersion}";

    /// <summary>The figures with their names, in the order in which auditors read them.</summary>
    public static IEnumerable<(string Name, string Value)> Figures(AuditFiguresView figures) =>
    [
        ("正文有效字数", figures.Letters.ToString(CultureInfo.InvariantCulture)),
        ("总复用率", Percent(figures.Total)),
        ("去除套话后", Percent(figures.WithoutStock)),
        ("本单位历年自我复用", Percent(figures.OwnOrganisation)),
        ("跨单位复用", Percent(figures.OtherOrganisation)),
        ("来源单位不明", Percent(figures.UnknownOrganisation)),
        ("单篇最大复用", Percent(figures.LargestSingle) + (figures.LargestReport is { } largest ? $"（{largest.Source}《{largest.Title}》）" : "")),
        ("最长连续复用", $"{figures.LongestLetters} 字"),
        ("仅改数字比例", Percent(figures.OnlyNumbersChanged)),
        ("被后文复用", Percent(figures.CopiedLater)),
        ("自身重复", Percent(figures.RepeatedInside)),
        ("原创度", Percent(figures.Originality)),
    ];

    /// <summary>Whose text a passage is.</summary>
    public static string Class(string name) => name switch
    {
        "own" => "本单位",
        "other" => "其他单位",
        _ => "单位不明",
    };

    /// <summary>File and line.</summary>
    public static string Place(PlaceView place) =>
        place.Line == place.LineEnd ? $"{place.Source} 第{place.Line}行" : $"{place.Source} 第{place.Line}—{place.LineEnd}行";

    /// <summary>Report, unit and year of the other side.</summary>
    public static string Other(EvidenceView evidence) =>
        $"《{evidence.OtherReportTitle}》 {evidence.OtherOrganisation ?? "单位不详"} {evidence.OtherYear?.ToString(CultureInfo.InvariantCulture) ?? ""}".TrimEnd();

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%";
}
