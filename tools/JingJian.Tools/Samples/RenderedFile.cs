using System.Text;

namespace JingJian.Tools.Samples;

/// <summary>Where one unit of text came to stand.</summary>
/// <param name="Line">First line in the file, from 1.</param>
/// <param name="LineEnd">Last line; later than <paramref name="Line"/> when a soft break cuts the unit.</param>
/// <param name="Report">Its report.</param>
/// <param name="Number">Its number in the report, 0 for the title.</param>
/// <param name="Unit">What it is; null for the title.</param>
internal sealed record PlacedUnit(int Line, int LineEnd, PlannedReport Report, int Number, PlannedLine? Unit);

/// <summary>One file of the archive, laid out line by line.</summary>
internal sealed class RenderedFile
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly FileLayout layout;
    private readonly List<string> lines = [];
    private readonly List<PlacedUnit> units = [];
    private int longParagraphs;

    private RenderedFile(FileLayout layout) => this.layout = layout;

    public string Name => layout.Name + ".txt";

    public IReadOnlyList<PlacedUnit> Units => units;

    /// <summary>Lays a file out.</summary>
    public static RenderedFile Render(FileLayout layout, IReadOnlyDictionary<string, PlannedReport> reports)
    {
        RenderedFile file = new(layout);
        for (int index = 0; index < layout.Reports.Count; index++)
        {
            PlacedReport placed = layout.Reports[index];
            file.Add(reports[placed.Id], placed.Titled, index + 1);
        }

        return file;
    }

    /// <summary>The file as it lies on disk.</summary>
    public byte[] ToBytes()
    {
        string newline = layout.Options.Contains("crlf") ? "\r\n" : "\n";
        Encoding encoding = layout.Encoding switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            "utf-8-bom" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "utf-16le-bom" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            "gb18030" => Gb18030,
            _ => throw new FormatException($"{Name}: unknown encoding {layout.Encoding}"),
        };
        return [.. encoding.Preamble, .. encoding.GetBytes(string.Concat(lines.Select(line => line + newline)))];
    }

    private void Add(PlannedReport report, bool titled, int place)
    {
        if (titled)
        {
            AddLines(report, 0, null, (layout.TitleOf(report, place), null));
        }

        for (int index = 0; index < report.Lines.Count; index++)
        {
            PlannedLine line = report.Lines[index];
            string lead = !titled && index == 0 ? " " : Indent(line);
            string text = lead + ScrapingDamage.Requote(line.Text, layout.Options);
            AddLines(report, index + 1, line, TakesCut(line) ? ScrapingDamage.Break(text) : (text, null));
        }
    }

    private void AddLines(PlannedReport report, int number, PlannedLine? unit, (string Head, string? Tail) text)
    {
        if (lines.Count > 0 && (layout.Options.Contains("gaps") || (number == 0 && layout.Options.Contains("apart"))))
        {
            lines.Add("");
        }

        lines.Add(text.Head);
        int first = lines.Count;
        if (text.Tail is not null)
        {
            lines.Add(text.Tail);
        }

        units.Add(new(first, lines.Count, report, number, unit));
    }

    private string Indent(PlannedLine line) => layout.Options.Contains("indent") && line.Kind != "noise" ? "　　" : "";

    // Counts the paragraphs long enough to be cut; every so many takes a cut.
    private bool TakesCut(PlannedLine line) =>
        layout.Options.Contains("breaks")
        && line.Kind == "paragraph"
        && line.Text.Length >= ScrapingDamage.BreakableLength
        && ++longParagraphs % ScrapingDamage.BreakEvery == 0;
}
