using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JingJian.Archive.Exports;

/// <summary>Writes reports made of tables as HTML, Word documents and CSV.</summary>
internal static class TableReportWriters
{
    public static void Html(TableReport report, Stream output) => HtmlPage.Write(output, report.Title, html =>
    {
        html.WriteLine($"<section><h1>{HtmlPage.Encoded(report.Title)}</h1><p class=\"summary\">{HtmlPage.Encoded(report.Lead)}</p>");
        foreach (TableSection section in report.Sections)
        {
            html.WriteLine($"<h2>{HtmlPage.Encoded(section.Heading)}</h2>{(section.Note.Length > 0 ? $"<p class=\"note\">{HtmlPage.Encoded(section.Note)}</p>" : "")}");
            html.WriteLine(section.Rows.Count == 0 ? "<p>没有。</p>" : Table(section));
        }

        HtmlPage.WriteProvenance(html, report.Provenance);
        html.WriteLine("</section>");
    });

    public static void Docx(TableReport report, Stream output)
    {
        var body = new Body(WordParts.Heading(report.Title, WordParts.Large), WordParts.Line(report.Lead, WordParts.InTable));
        foreach (TableSection section in report.Sections)
        {
            body.Append(WordParts.Heading(section.Heading, WordParts.Medium));
            if (section.Note.Length > 0)
            {
                body.Append(WordParts.Lead(section.Note));
            }

            body.Append(section.Rows.Count == 0 ? WordParts.Line("没有。", WordParts.InTable) : WordTable(section));
        }

        body.Append(WordParts.Heading("复核依据", WordParts.Medium), WordParts.Table([3, 7], report.Provenance.Select(row => new[] { row.Name, row.Value })));
        WordParts.Write(body, output);
    }

    /// <summary>One table after the other, each row with the heading it stands under.</summary>
    public static void Csv(TableReport report, Stream output)
    {
        using StreamWriter csv = Exports.Csv.Open(output);
        foreach (TableSection section in report.Sections)
        {
            Exports.Csv.Row(csv, ["类别", .. section.Columns.Select(column => column.Name)]);
            foreach (ReportCell[] row in section.Rows)
            {
                Exports.Csv.Row(csv, [section.Heading, .. row.Select(cell => cell.Text)]);
            }
        }

        Exports.Csv.Row(csv, "类别", "项目", "内容");
        foreach ((string name, string value) in report.Provenance)
        {
            Exports.Csv.Row(csv, "复核依据", name, value);
        }
    }

    private static string Table(TableSection section)
    {
        double all = section.Columns.Sum(column => column.Share);
        string widths = string.Concat(section.Columns.Select(column => $"<col style=\"width:{(100 * column.Share / all).ToString("F1", CultureInfo.InvariantCulture)}%\">"));
        string headings = string.Concat(section.Columns.Select(column => $"<th>{HtmlPage.Encoded(column.Name)}</th>"));
        string rows = string.Concat(section.Rows.Select(row => $"<tr>{string.Concat(row.Select(Cell))}</tr>\n"));
        return $"<table class=\"listing\"><colgroup>{widths}</colgroup><thead><tr>{headings}</tr></thead>\n<tbody>{rows}</tbody></table>";
    }

    private static string Cell(ReportCell cell)
    {
        string heat = cell.Heat > 0 ? $" style=\"background:#{AuditStyle.Heat(cell.Heat)}\"" : "";
        string number = cell.Text.Length > 0 && cell.Text.All(unit => char.IsAsciiDigit(unit) || unit is '.' or '%') ? " class=\"number\"" : "";
        return $"<td{number}{heat}>{HtmlPage.Marked(cell.Content, plain: null).Replace("\n", "<br>", StringComparison.Ordinal)}</td>";
    }

    private static Table WordTable(TableSection section)
    {
        Table table = WordParts.EmptyTable([.. section.Columns.Select(column => column.Share)]);
        table.Append(WordParts.HeadingRow(section.Columns.Select(column => column.Name)));
        foreach (ReportCell[] row in section.Rows)
        {
            table.Append(WordParts.Row(row.Select(WordCell)));
        }

        return table;
    }

    private static TableCell WordCell(ReportCell cell)
    {
        TableCell made = cell.Content.Any(stretch => stretch.Class is not null || stretch.IsChanged)
            ? new TableCell(WordParts.Marked(cell.Content, plainIsChanged: false))
            : WordParts.Cell(cell.Text, WordParts.Small);
        return cell.Heat > 0 ? WordParts.Shaded(made, AuditStyle.Heat(cell.Heat)) : made;
    }
}
