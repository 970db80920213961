using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>What stands out in the reused paragraphs of a report.</summary>
/// <remarks>Of several sources that show the same thing about the same words, all are listed in one finding.</remarks>
internal static partial class AuditFindings
{
    /// <summary>A second source matters when it explains this much that the first does not: a passage, not a formula.</summary>
    private const int SplicedLetters = 30;

    /// <summary>The findings about some pairs and what they amount to: those about the report, then in order of paragraph, kind and place.</summary>
    public static ImmutableArray<AuditFinding> Of(
        AuditRequest request, IReadOnlyDictionary<int, NormalizedText> texts, IReadOnlyList<AuditedPair> pairs, ImmutableArray<ReportSource> splicedFrom, ReportSource? sameAs,
        ImmutableArray<LedgerEntry> ledger)
    {
        var self = new SelfReuse(request, pairs);
        IEnumerable<AuditFinding> own = pairs.SelectMany(pair => self.In(texts[pair.Own], pair));
        return InOrder(Told(request, texts, pairs).Concat(Together(own)).Concat(SplicedReport(texts, splicedFrom, ledger)).Concat(SameReport(sameAs, ledger)));
    }

    /// <summary>Those of them that tell what copying changed and left standing in single paragraphs.</summary>
    public static ImmutableArray<AuditFinding> Slips(AuditRequest request, IReadOnlyDictionary<int, NormalizedText> texts, IReadOnlyList<AuditedPair> pairs) =>
        InOrder(Told(request, texts, pairs));

    private static IEnumerable<AuditFinding> Told(AuditRequest request, IReadOnlyDictionary<int, NormalizedText> texts, IReadOnlyList<AuditedPair> pairs)
    {
        var names = new LeftOverNames(request, pairs);
        IEnumerable<AuditFinding> single = pairs.SelectMany(pair => OfPair(request, texts[pair.Own], pair).Concat(names.In(pair)));
        return Together(single).Concat(pairs.GroupBy(pair => pair.Own).SelectMany(same => Spliced(texts, same.Key, [.. same])));
    }

    private static ImmutableArray<AuditFinding> InOrder(IEnumerable<AuditFinding> findings) =>
    [
        .. findings.OrderBy(finding => finding.Paragraph).ThenBy(finding => finding.Kind).ThenBy(finding => finding.At.Start)
            .ThenBy(finding => finding.Detail, StringComparer.Ordinal),
    ];

    /// <summary>Several sources that show the same about the same words make one finding.</summary>
    private static IEnumerable<AuditFinding> Together(IEnumerable<AuditFinding> findings) =>
        findings.GroupBy(finding => (finding.Kind, finding.Paragraph, finding.At, finding.Detail)).Select(OneOf);

    private static AuditFinding OneOf(IEnumerable<AuditFinding> same) => same.First() with
    {
        Evidence = [.. same.SelectMany(finding => finding.Evidence).Distinct().OrderBy(evidence => evidence.Paragraph).ThenBy(evidence => evidence.Own.Start)],
    };

    private static IEnumerable<AuditFinding> OfPair(AuditRequest request, NormalizedText text, AuditedPair pair)
    {
        ReuseChange[] years = [.. pair.Changes.Where(change => change.Type == ChangeType.Year)];
        if (pair.IsCopy && years.Length > 0 && pair.Changes.All(change => change.Type is ChangeType.Year or ChangeType.Date))
        {
            yield return OfChange(FindingKind.OnlyYearChanged, years[0]);
        }

        if (StaleFigures(request, text, pair, years) is { } stale)
        {
            yield return stale;
        }

        foreach (ReuseChange change in pair.Changes.Where(change => change.Type == ChangeType.Slogan))
        {
            yield return OfChange(FindingKind.SloganChanged, change);
        }

        AuditFinding OfChange(FindingKind kind, ReuseChange change) => new(
            kind, pair.Own, pair.InOwn(change), [pair.Shown(change)], pair.Told(change));
    }

