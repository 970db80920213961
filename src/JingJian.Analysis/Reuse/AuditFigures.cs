using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Audits one report: how much of it stands elsewhere, whose that is, and what gives the copying away.</summary>
/// <remarks>
/// <para><b>Unit.</b> Normalised letters of all paragraphs of the report; an interval reported by several pairs counts once.</para>
/// <para><b>Direction.</b> A passage that also stands in a report known to be of a later year was copied from here, not
/// to here: it is counted apart. Of the same or an unknown year it counts as reuse, whatever the judgement of
/// <see cref="Directions"/>: the figures rest on dates alone.</para>
/// </remarks>
public static class AuditFigures
{
    /// <summary>首部 and 尾部 are this part of a report.</summary>
    private const int PartsOfReport = 5;

    /// <summary>The audit of one report.</summary>
    public static ReportAudit Of(AuditRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Dictionary<int, NormalizedText> texts = TextsOf(request);
        AuditedPair[] pairs = [.. AuditedPair.Of(request)];
        AuditedPair[] counted = [.. pairs.Where(pair => !request.IsExcluded(pair.Own, pair.Other))];
        var all = new Audit(request, texts, pairs);
        if (counted.Length == pairs.Length)
        {
            return Told(all, before: null, excluded: []);
        }

        return Told(new Audit(request, texts, counted), all.Figures(all.Total), [.. all.Ledger.Where(entry => request.IsExcluded(entry.Paragraph, entry.OtherParagraph))]);

        ReportAudit Told(Audit told, ReportFigures? before, ImmutableArray<LedgerEntry> excluded)
        {
            ImmutableArray<ReportSource> blamed = ReportSources.Blamed(told.Ledger, texts), spliced = ReportSources.Spliced(blamed);
            ReportSource? same = ReportSources.Same(blamed);
            return new ReportAudit(
                told.Figures(all.Total), before, told.Ledger, excluded, ReportSources.Of(told.Ledger, texts), spliced, same,
                AuditFindings.Of(request, texts, told.Reused, spliced, same, told.Ledger));
        }
    }

    /// <summary>What copying changed and left standing in the paragraphs of a report: the findings of its audit but those about where its text is from.</summary>
    public static ImmutableArray<AuditFinding> SlipsOf(AuditRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        AuditedPair[] reused = [.. AuditedPair.Of(request).Where(pair => SideOf(request, pair) == Side.FromOther && !request.IsExcluded(pair.Own, pair.Other))];
        return AuditFindings.Slips(request, TextsOf(request), reused);
    }

    /// <summary>The figures of one report alone, as <see cref="Of"/> has them: many times cheaper, since they ask for no texts of others and no names.</summary>
    public static ReportFigures FiguresOf(AuditRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Dictionary<int, NormalizedText> texts = TextsOf(request);
        AuditedPair[] pairs = [.. AuditedPair.Of(request)];
        AuditedPair[] counted = [.. pairs.Where(pair => !request.IsExcluded(pair.Own, pair.Other))];
        var told = new Audit(request, texts, counted);
        return told.Figures(counted.Length == pairs.Length ? told.Total : new Audit(request, texts, pairs).Total);
    }

