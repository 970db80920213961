using System.Xml.Linq;

namespace JingJian.Ingest.Formats.Docx;

/// <summary>Walks through the body of a document and writes its text: one line a paragraph, one line a row of a table.</summary>
/// <remarks>
/// <para>List numbers stand where Word shows them. Insertions are kept, deletions dropped. A text box follows the paragraph that
/// holds it. A note is cited as <c>[1]</c> and stands at the end.</para>
/// <para><b>Cost.</b> Recursion as deep as the markup, which <see cref="IngestLimits.MaxXmlDepth"/> bounds.</para>
/// </remarks>
internal sealed class DocxText
{
    private readonly FlowingText text = new() { KeepsBlanks = true };
    private readonly DocxNumbering numbering;
    private readonly List<(XElement Part, string Id)> notes = [];
    private readonly DocxParts parts;
    private bool paragraphGoesOn;

    private DocxText(DocxParts parts)
    {
        this.parts = parts;
        numbering = new DocxNumbering(parts.Numbering, parts.Styles);
    }

    /// <summary>The text of a document.</summary>
    public static string Of(DocxParts parts)
    {
        var writer = new DocxText(parts);
        writer.WriteBlocks(parts.Document);
        writer.WriteNotes();
        return writer.text.ToString();
    }

    private void WriteBlocks(XElement container)
    {
        foreach (XElement block in container.Elements())
        {
            switch (block.Name.LocalName)
            {
                case "p":
                    WriteParagraph(block);
                    break;
                case "tbl":
                    text.NextRow();
                    WriteBlocks(block);
                    text.NextRow();
                    break;
                case "tr":
                    text.NextRow();
                    if (block.Child("trPr")?.Child("del") is null)
                    {
                        WriteBlocks(block);
                    }

                    text.NextRow();
                    break;
                case "tc":
                    text.NextCell();
                    WriteBlocks(block);
                    break;
                case "del" or "moveFrom":
                    break;
                case "AlternateContent":
                    WriteBlocks(Shown(block));
                    break;
                case string name when !name.EndsWith("Pr", StringComparison.Ordinal):
                    WriteBlocks(block);
                    break;
            }
        }
    }

    private void WriteParagraph(XElement paragraph)
    {
        List<XElement> boxes = [];
        XElement? properties = paragraph.Child("pPr");
        if (!paragraphGoesOn)
        {
            text.Break();
        }

        // A deleted paragraph mark joins the paragraph with the next.
        bool goesOn = properties?.Child("rPr")?.Child("del") is not null;
        bool hasText = HasText(paragraph);
        if (properties is not null && (hasText || !goesOn))
        {
            string label = numbering.LabelOf(properties);
            text.Append(hasText ? label : "");
        }

        WriteInline(paragraph, boxes);
        paragraphGoesOn = goesOn;
        boxes.ForEach(WriteBox);
    }

    private void WriteBox(XElement box)
    {
        text.Break();
        WriteBlocks(box);
        text.Break();
    }

    private void WriteInline(XElement container, List<XElement> boxes)
    {
        foreach (XElement part in container.Elements())
        {
            switch (part.Name.LocalName)
            {
                case "t":
                    text.Append(part.Value);
                    break;
                case "tab" or "ptab":
                    text.Append("\t");
                    break;
                case "br" or "cr":
                    text.Break();
                    break;
                case "noBreakHyphen":
                    text.Append("-");
                    break;
                case "sym":
                    text.Append("□");
                    break;
                case "footnoteReference":
                    Cite(part, parts.Footnotes);
                    break;
                case "endnoteReference":
                    Cite(part, parts.Endnotes);
                    break;
                case "txbxContent":
                    boxes.Add(part);
                    break;
                case "AlternateContent":
                    WriteInline(Shown(part), boxes);
                    break;
                // The reading beside a character repeats it; instructions of fields are not shown.
                case "del" or "moveFrom" or "rt" or "instrText" or "delText":
                    break;
                case string name when !name.EndsWith("Pr", StringComparison.Ordinal):
                    WriteInline(part, boxes);
                    break;
            }
        }
    }

    private void Cite(XElement reference, XElement? part)
    {
        if (part is not null && reference.Value("id") is { } id)
        {
            notes.Add((part, id));
            text.Append($"[{notes.Count}]");
        }
    }

    private void WriteNotes()
    {
        Dictionary<(XElement, string), XElement> bodies = [];
        foreach (XElement part in notes.Select(note => note.Part).Distinct())
        {
            foreach (XElement note in part.Elements())
            {
                bodies.TryAdd((part, note.Value("id") ?? ""), note);
            }
        }

        // A note may cite notes: what it adds is written in its turn, but no note twice.
        HashSet<(XElement, string)> written = [];
        for (int i = 0; i < notes.Count; i++)
        {
            if (bodies.TryGetValue(notes[i], out XElement? note) && written.Add(notes[i]))
            {
                text.Break();
                text.Append($"[{i + 1}] ");
                paragraphGoesOn = true;
                WriteBlocks(note);
            }
        }
    }

    /// <summary>Of several forms of one content the first is the newest, the rest are for older programs.</summary>
    private static XElement Shown(XElement alternatives) => alternatives.Elements().FirstOrDefault() ?? alternatives;

    /// <summary>Word counts an empty paragraph and shows its number, but nobody means that as text.</summary>
    private static bool HasText(XElement paragraph) => paragraph.Descendants().Any(part => part.Name.LocalName == "t" && part.Value.Length > 0);
}
