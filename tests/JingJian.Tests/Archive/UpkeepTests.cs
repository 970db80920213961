using System.Text.Json.Nodes;
using JingJian.Archive;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Tests.Cli;
using JingJian.Tests.Samples;
using Microsoft.Data.Sqlite;
using static JingJian.Tests.Outcome;

namespace JingJian.Tests.Archive;

/// <summary>The log, backups and the checkup: nothing is lost, and what is wrong is said.</summary>
public sealed class UpkeepTests : IDisposable
{
    private const string Audited = "0-工会工作总结汇编（六篇）.txt";

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_data_folder_that_is_made_is_for_its_owner_alone()
    {
        Small();

        Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder.At("data")) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute)) == 0);
        Assert.DoesNotContain("chmod", Assert.Single(Checkup.Run(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System), check => check.Name == "permissions").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_of_the_store_counts_what_still_stands_in_the_log_beside_it()
    {
        Small();

        Assert.DoesNotContain("，0.0 MB", Assert.Single(Checkup.Run(new ArchiveOptions { DataFolder = folder.At("data") }, TimeProvider.System), check => check.Name == "store").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_keeps_what_was_done_in_order_and_its_seals_hold()
    {
        ActivityLog log = Small().Log;
        log.Note("甲", "search", "困难职工");
        log.Note([new Activity("乙", "report.read", "r1", ""), new Activity("乙", "export", "r1", new string('长', 5000) + "😀")]);

        Assert.Equal([(3, "乙", "export"), (2, "乙", "report.read"), (1, "甲", "search")], log.Entries(null, 10).Select(entry => ((int)entry.Number, entry.Who, entry.Action)));
        Assert.Equal([2L], log.Entries(3, 10, "乙").Select(entry => entry.Number));
        Assert.Equal(["report.read"], log.Entries(null, 10, null, "report").Select(entry => entry.Action));
        Assert.True(log.Entries(null, 1)[0].Detail.Length <= ActivityLog.LongestField);
        Assert.Equal(new LogCheck(3, null, log.Entries(null, 1)[0].Hash), log.Verify());
    }

    [Theory]
    [InlineData("UPDATE activity SET who = '丙' WHERE number = 2", 2)]
    [InlineData("DELETE FROM activity WHERE number = 2", 2)]
    [InlineData("UPDATE activity SET hash = '' WHERE number = 3", 3)]
    [InlineData("DELETE FROM activity WHERE number = 1", 1)]
    public void Nobody_can_change_the_log_and_who_forces_it_is_found_out(string sql, long at)
    {
        ReportArchive archive = Small();
        foreach (string who in (string[])["甲", "乙", "丙"])
        {
            archive.Log.Note(who, "search", "安全");
        }

        using var connection = new SqliteConnection($"Data Source={folder.At("data", "service.db")}");
        connection.Open();
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Run(connection, sql)).Message, StringComparison.Ordinal);
        Assert.Null(archive.Log.Verify().BrokenAt);

        Run(connection, "DROP TRIGGER activity_stays; DROP TRIGGER activity_is_kept;");
        Run(connection, sql);
        Assert.Equal(at, archive.Log.Verify().BrokenAt);
        Assert.Contains("［故障］　操作日志", CommandLine.On(folder.At("data"), "doctor").Ends(1).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Writers_at_the_same_time_make_one_chain()
    {
        ReportArchive archive = Small();
        Parallel.For(0, 4, writer =>
        {
            ActivityLog log = Open("data").Log;
            for (int i = 0; i < 25; i++)
            {
                log.Note($"第{writer}人", "search", "安全");
            }
        });

        Assert.Equal((100L, null), (archive.Log.Verify().Entries, archive.Log.Verify().BrokenAt));
    }

    [Fact]
    public async Task A_backup_taken_during_an_ingest_restores_to_an_archive_that_was_there_at_one_moment()
    {
        string[] files = [.. Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal)];
        ReportArchive archive = Open("data");
        archive.Ingest(files[..3], null, TestContext.Current.CancellationToken);
        Task ingest = Task.Run(() => archive.Ingest(files[3..], null, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        for (int copy = 0; copy < 3; copy++)
        {
            BackupView made = Accepted(ArchiveBackup.Make(folder.At("data"), folder.At($"backup{copy}"), TimeProvider.System.GetUtcNow()));
            Accepted(ArchiveBackup.Restore(folder.At($"backup{copy}"), folder.At($"restored{copy}")));
            StatsView restored = Open($"restored{copy}").Catalogue.Stats();
            Assert.Equal((made.Sources, made.Reports, made.Paragraphs), (restored.Sources, restored.Reports, restored.Paragraphs));
            Assert.InRange(made.Sources, 3, files.Length);
        }

        await ingest;
    }

    [Fact]
    public void A_restored_archive_answers_like_the_one_that_was_backed_up()
    {
        ReportArchive archive = Small();
        File.WriteAllText(folder.At("data", "synonyms.txt"), "暖心钱 = 慰问金\n");
        archive.Judgements.Mark(Audited, "own", "本单位");
        archive.Log.Note("甲", "search", "安全");

        CommandLine.On(folder.At("data"), "backup", folder.At("backup")).Ends(0);
        CommandLine.On(folder.At("restored"), "restore", folder.At("backup")).Ends(0);

        Assert.Equal(Printed.By(folder.At("data"), Audited), Printed.By(folder.At("restored"), Audited));
        Assert.Equal("暖心钱 = 慰问金\n", File.ReadAllText(folder.At("restored", "synonyms.txt")));
        Assert.Equal(["archive.restore", "search"], Open("restored").Log.Entries(null, 10).Select(entry => entry.Action));
    }

    [Theory]
    [InlineData("archive.db")]
    [InlineData("service.db")]
    public void A_damaged_backup_restores_nothing(string file)
    {
        ReportArchive archive = Small();
        archive.Log.Note("甲", "search", "安全");
        Accepted(ArchiveBackup.Make(folder.At("data"), folder.At("backup"), TimeProvider.System.GetUtcNow()));
        byte[] bytes = File.ReadAllBytes(folder.At("backup", file));
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(folder.At("backup", file), bytes);

        Assert.Equal("restore.damaged", Refused(ArchiveBackup.Restore(folder.At("backup"), folder.At("restored"))).Code);
        Assert.False(Directory.Exists(folder.At("restored")));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/hostname")]
    [InlineData("functions/../../outside.txt")]
    [InlineData("vectors/..")]
    [InlineData("anything.txt")]
    public void A_list_of_files_that_leads_out_of_the_backup_is_refused(string path)
    {
        Small();
        Accepted(ArchiveBackup.Make(folder.At("data"), folder.At("backup"), TimeProvider.System.GetUtcNow()));
        File.WriteAllText(folder.At("outside.txt"), "不相干");
        File.WriteAllText(folder.At("backup", "anything.txt"), "不相干");
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(folder.At("backup", "backup.json")))!;
        manifest["files"]!.AsArray().Add(new JsonObject { ["path"] = path, ["bytes"] = 9, ["sha256"] = "" });
        File.WriteAllText(folder.At("backup", "backup.json"), manifest.ToJsonString());

        Assert.Equal("restore.damaged", Refused(ArchiveBackup.Restore(folder.At("backup"), folder.At("restored"))).Code);
        Assert.False(Directory.Exists(folder.At("restored")));
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        Small();
        Directory.CreateDirectory(folder.At("used"));
        File.WriteAllText(folder.At("used", "mine.txt"), "我的");

        Assert.Equal("backup.not-empty", Refused(ArchiveBackup.Make(folder.At("data"), folder.At("used"), TimeProvider.System.GetUtcNow())).Code);
        Accepted(ArchiveBackup.Make(folder.At("data"), folder.At("backup"), TimeProvider.System.GetUtcNow()));
        Assert.Equal("restore.not-empty", Refused(ArchiveBackup.Restore(folder.At("backup"), folder.At("used"))).Code);
        Assert.Equal("restore.no-backup", Refused(ArchiveBackup.Restore(folder.At("used"), folder.At("restored"))).Code);
        Assert.Equal("backup.no-archive", Refused(ArchiveBackup.Make(folder.At("used"), folder.At("other"), TimeProvider.System.GetUtcNow())).Code);
    }

    [Fact]
    public void A_sound_archive_is_found_sound()
    {
        Small();

        Finished doctor = CommandLine.On(folder.At("data"), "doctor", "--json").Ends(0);

        Assert.All(doctor.Objects, finding => Assert.Contains(finding.GetProperty("state").GetString(), (string[])["good", "warning"]));
        Assert.Superset(
            new HashSet<string?> { "disk", "permissions", "store", "sources", "index", "leftovers", "log", "models", "tables", "converters" },
            doctor.Objects.Select(finding => finding.GetProperty("name").GetString()).ToHashSet());
    }

    [Fact]
    public void What_was_damaged_is_mended_or_named()
    {
        Small();
        File.Delete(Directory.GetFiles(folder.At("data", "index"), "*.segment")[0]);
        Assert.Equal("mended", State("index", 0));
        Assert.Equal("good", State("index", 0));

        SqliteConnection.ClearAllPools();
        using (var connection = new SqliteConnection($"Data Source={folder.At("data", "archive.db")};Pooling=False"))
        {
            connection.Open();
            Run(connection, "UPDATE source SET content = x'00' WHERE id = 1");
        }

        Assert.Equal("bad", State("sources", 1));
        SqliteConnection.ClearAllPools();
        byte[] store = File.ReadAllBytes(folder.At("data", "archive.db"));
        new Random(1).NextBytes(store.AsSpan(4096 * 3, 4096 * 8));
        File.WriteAllBytes(folder.At("data", "archive.db"), store);
        Assert.Equal("bad", State("store", 1));
    }

    private string? State(string name, int exit) => CommandLine.On(folder.At("data"), "doctor", "--json").Ends(exit).Objects
        .First(finding => finding.GetProperty("name").GetString() == name).GetProperty("state").GetString();

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private ReportArchive Small()
    {
        Directory.CreateDirectory(folder.At("texts"));
        File.Copy(Directory.GetFiles(SampleKey.Folder, "*.txt").Order(StringComparer.Ordinal).First(), folder.At("texts", Audited));
        ReportArchive archive = Open("data");
        archive.Ingest([folder.At("texts")], null, TestContext.Current.CancellationToken);
        return archive;
    }

    private ReportArchive Open(string data) => ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At(data) }, TimeProvider.System);
}
