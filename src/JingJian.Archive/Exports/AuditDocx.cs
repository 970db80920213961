using DocumentFormat.OpenXml.Wordprocessing;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>Audits as a Word document: figures, findings, both sides of each passage with what is shared shaded, and what it was made from.</summary>
internal static class AuditDocx
{
    public static void Write(IReadOnlyList<AuditView> audits, Stream output)
    {
        var body = new Body();
        foreach (AuditView audit in audits)
        {
            Write(audit, body, breakBefore: body.HasChildren);
        }

        WordParts.Write(body, output);
    }

    private static void Write(AuditView audit, Body body, bool breakBefore)
    {
        body.Append(
            WordParts.Heading(AuditWording.Title(audit), WordParts.Large, breakBefore),
            WordParts.Note(AuditWording.Origin(audit)),
            WordParts.Line(AuditWording.Summary(audit), WordParts.InTable));
        body.Append(WordParts.Heading("指标", WordParts.Medium), Rows(AuditWording.TellingFigures(audit)), WordParts.Note(AuditWording.Method));
        body.Append(WordParts.Heading($"需要关注（{audit.Findings.Count} 处）", WordParts.Medium));
        body.Append(audit.Findings.Count == 0 ? WordParts.Line("没有发现。", WordParts.InTable) : WordParts.Table([2, 4, 5], ["问题", "本报告", "依据"], audit.Findings.Select(finding => new[]
        {
            AuditWording.IsOfReport(finding) ? finding.Label : $"{finding.Label}\n{finding.Detail}",
            $"{AuditWording.Words(finding)}\n{AuditWording.Place(finding.Place)}",
            string.Join('\n', AuditWording.Proofs(finding).Select(proof => $"{proof.Words}\n{AuditWording.Place(proof.Place)}")),
        })));
        if (audit.Sources.Count > 0)
        {
            body.Append(
                WordParts.Heading($"主要出处（{audit.Sources.Count} 篇）", WordParts.Medium),
                WordParts.Lead(AuditWording.SourcesNote),
                WordParts.Table([5, 2, 4, 4, 2], AuditWording.SourceColumns, audit.Sources.Select(AuditWording.SourceRow)));
        }

        Write(audit, "逐段对照", audit.Evidence, body);
        if (audit.ExcludedEvidence.Count > 0)
        {
            Write(audit, "人工排除的复用", audit.ExcludedEvidence, body);
        }

        body.Append(WordParts.Heading("复核依据", WordParts.Medium), Rows(AuditWording.Provenance(audit)));
    }

    private static void Write(AuditView audit, string title, IReadOnlyList<EvidenceView> evidence, Body body)
    {
        SideBySide[] pairs = [.. SideBySide.Of(audit, evidence)];
        body.Append(
            WordParts.Heading($"{title}（{pairs.Length} 组）", WordParts.Medium),
            WordParts.Lead("左为本报告，右为出处；底色为相同的文字，红字为改动的文字和数字，较长的不同文字从略。"));
        Table table = WordParts.EmptyTable(1, 1);
        foreach (SideBySide pair in pairs)
        {
            EvidenceView first = pair.Places[0];
            string excluded = first.Excluded is { } reason ? $"\n排除理由：{reason}" : "";
            table.Append(
                WordParts.LeadingRow(
                    WordParts.Cell($"{AuditWording.Place(pair.Own.Place)}\n{ReuseWords.Of(first.Class)}　{ReuseWords.Of(first.Kind)}{excluded}", WordParts.Small),
                    WordParts.Cell(string.Join('\n', pair.Places.Select(place => $"{AuditWording.Other(place)}　{AuditWording.Place(place.OtherPlace)}\n{AuditWording.Direction(place.Direction)}")), WordParts.Small)),
                WordParts.Row([new TableCell(WordParts.Marked(pair.OwnStretches(), plainIsChanged: true)), new TableCell(WordParts.Marked(pair.OtherStretches(), plainIsChanged: true))]));
        }

        body.Append(table);
    }

    private static Table Rows(IEnumerable<(string Name, string Value)> rows) => WordParts.Table([3, 7], rows.Select(row => new[] { row.Name, row.Value }));
}
