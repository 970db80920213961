using System.IO.Compression;
using System.Text;
using System.Text.Json;
using JingJian.Tests.Cli;
using JingJian.Tests.Ingest.Formats;
using JingJian.Tests.Samples;

namespace JingJian.Tests.Archive;

/// <summary>What ingest does with files it can read.</summary>
public sealed class IngestTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_second_ingest_of_the_same_files_changes_nothing()
    {
        string data = folder.At("data");
        CommandLine.On(data, "ingest", SampleKey.Folder).Ends(0);
        Dictionary<string, string> before = Contents(data);

        Finished again = CommandLine.On(data, "ingest", SampleKey.Folder, "--json").Ends(0);

        Assert.All(again.Objects.SkipLast(1), row => Assert.Equal("known", row.Text("outcome")));
        Assert.Equal(before, Contents(data));
    }

    [Fact]
    public void The_same_content_under_another_name_is_known_by_its_first_name()
    {
        File.WriteAllText(folder.At("甲.txt"), TwoReports.First);
        File.WriteAllText(folder.At("乙.txt"), TwoReports.First);

        Finished ingest = CommandLine.On(folder.At("data"), "ingest", folder.At("甲.txt"), folder.At("乙.txt"), "--json").Ends(0);

        Assert.Equal(["read", "known"], ingest.Objects.SkipLast(1).Select(row => row.Text("outcome")));
        Assert.Equal("甲.txt", ingest.Objects[1].Text("knownAs"));
        Assert.Equal(1, CommandLine.On(folder.At("data"), "stats", "--json").Ends(0).Objects[0].Number("sources"));
    }

    [Fact]
    public void Files_of_a_folder_are_named_by_their_path_below_it_and_hidden_ones_and_links_passed_over()
    {
        string texts = Directory.CreateDirectory(folder.At("texts")).FullName;
        Directory.CreateDirectory(Path.Combine(texts, "2020年", "上半年"));
        File.WriteAllText(Path.Combine(texts, "2020年", "上半年", "甲.txt"), TwoReports.First);
        File.WriteAllText(Path.Combine(texts, "乙.txt"), TwoReports.Second);
        File.WriteAllText(Path.Combine(texts, ".丙.txt"), "隐藏的文件不入库。");
        File.CreateSymbolicLink(Path.Combine(texts, "丁.txt"), Path.Combine(texts, "乙.txt"));
        Directory.CreateSymbolicLink(Path.Combine(texts, "2020年", "回上层"), texts);

        Finished ingest = CommandLine.On(folder.At("data"), "ingest", texts, "--json").Ends(0);

        Assert.Equal(["2020年/上半年/甲.txt", "乙.txt"], ingest.Objects.SkipLast(1).Select(row => row.Text("source")));
    }

    /// <remarks>Which of two copies is A follows the order of arrival; what is a copy of what does not.</remarks>
    [Fact]
    public void The_order_of_the_files_does_not_change_what_is_found()
    {
        string[] files = [.. SampleKey.Lines.Keys.Order(StringComparer.Ordinal).Select(file => Path.Combine(SampleKey.Folder, file))];
        string forward = folder.At("forward"), backward = folder.At("backward");
        CommandLine.On(forward, ["ingest", .. files]).Ends(0);
        CommandLine.On(backward, ["ingest", .. files.Reverse()]).Ends(0);

        Assert.Equal(Print(forward, "stats"), Print(backward, "stats"));
        Assert.Equal(PairsOf(forward), PairsOf(backward));
    }

    [Fact]
    public void The_number_of_threads_does_not_change_a_byte_of_the_answers()
    {
        string texts = Directory.CreateDirectory(folder.At("texts")).FullName;
        using (var zip = ZipFile.Open(Path.Combine(texts, "中.zip"), ZipArchiveMode.Create))
        {
            foreach (string file in SampleKey.Lines.Keys.Order(StringComparer.Ordinal).Take(8))
            {
                zip.CreateEntryFromFile(Path.Combine(SampleKey.Folder, file), file);
            }
        }

        foreach (string file in SampleKey.Lines.Keys)
        {
            File.Copy(Path.Combine(SampleKey.Folder, file), Path.Combine(texts, file));
        }

        string[] Answers(int processors)
        {
            string data = folder.At($"data{processors}");
            string ingest = CommandLine.Bash($"DOTNET_PROCESSOR_COUNT={processors} jingjian ingest '{texts}' --json --data '{data}'").Ends(0).Output;
            return [ingest, Print(data, "stats"), Print(data, "pairs"), Print(data, "families")];
        }

        string[] alone = Answers(1);
        Assert.Equal(alone, Answers(2));
        Assert.Equal(alone, Answers(7));
    }

    [Fact]
    public void What_is_known_is_not_read_again()
    {
        ConverterTests.Needs("soffice");
        File.WriteAllText(folder.At("文.rtf"), "{\\rtf1\\ansi\\uc1 \\u36208?\\u35775?\\u32844?\\u24037?214\\par}");
        using (var zip = ZipFile.Open(folder.At("包.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntryFromFile(folder.At("文.rtf"), "文.rtf");
        }

        CommandLine.On(folder.At("data"), "ingest", folder.At("文.rtf")).Ends(0);

        // No converter is found now: whatever is read would be refused.
        Finished again = CommandLine.Bash($"PATH=/nowhere jingjian ingest '{folder.At("文.rtf")}' '{folder.At("包.zip")}' --json --data '{folder.At("data")}'").Ends(0);

        Assert.Equal(["known", "known"], again.Objects.SkipLast(1).Select(row => row.Text("outcome")));
    }

    [Theory]
    [InlineData("GB18030", false)]
    [InlineData("UTF-16LE", true)]
    [InlineData("UTF-16BE", true)]
    [InlineData("UTF-8", true)]
    [InlineData("UTF-8", false)]
    public void The_same_text_in_any_encoding_gives_the_same_units(string name, bool mark)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] preamble = mark ? Encoding.GetEncoding(name).GetPreamble() : [];
        File.WriteAllBytes(folder.At("文.txt"), [.. preamble, .. encoding.GetBytes(TwoReports.First)]);
        File.WriteAllText(folder.At("utf8.txt"), TwoReports.First);

        Finished ingest = CommandLine.On(folder.At("data"), "ingest", folder.At("文.txt"), "--json").Ends(0);

        Assert.Equal(name, ingest.Objects[0].Text("encoding"));
        Assert.Equal(
            CommandLine.Run("parse", folder.At("utf8.txt"), "--json").Ends(0).Output,
            CommandLine.Run("parse", folder.At("文.txt"), "--json").Ends(0).Output);
    }

    [Fact]
    public void The_samples_in_other_encodings_are_read_letter_by_letter()
    {
        foreach (string file in SampleKey.Lines.Keys.Where(file => File.ReadAllBytes(Path.Combine(SampleKey.Folder, file)) is [0xFF, 0xFE, ..] or [>= 0x81 and < 0xE4, ..]))
        {
            foreach (JsonElement unit in CommandLine.Run("parse", Path.Combine(SampleKey.Folder, file), "--json").Ends(0).Objects)
            {
                Assert.Equal(SampleKey.TextAt(file, unit.Number("line"), unit.Number("lineEnd")), unit.Text("text"));
            }
        }
    }

    private static string[] PairsOf(string data) =>
        [.. CommandLine.On(data, "pairs", "--json").Ends(0).Objects
            .Select(pair => (A: pair.GetProperty("a").GetRawText(), B: pair.GetProperty("b").GetRawText(), Ratio: pair.GetProperty("ratio").GetRawText()))
            .Select(pair => string.CompareOrdinal(pair.A, pair.B) < 0 ? $"{pair.A} {pair.B} {pair.Ratio}" : $"{pair.B} {pair.A} {pair.Ratio}")
            .Order(StringComparer.Ordinal)];

    private static string Print(string data, string command) => CommandLine.On(data, command, "--json").Ends(0).Output;

    private static Dictionary<string, string> Contents(string data) => Directory.GetFiles(data, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(data, file), file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
}
