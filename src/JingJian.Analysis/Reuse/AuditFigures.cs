using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Audits one report: how much of it stands elsewhere, whose that is, and what gives the copying away.</summary>
/// <remarks>
/// <para><b>Unit.</b> Normalised letters of all paragraphs of the report; an interval reported by several pairs counts once.</para>
/// <para><b>Direction.</b> A passage that also stands in a report known to be of a later year was copied from here, not
/// to here: it is counted apart. Of the same or an unknown year it counts as reuse.</para>
/// </remarks>
public static class AuditFigures
{
    /// <summary>The audit of one report.</summary>
    public static ReportAudit Of(AuditRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Dictionary<int, NormalizedText> texts = request.Paragraphs.ToDictionary(paragraph => paragraph.Paragraph, paragraph => new NormalizedText(paragraph.Text));
        ILookup<Direction, AuditedPair> pairs = AuditedPair.Of(request).ToLookup(pair => DirectionOf(request, pair));
        AuditedPair[] reused = [.. pairs[Direction.FromOther]];
        ImmutableArray<LedgerEntry> ledger = Ledger(request, reused);
        return new ReportAudit(
            Figures(request, texts, ledger, reused, pairs),
            ledger,
            AuditFindings.Of(request, texts, reused));
    }

    /// <summary>Whose text a report would have from another.</summary>
    internal static ReuseSource SourceOf(AuditRequest request, int otherReport) =>
        (request.Origins[request.Report].Organisation, request.Origins[otherReport].Organisation) switch
        {
            (null, _) or (_, null) => ReuseSource.Unknown,
            (string own, string other) => string.Equals(own, other, StringComparison.Ordinal) ? ReuseSource.OwnOrganisation : ReuseSource.OtherOrganisation,
        };

    private static ReportFigures Figures(
        AuditRequest request,
        Dictionary<int, NormalizedText> texts,
        ImmutableArray<LedgerEntry> ledger,
        AuditedPair[] reused,
        ILookup<Direction, AuditedPair> pairs)
    {
        int letters = texts.Values.Sum(text => text.Letters.Length);
        LetterCoverage total = Covered(texts, ledger);
        int reusedLetters = total.Count;
        foreach (AuditedParagraph paragraph in request.Paragraphs)
        {
            foreach (TextSpan stock in paragraph.Stock)
            {
                total.Uncover(paragraph.Paragraph, stock);
            }
        }

        (int? largestReport, int largest) = Largest(texts, ledger);
        (LedgerEntry? longest, int longestLetters) = Longest(texts, ledger);
        return new ReportFigures(
            letters,
            Share(reusedLetters),
            Share(total.Count),
            BySource(ReuseSource.OwnOrganisation),
            BySource(ReuseSource.OtherOrganisation),
            BySource(ReuseSource.Unknown),
            Share(largest),
            largestReport,
            longest,
            longestLetters,
            Share(OnlyNumbersChanged(texts, reused)),
            Share(Covered(texts, Ledger(request, pairs[Direction.ToLater])).Count),
            Share(Covered(texts, Ledger(request, pairs[Direction.Inside])).Count));

        double Share(int part) => letters == 0 ? 0 : (double)part / letters;
        double BySource(ReuseSource source) => Share(Covered(texts, ledger.Where(entry => entry.Source == source)).Count);
    }

    private static Direction DirectionOf(AuditRequest request, AuditedPair pair)
    {
        if (pair.OtherReport == request.Report)
        {
            return Direction.Inside;
        }

        return request.Origins[pair.OtherReport].Year > request.Origins[request.Report].Year ? Direction.ToLater : Direction.FromOther;
    }

    private static ImmutableArray<LedgerEntry> Ledger(AuditRequest request, IEnumerable<AuditedPair> pairs)
    {
        IEnumerable<LedgerEntry> entries =
            from pair in pairs
            let source = SourceOf(request, pair.OtherReport)
            from span in pair.Pair.Spans
            select new LedgerEntry(pair.Own, pair.InOwn(span), pair.Other, pair.InOther(span), pair.OtherReport, source, pair.Pair.Kind);
        return
        [
            .. entries.OrderBy(entry => entry.Paragraph).ThenBy(entry => entry.At.Start).ThenByDescending(entry => entry.At.Length)
                .ThenBy(entry => entry.OtherParagraph).ThenBy(entry => entry.OtherAt.Start),
        ];
    }

    private static LetterCoverage Covered(Dictionary<int, NormalizedText> texts, IEnumerable<LedgerEntry> entries)
    {
        var coverage = new LetterCoverage(texts);
        foreach (LedgerEntry entry in entries)
        {
            coverage.Cover(entry.Paragraph, entry.At);
        }

        return coverage;
    }

    private static (int? Report, int Letters) Largest(Dictionary<int, NormalizedText> texts, ImmutableArray<LedgerEntry> ledger) =>
        ledger.GroupBy(entry => entry.OtherReport)
            .Select(entries => ((int?)entries.Key, Covered(texts, entries).Count))
            .OrderByDescending(report => report.Count).ThenBy(report => report.Item1)
            .FirstOrDefault();

    private static (LedgerEntry? Entry, int Letters) Longest(Dictionary<int, NormalizedText> texts, ImmutableArray<LedgerEntry> ledger) =>
        ledger.Select(entry => ((LedgerEntry?)entry, LettersIn(texts[entry.Paragraph], entry.At)))
            .OrderByDescending(entry => entry.Item2)
            .FirstOrDefault();

    private static int LettersIn(NormalizedText text, TextSpan span) => text.LettersBefore(span.End) - text.LettersBefore(span.Start);

    private static int OnlyNumbersChanged(Dictionary<int, NormalizedText> texts, AuditedPair[] reused) =>
        reused.Where(pair => pair.IsCopy && pair.Pair.Changes.Length > 0 && pair.Pair.Changes.All(change => change.Type is ChangeType.Year or ChangeType.Date or ChangeType.Figure))
            .Select(pair => pair.Own)
            .Distinct()
            .Sum(paragraph => texts[paragraph].Letters.Length);

    private enum Direction
    {
        FromOther,
        ToLater,
        Inside,
    }
}
