using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>Audits as a Word document.</summary>
internal static class AuditDocx
{
    private const string Large = "36";
    private const string Medium = "28";
    private const string Normal = "24";
    private const string Small = "18";

    public static void Write(IReadOnlyList<AuditView> audits, Stream output)
    {
        using WordprocessingDocument document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var body = new Body();
        foreach (AuditView audit in audits)
        {
            Write(audit, body);
        }

        document.AddMainDocumentPart().Document = new Document(body);
    }

    private static void Write(AuditView audit, Body body)
    {
        body.Append(Paragraph(AuditWording.Title(audit), Large, bold: true), Paragraph(AuditWording.Origin(audit), Small));
        body.Append(Table([.. AuditWording.Figures(audit).Select(figure => new[] { figure.Name, figure.Value })]));
        body.Append(Paragraph(AuditWording.Method, Small));
        body.Append(Paragraph($"需要关注（{audit.Findings.Count} 处）", Medium, bold: true));
        body.Append(Table([["问题", "位置与文字", "依据"], .. audit.Findings.Select(finding => new[]
        {
            finding.Label,
            $"{finding.Words}\n{AuditWording.Place(finding.Place)}",
            $"{finding.Detail}\n{string.Join("；", finding.Others.Select(AuditWording.Place))}",
        })]));
        body.Append(Paragraph($"逐段对照（{audit.Evidence.Count} 处）", Medium, bold: true));
        body.Append(Table([["本报告", "出处"], .. audit.Evidence.Select(evidence => new[]
        {
            $"{evidence.Text}\n{AuditWording.Place(evidence.Place)}",
            $"{evidence.OtherText}\n{AuditWording.Class(evidence.Class)}　{AuditWording.Other(evidence)}　{AuditWording.Place(evidence.OtherPlace)}",
        })]));
    }

    private static Table Table(string[][] rows)
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

    private static Paragraph Paragraph(string text, string halfPoints, bool bold = false)
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
