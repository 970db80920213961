using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>The figures of reports, each from its own pairs.</summary>
/// <remarks><para><b>Guarantee.</b> The same figures as the audit of each report; reports that are stored but not yet compared, or have no letters, have none.</para>
/// <para><b>Cost.</b> About a millisecond for a report: no changes are typed, nobody's names are looked for.</para></remarks>
/// <param name="connection">The store.</param>
/// <param name="room">The archive.</param>
internal sealed class ReportShares(SqliteConnection connection, AuditRoom room)
{
    /// <summary>The figures of a report, by its key; null when it has none.</summary>
    public ReportFigures? Of(long report, ReportPairs shared) =>
        Request(report, shared) is { } request && AuditFigures.FiguresOf(request) is { Letters: > 0 } figures ? figures : null;

    private AuditRequest? Request(long report, ReportPairs shared)
    {
        IReadOnlyDictionary<long, int> numbers = room.Archive.Numbers;
        List<(long Key, string Text)> rows = connection.Rows(
            "SELECT id, text FROM block WHERE report = $1 AND kind = $2 ORDER BY ordinal", row => (row.GetInt64(0), row.GetString(1)), report, (int)BlockKind.Paragraph);
        if (!rows.TrueForAll(row => numbers.ContainsKey(row.Key)))
        {
            return null;
        }

        HashSet<long> own = [.. rows.Select(row => row.Key)];
        ImmutableArray<AuditedParagraph> paragraphs =
            [.. rows.Select(row => new AuditedParagraph(numbers[row.Key], row.Text, room.Archive.Index.StockPhrasesIn(row.Text)))];
        ImmutableArray<ReusePair> pairs = [.. shared.Pairs.Where(pair => IsCounted(pair.A) && IsCounted(pair.B)).Select(pair => pair.ByNumber(numbers))];
        return new AuditRequest(room.Register.NumberOf(report), paragraphs, pairs, room.Register.ReportOf, room.Register.Origins)
        {
            IsExcluded = (mine, its) => !room.Counts(PlaceOf(mine), PlaceOf(its)),
        };

        // A line that was found to be no paragraph after the comparison has no part in the figures.
        bool IsCounted(long key) => numbers.ContainsKey(key) && (shared.Places[key].Report != report || own.Contains(key));

        BlockPlace PlaceOf(int number) => shared.Places[room.Archive.Blocks[number]];
    }
}
