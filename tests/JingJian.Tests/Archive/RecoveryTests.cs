using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using JingJian.Tests.Cli;
using JingJian.Tests.Samples;

namespace JingJian.Tests.Archive;

/// <summary>Killed at any moment, damaged, or used by two at once: the archive is whole, or says what is wrong.</summary>
public sealed partial class RecoveryTests : IDisposable
{
    private const string Audited = "0-工会工作总结汇编（六篇）.txt";

    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Killed_in_mid_ingest_and_started_again_it_ends_as_if_nothing_had_happened()
    {
        const int Archives = 4, KillsEach = 4;
        string texts = LongTexts();
        long start = Stopwatch.GetTimestamp();
        CommandLine.On(folder.At("undisturbed"), "ingest", texts).Ends(0);
        TimeSpan whole = Stopwatch.GetElapsedTime(start);
        IEnumerable<string> expected = Printed.By(folder.At("undisturbed"), Audited);

        var random = new Random(2);
        int reported = 0;
        for (int archive = 0; archive < Archives; archive++)
        {
            string data = folder.At($"killed{archive}");
            for (int kill = 0; kill < KillsEach; kill++)
            {
                KillAfter(whole * (0.1 + (0.9 * random.NextDouble())), "ingest", texts, "--data", data);
                if (Directory.Exists(data))
                {
                    reported += ReportsWhatItRecovered(data) ? 1 : 0;
                }
            }

            CommandLine.On(data, "ingest", texts).Ends(0);
            Assert.Equal(expected, Printed.By(data, Audited));
        }

        Assert.NotEqual(0, reported);
    }

    [Theory]
    [InlineData("segment", "flipped")]
    [InlineData("segment", "cut")]
    [InlineData("segment", "empty")]
    [InlineData("segment", "missing")]
    [InlineData("columns", "flipped")]
    [InlineData("columns", "cut")]
    [InlineData("columns", "empty")]
    [InlineData("columns", "missing")]
    [InlineData("manifest", "flipped")]
    [InlineData("manifest", "cut")]
    [InlineData("manifest", "empty")]
    [InlineData("manifest", "missing")]
    [InlineData("segment", "folder missing")]
    public void A_damaged_index_is_built_again_and_said_so(string kind, string damage)
    {
        string data = SmallArchive();
        string index = Assert.Single(Directory.GetFiles(Path.Combine(data, "index"), "*." + kind));
        string before = Search(data);
        byte[] bytes = File.ReadAllBytes(index);
        switch (damage)
        {
            case "flipped":
                bytes[bytes.Length / 2] ^= 0x10;
                File.WriteAllBytes(index, bytes);
                break;
            case "cut":
                File.WriteAllBytes(index, bytes[..(bytes.Length / 2)]);
                break;
            case "empty":
                File.WriteAllBytes(index, []);
                break;
            case "missing":
                File.Delete(index);
                break;
            default:
                Directory.Delete(Path.Combine(data, "index"), recursive: true);
                break;
        }

        Assert.Contains("已重建检索索引", CommandLine.On(data, "stats").Ends(0).Error, StringComparison.Ordinal);
        Assert.Equal("", CommandLine.On(data, "stats").Ends(0).Error);
        Assert.Equal(before, Search(data));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(10_000)]
    [InlineData(60_000)]
    public void A_database_that_was_cut_off_gets_a_sentence_and_is_left_alone(int length)
    {
        string data = SmallArchive();
        string database = Path.Combine(data, "archive.db");
        using (FileStream file = File.OpenWrite(database))
        {
            file.SetLength(length);
        }

        foreach (string command in (string[])["stats", "pairs", "search 工会", "rebuild-index", "ingest " + folder.At("texts")])
        {
            Assert.Contains("损坏", CommandLine.On(data, command.Split(' ')).Refuses(1), StringComparison.Ordinal);
        }

        Assert.Equal(length, new FileInfo(database).Length);
    }

