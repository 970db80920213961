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

    /// <summary>The figures with their names, in the order in which auditors read them; with a change when something is excluded.</summary>
    public static IEnumerable<(string Name, string Value)> Figures(AuditView audit)
    {
        yield return ("正文有效字数", audit.Figures.Letters.ToString(CultureInfo.InvariantCulture));
        foreach (FigureView figure in audit.FigureSpans)
        {
            string value = figure.Name == "longest" ? $"{figure.Letters} 字" : $"{Percent(figure.Share)}（{figure.Letters} 字）";
            string source = figure.Name == "largest-single" && audit.Figures.LargestReport is { } largest ? $"　{largest.Source}《{largest.Title}》" : "";
            yield return (figure.Label, value + source);
        }

        if (audit.FiguresBefore is { } before)
        {
            yield return ("排除前总复用率", Percent(before.Total));
            yield return ("排除前原创度", Percent(before.Originality));
        }
    }

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

    /// <summary>File and line.</summary>
    public static string Place(PlaceView place) =>
        place.Line == place.LineEnd ? $"{place.Source} 第{place.Line}行" : $"{place.Source} 第{place.Line}—{place.LineEnd}行";

    /// <summary>Report, unit and year of the other side.</summary>
    public static string Other(EvidenceView evidence) =>
        $"《{evidence.OtherReportTitle}》 {evidence.OtherOrganisation ?? "单位不详"} {evidence.OtherYear?.ToString(CultureInfo.InvariantCulture) ?? ""}".TrimEnd();

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.InvariantCulture) + "%";
}
