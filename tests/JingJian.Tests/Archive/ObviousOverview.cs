using JingJian.Analysis.Reuse;
using JingJian.Archive;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Tests.Archive;

/// <summary>What an overview counts over all pairs, the obvious way: all of them in memory, every report audited.</summary>
internal sealed class ObviousOverview
{
    private const int ShortestPassage = 13;

    private readonly ReportArchive archive;
    private readonly Dictionary<string, ReportView> reports;
    private readonly ReportRegister register;
    private readonly Judgements judgements;
    private readonly Func<string?, string?> unit;
    private readonly Dictionary<long, StoredParagraph> paragraphs;
    private readonly Shared[] shared;

    public ObviousOverview(ReportArchive archive, string dataFolder)
    {
        this.archive = archive;
        using SqliteConnection connection = new Database(Path.Combine(dataFolder, "archive.db"), mayBeNew: false).Connect();
        reports = archive.Catalogue.Reports(null).ToDictionary(report => report.Id);
        judgements = Judgements.Read(connection);
        register = ReportRegister.Read(connection, [], judgements);
        unit = OrganisationNames.Register(connection);
        paragraphs = StoredParagraph.InPairs(connection);
        shared =
        [
            .. StoredPair.All(connection).OrderBy(pair => pair.A).ThenBy(pair => pair.B)
                .SelectMany(pair => new[]
                {
                    new Shared(paragraphs[pair.A], paragraphs[pair.B], [.. pair.Spans.Select(span => (span.A, span.B))]),
                    new Shared(paragraphs[pair.B], paragraphs[pair.A], [.. pair.Spans.Select(span => (span.B, span.A))]),
                })
                .Where(one => one.Own.Place.Report != one.Other.Place.Report),
        ];
    }

    public IEnumerable<UnitPairView> Matrix() => TakenFromOthers()
        .GroupBy(one => (Unit: NameOf(one.Own), From: NameOf(one.Other)))
        .Select(cell => new UnitPairView(
            cell.Key.Unit, cell.Key.From, cell.Select(one => one.Own.Place.Report).Distinct().Count(), cell.Select(one => one.Own.Key).Distinct().Count(),
            cell.SelectMany(one => one.Stretches.SelectMany(stretch => Enumerable.Range(stretch.At.Start, stretch.At.Length).Select(at => (one.Own.Key, at)))).Distinct().Count()))
        .OrderByDescending(cell => cell.Paragraphs).ThenByDescending(cell => cell.Characters)
        .ThenBy(cell => cell.Unit, StringComparer.Ordinal).ThenBy(cell => cell.From, StringComparer.Ordinal);

    public IEnumerable<UnitView> Units() => reports.Values
        .GroupBy(report => NameOf(report.Id))
        .Select(same => new UnitView(
            same.Key, same.Count(), same.Sum(report => report.Paragraphs), TakenFromOthers().Where(one => NameOf(one.Own) == same.Key).Select(one => one.Own.Key).Distinct().Count()))
        .OrderBy(same => same.Name, StringComparer.Ordinal);

    /// <summary>Every report with its figures and findings, the most original first.</summary>
    public IEnumerable<ReportShareView> Shares() => reports.Values
        .OrderBy(report => report.Source, StringComparer.Ordinal).ThenBy(report => report.Id, StringComparer.Ordinal)
        .SelectMany(report => archive.Audits.Audit(report.Id))
        .Where(audit => audit.Figures.Letters > 0)
        .Select(audit => new ReportShareView(audit.Report, audit.Figures, audit.Findings.Count))
        .OrderByDescending(share => share.Figures.Originality).ThenByDescending(share => share.Figures.Letters);

