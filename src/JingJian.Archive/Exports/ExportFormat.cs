using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Exports;

/// <summary>A file format that audits, families and overviews can be written as.</summary>
/// <remarks><b>Guarantee.</b> No clock and no machine in it: the same archive gives the same words and figures, in html, csv
/// and json the same bytes, so a second person can reproduce a report and compare. (The container of docx notes the time.)</remarks>
public sealed class ExportFormat
{
    /// <summary>A Word document.</summary>
    public static ExportFormat Word { get; } =
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", AuditDocx.Write, TableReportWriters.Docx);

    private static readonly ExportFormat[] All =
    [
        new("html", "text/html; charset=utf-8", AuditHtml.Write, TableReportWriters.Html),
        Word,
        new("csv", "text/csv; charset=utf-8", AuditCsv.Write, TableReportWriters.Csv),
        new("json", "application/json; charset=utf-8", ViewJson.Write, writeTables: null),
    ];

    private readonly Action<IReadOnlyList<AuditView>, Stream> writeAudits;
    private readonly Action<TableReport, Stream>? writeTables;

    private ExportFormat(string name, string contentType, Action<IReadOnlyList<AuditView>, Stream> writeAudits, Action<TableReport, Stream>? writeTables)
    {
        Name = name;
        ContentType = contentType;
        this.writeAudits = writeAudits;
        this.writeTables = writeTables;
    }

    /// <summary><c>html</c>, <c>docx</c>, <c>csv</c> or <c>json</c>: also the ending of such files.</summary>
    public string Name { get; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; }

    /// <summary>Reads a format by its name, with or without a dot in front.</summary>
    public static Result<ExportFormat> Parse(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name.TrimStart('.'), StringComparison.OrdinalIgnoreCase)) is { } found
            ? found
            : new Fault("export.format", $"不支持导出为“{name}”，请用 .html、.docx、.csv 或 .json。");

    /// <summary>Writes audits in this format.</summary>
    public void Write(IReadOnlyList<AuditView> audits, Stream output) => writeAudits(audits, output);

    /// <summary>Writes the check of a draft in this format.</summary>
    public void Write(DraftCheckView check, Stream output) => Write(check, DraftTables.Of, output);

    /// <summary>Writes the overview of an archive in this format.</summary>
    public void Write(OverviewView overview, Stream output) => Write(overview, OverviewTables.Of, output);

    /// <summary>Writes families in this format.</summary>
    public void Write(FamiliesReportView families, Stream output) => Write(families, FamilyTables.Of, output);

    private void Write<T>(T view, Func<T, TableReport> tables, Stream output)
    {
        if (writeTables is null)
        {
            ViewJson.Write(view, output);
        }
        else
        {
            writeTables(tables(view), output);
        }
    }
}
