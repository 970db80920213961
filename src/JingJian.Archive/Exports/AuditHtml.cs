using System.Globalization;
using System.Net;
using System.Text;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>Audits as one HTML file without anything from outside; every text of the archive is encoded.</summary>
internal sealed class AuditHtml
{
    private const int ExcerptCharacters = 40;

    private readonly AuditView audit;
    private readonly StreamWriter html;
    private readonly Dictionary<string, int> numbers;

    private AuditHtml(AuditView audit, StreamWriter html)
    {
        this.audit = audit;
        this.html = html;
        numbers = audit.Paragraphs.Select((paragraph, i) => (paragraph.Place.Paragraph, i)).ToDictionary(item => item.Paragraph, item => item.i + 1, StringComparer.Ordinal);
    }

    public static void Write(IReadOnlyList<AuditView> audits, Stream output)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        html.WriteLine("<!doctype html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        html.WriteLine($"<title>{(audits.Count == 1 ? Text(AuditWording.Title(audits[0])) : "复用情况审计")}</title>\n<style>\n{AuditStyle.Sheet}\n</style></head>\n<body>");
        foreach (AuditView audit in audits)
        {
            new AuditHtml(audit, html).Write();
        }

        html.WriteLine("</body></html>");
    }

    private void Write()
    {
        html.WriteLine($"<section><h1>{Text(AuditWording.Title(audit))}</h1><p class=\"note\">{Text(AuditWording.Origin(audit))}</p>");
        html.WriteLine($"<p class=\"summary\">{Text(AuditWording.Summary(audit))}</p>");
        WriteFigures();
        WriteFindings();
        WriteText();
        WriteEvidence("逐段对照", audit.Evidence);
        if (audit.ExcludedEvidence.Count > 0)
        {
            WriteEvidence("人工排除的复用", audit.ExcludedEvidence);
        }

        WriteProvenance();
        html.WriteLine("</section>");
    }

    /// <summary>Every figure opens the stretches that it counts.</summary>
    private void WriteFigures()
    {
        html.WriteLine("<h2>指标</h2>\n<table class=\"figures\">");
        foreach (FigureView figure in audit.FigureSpans)
        {
            string value = Text(AuditWording.Value(audit, figure));
            string spans = string.Concat(figure.Spans.Select(span => $"<li>{Link(span.Paragraph)}　<bdi>{Text(Excerpt(span))}</bdi></li>"));
            string opened = figure.Spans.Count == 0 ? value : $"<details><summary>{value}</summary><ul>{spans}</ul></details>";
            string width = figure.Name == "longest" || figure.Letters == 0 ? "" : $"<div class=\"track\"><div class=\"bar\" style=\"width:{(100 * figure.Share).ToString("F1", CultureInfo.InvariantCulture)}%\"></div></div>";
            html.WriteLine($"<tr><th>{Text(figure.Label)}</th><td>{opened}</td><td>{width}</td></tr>");
        }

        html.WriteLine($"</table>\n<p class=\"note\">{Text(AuditWording.Method)}</p>");
    }

    private void WriteFindings()
    {
        html.WriteLine($"<h2>需要关注（{audit.Findings.Count} 处）</h2>");
        if (audit.Findings.Count == 0)
        {
            html.WriteLine("<p>没有发现。</p>");
            return;
        }

        html.WriteLine("<table class=\"findings\"><tr><th>问题</th><th>本报告</th><th>依据</th></tr>");
        foreach (FindingView finding in audit.Findings)
        {
            IEnumerable<string> proofs = AuditWording.Proofs(finding)
                .Select(proof => $"<bdi>{Text(Shorten(proof.Words, 2 * ExcerptCharacters))}</bdi><div class=\"note\">{Text(AuditWording.Place(proof.Place))}</div>");
            html.WriteLine($"<tr><td><span class=\"kind\">{Text(finding.Label)}</span>{(finding.Detail.Length > 0 ? $"<br><bdi>{Text(finding.Detail)}</bdi>" : "")}</td>"
                + $"<td><bdi>{Text(Shorten(finding.Words, 2 * ExcerptCharacters))}</bdi><div class=\"note\">{Link(finding.Place.Paragraph)}　{Text(AuditWording.Place(finding.Place))}</div></td>"
                + $"<td>{string.Concat(proofs)}</td></tr>");
        }

        html.WriteLine("</table>");
    }

