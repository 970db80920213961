using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports.Official;

/// <summary>A draft as a Word document in the layout of official documents (GB/T 9704—2012); what it takes from others is said in endnotes.</summary>
/// <remarks><para><b>Guarantee.</b> All letters of the draft are there, in order. What is still to be filled in (〔待补：…〕) is marked in yellow,
/// so that nobody hands it in unseen.</para></remarks>
public static partial class OfficialDocx
{
    /// <summary>Writes the document.</summary>
    public static void Write(DraftFile draft, Stream output)
    {
        ArgumentNullException.ThrowIfNull(draft);
        IReadOnlyList<OfficialLine> lines = OfficialReader.Read(draft.Text);
        Note[] notes = [.. Notes(draft, lines)];
        var body = new Body();
        for (int i = 0; i < lines.Count; i++)
        {
            body.Append(Paragraph(lines, i, [.. notes.Where(note => note.Line == i)]));
        }

        WordFile.Write(
            main =>
            {
                AddNotes(main, notes);
                OfficialSheet.Add(main, body);
                main.Document = new Document(body);
            },
            output);
    }

    /// <summary>The endnotes in the order of their places; what has none any more stands at the end of the last paragraph.</summary>
    private static IEnumerable<Note> Notes(DraftFile draft, IReadOnlyList<OfficialLine> lines) => draft.Citations
        .Select(citation => Placed(citation, lines))
        .Where(note => note.Line >= 0)
        .OrderBy(note => note.Line).ThenBy(note => note.Offset)
        .Select((note, i) => note with { Number = i + 1 });

    private static Note Placed(DraftCitation citation, IReadOnlyList<OfficialLine> lines)
    {
        if (citation.At is { } at)
        {
            for (int i = 0; i < lines.Count; i++)
            {
                if (at > lines[i].Start && at <= lines[i].End)
                {
                    return new Note(0, i, Whole(lines[i].Text, at - lines[i].Start), citation.Text);
                }
            }
        }

        int last = lines.Count - 1;
        while (last > 0 && lines[last].Part is OfficialPart.Date or OfficialPart.Signature)
        {
            last--;
        }

        return new Note(0, last, last < 0 ? 0 : lines[last].Text.Length, "另参考：" + citation.Text);
    }

    /// <summary>A place in a text that is not inside a letter of two units.</summary>
    private static int Whole(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at + 1 : at;

    private static Paragraph Paragraph(IReadOnlyList<OfficialLine> lines, int index, Note[] notes)
    {
        OfficialLine line = lines[index];
        bool isHeading = line.HeadingLength == line.Text.Length;
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = line.HeadingLength > 0 && !isHeading ? "Normal" : OfficialSheet.StyleOf(line.Part) });
        Place(properties, lines, index);
        var paragraph = new Paragraph(properties);
        int at = 0;
        foreach (int end in notes.Select(note => note.Offset).Append(line.HeadingLength).Append(line.Text.Length).Distinct().Order())
        {
            string? font = at < line.HeadingLength && !isHeading ? OfficialSheet.HeadingFontOf(line.Part) : null;
            paragraph.Append(Runs(line.Text[at..end], font));
            paragraph.Append(notes.Where(note => note.Offset == end && end > 0).Select(Reference));
            at = end;
        }

        return paragraph;
    }

    /// <summary>Where a paragraph stands: the text begins two characters in; who signs and when stand at the right.</summary>
    private static void Place(ParagraphProperties properties, IReadOnlyList<OfficialLine> lines, int index)
    {
        OfficialLine line = lines[index];
        OfficialPart? after = index + 1 < lines.Count ? lines[index + 1].Part : null;
        switch (line.Part)
        {
            case OfficialPart.Title or OfficialPart.Subtitle when after != OfficialPart.Subtitle:
                properties.Append(new SpacingBetweenLines { After = "560" });
                break;
            case OfficialPart.Title or OfficialPart.Subtitle or OfficialPart.Addressee:
                break;
            case OfficialPart.Signature:
                properties.Append(new SpacingBetweenLines { Before = "560" }, RightOf(SignatureGap(line.Text, lines[index + 1].Text)), new Justification { Val = JustificationValues.Right });
                break;
            case OfficialPart.Date:
                bool isSigned = index > 0 && lines[index - 1].Part == OfficialPart.Signature;
                if (!isSigned)
                {
                    properties.Append(new SpacingBetweenLines { Before = "560" });
                }

                properties.Append(RightOf(isSigned ? DateGap(lines[index - 1].Text, line.Text) : 4), new Justification { Val = JustificationValues.Right });
                break;
            default:
                properties.Append(new Indentation { FirstLine = "640", FirstLineChars = 200 });
                break;
        }
    }

    private static Indentation RightOf(double characters) =>
        new() { Right = ((int)(characters * OfficialSheet.Character)).ToString(CultureInfo.InvariantCulture), RightChars = (int)(100 * characters) };

    /// <summary>7.3.5.2: who signs ends two characters from the edge, further in where the date below is the longer.</summary>
    private static double SignatureGap(string name, string date) => Math.Max(2, 4 + Width(date) - Width(name));

    /// <summary>The date begins two characters behind the name's beginning, and ends two from the edge at least.</summary>
    private static double DateGap(string name, string date) => Math.Max(2, Width(name) - Width(date));

    private static double Width(string text) => text.EnumerateRunes().Sum(rune => rune.IsAscii ? 0.5 : 1);

    /// <summary>What is to be filled in stands in runs of its own.</summary>
    private static IEnumerable<Run> Runs(string text, string? font) => Blank().Split(text).Where(piece => piece.Length > 0).Select(piece => Run(piece, font, piece.StartsWith("〔待补", StringComparison.Ordinal)));

    private static Run Run(string text, string? font, bool isBlank)
    {
        var run = new Run();
        var properties = new RunProperties(new OpenXmlElement?[]
        {
            font is null ? null : OfficialSheet.Letters(font),
            isBlank ? new Highlight { Val = HighlightColorValues.Yellow } : null,
        }.OfType<OpenXmlElement>());
        if (properties.HasChildren)
        {
            run.Append(properties);
        }

        run.Append(new DocumentFormat.OpenXml.Wordprocessing.Text(WordParts.Printable(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private static Run Reference(Note note) => new(Raised(), new EndnoteReference { Id = note.Number });

    private static RunProperties Raised() => new(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript });

    private static void AddNotes(MainDocumentPart main, Note[] notes)
    {
        var endnotes = new Endnotes(
            new Endnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
            new Endnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
        endnotes.Append(notes.Select(note => new Endnote(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "EndnoteText" }),
            new Run(Raised(), new EndnoteReferenceMark()), Run(" " + note.Text, null, isBlank: false))) { Id = note.Number }));
        main.AddNewPart<EndnotesPart>("endnotes").Endnotes = endnotes;
    }

    [GeneratedRegex("(〔待补[^〔〕]*〕)")]
    private static partial Regex Blank();

    /// <summary>An endnote.</summary>
    /// <param name="Number">From 1.</param>
    /// <param name="Line">Index of its paragraph; -1 where there is none.</param>
    /// <param name="Offset">Where in the paragraph.</param>
    /// <param name="Text">What it says.</param>
    private readonly record struct Note(int Number, int Line, int Offset, string Text);
}