    public IEnumerable<PassageView> Passages(int top)
    {
        ILookup<long, (TextSpan At, StoredParagraph Other, TextSpan OtherAt)> having = shared
            .Where(one => Counts(one.Own, one.Other) && Counts(one.Other, one.Own))
            .SelectMany(one => one.Stretches.Select(stretch => (one.Own.Key, stretch.At, one.Other, stretch.OtherAt)))
            .ToLookup(one => one.Key, one => (one.At, one.Other, one.OtherAt));
        var taken = new List<(long Key, TextSpan At)>();
        foreach ((StoredParagraph own, TextSpan at) in having
            .Select(one => (Own: paragraphs[one.Key], Best: Best([.. one])))
            .Where(one => one.Best.At.Length >= ShortestPassage)
            .OrderByDescending(one => one.Best.Worth).ThenBy(one => one.Own.Year ?? int.MaxValue)
            .ThenBy(one => one.Own.Place.Source, StringComparer.Ordinal).ThenBy(one => one.Own.Place.Paragraph, StringComparer.Ordinal)
            .Select(one => (one.Own, one.Best.At)))
        {
            if (top > 0 && !taken.Exists(one => one.Key == own.Key && 2 * Overlap(one.At, at) >= at.Length))
            {
                top--;
                var touching = having[own.Key].Where(one => Overlap(one.At, at) > 0).ToList();
                taken.AddRange(touching.Select(one => (one.Other.Key, one.OtherAt)).Prepend((own.Key, at)));
                yield return View(own, at, [.. touching.Where(one => 2 * Overlap(one.At, at) >= at.Length).Select(one => one.Other)]);
            }
        }
    }

    private PassageView View(StoredParagraph own, TextSpan at, StoredParagraph[] having)
    {
        StoredParagraph[] others =
        [
            .. having.OrderBy(other => other.Year ?? int.MaxValue).ThenBy(other => other.Place.Source, StringComparer.Ordinal)
                .ThenBy(other => other.Place.Report, StringComparer.Ordinal).ThenBy(other => other.Place.Line).DistinctBy(other => other.Place.Report),
        ];
        StoredParagraph[] all = [own, .. others];
        QuotedWords words = QuotedWords.Of(own.Text, at);
        return new PassageView(
            words.Text, words.At.Length, all.Length, all.Select(one => unit(one.Organisation)).OfType<string>().Distinct().Count(),
            all.Min(one => one.Year), all.Max(one => one.Year), own.Place, words.InSource.Start, words.InSource.End, [.. others.Select(other => other.Place)]);
    }

    /// <summary>Of all stretches between two cuts the one that is worth most: those that more reports have win last among equals of fewer.</summary>
    private static (TextSpan At, long Worth) Best((TextSpan At, StoredParagraph Other, TextSpan OtherAt)[] having)
    {
        int[] cuts = [.. having.SelectMany(one => new[] { one.At.Start, one.At.End }).Distinct().Order()];
        int[] reports = [.. cuts.SkipLast(1).Select(start => having.Where(one => one.At.Start <= start && start < one.At.End).Select(one => one.Other.Place.Report).Distinct().Count())];
        IEnumerable<(TextSpan At, int Least)> all =
            from first in Enumerable.Range(0, reports.Length)
            from end in Enumerable.Range(first + 1, reports.Length - first)
            let least = reports[first..end].Min()
            where least > 0 && (first == 0 || reports[first - 1] < least) && (end == reports.Length || reports[end] < least)
            select (TextSpan.Between(cuts[first], cuts[end]), least);
        return all.Select(one => (one.At, (long)one.Least * one.At.Length, one.Least)).OrderByDescending(one => one.Item2).ThenBy(one => one.Least).ThenBy(one => one.At.Start)
            .Select(one => (one.At, one.Item2)).FirstOrDefault();
    }

    private IEnumerable<Shared> TakenFromOthers() => shared.Where(one => !(OriginOf(one.Other).Year > OriginOf(one.Own).Year) && Counts(one.Own, one.Other));

    private bool Counts(StoredParagraph own, StoredParagraph other) =>
        judgements.Covering(own.Place.Paragraph, own.Place.Report, other.Place.Paragraph, other.Place.Report) is null;

    private ReportOrigin OriginOf(StoredParagraph paragraph) => register.Origins[register.NumberOf(paragraph.Place.Report)];

    private string NameOf(StoredParagraph paragraph) => NameOf(paragraph.Place.Report);

    private string NameOf(string report) => register.Origins[register.NumberOf(report)] switch
    {
        { Mark: SourceMark.Superior or SourceMark.Template or SourceMark.Quotable } marked => Names.LabelOf(marked.Mark),
        { Organisation: { } name } => name,
        _ => UnitView.Unnamed,
    };

    private static int Overlap(TextSpan one, TextSpan other) => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start));

    private sealed record Shared(StoredParagraph Own, StoredParagraph Other, (TextSpan At, TextSpan OtherAt)[] Stretches);
}
