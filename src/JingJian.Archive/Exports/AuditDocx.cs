using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using JingJian.Archive.Views;

namespace JingJian.Archive.Exports;

/// <summary>Audits as a Word document: figures, findings, both sides of each passage with what is shared shaded, and what it was made from.</summary>
internal static class AuditDocx
{
    private const string Large = "36";
    private const string Medium = "28";
    private const string Normal = "21";
    private const string Small = "18";
    private const string ChangedColour = "B42318";

    public static void Write(IReadOnlyList<AuditView> audits, Stream output)
    {
        using WordprocessingDocument document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var body = new Body();
        foreach (AuditView audit in audits)
        {
            Write(audit, body, breakBefore: body.HasChildren);
        }

        body.Append(new SectionProperties(
            new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1134, Bottom = 1134, Left = 1021, Right = 1021, Header = 567, Footer = 567, Gutter = 0 }));
        document.AddMainDocumentPart().Document = new Document(body);
    }

    private static void Write(AuditView audit, Body body, bool breakBefore)
    {
        body.Append(Heading(AuditWording.Title(audit), Large, breakBefore), Line(AuditWording.Origin(audit), Small), Line(AuditWording.Summary(audit), Normal));
        body.Append(Heading("指标", Medium), Rows(AuditWording.Figures(audit)), Line(AuditWording.Method, Small));
        body.Append(Heading($"需要关注（{audit.Findings.Count} 处）", Medium));
        body.Append(Table([["问题", "本报告", "依据"], .. audit.Findings.Select(finding => new[]
        {
            $"{finding.Label}\n{finding.Detail}",
            $"{finding.Words}\n{AuditWording.Place(finding.Place)}",
            string.Join('\n', AuditWording.Proofs(finding).Select(proof => $"{proof.Words}\n{AuditWording.Place(proof.Place)}")),
        })]));
        Write(audit, "逐段对照", audit.Evidence, body);
        if (audit.ExcludedEvidence.Count > 0)
        {
            Write(audit, "人工排除的复用", audit.ExcludedEvidence, body);
        }

        body.Append(Heading("复核依据", Medium), Rows(AuditWording.Provenance(audit)));
    }

    private static void Write(AuditView audit, string title, IReadOnlyList<EvidenceView> evidence, Body body)
    {
        SideBySide[] pairs = [.. SideBySide.Of(audit, evidence)];
        body.Append(Heading($"{title}（{pairs.Length} 组）", Medium), Line("左为本报告，右为出处；底色为相同的文字，红字为改动的文字和数字，较长的不同文字从略。", Small));
        Table table = EmptyTable();
        foreach (SideBySide pair in pairs)
        {
            EvidenceView first = pair.Places[0];
            string excluded = first.Excluded is { } reason ? $"\n排除理由：{reason}" : "";
            table.Append(
                new TableRow(
                    Cell($"{AuditWording.Place(pair.Own.Place)}\n{AuditWording.Class(first.Class)}　{AuditWording.Kind(first.Kind)}{excluded}", Small),
                    Cell(string.Join('\n', pair.Places.Select(place => $"{AuditWording.Other(place)}　{AuditWording.Place(place.OtherPlace)}\n{AuditWording.Direction(place.Direction)}")), Small)),
                new TableRow(new TableCell(Marked(pair.OwnStretches())), new TableCell(Marked(pair.OtherStretches()))));
        }

        body.Append(table);
    }

    private static Table Rows(IEnumerable<(string Name, string Value)> rows) => Table([.. rows.Select(row => new[] { row.Name, row.Value })]);

    private static Table Table(string[][] rows)
    {
        Table table = EmptyTable();
        foreach (string[] row in rows)
        {
            table.Append(new TableRow(row.Select(cell => Cell(cell, Normal))));
        }

        return table;
    }

    private static Table EmptyTable()
    {
        var border = new EnumValue<BorderValues>(BorderValues.Single);
        return new Table(new TableProperties(
            new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
            new TableBorders(
                new TopBorder { Val = border, Size = 4 }, new LeftBorder { Val = border, Size = 4 }, new BottomBorder { Val = border, Size = 4 },
                new RightBorder { Val = border, Size = 4 }, new InsideHorizontalBorder { Val = border, Size = 4 }, new InsideVerticalBorder { Val = border, Size = 4 })));
    }

    private static TableCell Cell(string text, string halfPoints) => new(text.Split('\n').Select(line => Line(line, halfPoints)));

    private static Paragraph Heading(string text, string halfPoints, bool breakBefore = false)
    {
        var properties = new ParagraphProperties(new KeepNext());
        if (breakBefore)
        {
            properties.Append(new PageBreakBefore());
        }

        properties.Append(new SpacingBetweenLines { Before = "240", After = "120" });
        return new Paragraph(properties, Run(text, Letters(halfPoints, bold: true)));
    }

    private static Paragraph Line(string text, string halfPoints) => new(Run(text, Letters(halfPoints)));

    /// <summary>What is shared is shaded in the colour of its class, what is not is red.</summary>
    private static Paragraph Marked(IEnumerable<MarkedStretch> stretches) => new(stretches.Select(stretch => Run(stretch.Text, stretch.Class is { } name
        ? Letters(Normal, colour: stretch.IsChanged ? ChangedColour : null, background: AuditStyle.Background(name))
        : Letters(Normal, colour: ChangedColour))));

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
    private static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value is < 0x20 and not 0x09 or 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));
}
