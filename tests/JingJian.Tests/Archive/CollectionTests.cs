using System.Text.Encodings.Web;
using System.Text.Json;
using JingJian.Archive;
using JingJian.Archive.Access;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Tests.Samples;
using Microsoft.Data.Sqlite;
using static JingJian.Tests.Outcome;

namespace JingJian.Tests.Archive;

/// <summary>Who sees some collections sees an archive that holds nothing else.</summary>
public sealed class CollectionTests : IDisposable
{
    private const string Person = "王工";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Some_collections_answer_like_an_archive_that_never_held_the_others()
    {
        string[] files = Samples();
        string[] shown = [.. files.Where((_, i) => i % 2 == 0)], hidden = [.. files.Where((_, i) => i % 2 == 1)];
        ReportArchive alone = Open("alone"), both = Open("both");
        Ingest(alone, CollectionDesk.Default, shown);
        CollectionView open = Accepted(both.Collections.Add("公开", Person)), closed = Accepted(both.Collections.Add("涉密", Person));
        // Interleaved, so that keys, families and segments are mixed.
        foreach (string[] some in files.Chunk(8))
        {
            Ingest(both, open.Id, some.Intersect(shown));
            Ingest(both, closed.Id, some.Intersect(hidden));
        }

        string[] expected = [.. Answers(alone.For(Sight.Everything))];
        Assert.Equal(expected, Answers(both.For(Sight.Of([open.Id]))));
        Assert.NotEqual(expected, Answers(both.For(Sight.Everything)));
        Assert.Equal([.. Answers(both.For(Sight.Everything))], Answers(both.For(Sight.Of([open.Id, closed.Id, CollectionDesk.Default]))));
    }

    [Fact]
    public void What_is_moved_is_gone_from_the_next_question_on_and_comes_back_with_it()
    {
        string[] files = Samples();
        ReportArchive archive = Open("data");
        Ingest(archive, CollectionDesk.Default, files);
        CollectionView closed = Accepted(archive.Collections.Add("涉密", Person));
        Sight sight = Sight.Of([CollectionDesk.Default]);
        string[] before = [.. Answers(archive.For(sight))];
        string moved = archive.Catalogue.Sources()[3].Id;

        Accepted(archive.Collections.Move("涉密", [moved], Person));
        ReportArchive without = Open("without");
        Ingest(without, CollectionDesk.Default, files.Where(file => Path.GetFileName(file) != archive.Catalogue.Sources()[3].Name));
        Assert.Equal([.. Answers(without.For(Sight.Everything))], Answers(archive.For(sight)));
        Assert.Null(archive.For(sight).Catalogue.Report(moved + "-r1"));
        Assert.Equal(1, Assert.Single(archive.For(Sight.Of([closed.Id])).Collections.All()).Sources);

        Accepted(archive.Collections.Move("1", [moved], Person));
        Assert.Equal(before, Answers(archive.For(sight)));
    }

    [Fact]
    public void A_room_follows_what_comes_in_and_what_is_removed_also_by_another_process()
    {
        string[] files = Samples();
        ReportArchive archive = Open("data"), other = Open("data");
        Ingest(archive, CollectionDesk.Default, files[..10]);
        CollectionView open = Accepted(archive.Collections.Add("公开", Person));
        Ingest(archive, open.Id, files[10..14]);
        Sight sight = Sight.Of([open.Id]);
        Assert.Equal(4, archive.For(sight).Catalogue.Stats().Sources);

        Ingest(other, open.Id, files[14..18]);
        Accepted(other.Removals.Remove(Path.GetFileName(files[10]), "误入库", Person));

        ReportArchive expected = Open("expected");
        Ingest(expected, CollectionDesk.Default, files[11..18]);
        Assert.Equal([.. Answers(expected.For(Sight.Everything))], Answers(archive.For(sight)));
        Assert.Equal([.. Answers(expected.For(Sight.Everything))], Answers(Open("data").For(sight)));
    }

