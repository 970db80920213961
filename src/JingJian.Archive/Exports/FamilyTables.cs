using System.Globalization;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Exports;

/// <summary>Families as tables: the list, and of each its template, its years and its members with what they changed.</summary>
internal static class FamilyTables
{
    private const int ExcerptCharacters = 80;
    private const int ValuesShown = 12;

    /// <summary>The columns of a list of families.</summary>
    public static IReadOnlyList<TableColumn> ListColumns { get; } = [new("编号", 5), new("处数", 2), new("报告", 2), new("单位", 6), new("年份", 4), new("正文", 13)];

    public static TableReport Of(FamiliesReportView report) => new(
        report.Families is [var only] ? $"同源族 {only.Family.Id}" : "同源族",
        $"档案共有 {report.Total} 个同源族，这里列出 {report.Families.Count} 个。同源族是内容相同、只有年份、数字、名称和少量字句不同的段落。",
        [
            .. report.Families.Count > 1 ? [new TableSection("同源族一览", "", ListColumns, [.. report.Families.Select(family => ListRow(family.Family))])] : (TableSection[])[],
            .. report.Families.SelectMany(Sections),
        ],
        [.. ProvenanceWording.Rows(report.Provenance)]);

    /// <summary>A family in a list.</summary>
    public static ReportCell[] ListRow(FamilyView family) =>
    [
        family.Id, Number(family.Copies), Number(family.Reports), string.Join('、', family.Organisations), Years(family.FirstYear, family.LastYear),
        Shortening.Excerpt(family.Text, ExcerptCharacters),
    ];

    /// <summary>A family in one year: year, copies, units, likeness, changes.</summary>
    public static ReportCell[] YearRow(FamilyYearView year) =>
    [
        year.Year is { } stated ? $"{stated}年" : "年份不详", Number(year.Copies), string.Join('、', year.Organisations),
        year.Ratio is { } ratio ? AuditWording.Percent(ratio) : "", string.Join('、', year.Changes.Select(change => $"{ReuseWords.Of(change.Key)} {change.Value}")),
    ];

    /// <summary>From when to when.</summary>
    public static string Years(int? first, int? last) =>
        first is null || last is null ? "年份不详" : first == last ? $"{first}年" : $"{first}—{last}年";

    private static IEnumerable<TableSection> Sections(FamilyDetailView family)
    {
        yield return new TableSection(
            $"同源族 {family.Family.Id}（{family.Family.Copies} 处，{family.Family.Reports} 篇报告）", "有底色的是随报告变化的地方，写的是最有代表性的一处；下表列出各处写法。", [new("模板")],
            [[new ReportCell([.. family.Template.Select(part => new MarkedStretch(
                part.Slot is null ? part.Text : part.Text.Length > 0 ? part.Text : "（）", part.Slot is null ? null : "other", false, false))])]]);
        if (family.Template.Any(part => part.Slot is not null))
        {
            yield return new TableSection(
                $"{family.Family.Id}：变化之处", "", [new("类型"), new("各处写法（处数）", 8)],
                [.. family.Template.Where(part => part.Slot is not null).Select(part => new ReportCell[]
                {
                    ReuseWords.Of(part.Slot!),
                    string.Join('、', part.Values.Take(ValuesShown).Select(value => $"{(value.Text.Length > 0 ? value.Text : "（无）")}（{value.Copies}）"))
                        + (part.Values.Count > ValuesShown ? $"，共 {part.Values.Count} 种" : ""),
                })]);
        }

        yield return new TableSection(
            $"{family.Family.Id}：各年", $"最早见于 {AuditWording.Place(family.First.Place)}，{ReportTitles.Quoted(family.First.ReportTitle)}。相似是与最早一处的平均相似度。",
            [new("年份"), new("处数"), new("单位", 3), new("相似"), new("改动", 3)], [.. family.Timeline.Select(YearRow)]);
        yield return new TableSection(
            $"{family.Family.Id}：各处原文", "红字是与模板不同的地方。", [new("出处", 3), new("原文", 9)], [.. family.Members.Select(MemberRow)]);
    }

    private static ReportCell[] MemberRow(FamilyMemberView member)
    {
        var text = new MarkedText(member.Text);
        int from = 0;
        foreach (ChangeView change in member.Changes.Where(change => change.To.Length > 0))
        {
            int at = member.Text.IndexOf(change.To, from, StringComparison.Ordinal);
            if (at >= 0)
            {
                text.Changed(at, change.To.Length);
                from = at + change.To.Length;
            }
        }

        return
        [
            $"{AuditWording.Place(member.Place)}\n{ReportTitles.Quoted(member.ReportTitle)}\n{member.Organisation ?? "单位不详"}　{(member.Year is { } year ? $"{year}年" : "年份不详")}",
            new ReportCell([.. text.Stretches()]),
        ];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