    /// <summary>A copy of another year, or with another year in it, that has all figures of its source.</summary>
    private static AuditFinding? StaleFigures(AuditRequest request, NormalizedText text, AuditedPair pair, ReuseChange[] years)
    {
        bool redated = years.Any(year => pair.OwnWords(year).Length > 0) || AreOfDifferentYears(request, pair);
        if (!pair.IsCopy || !redated || pair.Changes.Any(change => change.Type is ChangeType.Figure or ChangeType.Mask && HasDigits(change)))
        {
            return null;
        }

        int mark = ListMark.EndIn(text.Text);
        Slot[] figures = [.. text.Slots.Where(slot => slot.Kind == SlotKind.Figure && slot.Start >= mark && !IsInName(text.Text, slot))];
        if (figures.Length == 0)
        {
            return null;
        }

        var at = TextSpan.Between(figures[0].Start, figures[^1].End);
        ImmutableArray<FindingEvidence> evidence =
        [
            .. pair.Pair.Spans.Where(span => pair.InOwn(span).Start < at.End && at.Start < pair.InOwn(span).End)
                .Select(pair.Shown),
        ];
        return new AuditFinding(FindingKind.StaleFigures, pair.Own, at, evidence, string.Join('、', figures.Select(slot => text.Text[slot.Start..slot.End])));
    }

    /// <summary>Whether a figure is part of a name in quotation marks, which no year changes: “5+2”.</summary>
    private static bool IsInName(string text, Slot figure) =>
        NameInQuotes().Matches(text).Any(name => name.Index <= figure.Start && figure.End <= name.Index + name.Length);

    private static bool HasDigits(ReuseChange change) => change.From.Any(char.IsDigit) || change.To.Any(char.IsDigit);

    private static bool AreOfDifferentYears(AuditRequest request, AuditedPair pair)
    {
        int? own = request.Origins[request.Report].Year;
        int? other = request.Origins[pair.OtherReport].Year;
        return own is not null && other is not null && own != other;
    }

    /// <summary>A report of which no single other report explains as much as several together do; of each the passage that says most beyond those before.</summary>
    private static IEnumerable<AuditFinding> SplicedReport(
        IReadOnlyDictionary<int, NormalizedText> texts, ImmutableArray<ReportSource> splicedFrom, ImmutableArray<LedgerEntry> ledger)
    {
        var shown = new LetterCoverage(texts);
        var evidence = new List<FindingEvidence>();
        foreach (ReportSource source in splicedFrom)
        {
            LedgerEntry[] entries = [.. ledger.Where(entry => entry.OtherReport == source.Report)];
            LedgerEntry best = entries.MaxBy(entry => new LetterCoverage(texts).Cover([entry]).Without(shown).Count)!;
            evidence.Add(new FindingEvidence(best.Paragraph, best.At, best.OtherParagraph, best.OtherAt));
            shown.Cover(entries);
        }

        return evidence.Count == 0 ? [] : [new AuditFinding(FindingKind.SplicedReport, AuditFinding.WholeReport, default, [.. evidence], "")];
    }

    /// <summary>A report that another one is nearly the whole of, shown by the longest passage.</summary>
    private static IEnumerable<AuditFinding> SameReport(ReportSource? sameAs, ImmutableArray<LedgerEntry> ledger)
    {
        if (ledger.Where(entry => entry.OtherReport == sameAs?.Report).MaxBy(entry => entry.At.Length) is { } longest)
        {
            yield return new AuditFinding(
                FindingKind.SameReport, AuditFinding.WholeReport, default, [new FindingEvidence(longest.Paragraph, longest.At, longest.OtherParagraph, longest.OtherAt)], "");
        }
    }

    /// <summary>A paragraph that no single other paragraph explains as well as two or more together do.</summary>
    private static IEnumerable<AuditFinding> Spliced(IReadOnlyDictionary<int, NormalizedText> texts, int paragraph, AuditedPair[] pairs)
    {
        var covered = new LetterCoverage(texts);
        var sources = new List<AuditedPair>();
        foreach (AuditedPair pair in pairs.OrderByDescending(pair => Cover(new LetterCoverage(texts), pair)).ThenBy(pair => pair.Other))
        {
            int added = Cover(covered, pair);
            if (sources.Count == 0 || added >= SplicedLetters)
            {
                sources.Add(pair);
            }
        }

        if (sources.Count > 1)
        {
            yield return new AuditFinding(
                FindingKind.Spliced,
                paragraph,
                new TextSpan(0, texts[paragraph].Text.Length),
                [.. sources.OrderBy(pair => pair.Other).SelectMany(pair => pair.Pair.Spans.Select(pair.Shown))],
                "");
        }
    }

    private static int Cover(LetterCoverage covered, AuditedPair pair) => pair.Pair.Spans.Sum(span => covered.Cover(pair.Own, pair.InOwn(span)));

    [GeneratedRegex("[“\"‘‚「『][^“”\"‘’‚‛「」『』，。；：]{1,12}[”\"’‛」』]", RegexOptions.CultureInvariant)]
    private static partial Regex NameInQuotes();
}
