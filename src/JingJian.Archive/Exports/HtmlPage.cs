using System.Globalization;
using System.Net;
using System.Text;

namespace JingJian.Archive.Exports;

/// <summary>The frame of an exported HTML file without anything from outside, and the parts that every such file has; every text of the archive is encoded.</summary>
internal static class HtmlPage
{
    /// <summary>Writes a page.</summary>
    public static void Write(Stream output, string title, Action<StreamWriter> body)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        html.WriteLine("<!doctype html>\n<html lang=\"zh-CN\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        html.WriteLine($"<title>{Encoded(title)}</title>\n<style>\n{AuditStyle.Sheet}\n</style></head>\n<body>");
        body(html);
        html.WriteLine("</body></html>");
    }

    /// <summary>What the page was made from, as a table.</summary>
    public static void WriteProvenance(StreamWriter html, IEnumerable<(string Name, string Value)> rows)
    {
        html.WriteLine("<h2>复核依据</h2>\n<table class=\"hashes\">");
        foreach ((string name, string value) in rows)
        {
            html.WriteLine($"<tr><th>{Encoded(name)}</th><td>{Encoded(value)}</td></tr>");
        }

        html.WriteLine("</table>\n<p class=\"note\">同一版本的档案、程序、标注与设置，得出同样的文件，一字不差。</p>");
    }

    /// <summary>Stretches of a text; those of no class in a style of their own, if one is given.</summary>
    public static string Marked(IEnumerable<MarkedStretch> stretches, string? plain)
    {
        var text = new StringBuilder("<bdi>");
        foreach (MarkedStretch stretch in stretches)
        {
            string inner = (stretch.IsStock, stretch.IsChanged) switch
            {
                (true, _) => $"<span class=\"stock\">{Encoded(stretch.Text)}</span>",
                (_, true) => $"<span class=\"changed\">{Encoded(stretch.Text)}</span>",
                _ => Encoded(stretch.Text),
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

    /// <summary>A share as the width of a bar.</summary>
    public static string Bar(double share) =>
        $"<div class=\"track\"><div class=\"bar\" style=\"width:{(100 * share).ToString("F1", CultureInfo.InvariantCulture)}%\"></div></div>";

    /// <summary>A text as HTML, line by line.</summary>
    public static string EncodedLines(string text) => Encoded(text).Replace("\n", "<br>", StringComparison.Ordinal);

    /// <summary>A text of the archive as HTML.</summary>
    public static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
