using System.Globalization;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>Audits as one table: a row a figure, a finding, a reused passage, a thing needed to make it again. With a byte order mark, as Excel wants it.</summary>
internal static class AuditCsv
{
    public static void Write(IReadOnlyList<AuditView> audits, Stream output)
    {
        using StreamWriter csv = Csv.Open(output);
        Csv.Row(csv, "报告编号", "报告", "档案版本", "类别", "项目", "位置", "起", "止", "文字", "出处", "出处起", "出处止", "出处文字", "说明");
        foreach (AuditView audit in audits)
        {
            foreach ((string name, string value) in AuditWording.Figures(audit))
            {
                Row(csv, audit, "指标", name, "", "", "", value, "", "", "", "", "");
            }

            foreach (FindingView finding in audit.Findings)
            {
                Row(csv, audit, "需要关注", finding.Label, AuditWording.Place(finding.Place), Number(finding.Start), Number(finding.End), finding.Words,
                    string.Join("；", finding.Others.Select(AuditWording.Place)), "", "", string.Join("；", AuditWording.Proofs(finding).Select(proof => proof.Words)), finding.Detail);
            }

            foreach (AuditSourceView source in audit.Sources)
            {
                Row(csv, audit, "主要出处", ReuseWords.Of(source.Class), "", "", "", $"{AuditWording.Percent(source.Share)}（{source.Letters} 字）",
                    $"{AuditWording.Report(source.Report)} {source.Report.Source}", "", "", "", $"另外说明 {AuditWording.Percent(source.AddedShare)}（{source.Added} 字）");
            }

            foreach (EvidenceView evidence in audit.Evidence)
            {
                Row(csv, audit, evidence, "对照", AuditWording.Direction(evidence.Direction));
            }

            foreach (EvidenceView evidence in audit.ExcludedEvidence)
            {
                Row(csv, audit, evidence, "已排除", $"排除理由：{evidence.Excluded}");
            }

            foreach ((string name, string value) in AuditWording.Provenance(audit))
            {
                Row(csv, audit, "复核依据", name, "", "", "", value, "", "", "", "", "");
            }
        }
    }

    private static void Row(StreamWriter csv, AuditView audit, EvidenceView evidence, string sort, string note) =>
        Row(csv, audit, sort, ReuseWords.Of(evidence.Class), AuditWording.Place(evidence.Place), Number(evidence.Start), Number(evidence.End), evidence.Text,
            $"{AuditWording.Other(evidence)} {AuditWording.Place(evidence.OtherPlace)}", Number(evidence.OtherStart), Number(evidence.OtherEnd), evidence.OtherText, note);

    private static void Row(StreamWriter csv, AuditView audit, params ReadOnlySpan<string> cells) =>
        Csv.Row(csv, [audit.Report.Id, audit.Report.Title, audit.ArchiveVersion, .. cells]);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
