using System.Globalization;
using System.Text.Json;
using JingJian.Archive;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Tests.Samples;
using Microsoft.Data.Sqlite;
using static JingJian.Tests.Outcome;

namespace JingJian.Tests.Archive;

/// <summary>A data folder of any earlier version opens and answers like one that was made today.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const string Audited = "工会工作总结汇编（六篇）.txt";

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_store_of_every_earlier_version_opens_and_answers_as_before()
    {
        ReportArchive today = Open("today");
        today.Ingest(Directory.GetFiles(SampleKey.Folder, "*县总工会*.txt").Append(Path.Combine(SampleKey.Folder, Audited)), null, TestContext.Current.CancellationToken);
        string[] expected = Answers(today);
        for (int version = 1; version < Schema.Version; version++)
        {
            MakeOld(version);
            ReportArchive upgraded = Open($"version {version}");

            // What a report says of itself was not read in version 1.
            Assert.Equal(expected[..(version == 1 ? ^2 : ^0)], Answers(upgraded)[..(version == 1 ? ^2 : ^0)]);
            CollectionView all = Assert.Single(upgraded.Collections.All());
            Assert.Equal((today.Catalogue.Stats().Sources, true), (all.Sources, all.IsDefault));
            Assert.Equal(version >= 6 ? ["帮扶"] : [], upgraded.Saved.All().Select(saved => saved.Name));
            Accepted(upgraded.Saved.Save("帮扶", new SearchWish("帮扶")));
            Assert.Single(upgraded.Saved.All());
        }
    }

    private static string[] Answers(ReportArchive archive) =>
    [
        JsonSerializer.Serialize(archive.Catalogue.Stats()),
        JsonSerializer.Serialize(archive.Reuse.Families(100, 0)),
        string.Join('\n', Accepted(archive.Search.Search(new SearchWish("困难职工"))).Hits.Select(hit => $"{hit.Paragraph} {hit.Text} {hit.Copies}")),
        JsonSerializer.Serialize(Accepted(archive.Search.Search(new SearchWish("困难职工") { Explain = true }))),
        JsonSerializer.Serialize(archive.Audits.Audit(Audited)),
    ];

    /// <summary>A store of an earlier version with the sources of today's; what it has not is left out.</summary>
    private void MakeOld(int version)
    {
        string name = $"version {version}";
        Directory.CreateDirectory(folder.At(name));
        using var connection = new SqliteConnection($"Data Source={folder.At(name, "archive.db")};Pooling=false");
        connection.Open();
        connection.Run(Schema.Create);
        foreach (string migration in Schema.Migrations[..(version - 1)])
        {
            connection.Run(migration);
        }

        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version}"));
        connection.Run("ATTACH $1 AS today", folder.At("today", "archive.db"));
        foreach (string table in (string[])["source", "report", "block", "pair", "family", "family_member", "edge_line", "placement"])
        {
            // Before version 4 there was another table of the name, never written to, or none.
            if ((table == "edge_line" && version < 4) || (table == "placement" && version < 8))
            {
                continue;
            }

            string[] columns = [.. Columns(connection, "main", table).Intersect(Columns(connection, "today", table)).Select(column => $"\"{column}\"")];
            connection.Run($"INSERT INTO main.{table} ({string.Join(',', columns)}) SELECT {string.Join(',', columns)} FROM today.{table}");
        }

        if (version >= 6)
        {
            string owner = version >= 8 ? "owner, " : "", nobody = version >= 8 ? "'', " : "";
            connection.Run($$"""INSERT INTO saved_search ({{owner}}name, wish, seen_source, saved_at, seen_at) VALUES ({{nobody}}'帮扶', '{"query":"帮扶"}', 0, '', '')""");
        }
    }

    private static string[] Columns(SqliteConnection connection, string schema, string table) =>
        [.. connection.Rows("SELECT name FROM pragma_table_info($1, $2)", row => row.GetString(0), table, schema)];

    private ReportArchive Open(string name) => ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At(name) }, TimeProvider.System);
}
