using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using JingJian.Analysis.Functions;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive.Exports;

/// <summary>Writes the hits of a search as a file to keep: a table, data, or a document with a citation under each passage.</summary>
/// <remarks><b>Guarantee.</b> The same hits give the same bytes, but for the container of .docx, which notes the time; no cell of a table is a formula.</remarks>
public static class SearchExport
{
    /// <summary>The media type of a format (csv, json, docx), or a fault for any other.</summary>
    public static Result<string> MediaType(string format) => format.TrimStart('.').ToLowerInvariant() switch
    {
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _ => new Fault("export.format", $"不支持把检索结果导出为“{format}”，请用 csv、json 或 docx。"),
    };

    /// <summary>Writes the hits; a fault when the format is another.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="format">csv, json or docx, with or without a dot.</param>
    /// <param name="output">Receives the file.</param>
    public static Fault? Write(SearchView found, string format, Stream output)
    {
        if (!MediaType(format).TryGet(out _, out Fault? fault))
        {
            return fault;
        }

        switch (format.TrimStart('.').ToLowerInvariant())
        {
            case "csv":
                WriteTable(found, output);
                break;
            case "json":
                ViewJson.Write(found, output);
                break;
            default:
                WriteDocument(found, output);
                break;
        }

        return null;
    }

    /// <summary>Where a passage stands, as it is cited: 《title》（unit，year），file，lines.</summary>
    public static string Citation(HitView hit)
    {
        string origin = string.Join('，', new[] { hit.Organisation, hit.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{year}年") : null }.OfType<string>());
        string lines = hit.LineEnd > hit.Line ? string.Create(CultureInfo.InvariantCulture, $"第{hit.Line}–{hit.LineEnd}行") : string.Create(CultureInfo.InvariantCulture, $"第{hit.Line}行");
        return $"《{hit.Report}》{(origin.Length > 0 ? $"（{origin}）" : "")}，{hit.Source}，{lines}";
    }

    private static void WriteTable(SearchView found, Stream output)
    {
        using StreamWriter csv = Csv.Open(output);
        Csv.Row(csv, "序号", "正文", "报告", "单位", "年份", "功能", "标题", "处数", "出处", "段落编号");
        foreach (HitView hit in found.Hits)
        {
            Csv.Row(csv, Number(hit.Rank), hit.Text, hit.Report, hit.Organisation ?? "", hit.Year is { } year ? Number(year) : "", FunctionNames.TryParse(hit.Function, out Function function) ? FunctionNames.ToChinese(function) : hit.Function,
                string.Join(" / ", hit.Sections), Number(hit.Copies), Citation(hit), hit.Paragraph);
        }
    }

    private static void WriteDocument(SearchView found, Stream output)
    {
        var body = new Body(
            WordParts.Heading($"检索“{found.Query}”", WordParts.Large),
            WordParts.Lead($"共 {found.Paragraphs} 段，相同的合并后 {found.Families} 条；以下 {found.Hits.Count} 条。"));
        foreach (HitView hit in found.Hits)
        {
            body.Append(WordParts.Passage($"{hit.Rank}. {hit.Text}"), WordParts.Note("——" + Citation(hit) + (hit.Copies > 1 ? $"；{hit.Copies} 处相同" : "")));
        }

        WordParts.Write(body, output);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
