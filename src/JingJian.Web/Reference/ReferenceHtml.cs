using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace JingJian.Web.Reference;

/// <summary>The pieces that the page of the API is written with.</summary>
internal static class ReferenceHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Words as they are.</summary>
    public static string Plain(string text) => Encoder.Encode(text);

    /// <summary>Words in which `code` stands between backticks.</summary>
    public static string Spoken(string text) => string.Concat(text.Split('`').Select((part, i) => i % 2 == 0 ? Plain(part) : $"<code>{Plain(part)}</code>"));

    /// <summary>Paragraphs of such words.</summary>
    public static string Prose(string? text) => string.Concat((text ?? "").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(paragraph => $"<p>{Spoken(paragraph)}</p>\n"));

    /// <summary>A table under a title; nothing where it has no rows.</summary>
    /// <param name="html">What is written.</param>
    /// <param name="title">The title.</param>
    /// <param name="rows">A name, what is already HTML, and words with `code`.</param>
    public static void Rows(StringBuilder html, string title, IEnumerable<(string Name, string Html, string Words)> rows)
    {
        (string Name, string Html, string Words)[] all = [.. rows];
        if (all.Length > 0)
        {
            html.Append("<table><caption hidden>").Append(title).Append("</caption><tr><th colspan=\"3\">").Append(title).Append("</th></tr>\n");
            foreach ((string name, string second, string words) in all)
            {
                html.Append("<tr><td>").Append(Plain(name)).Append("</td><td>").Append(second).Append("</td><td>").Append(Spoken(words)).Append("</td></tr>\n");
            }

            html.Append("</table>\n");
        }
    }

    /// <summary>A text that the document says; null where it says none.</summary>
    public static string? Value(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
