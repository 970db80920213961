using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
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
    private const string QuietColour = "57606A";
    private const string LineColour = "B8B8B0";
    private const string Numbers = "numbers";
    private const int PageWidth = 11906;
    private const int SideMargin = 1021;
    private const int TextWidth = PageWidth - (2 * SideMargin);

    /// <summary>Writes a document of A4 pages with their numbers.</summary>
    public static void Write(Body body, Stream output)
    {
        body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = Numbers },
            new PageSize { Width = PageWidth, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = SideMargin, Right = SideMargin, Header = 567, Footer = 567, Gutter = 0 }));
        WordFile.Write(
            main =>
            {
                main.AddNewPart<FooterPart>(Numbers).Footer = new Footer(new Paragraph(
                    new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                    Run("— ", Letters(Small)), new SimpleField(Run("1", Letters(Small))) { Instruction = " PAGE " }, Run(" —", Letters(Small))));
                main.Document = new Document(body);
            },
            output);
    }

    /// <summary>A heading that stays with what follows it.</summary>
    public static Paragraph Heading(string text, string halfPoints, bool breakBefore = false)
    {
        var properties = new ParagraphProperties(new KeepNext());
        if (breakBefore)
        {
            properties.Append(new PageBreakBefore());
        }

        properties.Append(new SpacingBetweenLines { Before = "240", After = "120" }, new OutlineLevel { Val = halfPoints == Large ? 0 : 1 });
        return new Paragraph(properties, Run(text, Letters(halfPoints, bold: true)));
    }

    /// <summary>A paragraph of one run.</summary>
    public static Paragraph Line(string text, string halfPoints) => new(
        new ParagraphProperties(new SpacingBetweenLines { After = "60", Line = "320", LineRule = LineSpacingRuleValues.Auto }), Run(text, Letters(halfPoints)));

    /// <summary>What is said about what stands above, small and grey.</summary>
    public static Paragraph Note(string text) => Note(text, []);

    /// <summary>The same about what stands below: it stays with that.</summary>
    public static Paragraph Lead(string text) => Note(text, [new KeepNext()]);

    private static Paragraph Note(string text, OpenXmlElement[] before) => new(
        new ParagraphProperties([.. before, new SpacingBetweenLines { After = "160", Line = "300", LineRule = LineSpacingRuleValues.Auto }]), Run(text, Letters(Small, colour: QuietColour)));

    /// <summary>A passage that stays on one page with what is said of it below.</summary>
    public static Paragraph Passage(string text) => new(
        new ParagraphProperties(new KeepNext(), new KeepLines(), new SpacingBetweenLines { After = "40", Line = "330", LineRule = LineSpacingRuleValues.Auto }), Run(text, Letters(Normal)));

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
            table.Append(Row(row.Select(cell => Cell(cell, InTable))));
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

    /// <summary>A row that stays on one page where it can.</summary>
    public static TableRow Row(IEnumerable<TableCell> cells) => new(cells.Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit())));

    /// <summary>The same, and on the page of the row below.</summary>
    public static TableRow LeadingRow(params TableCell[] cells) => Row(cells.Select(Leading));

    private static TableCell Leading(TableCell cell)
    {
        foreach (Paragraph paragraph in cell.Elements<Paragraph>())
        {
            paragraph.PrependChild(new ParagraphProperties(new KeepNext()));
        }

        return cell;
    }

    /// <summary>A table as wide as the page.</summary>
    public static Table EmptyTable(params ReadOnlySpan<int> shares)
    {
        var border = new EnumValue<BorderValues>(BorderValues.Single);
        var table = new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = border, Size = 4, Color = LineColour }, new LeftBorder { Val = border, Size = 4, Color = LineColour },
                new BottomBorder { Val = border, Size = 4, Color = LineColour }, new RightBorder { Val = border, Size = 4, Color = LineColour },
                new InsideHorizontalBorder { Val = border, Size = 4, Color = LineColour }, new InsideVerticalBorder { Val = border, Size = 4, Color = LineColour }),
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
        new(names.Select(name => Shaded(Leading(Cell(name, Small)), "F3F2EC")).Prepend<OpenXmlElement>(new TableRowProperties(new CantSplit(), new TableHeader())));

    /// <summary>A cell with a background.</summary>
    public static TableCell Shaded(TableCell cell, string colour)
    {
        cell.PrependChild(new TableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = colour }));
        return cell;
    }

    /// <summary>A cell; its lines are paragraphs.</summary>
    public static TableCell Cell(string text, string halfPoints) => new(text.Split('\n').Select(line => new Paragraph(Run(line, Letters(halfPoints)))));

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
