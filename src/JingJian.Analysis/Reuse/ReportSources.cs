using System.Collections.Immutable;

namespace JingJian.Analysis.Reuse;

/// <summary>What one other report explains of the audited one.</summary>
/// <param name="Report">The other report.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Letters">Letters of the audited report that stand there.</param>
/// <param name="Share">Their share of the report.</param>
/// <param name="Added">Those of them that stand in no source before it.</param>
/// <param name="AddedShare">Their share of the report.</param>
/// <param name="Paragraphs">In how many paragraphs of the audited report they stand.</param>
public sealed record ReportSource(int Report, ReuseSource Source, int Letters, double Share, int Added, double AddedShare, int Paragraphs)
{
    /// <summary>Whether using its text needs no excuse.</summary>
    public bool IsLawful => Source is ReuseSource.Superior or ReuseSource.Quotable;
}

/// <summary>The other reports that a report was put together from.</summary>
/// <remarks>
/// <para><b>Source.</b> Greedy set cover: V. Chvátal, "A greedy heuristic for the set-covering problem", 1979. What lawful sources explain is taken
/// first; then of the others always the one that adds most, so that of several copies of one source only one is named.</para>
/// <para><b>Guarantee.</b> Ties go to the earlier report.</para>
/// <para><b>Cost.</b> A source can only lose by what others took: it is measured again only when it comes to the top.</para>
/// </remarks>
internal static class ReportSources
{
    /// <summary>What adds less is a passage, not a source.</summary>
    private const int LeastLetters = 30;

    /// <summary>A report was put together when it has two sources or more of which each adds this share of it ...</summary>
    private const double SubstantialShare = 0.1;

    /// <summary>... and all of these together explain this share.</summary>
    private const double SplicedShare = 0.5;

    /// <summary>A report of which this share stands in one other is that other.</summary>
    private const double SameShare = 0.8;

    /// <summary>The sources, the one that adds most first.</summary>
    /// <param name="ledger">Every reused passage.</param>
    /// <param name="texts">The paragraphs of the audited report.</param>
    public static ImmutableArray<ReportSource> Of(IEnumerable<LedgerEntry> ledger, IReadOnlyDictionary<int, NormalizedText> texts)
    {
        int letters = texts.Values.Sum(text => text.Letters.Length);
        var waiting = new PriorityQueue<Candidate, (bool IsUnlawful, int LessAdded, int Report)>();
        foreach (IGrouping<int, LedgerEntry> entries in ledger.GroupBy(entry => entry.OtherReport))
        {
            var candidate = new Candidate(entries.Key, [.. entries], new LetterCoverage(texts).Cover(entries));
            waiting.Enqueue(candidate, candidate.Priority(candidate.Covered.Count));
        }

        var taken = new LetterCoverage(texts);
        var sources = new List<ReportSource>();
        while (waiting.TryDequeue(out Candidate? next, out _))
        {
            int added = next.Covered.Without(taken).Count;
            if (added < LeastLetters)
            {
                continue;
            }

            if (waiting.TryPeek(out _, out (bool, int, int) following) && following.CompareTo(next.Priority(added)) < 0)
            {
                waiting.Enqueue(next, next.Priority(added));
                continue;
            }

            taken = taken.With(next.Covered);
            sources.Add(new ReportSource(
                next.Report, next.Source, next.Covered.Count, (double)next.Covered.Count / letters, added, (double)added / letters,
                next.Entries.Select(entry => entry.Paragraph).Distinct().Count()));
        }

        return [.. sources.OrderByDescending(source => source.Added).ThenBy(source => source.Report)];
    }

    /// <summary>The sources that want an excuse; what seems to have been copied from the report is no source of it.</summary>
    /// <param name="ledger">Every reused passage.</param>
    /// <param name="texts">The paragraphs of the audited report.</param>
    public static ImmutableArray<ReportSource> Blamed(IEnumerable<LedgerEntry> ledger, IReadOnlyDictionary<int, NormalizedText> texts) =>
        [.. Of(ledger.Where(entry => entry.Direction.FirstIsOrigin != false), texts).Where(source => !source.IsLawful)];

    /// <summary>Those of them that a report was put together from; none when it was not.</summary>
    public static ImmutableArray<ReportSource> Spliced(ImmutableArray<ReportSource> blamed)
    {
        ImmutableArray<ReportSource> substantial = [.. blamed.Where(source => source.AddedShare >= SubstantialShare)];
        return substantial.Length > 1 && substantial.Sum(source => source.AddedShare) >= SplicedShare ? substantial : [];
    }

    /// <summary>The one of them in which nearly all of a report stands; null when there is none.</summary>
    public static ReportSource? Same(ImmutableArray<ReportSource> blamed) => blamed.FirstOrDefault(source => source.Share >= SameShare);

    private sealed record Candidate(int Report, LedgerEntry[] Entries, LetterCoverage Covered)
    {
        public ReuseSource Source => Entries[0].Source;

        public (bool IsUnlawful, int LessAdded, int Report) Priority(int added) => (Source is not (ReuseSource.Superior or ReuseSource.Quotable), -added, Report);
    }
}
