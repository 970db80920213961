using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>What stands out in the reused paragraphs of a report.</summary>
/// <remarks>Of several sources that show the same thing about the same words, all are listed in one finding.</remarks>
internal static class AuditFindings
{
    /// <summary>A second source matters when it explains this much that the first does not: a passage, not a formula.</summary>
    private const int SplicedLetters = 30;

    /// <summary>The findings about some pairs, in order of paragraph, kind and place.</summary>
    public static ImmutableArray<AuditFinding> Of(AuditRequest request, IReadOnlyDictionary<int, NormalizedText> texts, IReadOnlyList<AuditedPair> pairs)
    {
        var names = new LeftOverNames(request, pairs);
        IEnumerable<AuditFinding> single = pairs.SelectMany(pair => OfPair(request, texts[pair.Own], pair).Concat(names.In(pair)));
        IEnumerable<AuditFinding> spliced = pairs.GroupBy(pair => pair.Own).SelectMany(same => Spliced(texts, same.Key, [.. same]));
        return
        [
            .. single.GroupBy(finding => (finding.Kind, finding.Paragraph, finding.At, finding.Detail)).Select(Together).Concat(spliced)
                .OrderBy(finding => finding.Paragraph).ThenBy(finding => finding.Kind).ThenBy(finding => finding.At.Start)
                .ThenBy(finding => finding.Detail, StringComparer.Ordinal),
        ];
    }

    private static AuditFinding Together(IEnumerable<AuditFinding> same) => same.First() with
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

        if (AuditFigures.SourceOf(request, pair.OtherReport) == ReuseSource.OwnOrganisation && HasOwnWords(request, text, pair))
        {
            yield return new AuditFinding(
                FindingKind.SelfReuse, pair.Own, new TextSpan(0, text.Text.Length),
                [.. pair.Pair.Spans.Select(span => new FindingEvidence(pair.InOwn(span), pair.Other, pair.InOther(span)))], "");
        }

        AuditFinding OfChange(FindingKind kind, ReuseChange change) => new(
            kind, pair.Own, pair.InOwn(change), [new FindingEvidence(pair.InOwn(change), pair.Other, pair.InOther(change))], pair.Told(change));
    }

    /// <summary>Whether more is shared than stock phrases: every report opens with the same sentence.</summary>
    private static bool HasOwnWords(AuditRequest request, NormalizedText text, AuditedPair pair)
    {
        ImmutableArray<TextSpan> stock = request.Paragraphs.First(paragraph => paragraph.Paragraph == pair.Own).Stock;
        int letters = 0;
        foreach (TextSpan span in pair.Pair.Spans.Select(pair.InOwn))
        {
            for (int letter = text.LettersBefore(span.Start); letter < text.LettersBefore(span.End); letter++)
            {
                int at = text.OffsetOf(letter);
                letters += stock.Any(phrase => phrase.Start <= at && at < phrase.End) ? 0 : 1;
            }
        }

        return letters >= ReuseOptions.RunLength;
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
        Slot[] figures = [.. text.Slots.Where(slot => slot.Kind == SlotKind.Figure && slot.Start >= mark)];
        if (figures.Length == 0)
        {
            return null;
        }

        var at = TextSpan.Between(figures[0].Start, figures[^1].End);
        ImmutableArray<FindingEvidence> evidence =
        [
            .. pair.Pair.Spans.Where(span => pair.InOwn(span).Start < at.End && at.Start < pair.InOwn(span).End)
                .Select(span => new FindingEvidence(pair.InOwn(span), pair.Other, pair.InOther(span))),
        ];
        return new AuditFinding(FindingKind.StaleFigures, pair.Own, at, evidence, string.Join('、', figures.Select(slot => text.Text[slot.Start..slot.End])));
    }

    private static bool HasDigits(ReuseChange change) => change.From.Any(char.IsDigit) || change.To.Any(char.IsDigit);

    private static bool AreOfDifferentYears(AuditRequest request, AuditedPair pair)
    {
        int? own = request.Origins[request.Report].Year;
        int? other = request.Origins[pair.OtherReport].Year;
        return own is not null && other is not null && own != other;
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
                [.. sources.OrderBy(pair => pair.Other).SelectMany(pair => pair.Pair.Spans.Select(span => new FindingEvidence(pair.InOwn(span), pair.Other, pair.InOther(span))))],
                "");
        }
    }

    private static int Cover(LetterCoverage covered, AuditedPair pair) => pair.Pair.Spans.Sum(span => covered.Cover(pair.Own, pair.InOwn(span)));
}
