using JingJian.Archive;
using JingJian.Archive.Access;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Tests.Samples;
using Microsoft.Data.Sqlite;

namespace JingJian.Tests.Archive;

/// <summary>A source is found by name, hash or id without looking at all others, and by nothing else.</summary>
public sealed class QueryPlanTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(SourceId.Meant)]
    [InlineData(SourceId.IsOne)]
    [InlineData(SourceId.Matches)]
    public void A_source_is_looked_up_in_an_index(string condition)
    {
        ReportArchive archive = Open();
        archive.For(Sight.Of([CollectionDesk.Default]));
        string store = folder.At("data", "archive.db");
        foreach (Database database in (Database[])
        [
            new Database(store, mayBeNew: false),
            Database.OpenRoom(Directory.GetFiles(folder.At("data", "rooms"), "room.db", SearchOption.AllDirectories).Single(), store, Sight.Of([CollectionDesk.Default])),
        ])
        {
            using SqliteConnection connection = database.Connect();
            Assert.All(Plan(connection, $"SELECT s.id FROM source s WHERE {condition} ORDER BY s.id"), step => Assert.DoesNotContain("SCAN s", step, StringComparison.Ordinal));
            Assert.All(
                Plan(connection, $"SELECT r.title FROM report r JOIN source s ON s.id = r.source WHERE {condition} AND r.position = 0"),
                step => Assert.DoesNotContain("SCAN ", step, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("mark", "target")]
    [InlineData("verdict", "finding")]
    public void What_was_said_of_a_source_is_looked_up_in_an_index(string table, string column)
    {
        Open();
        using SqliteConnection connection = new Database(folder.At("data", "archive.db"), mayBeNew: false).Connect();

        Assert.StartsWith("SEARCH", Assert.Single(Plan(connection, $"DELETE FROM {table} WHERE {SourceId.IsAbout(column)}")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_a_hash_and_an_id_are_found_and_no_part_of_them()
    {
        ReportArchive archive = Open();
        foreach (SourceView source in archive.Catalogue.Sources())
        {
            Assert.All((string[])[source.Name, source.Hash, source.Id], one => Assert.Equal(source.Id, Assert.Single(archive.Catalogue.FindSources(one)).Id));
            Assert.All(
                (string[])["", source.Name[1..], source.Hash[..11], source.Hash[..13], source.Hash[..63], source.Id.ToUpperInvariant() + "g", source.Id[..11] + "g", source.Id[..11] + "’"],
                one => Assert.Empty(archive.Catalogue.FindSources(one)));
            Assert.Equal(source.Reports, archive.Catalogue.Reports(source.Id).Count);
            Assert.All((string[])["", source.Hash, source.Id[..11]], one => Assert.Empty(archive.Catalogue.Reports(one)));
        }
    }

    private static List<string> Plan(SqliteConnection connection, string sql) => connection.Rows("EXPLAIN QUERY PLAN " + sql, row => row.GetString(3), "3fa9c1d2e4b5");

    private ReportArchive Open()
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System);
        archive.Ingest(Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal).Take(3), null, TestContext.Current.CancellationToken);
        return archive;
    }
}