    [Fact]
    public void What_came_in_is_seen_a_moment_later()
    {
        string[] files = Samples();
        ReportArchive archive = Open("data");
        Ingest(archive, CollectionDesk.Default, files[..4]);
        Sight sight = Sight.Of([CollectionDesk.Default]);
        Assert.True(Accepted(archive.For(sight).Search.Search(new SearchWish("工作"))).Paragraphs > 0);

        Ingest(archive, CollectionDesk.Default, files[4..]);
        int all = Accepted(archive.Search.Search(new SearchWish("工作"))).Paragraphs;
        Assert.True(SpinWait.SpinUntil(() => Accepted(archive.For(sight).Search.Search(new SearchWish("工作"))).Paragraphs == all, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Nothing_is_seen_without_a_grant_and_nothing_can_be_written_through_a_room()
    {
        ReportArchive archive = Open("data");
        Ingest(archive, CollectionDesk.Default, Samples()[..2]);

        Assert.Equal(0, archive.For(Sight.Nothing).Catalogue.Stats().Sources);
        Assert.Equal(0, archive.For(default).Catalogue.Stats().Paragraphs);
        Assert.Empty(archive.For(Sight.Of([99])).Collections.All());
    }

    [Fact]
    public void Every_table_of_the_store_is_hidden_or_derived_in_a_room()
    {
        ReportArchive archive = Open("data");
        archive.For(Sight.Of([1]));
        string[] tables = Names(folder.At("data", "archive.db"), "main", "table");
        var room = Database.OpenRoom(Directory.GetFiles(folder.At("data", "rooms"), "room.db", SearchOption.AllDirectories).Single(), folder.At("data", "archive.db"), Sight.Of([1]));
        using SqliteConnection connection = room.Connect();
        string[] hidden = [.. connection.Rows("SELECT name FROM temp.sqlite_master WHERE type = 'view' UNION SELECT name FROM main.sqlite_master WHERE type = 'table'", row => row.GetString(0))];

        Assert.Equal(RoomSchema.Open, tables.Except(hidden).Where(table => !table.StartsWith("sqlite_", StringComparison.Ordinal)));
        string[] derived = [.. tables.Intersect(connection.Rows("SELECT name FROM main.sqlite_master WHERE type = 'table'", row => row.GetString(0)))];
        Assert.NotEmpty(derived);
        Assert.All(derived, table => Assert.Equal(Columns(connection, "whole", table), Columns(connection, "main", table)));
        Assert.Throws<SqliteException>(() => connection.Run("DELETE FROM whole.source"));
        Assert.Throws<SqliteException>(() => connection.Run("DELETE FROM source"));
    }

    [Fact]
    public void Collections_are_made_renamed_and_removed_when_they_are_empty()
    {
        ReportArchive archive = Open("data");
        Ingest(archive, CollectionDesk.Default, Samples()[..2]);
        CollectionView made = Accepted(archive.Collections.Add("市直机关", Person));

        Assert.Equal("collection.exists", Refused(archive.Collections.Add("市直机关", Person)).Code);
        Assert.Equal("collection.name", Refused(archive.Collections.Add("12", Person)).Code);
        Assert.Equal("collection.name", Refused(archive.Collections.Add("a\nb", Person)).Code);
        Assert.Equal("县直机关", Accepted(archive.Collections.Rename("市直机关", "县直机关", Person)).Name);
        Assert.Equal(1, Accepted(archive.Collections.Move("县直机关", [archive.Catalogue.Sources()[0].Name], Person)).Sources);
        Assert.Equal("source.not-found", Refused(archive.Collections.Move("县直机关", [archive.Catalogue.Sources()[1].Name, "没有.txt"], Person)).Code);
        Assert.Equal([1, 1], archive.Collections.All().Select(one => one.Sources));
        Assert.Equal("collection.not-empty", Refused(archive.Collections.Remove("县直机关", Person)).Code);
        Assert.Equal("collection.default", Refused(archive.Collections.Remove("1", Person)).Code);
        Accepted(archive.Collections.Move("1", [archive.Catalogue.Sources()[0].Name], Person));
        Accepted(archive.Collections.Remove("县直机关", Person));

        // A number is never given again: an old grant does not open a new collection.
        Assert.True(Accepted(archive.Collections.Add("新的", Person)).Id > made.Id);
    }

    /// <summary>Everything that can be asked, as text.</summary>
    private static IEnumerable<string> Answers(Desks desks)
    {
        foreach (string query in (string[])["", "困难职工", "送温暖 OR 技能竞赛", "\"党风廉政\"", "功能:问题 安全", "处数:2..", "原创度:..80", "送温暧", "songwennuan", "单位类型:工会 培训"])
        {
            yield return Text(Accepted(desks.Search.Search(new SearchWish(query) { Top = 30, Explain = true })));
        }

        foreach (string typed in (string[])["工", "职工", "安全生", "主要"])
        {
            yield return Text(Accepted(desks.Search.Suggest(typed, 20)));
        }

        foreach (string function in (string[])["practice", "problem", "plan"])
        {
            yield return Text(Accepted(desks.Exemplars.Find(new ExemplarWish(function) { Topic = "职工", Templates = true, Top = 15 })));
        }

        yield return Text(desks.Catalogue.Stats());
        yield return Text(desks.Catalogue.Sources().Select(source => source with { AddedAt = "" }));
        yield return Text(desks.Catalogue.Reports(null));
        yield return Text(desks.Catalogue.Reports(null).Select(report => desks.Catalogue.Blocks(report.Id)));
        yield return Text(desks.Reuse.Pairs().ToArray());
        yield return Text(desks.Reuse.Families(1000, 0).Select(family => desks.Reuse.Family(family.Id)));
        yield return Text(desks.Reuse.Families(1000, 0, FamilyOrder.Spread));
        yield return Text(desks.Overview.Overview(20));
        yield return Text(desks.Overview.Families(20, 0, FamilyOrder.Age));
        yield return Text(desks.Catalogue.Sources().Select(source => desks.Audits.Audit(source.Id)));
        yield return Text(Accepted(desks.Cards.Find(new CardWish { Topic = "困难职工帮扶" })));
        yield return Text(Accepted(desks.Outlines.Usual(new OutlineWish { Topic = "帮扶" })));
        yield return Text(Accepted(desks.Functions.Doubts(50)));
        yield return Text(desks.Functions.State());
        yield return Text(desks.Words.OfArchive(50));
        string draft = string.Join('\n', desks.Catalogue.Reports(null).Take(2).SelectMany(report => desks.Catalogue.Blocks(report.Id)).Select(block => block.Text));
        yield return Text(desks.Drafts.Check("草稿", draft));
    }

    private static string Text<T>(T view) => JsonSerializer.Serialize(view, Json);

    private static string[] Names(string path, string schema, string type)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        return [.. connection.Rows($"SELECT name FROM {schema}.sqlite_master WHERE type = $1 ORDER BY name", row => row.GetString(0), type)];
    }

    private static string[] Columns(SqliteConnection connection, string schema, string table) =>
        [.. connection.Rows("SELECT name || ' ' || type FROM pragma_table_info($1, $2) ORDER BY cid", row => row.GetString(0), table, schema)];

    private static string[] Samples() => [.. Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal)];

    private static void Ingest(ReportArchive archive, long collection, IEnumerable<string> files) =>
        Assert.Empty(archive.Ingest(JingJian.Ingest.FoundSources.In(files), collection, null, TestContext.Current.CancellationToken).Refused);

    private ReportArchive Open(string name) => ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At(name) }, TimeProvider.System);
}
