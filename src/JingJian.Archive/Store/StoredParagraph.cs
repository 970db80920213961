using System.Globalization;
using JingJian.Archive.Stages;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>A paragraph as the reuse views need it: its text with the way back to the source, and whose it is.</summary>
internal sealed record StoredParagraph(long Key, PlaceView Place, MappedText Text, string ReportTitle, int? Year, string? Organisation)
{
    /// <summary>SHA-256 of the file in which it stands.</summary>
    public string SourceHash { get; init; } = "";

    private const string Query = """
        SELECT b.id, s.hash, s.name, r.position, b.ordinal, b.start, b."end", b.line, b.line_end, b.text, b.pieces, r.title, r.year, r.organisation
        FROM block b JOIN report r ON r.id = b.report JOIN source s ON s.id = b.source
        """;

    /// <summary>All paragraphs with some key.</summary>
    public static Dictionary<long, StoredParagraph> ByKey(SqliteConnection connection, IEnumerable<long> keys)
    {
        string list = string.Join(',', keys.Distinct().Select(key => key.ToString(CultureInfo.InvariantCulture)));
        return connection.Rows(Query + $" WHERE b.id IN ({list})", Read).ToDictionary(paragraph => paragraph.Key);
    }

    /// <summary>All paragraphs that take part in a pair.</summary>
    public static Dictionary<long, StoredParagraph> InPairs(SqliteConnection connection) =>
        connection.Rows(Query + " WHERE b.id IN (SELECT a FROM pair UNION SELECT b FROM pair)", Read).ToDictionary(paragraph => paragraph.Key);

    /// <summary>The places of all blocks in the order that does not depend on when their sources arrived.</summary>
    public static Dictionary<long, int> Order(SqliteConnection connection) =>
        connection.Rows($"SELECT b.id FROM block b JOIN source s ON s.id = b.source ORDER BY {ReuseInput.Order}", row => row.GetInt64(0))
            .Select((key, place) => (key, place)).ToDictionary(item => item.key, item => item.place);

    private static StoredParagraph Read(SqliteDataReader row)
    {
        string source = Ids.OfSource(row.GetString(1));
        var place = new PlaceView(
            row.GetString(2), row.GetInt32(7), row.GetInt32(8), row.GetInt32(5), row.GetInt32(6),
            Ids.OfReport(source, row.GetInt32(3)), Ids.OfBlock(source, row.GetInt32(4)));
        return new StoredParagraph(
            row.GetInt64(0), place, Numbers.UnpackText(row.GetString(9), row.GetFieldValue<byte[]>(10)), row.GetString(11),
            row.IsDBNull(12) ? null : row.GetInt32(12), row.Nullable<string>(13))
        {
            SourceHash = row.GetString(1),
        };
    }
}
