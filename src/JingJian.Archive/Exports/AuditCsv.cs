using System.Globalization;
using System.Text;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>Audits as one table: a row a figure, a finding, a reused passage. With a byte order mark, as Excel wants it.</summary>
internal static class AuditCsv
{
    public static void Write(IReadOnlyList<AuditView> audits, Stream output)
    {
        using var csv = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        Row(csv, "报告编号", "报告", "档案版本", "类别", "项目", "起", "止", "文字", "出处", "出处起", "出处止", "出处文字");
        foreach (AuditView audit in audits)
        {
            foreach ((string name, string value) in AuditWording.Figures(audit))
            {
                Row(csv, audit.Report.Id, audit.Report.Title, audit.ArchiveVersion, "指标", name, "", "", value, "", "", "", "");
            }

            foreach (FindingView finding in audit.Findings)
            {
                Row(csv, audit.Report.Id, audit.Report.Title, audit.ArchiveVersion, "需要关注", finding.Label, Number(finding.Start), Number(finding.End),
                    finding.Words, string.Join("；", finding.Others.Select(AuditWording.Place)), "", "", finding.Detail);
            }

            foreach (EvidenceView evidence in audit.Evidence)
            {
                Row(csv, audit.Report.Id, audit.Report.Title, audit.ArchiveVersion, "对照", AuditWording.Class(evidence.Class), Number(evidence.Start), Number(evidence.End),
                    evidence.Text, AuditWording.Place(evidence.OtherPlace), Number(evidence.OtherStart), Number(evidence.OtherEnd), evidence.OtherText);
            }
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Row(StreamWriter csv, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            csv.Write(i > 0 ? ",\"" : "\"");
            csv.Write(Harmless(cells[i]).Replace("\"", "\"\"", StringComparison.Ordinal));
            csv.Write('"');
        }

        csv.WriteLine();
    }

    /// <summary>A cell that a spreadsheet would take for a formula is shown as text.</summary>
    private static string Harmless(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + cell : cell;
}