    /// <summary>Whose text a report would have from another.</summary>
    public static ReuseSource SourceOf(ReportOrigin own, ReportOrigin other)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(other);
        return other.Mark switch
        {
            SourceMark.Superior => ReuseSource.Superior,
            SourceMark.Template => ReuseSource.Template,
            SourceMark.Quotable => ReuseSource.Quotable,
            _ => (own.Organisation, other.Organisation) switch
            {
                (null, _) or (_, null) => ReuseSource.Unknown,
                (string mine, string its) => string.Equals(mine, its, StringComparison.Ordinal) ? ReuseSource.OwnOrganisation : ReuseSource.OtherOrganisation,
            },
        };
    }

    /// <summary>Whose text the audited report would have from another.</summary>
    internal static ReuseSource SourceOf(AuditRequest request, int otherReport) => SourceOf(request.Origins[request.Report], request.Origins[otherReport]);

    private static Dictionary<int, NormalizedText> TextsOf(AuditRequest request) =>
        request.Paragraphs.ToDictionary(paragraph => paragraph.Paragraph, paragraph => new NormalizedText(paragraph.Text));

    private static Side SideOf(AuditRequest request, AuditedPair pair) =>
        pair.OtherReport == request.Report ? Side.Inside
        : request.Origins[pair.OtherReport].Year > request.Origins[request.Report].Year ? Side.ToLater
        : Side.FromOther;

    private enum Side
    {
        FromOther,
        ToLater,
        Inside,
    }

    /// <summary>The audit over some of the pairs.</summary>
    private sealed class Audit
    {
        private readonly AuditRequest request;
        private readonly Dictionary<int, NormalizedText> texts;
        private readonly ILookup<Side, AuditedPair> pairs;
        private readonly int letters;

        public Audit(AuditRequest request, Dictionary<int, NormalizedText> texts, IEnumerable<AuditedPair> pairs)
        {
            this.request = request;
            this.texts = texts;
            this.pairs = pairs.ToLookup(pair => SideOf(request, pair));
            letters = texts.Values.Sum(text => text.Letters.Length);
            Reused = [.. this.pairs[Side.FromOther]];
            Ledger = LedgerOf(Reused);
            Total = Covered(Ledger);
        }

        public AuditedPair[] Reused { get; }

        public ImmutableArray<LedgerEntry> Ledger { get; }

        public LetterCoverage Total { get; }

        /// <summary>The figures; <paramref name="before"/> is what is covered without exclusions.</summary>
        public ReportFigures Figures(LetterCoverage before)
        {
            LetterCoverage stock = Stock();
            LetterCoverage lawful = stock.With(Covered(Ledger.Where(entry => entry.Source is ReuseSource.Superior or ReuseSource.Quotable)));
            (int? largestReport, LetterCoverage largest) = Largest();
            LedgerEntry? longest = Ledger.MaxBy(entry => LettersIn(entry.Paragraph, entry.At));
            LetterCoverage everything = Everything();
            Figure[] figures =
            [
                Of(FigureKind.Total, Total),
                Of(FigureKind.WithoutStock, Total.Without(stock)),
                Of(FigureKind.WithoutLawful, Total.Without(lawful)),
                Of(FigureKind.Stock, Total.And(stock)),
                Of(FigureKind.Superior, From(ReuseSource.Superior)),
                Of(FigureKind.OwnOrganisation, From(ReuseSource.OwnOrganisation)),
                Of(FigureKind.OtherOrganisation, From(ReuseSource.OtherOrganisation)),
                Of(FigureKind.Template, From(ReuseSource.Template)),
                Of(FigureKind.Quotable, From(ReuseSource.Quotable)),
                Of(FigureKind.UnknownOrganisation, From(ReuseSource.Unknown)),
                Of(FigureKind.LargestSingle, largest),
                OfPart(FigureKind.Head, 0, letters / PartsOfReport),
                OfPart(FigureKind.Tail, letters - (letters / PartsOfReport), letters),
                Of(FigureKind.Longest, Covered(longest is null ? [] : [longest])),
                Of(FigureKind.OnlyNumbersChanged, OnlyNumbersChanged()),
                Of(FigureKind.CopiedLater, Covered(LedgerOf(pairs[Side.ToLater]))),
                Of(FigureKind.RepeatedInside, Covered(LedgerOf(pairs[Side.Inside]))),
                Of(FigureKind.Excluded, before.Without(Total)),
                Of(FigureKind.Originality, everything.Without(Total)) with { Share = letters == 0 ? 1 : 1 - ((double)Total.Count / letters) },
            ];
            return new ReportFigures(letters, [.. figures], largestReport, longest);
        }

        private Figure Of(FigureKind kind, LetterCoverage coverage) => new(kind, coverage.Count, letters == 0 ? 0 : (double)coverage.Count / letters, coverage.Spans());

        /// <summary>What is reused of the letters [from, to) of the whole report.</summary>
        private Figure OfPart(FigureKind kind, int from, int to)
        {
            var part = new LetterCoverage(texts);
            int before = 0;
            foreach (AuditedParagraph paragraph in request.Paragraphs)
            {
                int length = texts[paragraph.Paragraph].Letters.Length;
                part.CoverLetters(paragraph.Paragraph, Math.Clamp(from - before, 0, length), Math.Clamp(to - before, 0, length));
                before += length;
            }

            LetterCoverage reused = Total.And(part);
            return new Figure(kind, reused.Count, part.Count == 0 ? 0 : (double)reused.Count / part.Count, reused.Spans());
        }

        private ImmutableArray<LedgerEntry> LedgerOf(IEnumerable<AuditedPair> some)
        {
            IEnumerable<LedgerEntry> entries =
                from pair in some
                let source = SourceOf(request, pair.OtherReport)
                let direction = Directions.Of(request, pair)
                from span in pair.Pair.Spans
                select new LedgerEntry(pair.Own, pair.InOwn(span), pair.Other, pair.InOther(span), pair.OtherReport, source, pair.Pair.Kind, direction);
            return
            [
                .. entries.OrderBy(entry => entry.Paragraph).ThenBy(entry => entry.At.Start).ThenByDescending(entry => entry.At.Length)
                    .ThenBy(entry => entry.OtherParagraph).ThenBy(entry => entry.OtherAt.Start),
            ];
        }

        private LetterCoverage Covered(IEnumerable<LedgerEntry> entries) => new LetterCoverage(texts).Cover(entries);

        private LetterCoverage From(ReuseSource source) => Covered(Ledger.Where(entry => entry.Source == source));

        private LetterCoverage Stock()
        {
            var coverage = new LetterCoverage(texts);
            foreach (AuditedParagraph paragraph in request.Paragraphs)
            {
                foreach (TextSpan stock in paragraph.Stock)
                {
                    coverage.Cover(paragraph.Paragraph, stock);
                }
            }

            return coverage;
        }

        private LetterCoverage Everything() => Whole(request.Paragraphs.Select(paragraph => paragraph.Paragraph));

        private LetterCoverage OnlyNumbersChanged() => Whole(Reused.Where(pair => pair.OnlyNumbersChanged).Select(pair => pair.Own));

        private LetterCoverage Whole(IEnumerable<int> paragraphs)
        {
            var coverage = new LetterCoverage(texts);
            foreach (int paragraph in paragraphs)
            {
                coverage.CoverLetters(paragraph, 0, texts[paragraph].Letters.Length);
            }

            return coverage;
        }

        private (int? Report, LetterCoverage Covered) Largest() =>
            Ledger.GroupBy(entry => entry.OtherReport)
                .Select(entries => ((int?)entries.Key, Covered: Covered(entries)))
                .OrderByDescending(report => report.Covered.Count).ThenBy(report => report.Item1)
                .FirstOrDefault((null, new LetterCoverage(texts)));

        private int LettersIn(int paragraph, TextSpan span) => texts[paragraph].LettersBefore(span.End) - texts[paragraph].LettersBefore(span.Start);
    }
}
