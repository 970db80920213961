using System.Globalization;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>Where a line stands: the key of its report, and its place in the source.</summary>
internal readonly record struct BlockPlace(long Report, int Ordinal)
{
    /// <summary>The places of some lines, by their keys.</summary>
    public static Dictionary<long, BlockPlace> ByKey(SqliteConnection connection, IEnumerable<long> keys) => connection
        .Rows(
            $"SELECT id, report, ordinal FROM block WHERE id IN ({string.Join(',', keys.Distinct().Select(key => key.ToString(CultureInfo.InvariantCulture)))})",
            row => (Key: row.GetInt64(0), Place: new BlockPlace(row.GetInt64(1), row.GetInt32(2))))
        .ToDictionary(row => row.Key, row => row.Place);
}

/// <summary>What a paragraph of one report has in common with a paragraph of another.</summary>
/// <param name="Own">Its key.</param>
/// <param name="OwnPlace">Where it stands.</param>
/// <param name="Other">Key of the other.</param>
/// <param name="OtherPlace">Where that stands.</param>
/// <param name="Shared">The stretches in both, its own first.</param>
internal sealed record SharedSide(long Own, BlockPlace OwnPlace, long Other, BlockPlace OtherPlace, IReadOnlyList<(TextSpan At, TextSpan OtherAt)> Shared);

/// <summary>Some pairs of the store with the places of their ends: what is told of the whole archive is read report by report, so that memory
/// does not grow with it.</summary>
/// <param name="Pairs">In order of their keys.</param>
/// <param name="Places">Where each end stands, by key.</param>
internal sealed record ReportPairs(IReadOnlyList<StoredPair> Pairs, IReadOnlyDictionary<long, BlockPlace> Places)
{
    /// <summary>All pairs that touch a line of a report, by its key.</summary>
    public static ReportPairs OfReport(SqliteConnection connection, long report) => Placed(connection, StoredPair.Touching(connection, report));

    /// <summary>What the report, by its key, shares with others.</summary>
    public IEnumerable<SharedSide> SidesOf(long report) => Sides((_, place) => place.Report == report);

    /// <summary>What one line, by its key, shares with other reports.</summary>
    public static IEnumerable<SharedSide> SidesOfBlock(SqliteConnection connection, long block) =>
        Placed(connection, StoredPair.Of(connection, block)).Sides((key, _) => key == block);

    private IEnumerable<SharedSide> Sides(Func<long, BlockPlace, bool> isOwn)
    {
        foreach (StoredPair pair in Pairs)
        {
            BlockPlace a = Places[pair.A], b = Places[pair.B];
            if (a.Report == b.Report)
            {
                continue;
            }

            if (isOwn(pair.A, a))
            {
                yield return new SharedSide(pair.A, a, pair.B, b, [.. pair.Spans.Select(span => (span.A, span.B))]);
            }
            else if (isOwn(pair.B, b))
            {
                yield return new SharedSide(pair.B, b, pair.A, a, [.. pair.Spans.Select(span => (span.B, span.A))]);
            }
        }
    }

    private static ReportPairs Placed(SqliteConnection connection, List<StoredPair> pairs) =>
        new(pairs, BlockPlace.ByKey(connection, pairs.SelectMany(pair => new[] { pair.A, pair.B })));
}
