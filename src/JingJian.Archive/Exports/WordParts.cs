using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace JingJian.Archive.Exports;

/// <summary>The paragraphs and tables that exported Word documents are made of.</summary>
internal static class WordParts
{
    public const string Large = "36";
    public const string Medium = "28";
    public const string Normal = "24";
    public const string Small = "18";

    public static Table Table(string[][] rows)
    {
        var border = new EnumValue<BorderValues>(BorderValues.Single);
        var table = new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = border, Size = 4 }, new LeftBorder { Val = border, Size = 4 }, new BottomBorder { Val = border, Size = 4 },
                new RightBorder { Val = border, Size = 4 }, new InsideHorizontalBorder { Val = border, Size = 4 }, new InsideVerticalBorder { Val = border, Size = 4 })));
        foreach (string[] row in rows)
        {
            table.Append(new TableRow(row.Select(cell => new TableCell(cell.Split('\n').Select(line => Paragraph(line, Normal))))));
        }

        return table;
    }

    public static Paragraph Paragraph(string text, string halfPoints, bool bold = false)
    {
        var properties = new RunProperties(new RunFonts { EastAsia = "宋体" });
        if (bold)
        {
            properties.Append(new Bold());
        }

        properties.Append(new FontSize { Val = halfPoints });
        return new Paragraph(new Run(properties, new DocumentFormat.OpenXml.Wordprocessing.Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    /// <summary>XML cannot hold control characters or halves of a surrogate pair; they become �.</summary>
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value is < 0x20 and not 0x09 or 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));
}
