using System.Net;
using System.Text;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>Audits as one HTML file without anything from outside; every text of the archive is encoded.</summary>
internal static class AuditHtml
{
    private const string Style = """
        body{font:16px/1.75 "Noto Serif CJK SC","Songti SC",SimSun,serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#222;background:#fff}
        h1{font-size:1.4em}h2{font-size:1.1em;margin-top:1.6em}
        table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{border:1px solid #bbb;padding:.35em .6em;vertical-align:top;text-align:left;overflow-wrap:anywhere}
        th{background:#f3f3f0;font-weight:600}.figures th{width:12em}.own td:first-child{border-left:4px solid #2b6cb0}.other td:first-child{border-left:4px solid #c05621}.unknown td:first-child{border-left:4px solid #888}
        .place{color:#666;font-size:.85em}bdi{unicode-bidi:isolate}@media print{section{break-after:page}}
        """;

    public static void Write(IReadOnlyList<AuditView> audits, Stream output)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        html.WriteLine($"<!doctype html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"><title>复用情况审计</title><style>{Style}</style></head>\n<body>");
        foreach (AuditView audit in audits)
        {
            Write(audit, html);
        }

        html.WriteLine("</body></html>");
    }

    private static void Write(AuditView audit, StreamWriter html)
    {
        html.WriteLine($"<section><h1>{Text(AuditWording.Title(audit))}</h1><p class=\"place\">{Text(AuditWording.Origin(audit))}</p>");
        html.WriteLine("<table class=\"figures\">");
        foreach ((string name, string value) in AuditWording.Figures(audit))
        {
            html.WriteLine($"<tr><th>{Text(name)}</th><td>{Text(value)}</td></tr>");
        }

        html.WriteLine($"</table><p class=\"place\">{Text(AuditWording.Method)}</p>");
        WriteFindings(audit, html);
        WriteEvidence(audit, html);
        html.WriteLine("</section>");
    }

    private static void WriteFindings(AuditView audit, StreamWriter html)
    {
        html.WriteLine($"<h2>需要关注（{audit.Findings.Count} 处）</h2>");
        if (audit.Findings.Count == 0)
        {
            html.WriteLine("<p>没有发现。</p>");
            return;
        }

        html.WriteLine("<table><tr><th>问题</th><th>位置与文字</th><th>依据</th></tr>");
        foreach (FindingView finding in audit.Findings)
        {
            html.WriteLine($"<tr><td>{Text(finding.Label)}</td><td><bdi>{Text(finding.Words)}</bdi><div class=\"place\">{Text(AuditWording.Place(finding.Place))}</div></td>"
                + $"<td><bdi>{Text(finding.Detail)}</bdi><div class=\"place\">{Text(string.Join("；", finding.Others.Select(AuditWording.Place)))}</div></td></tr>");
        }

        html.WriteLine("</table>");
    }

    private static void WriteEvidence(AuditView audit, StreamWriter html)
    {
        html.WriteLine($"<h2>逐段对照（{audit.Evidence.Count} 处）</h2>");
        if (audit.Evidence.Count == 0)
        {
            html.WriteLine("<p>没有与其他报告相同的文字。</p>");
            return;
        }

        html.WriteLine("<table><tr><th>本报告</th><th>出处</th></tr>");
        foreach (EvidenceView evidence in audit.Evidence)
        {
            html.WriteLine($"<tr class=\"{Text(evidence.Class)}\"><td><bdi>{Text(evidence.Text)}</bdi><div class=\"place\">{Text(AuditWording.Place(evidence.Place))}</div></td>"
                + $"<td><bdi>{Text(evidence.OtherText)}</bdi><div class=\"place\">{Text(AuditWording.Class(evidence.Class))}　{Text(AuditWording.Other(evidence))}　{Text(AuditWording.Place(evidence.OtherPlace))}</div></td></tr>");
        }

        html.WriteLine("</table>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
