using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>A reuse pair as stored; A and B are keys of blocks, spans and changes refer to the blocks' own texts.</summary>
internal sealed record StoredPair(
    long A, long B, ReuseKind Kind, double Ratio, double Cover, ImmutableArray<ReusedSpan> Spans, ImmutableArray<ReuseChange> Changes)
{
    private const string Query = "SELECT a, b, kind, ratio, cover, evidence FROM pair";

    private const string WithLineOf = "WHERE a IN (SELECT id FROM block WHERE report = $1) OR b IN (SELECT id FROM block WHERE report = $1) ORDER BY a, b";

    private const string OfReportWith = "SELECT id FROM block WHERE report = $1 AND kind";

    /// <summary>All pairs, in no order that is told to anybody.</summary>
    public static List<StoredPair> All(SqliteConnection connection) => connection.Rows(Query, Read);

    /// <summary>The pairs of one block.</summary>
    public static List<StoredPair> Of(SqliteConnection connection, long block) =>
        connection.Rows(Query + " WHERE a = $1 OR b = $1 ORDER BY a, b", Read, block);

    /// <summary>The pairs that touch any line of a report, by its key.</summary>
    public static List<StoredPair> Touching(SqliteConnection connection, long report) => connection.Rows($"{Query} {WithLineOf}", Read, report);

    /// <summary>The same, each with all that the store says of it, as it is written there.</summary>
    public static List<(long A, long B, string Written)> WrittenOf(SqliteConnection connection, long report) => connection.Rows(
        $"SELECT a, b, a || ' ' || b || ' ' || kind || ' ' || ratio || ' ' || cover || ' ' || evidence FROM pair {WithLineOf}",
        row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2)), report);

    /// <summary>The pairs that touch a paragraph of a report, by its key; not those of lines in it that are no paragraphs.</summary>
    public static List<StoredPair> OfReport(SqliteConnection connection, long report) => connection.Rows(
        $"{Query} WHERE (a IN ({OfReportWith} = $2) OR b IN ({OfReportWith} = $2)) AND a NOT IN ({OfReportWith} <> $2) AND b NOT IN ({OfReportWith} <> $2) ORDER BY a, b",
        Read, report, (int)BlockKind.Paragraph);

    /// <summary>The pair as the reuse engine has it, its paragraphs by number.</summary>
    public ReusePair ByNumber(IReadOnlyDictionary<long, int> numbers) => new(numbers[A], numbers[B], Kind, Ratio, Cover, Spans, Changes);

    private static StoredPair Read(SqliteDataReader row)
    {
        (ImmutableArray<ReusedSpan> spans, ImmutableArray<ReuseChange> changes) = PairEvidence.Read(row.GetString(5));
        return new StoredPair(row.GetInt64(0), row.GetInt64(1), (ReuseKind)row.GetInt32(2), row.GetDouble(3), row.GetDouble(4), spans, changes);
    }
}
