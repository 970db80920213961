using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Writes out the audit of one report as it is shown: ids, offsets in the sources, Chinese words.</summary>
internal sealed class AuditShow(AuditRoom room, AuditCase opened, Catalogue catalogue)
{
    /// <summary>The figures by name.</summary>
    public AuditFiguresView Figures(ReportFigures figures) => Figures(figures, number => catalogue.Report(room.Register.IdOf(number)));

    /// <summary>The figures by name.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="reportOf">A report as it is shown, by number.</param>
    public static AuditFiguresView Figures(ReportFigures figures, Func<int, ReportView?> reportOf)
    {
        double Of(FigureKind kind) => Share(figures[kind].Share);
        return new AuditFiguresView(
            figures.Letters, Of(FigureKind.Total), Of(FigureKind.WithoutStock), Of(FigureKind.WithoutLawful), Of(FigureKind.Stock),
            Of(FigureKind.Superior), Of(FigureKind.OwnOrganisation), Of(FigureKind.OtherOrganisation), Of(FigureKind.Template),
            Of(FigureKind.Quotable), Of(FigureKind.UnknownOrganisation), Of(FigureKind.LargestSingle),
            figures.LargestReport is { } number ? reportOf(number) : null,
            Of(FigureKind.Head), Of(FigureKind.Tail), figures[FigureKind.Longest].Letters, Of(FigureKind.OnlyNumbersChanged),
            Of(FigureKind.CopiedLater), Of(FigureKind.RepeatedInside), Of(FigureKind.Excluded), Of(FigureKind.Originality));
    }

    /// <summary>A figure with its spans.</summary>
    public FigureView Figure(Figure figure) => new(
        Names.Of(figure.Kind), AuditLabels.Of(figure.Kind), figure.Letters, Share(figure.Share), [.. figure.Spans.Select(Span)]);

    /// <summary>The findings of an audit with their evidence.</summary>
    public IEnumerable<FindingView> Findings(ReportAudit audit, ReportView report) =>
        audit.Findings.Select(finding => finding.Paragraph == AuditFinding.WholeReport ? ReportFinding(finding, report, audit) : Finding(finding));

    /// <summary>A finding about a paragraph.</summary>
    public FindingView Finding(AuditFinding finding)
    {
        StoredParagraph paragraph = opened.Paragraph(finding.Paragraph);
        TextSpan at = SourcePlace.In(paragraph.Text, finding.At);
        return new FindingView(
            Names.Of(finding.Kind), AuditLabels.Of(finding.Kind), paragraph.Place, at.Start, at.End, finding.At.In(paragraph.Text.Text).ToString(),
            finding is { Kind: FindingKind.SelfReuse, Detail.Length: > 0 } ? AuditLabels.SeemsOwn(finding.Detail) : finding.Detail,
            [.. finding.OtherParagraphs.Select(Place)],
            [.. finding.Evidence.Select(evidence => FindingEvidence(paragraph, evidence))]);
    }

    /// <summary>A finding about the whole report: what it was put together from, or which other it is.</summary>
    private FindingView ReportFinding(AuditFinding finding, ReportView report, ReportAudit audit)
    {
        PlaceView first = Place(opened.Request.Paragraphs[0].Paragraph), last = Place(opened.Request.Paragraphs[^1].Paragraph);
        return new FindingView(
            Names.Of(finding.Kind), AuditLabels.Of(finding.Kind), new PlaceView(report.Source, report.Line, report.LineEnd, first.Start, last.End, report.Id, Paragraph: ""),
            first.Start, last.End, Words: "",
            finding.Kind == FindingKind.SameReport
                ? AuditLabels.Same(ReportOf(audit.SameAs!), audit.SameAs!.Share)
                : AuditLabels.Spliced(audit.SplicedFrom.Select(source => (ReportOf(source), source.AddedShare))),
            [.. finding.OtherParagraphs.Select(Place)],
            [.. finding.Evidence.Select(evidence => FindingEvidence(opened.Paragraph(evidence.OwnParagraph), evidence))]);
    }

    /// <summary>A source of the report.</summary>
    public AuditSourceView Source(ReportSource source) => new(
        ReportOf(source), Names.Of(source.Source), source.Letters, Share(source.Share), source.Added, Share(source.AddedShare), source.Paragraphs);

    /// <summary>A reused passage.</summary>
    public EvidenceView Evidence(LedgerEntry entry, string? excluded = null)
    {
        StoredParagraph own = opened.Paragraph(entry.Paragraph), other = opened.Paragraph(entry.OtherParagraph);
        QuotedWords words = QuotedWords.Of(own.Text, entry.At), its = QuotedWords.Of(other.Text, entry.OtherAt);
        return new EvidenceView(
            Names.Of(entry.Source), Names.Of(entry.Kind), own.Place, words.InSource.Start, words.InSource.End, words.Text,
            other.Place, other.ReportTitle, other.Organisation, other.Year, its.InSource.Start, its.InSource.End, its.Text,
            AuditLabels.OfAudit(entry.Direction), words.At.Start, its.At.Start, excluded);
    }

    /// <summary>A passage that a person excluded, with the reason.</summary>
    public EvidenceView ExcludedEvidence(LedgerEntry entry) => Evidence(entry, opened.ExclusionReason(entry.Paragraph, entry.OtherParagraph));

    /// <summary>A whole paragraph.</summary>
    public AuditedParagraphView Paragraph(AuditedParagraph paragraph) => new(
        Place(paragraph.Paragraph), paragraph.Text, [.. paragraph.Stock.Select(stock => new[] { stock.Start, stock.End })]);

    /// <summary>A whole paragraph of another report.</summary>
    public OtherParagraphView Other(int number) => new(Place(number), opened.Paragraph(number).Text.Text);

    /// <summary>Where a paragraph stands.</summary>
    public PlaceView Place(int number) => opened.Paragraph(number).Place;

    private ReportView ReportOf(ReportSource source) => catalogue.Report(room.Register.IdOf(source.Report))!;

    private FindingEvidenceView FindingEvidence(StoredParagraph own, FindingEvidence evidence)
    {
        StoredParagraph other = opened.Paragraph(evidence.Paragraph);
        QuotedWords words = QuotedWords.Of(own.Text, evidence.Own), its = QuotedWords.Of(other.Text, evidence.At);
        return new FindingEvidenceView(words.InSource.Start, words.InSource.End, words.Text, other.Place, its.InSource.Start, its.InSource.End, its.Text);
    }

    private FigureSpanView Span(ParagraphSpan span)
    {
        StoredParagraph paragraph = opened.Paragraph(span.Paragraph);
        TextSpan at = SourcePlace.In(paragraph.Text, span.At);
        return new FigureSpanView(paragraph.Place.Paragraph, at.Start, at.End, span.At.Start, span.At.Length);
    }

    /// <summary>Four digits: what people compare, and the same on every machine.</summary>
    private static double Share(double value) => Math.Round(value, 4);
}
