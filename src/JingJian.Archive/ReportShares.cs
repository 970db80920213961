using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>The figures of every report of the archive, from pairs that are in memory.</summary>
/// <remarks><para><b>Guarantee.</b> The same figures as the audit of each report; reports that are stored but not yet compared, or have no letters, have none.</para>
/// <para><b>Cost.</b> About a millisecond for a report: no changes are typed, nobody's names are looked for.</para></remarks>
internal sealed class ReportShares
{
    private readonly SqliteConnection connection;
    private readonly AuditRoom room;
    private readonly IReadOnlyDictionary<long, StoredParagraph> shown;
    private readonly ILookup<int, StoredPair> pairsOf;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="room">The archive.</param>
    /// <param name="pairs">All pairs.</param>
    /// <param name="shown">The paragraphs in them, by key.</param>
    public ReportShares(SqliteConnection connection, AuditRoom room, IEnumerable<StoredPair> pairs, IReadOnlyDictionary<long, StoredParagraph> shown)
    {
        this.connection = connection;
        this.room = room;
        this.shown = shown;
        pairsOf = pairs
            .Where(pair => room.Archive.Numbers.ContainsKey(pair.A) && room.Archive.Numbers.ContainsKey(pair.B))
            .SelectMany(pair => new[] { ReportOf(pair.A), ReportOf(pair.B) }.Distinct().Select(report => (Report: report, Pair: pair)))
            .ToLookup(side => side.Report, side => side.Pair);
    }

    /// <summary>The figures of each report, by its id.</summary>
    public IEnumerable<(ReportView Report, ReportFigures Figures)> Of(IEnumerable<ReportView> reports)
    {
        foreach (ReportView report in reports)
        {
            if (Request(report.Id) is { } request && AuditFigures.FiguresOf(request) is { Letters: > 0 } figures)
            {
                yield return (report, figures);
            }
        }
    }

    private int ReportOf(long paragraph) => room.Register.ReportOf[room.Archive.Numbers[paragraph]];

    private AuditRequest? Request(string reportId)
    {
        long key = room.Register.KeyOf(reportId);
        int number = room.Register.NumberOf(key);
        List<(long Key, string Text)> rows = connection.Rows(
            "SELECT id, text FROM block WHERE report = $1 AND kind = $2 ORDER BY ordinal", row => (row.GetInt64(0), row.GetString(1)), key, (int)BlockKind.Paragraph);
        if (!rows.TrueForAll(row => room.Archive.Numbers.ContainsKey(row.Key)))
        {
            return null;
        }

        HashSet<long> own = [.. rows.Select(row => row.Key)];
        ImmutableArray<AuditedParagraph> paragraphs =
            [.. rows.Select(row => new AuditedParagraph(room.Archive.Numbers[row.Key], row.Text, room.Archive.Index.StockPhrasesIn(row.Text)))];
        // A line that was found to be no paragraph after the comparison has no part in the figures.
        ReusePair[] pairs =
        [
            .. pairsOf[number].Where(pair => IsCounted(pair.A) && IsCounted(pair.B)).OrderBy(pair => pair.A).ThenBy(pair => pair.B)
                .Select(pair => pair.ByNumber(room.Archive.Numbers)),
        ];
        return new AuditRequest(number, paragraphs, pairs, room.Register.ReportOf, room.Register.Origins) { IsExcluded = room.Judgements.ExcludesAny ? IsExcluded : (_, _) => false };

        bool IsCounted(long paragraph) => ReportOf(paragraph) != number || own.Contains(paragraph);
    }

    private bool IsExcluded(int own, int other) => (PlaceOf(own), PlaceOf(other)) is var (mine, its)
        && room.Judgements.Covering(mine.Paragraph, mine.Report, its.Paragraph, its.Report) is not null;

    private PlaceView PlaceOf(int number) => shown[room.Archive.Blocks[number]].Place;
}