    [Fact]
    public void A_file_that_is_no_database_gets_a_sentence()
    {
        Directory.CreateDirectory(folder.At("data"));
        File.WriteAllText(folder.At("data", "archive.db"), string.Concat(Enumerable.Repeat("这不是数据库。", 1000)));

        Assert.Contains("损坏", CommandLine.On(folder.At("data"), "stats").Refuses(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("cut")]
    [InlineData("flipped")]
    public void Without_a_sound_lexicon_it_says_what_is_wrong(string damage)
    {
        string program = CopyOfTheProgram();
        string lexicon = Path.Combine(program, "models", "lexicon", "jieba.lexicon");
        byte[] bytes = File.ReadAllBytes(lexicon);
        File.Delete(lexicon);
        if (damage != "missing")
        {
            bytes[bytes.Length / 3] ^= 1;
            File.WriteAllBytes(lexicon, damage == "cut" ? bytes[..(bytes.Length / 2)] : bytes);
        }

        File.WriteAllText(folder.At("文.txt"), TwoReports.First);
        foreach (string command in (string[])["segment", "keywords", "ingest"])
        {
            Finished run = CommandLine.RunAs(
                CommandLine.Dotnet, Path.Combine(program, "jingjian.dll"), command, folder.At("文.txt"), "--data", folder.At("data"));
            Assert.Contains("jieba.lexicon", run.Refuses(1), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_second_writer_is_sent_away_while_readers_go_on()
    {
        string data = SmallArchive();
        using (new FileStream(Path.Combine(data, "writer.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("另一个程序正在向这个数据目录写入", CommandLine.On(data, "ingest", folder.At("texts")).Refuses(1), StringComparison.Ordinal);
            Assert.Contains("另一个程序正在向这个数据目录写入", CommandLine.On(data, "rebuild-index").Refuses(1), StringComparison.Ordinal);
            Assert.NotEmpty(Search(data));
        }

        CommandLine.On(data, "ingest", folder.At("texts")).Ends(0);
    }

    [Fact]
    public void Readers_see_a_whole_archive_at_every_moment_of_an_ingest()
    {
        string data = SmallArchive();
        Process ingest = CommandLine.Start("ingest", LongTexts(), "--data", data);
        int looks = 0;
        while (!ingest.HasExited)
        {
            Assert.NotEmpty(CommandLine.On(data, "search", "慰问", "--json").Ends(0).Objects);
            Assert.NotEmpty(CommandLine.On(data, "pairs", "--json").Ends(0).Objects);
            looks++;
        }

        CommandLine.Finish(ingest).Ends(0);
        Assert.NotEqual(0, looks);
    }

    private static void KillAfter(TimeSpan delay, params string[] arguments)
    {
        using Process process = CommandLine.Start(arguments);
        process.WaitForExit(delay);
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Opens what a killed process left: whole sources only, and a sentence when an ingest was cut off.</summary>
    private static bool ReportsWhatItRecovered(string data)
    {
        Finished stats = CommandLine.On(data, "stats", "--json").Ends(0);
        if (stats.Error.Length == 0)
        {
            return false;
        }

        int saved = int.Parse(SavedSources().Match(stats.Error).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(saved, stats.Objects[0].Number("sources"));
        return true;
    }

    private static string Search(string data) => CommandLine.On(data, "search", "慰问", "--explain", "--json").Ends(0).Output;

    private string SmallArchive()
    {
        Directory.CreateDirectory(folder.At("texts"));
        File.WriteAllText(folder.At("texts", "2020.txt"), TwoReports.First);
        File.WriteAllText(folder.At("texts", "2021.txt"), TwoReports.Second);
        CommandLine.On(folder.At("data"), "ingest", folder.At("texts")).Ends(0);
        return folder.At("data");
    }

    /// <summary>The samples and altered copies of them, so that an ingest lasts.</summary>
    private string LongTexts()
    {
        const int Copies = 4;
        string texts = Directory.CreateDirectory(folder.At("long")).FullName;
        foreach ((string file, string[] lines) in SampleKey.Lines)
        {
            for (int copy = 0; copy < Copies; copy++)
            {
                string[] altered = [.. lines.Select((line, i) => i % Copies == copy ? line : line.Replace("工", $"工{copy}", StringComparison.Ordinal))];
                File.WriteAllLines(Path.Combine(texts, $"{copy}-{file}"), altered);
            }
        }

        return texts;
    }

    private string CopyOfTheProgram()
    {
        string original = Path.GetDirectoryName(CommandLine.Program)!;
        string copy = Directory.CreateDirectory(folder.At("program")).FullName;
        foreach (string file in Directory.GetFiles(original))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        Directory.CreateSymbolicLink(Path.Combine(copy, "runtimes"), Path.Combine(original, "runtimes"));
        Directory.CreateDirectory(Path.Combine(copy, "models", "lexicon"));
        foreach (string model in (string[])["functions", "names", "words"])
        {
            Directory.CreateSymbolicLink(Path.Combine(copy, "models", model), Repository.At("models", model));
        }

        File.Copy(Repository.At("models", "lexicon", "jieba.lexicon"), Path.Combine(copy, "models", "lexicon", "jieba.lexicon"));
        return copy;
    }

    [GeneratedRegex(@"被中断：已保存的 (\d+) 个来源文件完整无缺")]
    private static partial Regex SavedSources();
}