    private void WriteText()
    {
        html.WriteLine("<h2>全文标注</h2>\n<p class=\"legend note\">"
            + string.Concat(MarkedText.Classes.Select(name => $"<span><mark class=\"mark-{name}\">{AuditWording.Class(name)}</mark></span>"))
            + "<span><span class=\"stock\">套话</span></span></p>\n<div class=\"text\">");
        ILookup<string, EvidenceView> evidence = audit.Evidence.ToLookup(one => one.Place.Paragraph);
        foreach (AuditedParagraphView paragraph in audit.Paragraphs)
        {
            MarkedText text = evidence[paragraph.Place.Paragraph].Aggregate(new MarkedText(paragraph.Text), (marked, one) => marked.Reused(one.Class, one.At, one.Text.Length));
            text = paragraph.Stock.Aggregate(text, (marked, stock) => marked.Stock(stock[0], stock[1]));
            html.WriteLine($"<p id=\"{Anchor(paragraph.Place.Paragraph)}\"><span class=\"no\">{numbers[paragraph.Place.Paragraph]}</span>{Marked(text.Stretches(), plain: null)}</p>");
        }

        html.WriteLine("</div>");
    }

    private void WriteEvidence(string title, IReadOnlyList<EvidenceView> evidence)
    {
        SideBySide[] pairs = [.. SideBySide.Of(audit, evidence)];
        html.WriteLine($"<h2>{title}（{pairs.Length} 组）</h2>\n<p class=\"note\">左为本报告，右为出处；底色为相同的文字，红字为改动的文字和数字，较长的不同文字从略。</p>");
        if (pairs.Length == 0)
        {
            html.WriteLine("<p>没有与其他报告相同的文字。</p>");
        }

        foreach (SideBySide pair in pairs)
        {
            EvidenceView first = pair.Places[0];
            string excluded = first.Excluded is { } reason ? $"<br>排除理由：{Text(reason)}" : "";
            html.WriteLine("<table class=\"pair\"><tr class=\"place\">"
                + $"<td class=\"place\">{Link(pair.Own.Place.Paragraph)}　{Text(AuditWording.Place(pair.Own.Place))}<br>{AuditWording.Class(first.Class)}　{AuditWording.Kind(first.Kind)}{excluded}</td>"
                + $"<td class=\"place\">{string.Join("<br>", pair.Places.Select(Source))}</td></tr>");
            html.WriteLine($"<tr><td>{Marked(pair.OwnStretches(), "changed")}</td><td>{Marked(pair.OtherStretches(), "changed")}</td></tr></table>");
        }
    }

    private static string Source(EvidenceView place) =>
        $"{Text(AuditWording.Other(place))}　{Text(AuditWording.Place(place.OtherPlace))}<br>{Text(AuditWording.Direction(place.Direction))}";

    private void WriteProvenance()
    {
        html.WriteLine("<h2>复核依据</h2>\n<table class=\"hashes\">");
        foreach ((string name, string value) in AuditWording.Provenance(audit))
        {
            html.WriteLine($"<tr><th>{Text(name)}</th><td>{Text(value)}</td></tr>");
        }

        html.WriteLine("</table>\n<p class=\"note\">同一版本的档案、程序、标注与设置，得出同样的文件，一字不差。</p>");
    }

    private static string Marked(IEnumerable<MarkedStretch> stretches, string? plain)
    {
        var text = new StringBuilder("<bdi>");
        foreach (MarkedStretch stretch in stretches)
        {
            string inner = (stretch.IsStock, stretch.IsChanged) switch
            {
                (true, _) => $"<span class=\"stock\">{Text(stretch.Text)}</span>",
                (_, true) => $"<span class=\"changed\">{Text(stretch.Text)}</span>",
                _ => Text(stretch.Text),
            };
            text.Append((stretch.Class, plain) switch
            {
                ({ } name, _) => $"<mark class=\"mark-{name}\">{inner}</mark>",
                (null, { } style) => $"<span class=\"{style}\">{inner}</span>",
                _ => inner,
            });
        }

        return text.Append("</bdi>").ToString();
    }

    private string Link(string paragraph) => numbers.TryGetValue(paragraph, out int number) ? $"<a href=\"#{Anchor(paragraph)}\">第{number}段</a>" : "";

    private static string Anchor(string paragraph) => "p-" + Text(paragraph);

    private string Excerpt(FigureSpanView span) => numbers.TryGetValue(span.Paragraph, out int number)
        ? Shorten(audit.Paragraphs[number - 1].Text.Substring(span.At, span.Length), ExcerptCharacters)
        : "";

    private static string Shorten(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
