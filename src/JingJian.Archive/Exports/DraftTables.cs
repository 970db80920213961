using System.Globalization;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>The check of a draft as tables: how much is whose, what to do, the text with its marks, each passage beside its source.</summary>
internal static class DraftTables
{
    public static TableReport Of(DraftCheckView check) => new(
        $"{check.Name}：草稿查重",
        check.Summary.Sentence + string.Concat(check.Summary.Notes.Concat(check.Summary.Missing.Select(missing => missing.Text))),
        [
            new TableSection(
                "文字来源", "各类合计为正文全部字数；规定表述、套话另计，不算照搬。", [new("类别", 2), new("字数"), new("占比"), new("处数")],
                [.. check.Summary.Kinds.Select(kind => new ReportCell[] { kind.Label, Number(kind.Characters), AuditWording.Percent(kind.Share), kind.Kind == "fresh" ? "" : Number(kind.Passages) })]),
            new TableSection(
                $"要处理的地方（{check.Summary.Todo.Count} 处）", "", [new("行"), new("处理", 2), new("说明", 12)],
                [.. check.Summary.Todo.Select(todo => new ReportCell[] { Number(todo.Line), todo.Label, todo.Text })]),
            new TableSection(
                "全文标注", "底色：蓝为本单位旧文，橙为其他单位，紫为模板，绿为上级文件，青为准予引用，灰为单位不明；波浪线为套话。", [new("行"), new("正文", 14)],
                [.. check.Paragraphs.Select(paragraph => new ReportCell[] { Number(paragraph.Line), new([.. Marked(paragraph)]) })]),
            new TableSection(
                "逐处出处", "", [new("行"), new("类别", 2), new("草稿文字", 6), new("出处", 5), new("出处原文", 6)],
                [.. check.Paragraphs.SelectMany(paragraph => paragraph.Passages.Where(passage => passage.Source is not null).Select(passage => Row(paragraph, passage, passage.Source!)))]),
        ],
        Provenance(check));

    private static ReportCell[] Row(DraftParagraphView paragraph, DraftPassageView passage, CitationView source) =>
    [
        Number(paragraph.Line), passage.Label, passage.Text,
        $"《{source.ReportTitle}》\n{source.Organisation ?? "单位不详"}　{(source.Year is { } year ? $"{year}年" : "年份不详")}\n{AuditWording.Place(source.Place)}"
            + (passage.Copies > 0 ? $"\n另有 {passage.Copies} 处" : ""),
        source.Text,
    ];

    /// <summary>The text of a paragraph cut at its passages; they are in order and do not overlap.</summary>
    private static IEnumerable<MarkedStretch> Marked(DraftParagraphView paragraph)
    {
        int at = 0;
        foreach (DraftPassageView passage in paragraph.Passages)
        {
            int start = paragraph.Text.IndexOf(passage.Text, at, StringComparison.Ordinal);
            if (start > at)
            {
                yield return new MarkedStretch(paragraph.Text[at..start], null, false, false);
            }

            yield return new MarkedStretch(passage.Text, passage.Class == "stock" ? null : Colour(passage.Class), passage.Class == "stock", false);
            at = start + passage.Text.Length;
        }

        if (at < paragraph.Text.Length)
        {
            yield return new MarkedStretch(paragraph.Text[at..], null, false, false);
        }
    }

    private static string Colour(string name) => name switch
    {
        "common" or "masked" => "template",
        "superior-unit" => "other",
        _ => name,
    };

    private static IReadOnlyList<(string Name, string Value)> Provenance(DraftCheckView check) => check.Audits.Count == 0
        ? []
        : [.. ProvenanceWording.Rows(
            check.Audits[0].Provenance.Program, check.ArchiveVersion, check.Audits[0].Provenance.Judgements, [("草稿文字的 SHA-256", check.Audits[0].Provenance.SourceHash)],
            [.. check.Audits.SelectMany(audit => audit.Provenance.OtherHashes).Distinct().OrderBy(source => source.Name, StringComparer.Ordinal).ThenBy(source => source.Hash, StringComparer.Ordinal)],
            check.Audits[0].Provenance.Settings)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
