using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JingJian.Archive.Exports;

/// <summary>The paragraphs and tables that exported Word documents are made of.</summary>
internal static class WordParts
{
    /// <summary>Sizes in half points.</summary>
    public const string Large = "36";
    public const string Medium = "28";
    public const string Normal = "24";
    public const string InTable = "21";
    public const string Small = "18";

    private const string ChangedColour = "B42318";
    private const int PageWidth = 11906;
    private const int SideMargin = 1021;
    private const int TextWidth = PageWidth - (2 * SideMargin);

    /// <summary>Writes a document of A4 pages.</summary>
    public static void Write(Body body, Stream output)
    {
        body.Append(new SectionProperties(
            new PageSize { Width = PageWidth, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = SideMargin, Right = SideMargin, Header = 567, Footer = 567, Gutter = 0 }));
        WordFile.Write(main => main.Document = new Document(body), output);
    }

    /// <summary>A heading that stays with what follows it.</summary>
    public static Paragraph Heading(string text, string halfPoints, bool breakBefore = false)
    {
        var properties = new ParagraphProperties(new KeepNext());
        if (breakBefore)
        {
            properties.Append(new PageBreakBefore());
        }

        properties.Append(new SpacingBetweenLines { Before = "240", After = "120" });
        return new Paragraph(properties, Run(text, Letters(halfPoints, bold: true)));
    }

    /// <summary>A paragraph of one run.</summary>
    public static Paragraph Line(string text, string halfPoints, bool bold = false) => new(Run(text, Letters(halfPoints, bold)));

    /// <summary>What is shared is shaded in the colour of its class; what was changed is red.</summary>
    /// <param name="stretches">The text.</param>
    /// <param name="plainIsChanged">Whether what has no class is red too.</param>
    public static Paragraph Marked(IEnumerable<MarkedStretch> stretches, bool plainIsChanged) => new(stretches.Select(stretch => Run(stretch.Text, Letters(
        InTable,
        colour: stretch.IsChanged || (plainIsChanged && stretch.Class is null) ? ChangedColour : null,
        background: stretch.Class is { } name ? AuditStyle.Background(name) : null))));

    /// <summary>A table of text; the lines of a cell are its paragraphs.</summary>
    /// <param name="shares">How wide the columns are, in relation to each other.</param>
    /// <param name="rows">The rows, a cell a column.</param>
    public static Table Table(int[] shares, IEnumerable<string[]> rows)
    {
        Table table = EmptyTable(shares);
        foreach (string[] row in rows)
        {
            table.Append(new TableRow(row.Select(cell => Cell(cell, InTable))));
        }

        return table;
    }

    /// <summary>The same below column headings, which each page repeats.</summary>
    public static Table Table(int[] shares, IEnumerable<string> headings, IEnumerable<string[]> rows)
    {
        Table table = Table(shares, rows);
        table.InsertAfter(HeadingRow(headings), table.GetFirstChild<TableGrid>());
        return table;
    }

    /// <summary>A table as wide as the page.</summary>
    public static Table EmptyTable(params ReadOnlySpan<int> shares)
    {
        var border = new EnumValue<BorderValues>(BorderValues.Single);
        var table = new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = border, Size = 4 }, new LeftBorder { Val = border, Size = 4 }, new BottomBorder { Val = border, Size = 4 },
                new RightBorder { Val = border, Size = 4 }, new InsideHorizontalBorder { Val = border, Size = 4 }, new InsideVerticalBorder { Val = border, Size = 4 }),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(
                new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })));
        var grid = new TableGrid();
        int all = 0;
        foreach (int share in shares)
        {
            all += share;
        }

        foreach (int share in shares)
        {
            grid.Append(new GridColumn { Width = (TextWidth * share / all).ToString(CultureInfo.InvariantCulture) });
        }

        table.Append(grid);
        return table;
    }

    /// <summary>A row of column headings, which each page repeats.</summary>
    public static TableRow HeadingRow(IEnumerable<string> names) =>
        new(names.Select(name => Shaded(Cell(name, Small), "F3F2EC")).Prepend<OpenXmlElement>(new TableRowProperties(new TableHeader())));

    /// <summary>A cell with a background.</summary>
    public static TableCell Shaded(TableCell cell, string colour)
    {
        cell.PrependChild(new TableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = colour }));
        return cell;
    }

    /// <summary>A cell; its lines are paragraphs.</summary>
    public static TableCell Cell(string text, string halfPoints) => new(text.Split('\n').Select(line => Line(line, halfPoints)));

    /// <summary>In the order that the format prescribes.</summary>
    private static RunProperties Letters(string halfPoints, bool bold = false, string? colour = null, string? background = null)
    {
        var properties = new RunProperties(new RunFonts { EastAsia = "宋体" });
        properties.Append(new OpenXmlElement?[]
        {
            bold ? new Bold() : null,
            colour is null ? null : new Color { Val = colour },
            new FontSize { Val = halfPoints },
            background is null ? null : new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = background },
        }.OfType<OpenXmlElement>());
        return properties;
    }

    private static Run Run(string text, RunProperties properties) =>
        new(properties, new DocumentFormat.OpenXml.Wordprocessing.Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>XML cannot hold control characters or halves of a surrogate pair; they become �.</summary>
    public static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value is < 0x20 and not 0x09 or 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));
}
