using JingJian.Archive.Views;
using JingJian.Text;
using static JingJian.Archive.Exports.HtmlPage;

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
        string title = audits.Count == 1 ? AuditWording.Title(audits[0]) : "复用情况审计";
        HtmlPage.Write(output, title, html =>
        {
            foreach (AuditView audit in audits)
            {
                new AuditHtml(audit, html).Write();
            }
        });
    }

    private void Write()
    {
        html.WriteLine($"<section><h1>{Encoded(AuditWording.Title(audit))}</h1><p class=\"note\">{Encoded(AuditWording.Origin(audit))}</p>");
        html.WriteLine($"<p class=\"summary\">{Encoded(AuditWording.Summary(audit))}</p>");
        WriteFigures();
        WriteFindings();
        WriteSources();
        WriteText();
        WriteEvidence("逐段对照", audit.Evidence);
        if (audit.ExcludedEvidence.Count > 0)
        {
            WriteEvidence("人工排除的复用", audit.ExcludedEvidence);
        }

        HtmlPage.WriteProvenance(html, AuditWording.Provenance(audit));
        html.WriteLine("</section>");
    }

    /// <summary>Every figure opens the stretches that it counts.</summary>
    private void WriteFigures()
    {
        html.WriteLine("<h2>指标</h2>\n<table class=\"figures\">");
        foreach (FigureView figure in AuditWording.Telling(audit))
        {
            string value = Encoded(AuditWording.Value(audit, figure));
            string spans = string.Concat(figure.Spans.Select(span => $"<li>{Link(span.Paragraph)}　<bdi>{Encoded(Excerpt(span))}</bdi></li>"));
            string opened = figure.Spans.Count == 0 ? value : $"<details><summary>{value}</summary><ul>{spans}</ul></details>";
            string width = figure.Name == "longest" || figure.Letters == 0 ? "" : HtmlPage.Bar(figure.Share);
            html.WriteLine($"<tr><th>{Encoded(figure.Label)}</th><td>{opened}</td><td>{width}</td></tr>");
        }

        html.WriteLine(AuditWording.Zero(audit) is { Length: > 0 } zero ? $"<tr><th>{AuditWording.ZeroLabel}</th><td colspan=\"2\">{Encoded(zero)}</td></tr>" : "");
        html.WriteLine($"</table>\n<p class=\"note\">{Encoded(AuditWording.Method)}</p>");
    }

    private void WriteFindings()
    {
        html.WriteLine($"<h2>需要关注（{audit.Findings.Count} 处）</h2>");
        if (audit.Findings.Count == 0)
        {
            html.WriteLine("<p>没有发现。</p>");
            return;
        }

        html.WriteLine("<table class=\"findings\"><thead><tr><th>问题</th><th>本报告</th><th>依据</th></tr></thead>\n<tbody>");
        foreach (FindingView finding in audit.Findings)
        {
            IEnumerable<string> proofs = AuditWording.Proofs(finding).Select(proof => Quoted(Shortening.Excerpt(proof.Words, 2 * ExcerptCharacters), Encoded(AuditWording.Place(proof.Place))));
            string own = Quoted(AuditWording.IsOfReport(finding) ? finding.Detail : Shortening.Excerpt(finding.Words, 2 * ExcerptCharacters), $"{Link(finding.Place.Paragraph)}　{Encoded(AuditWording.Place(finding.Place))}".TrimStart('　'));
            html.WriteLine($"<tr><td><span class=\"kind\">{Encoded(finding.Label)}</span>{Detail(finding)}</td><td>{own}</td><td>{string.Concat(proofs)}</td></tr>");
        }

        html.WriteLine("</tbody></table>");
    }

    private static string Quoted(string words, string place) => $"<bdi>{Encoded(words)}</bdi><div class=\"note\">{place}</div>";

    /// <summary>Of the whole report the detail is all there is to quote.</summary>
    private static string Detail(FindingView finding) =>
        finding.Detail.Length > 0 && !AuditWording.IsOfReport(finding) ? $"<br><bdi>{Encoded(finding.Detail)}</bdi>" : "";

    private void WriteSources()
    {
        if (audit.Sources.Count == 0)
        {
            return;
        }

        html.WriteLine($"<h2>主要出处（{audit.Sources.Count} 篇）</h2>\n<p class=\"note\">{Encoded(AuditWording.SourcesNote)}</p>");
        html.WriteLine($"<table class=\"sources\"><thead><tr>{string.Concat(AuditWording.SourceColumns.Select(column => $"<th>{column}</th>"))}</tr></thead>\n<tbody>");
        foreach (AuditSourceView source in audit.Sources)
        {
            html.WriteLine($"<tr>{string.Concat(AuditWording.SourceRow(source).Select(cell => $"<td>{EncodedLines(cell)}</td>"))}</tr>");
        }

        html.WriteLine("</tbody></table>");
    }

    private void WriteText()
    {
        html.WriteLine("<h2>全文标注</h2>\n<p class=\"legend note\">"
            + string.Concat(MarkedText.Classes.Select(name => $"<span><mark class=\"mark-{name}\">{ReuseWords.Of(name)}</mark></span>"))
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
            string excluded = first.Excluded is { } reason ? $"<br>排除理由：{Encoded(reason)}" : "";
            html.WriteLine("<table class=\"pair\"><tr class=\"place\">"
                + $"<td class=\"place\">{Link(pair.Own.Place.Paragraph)}　{Encoded(AuditWording.Place(pair.Own.Place))}<br>{ReuseWords.Of(first.Class)}　{ReuseWords.Of(first.Kind)}{excluded}</td>"
                + $"<td class=\"place\">{string.Join("<br>", pair.Places.Select(Source))}</td></tr>");
            html.WriteLine($"<tr><td>{Marked(pair.OwnStretches(), "changed")}</td><td>{Marked(pair.OtherStretches(), "changed")}</td></tr></table>");
        }
    }

    private static string Source(EvidenceView place) =>
        $"{Encoded(AuditWording.Other(place))}　{Encoded(AuditWording.Place(place.OtherPlace))}<br>{Encoded(AuditWording.Direction(place.Direction))}";

    private string Link(string paragraph) => numbers.TryGetValue(paragraph, out int number) ? $"<a href=\"#{Anchor(paragraph)}\">第{number}段</a>" : "";

    private static string Anchor(string paragraph) => "p-" + Encoded(paragraph);

    private string Excerpt(FigureSpanView span) => numbers.TryGetValue(span.Paragraph, out int number)
        ? Shortening.Excerpt(audit.Paragraphs[number - 1].Text.Substring(span.At, span.Length), ExcerptCharacters)
        : "";
}
