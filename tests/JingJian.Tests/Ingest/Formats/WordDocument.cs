using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>Makes .docx files with another library than the one that reads them.</summary>
internal static class WordDocument
{
    /// <summary>A document whose body, numbering, styles and footnotes are given as XML.</summary>
    public static byte[] Of(string body, string? numbering = null, string? styles = null, string? footnotes = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            main.Document = new Document(new Body { InnerXml = Declared(body) });
            if (numbering is not null)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering { InnerXml = Declared(numbering) };
            }

            if (styles is not null)
            {
                main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles { InnerXml = Declared(styles) };
            }

            if (footnotes is not null)
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes { InnerXml = Declared(footnotes) };
            }
        }

        return stream.ToArray();
    }

    /// <summary>A paragraph, with properties given as XML.</summary>
    public static string Paragraph(string text, string properties = "") =>
        $"<w:p>{(properties.Length == 0 ? "" : $"<w:pPr>{properties}</w:pPr>")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>The properties of a paragraph in a list.</summary>
    public static string InList(int list, int level) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    /// <summary>A level of a list.</summary>
    public static string Level(int level, string format, string pattern, string more = "") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{pattern}\"/></w:lvl>";

    private static string Declared(string xml)
    {
        const string W = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
        return System.Text.RegularExpressions.Regex.Replace(xml, "(?<=^|>)\\s*<(?!/)(w:[A-Za-z]+|mc:[A-Za-z]+)", match => match.Value + W);
    }
}
