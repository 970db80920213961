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
        IEnumerable<AuditFinding> single = pairs.SelectMany(pair => OfPair(request, texts[pair.Own], pair));
        IEnumerable<AuditFinding> spliced = pairs.GroupBy(pair => pair.Own).SelectMany(same => Spliced(texts, same.Key, [.. same]));
        return
        [
            .. single.GroupBy(finding => (finding.Kind, finding.Paragraph, finding.At, finding.Detail)).Select(Together).Concat(spliced)
                .OrderBy(finding => finding.Paragraph).ThenBy(finding => finding.Kind).ThenBy(finding => finding.At.Start)
                .ThenBy(finding => finding.Detail, StringComparer.Ordinal),
        ];
    }

    private static AuditFinding Together(IEnumerable<AuditFinding> same)
    {
        AuditFinding first = same.First();
        return first with { OtherParagraphs = [.. same.SelectMany(finding => finding.OtherParagraphs).Distinct().Order()] };
    }

    private static IEnumerable<AuditFinding> OfPair(AuditRequest request, NormalizedText text, AuditedPair pair)
    {
        ImmutableArray<ReuseChange> changes = pair.Pair.Changes;
        var whole = new TextSpan(0, text.Text.Length);
        ReuseChange[] years = [.. changes.Where(change => change.Type == ChangeType.Year)];
        if (pair.IsCopy && years.Length > 0 && changes.All(change => change.Type is ChangeType.Year or ChangeType.Date))
        {
            yield return Finding(FindingKind.OnlyYearChanged, pair.InOwn(years[0]), pair.Told(years[0]));
        }

        if (pair.IsCopy && (years.Length > 0 || AreOfDifferentYears(request, pair)) && Figures(text) is { } figures && changes.All(change => change.Type != ChangeType.Figure))
        {
            yield return Finding(FindingKind.StaleFigures, figures.At, figures.Words);
        }

        foreach (ReuseChange change in changes.Where(change => change.Type == ChangeType.Slogan))
        {
            yield return Finding(FindingKind.SloganChanged, pair.InOwn(change), pair.Told(change));
        }

        foreach ((TextSpan at, string name) in LeftOverNames(request, text.Text, pair))
        {
            yield return Finding(FindingKind.LeftOverName, at, name);
        }

        if (AuditFigures.SourceOf(request, pair.OtherReport) == ReuseSource.OwnOrganisation)
        {
            yield return Finding(FindingKind.SelfReuse, whole, "");
        }

        AuditFinding Finding(FindingKind kind, TextSpan at, string detail) => new(kind, pair.Own, at, [pair.Other], detail);
    }

    private static bool AreOfDifferentYears(AuditRequest request, AuditedPair pair)
    {
        int? own = request.Origins[request.Report].Year;
        int? other = request.Origins[pair.OtherReport].Year;
        return own is not null && other is not null && own != other;
    }

    /// <summary>The figures of a text, from the first to the last.</summary>
    private static (TextSpan At, string Words)? Figures(NormalizedText text)
    {
        Slot[] figures = [.. text.Slots.Where(slot => slot.Kind == SlotKind.Figure)];
        return figures.Length == 0
            ? null
            : (TextSpan.Between(figures[0].Start, figures[^1].End), string.Join('、', figures.Select(slot => text.Text[slot.Start..slot.End])));
    }

    private static IEnumerable<(TextSpan At, string Name)> LeftOverNames(AuditRequest request, string text, AuditedPair pair)
    {
        if (AuditFigures.SourceOf(request, pair.OtherReport) == ReuseSource.OwnOrganisation)
        {
            yield break;
        }

        ImmutableArray<string> own = request.Origins[request.Report].Names;
        foreach (string name in request.Origins[pair.OtherReport].Names.Where(name => name.Length >= 2 && !own.Any(mine => mine.Contains(name, StringComparison.Ordinal))))
        {
            foreach (ReusedSpan span in pair.Pair.Spans)
            {
                TextSpan within = pair.InOwn(span);
                int at = text.IndexOf(name, within.Start, within.Length, StringComparison.Ordinal);
                if (at >= 0)
                {
                    yield return (new TextSpan(at, name.Length), name);
                }
            }
        }
    }

    /// <summary>A paragraph that no single other report explains as well as two or more together do.</summary>
    private static IEnumerable<AuditFinding> Spliced(IReadOnlyDictionary<int, NormalizedText> texts, int paragraph, AuditedPair[] pairs)
    {
        var covered = new LetterCoverage(texts);
        var sources = new List<AuditedPair>();
        foreach (IGrouping<int, AuditedPair> report in pairs.GroupBy(pair => pair.OtherReport).OrderByDescending(Letters).ThenBy(report => report.Key))
        {
            int added = Cover(covered, report);
            if (sources.Count == 0 || added >= SplicedLetters)
            {
                sources.AddRange(report);
            }
        }

        if (sources.Select(pair => pair.OtherReport).Distinct().Count() > 1)
        {
            yield return new AuditFinding(
                FindingKind.Spliced,
                paragraph,
                new TextSpan(0, texts[paragraph].Text.Length),
                [.. sources.Select(pair => pair.Other).Distinct().Order()],
                "");
        }

        int Letters(IEnumerable<AuditedPair> report) => Cover(new LetterCoverage(texts), report);
    }

    private static int Cover(LetterCoverage covered, IEnumerable<AuditedPair> pairs) =>
        pairs.Sum(pair => pair.Pair.Spans.Sum(span => covered.Cover(pair.Own, pair.InOwn(span))));
}
