using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Exports;

/// <summary>A file format that audits can be written as.</summary>
public sealed class ExportFormat
{
    private static readonly ExportFormat[] All =
    [
        new("html", "text/html; charset=utf-8", AuditHtml.Write),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", AuditDocx.Write),
        new("csv", "text/csv; charset=utf-8", AuditCsv.Write),
        new("json", "application/json; charset=utf-8", AuditJson.Write),
    ];

    private readonly Action<IReadOnlyList<AuditView>, Stream> write;

    private ExportFormat(string name, string contentType, Action<IReadOnlyList<AuditView>, Stream> write)
    {
        Name = name;
        ContentType = contentType;
        this.write = write;
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
    public void Write(IReadOnlyList<AuditView> audits, Stream output) => write(audits, output);
}
