using System.Diagnostics;
using System.Text;
using System.Text.Json;
using JingJian.Ingest;
using JingJian.Tests.Cli;

namespace JingJian.Tests.Archive;

/// <summary>Files that cannot be ingested: a sentence each, and everything else goes on.</summary>
public sealed class UnreadableInputTests : IDisposable
{
    private const string SetPrivileges = "/usr/bin/setpriv";

    private readonly ScratchFolder folder = new();
    private readonly string texts;

    public UnreadableInputTests()
    {
        texts = Directory.CreateDirectory(folder.At("texts")).FullName;
        Write("好的.txt", TwoReports.First);
    }

    public void Dispose()
    {
        Run("chmod", "-R", "u+rwX", folder.Path);
        folder.Dispose();
    }

    [Fact]
    public void Each_unreadable_file_gets_one_sentence_and_the_rest_is_ingested()
    {
        var random = new Random(7);
        byte[] binary = new byte[200_000];
        random.NextBytes(binary);
        Write("二进制.dat", binary);
        Write("空.txt", Array.Empty<byte>());
        Write("空白.txt", " \n　　\r\n\t\n");
        Write("坏字节.txt", [.. Encoding.UTF8.GetBytes(TwoReports.Second), 0xE5, 0xFF, .. Encoding.UTF8.GetBytes(TwoReports.Second)]);
        Write("截断.txt", Encoding.UTF8.GetBytes(TwoReports.Second)[..^1]);
        Write("有零.txt", [.. Encoding.UTF8.GetBytes(TwoReports.Second), 0, 0, 0]);
        Write("文档.pdf", "%PDF-1.7 ...");
        Write("五十兆.txt", [.. Enumerable.Repeat((byte)'a', 50_000_000)]);
        Run("mkfifo", At("管道"));
        Directory.CreateDirectory(At("空文件夹"));
        File.CreateSymbolicLink(At("环甲"), At("环乙"));
        File.CreateSymbolicLink(At("环乙"), At("环甲"));

        Finished ingest = CommandLine.On(folder.At("data"), "ingest", texts, At("环甲"), At("没有的.txt"), At("空文件夹"), "--json").Ends(1);

        Dictionary<string, string> refused = ingest.Objects.SkipLast(1).Where(row => row.Text("outcome") == "refused")
            .ToDictionary(row => Path.GetFileName(row.Text("source")), Reason);
        string[] names = ["二进制.dat", "空.txt", "空白.txt", "坏字节.txt", "有零.txt", "文档.pdf", "五十兆.txt", "管道", "环甲", "没有的.txt", "空文件夹"];
        Assert.Equal(names.Append("截断.txt").Order(StringComparer.Ordinal), refused.Keys.Order(StringComparer.Ordinal));
        Assert.All(refused.Values, reason => Assert.Matches("^[^。]*[\u4E00-\u9FFF]{4,}[^。]*。$", reason));
        Assert.Contains("第 ", refused["坏字节.txt"], StringComparison.Ordinal);
        Assert.Contains("太大", refused["五十兆.txt"], StringComparison.Ordinal);
        Assert.Equal(["好的.txt"], ingest.Objects.SkipLast(1).Where(row => row.Text("outcome") == "read").Select(row => row.Text("source")));
    }

    [Theory]
    [InlineData("空.txt", "")]
    [InlineData("空白.txt", " \n \n")]
    [InlineData("文档.txt", "%PDF-1.7")]
    public void A_command_that_reads_one_file_refuses_it_on_standard_error(string name, string content)
    {
        Write(name, content);

        foreach (string command in (string[])["parse", "segment", "keywords", "check"])
        {
            Assert.StartsWith(At(name), CommandLine.On(folder.At("data"), command, At(name)).Refuses(1), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_may_not_be_opened_costs_only_itself()
    {
        Write("锁住.txt", TwoReports.Second);
        Directory.CreateDirectory(At("锁住的文件夹"));
        Write("锁住的文件夹/丙.txt", TwoReports.Second);
        Run("chmod", "777", folder.Path);
        Run("chmod", "000", At("锁住.txt"));
        Run("chmod", "000", At("锁住的文件夹"));

        Finished ingest = AsNobody("ingest", texts, "--data", folder.At("data"), "--json");

        Run("chmod", "700", At("锁住的文件夹"));
        ingest.Ends(1);
        Assert.Equal(
            ["锁住的文件夹 refused 没有读取这个文件夹的权限。", "好的.txt read", "锁住.txt refused 没有读取这个文件的权限。"],
            ingest.Objects.SkipLast(1).Select(row => $"{row.Text("source")} {row.Text("outcome")}{(row.Text("outcome") == "refused" ? " " + Reason(row) : "")}"));
    }

    [Fact]
    public void A_data_folder_of_somebody_else_gets_a_sentence()
    {
        CommandLine.On(folder.At("data"), "ingest", texts).Ends(0);
        Run("chmod", "-R", "a+rX,a-w", folder.Path);

        Assert.Contains("权限", AsNobody("stats", "--data", folder.At("data")).Refuses(1), StringComparison.Ordinal);
        Assert.Contains("权限", AsNobody("stats", "--data", folder.At("new")).Refuses(1), StringComparison.Ordinal);
    }

    /// <remarks>Each of these once took minutes or could: the work must grow with the text, not with its square.</remarks>
    [Theory]
    [InlineData("工\n", 50_000)]
    [InlineData("一、加强\n（一）组织\n1、领导\n", 10_000)]
    [InlineData("1、今年以来，我们在上级的正确领导下，认真做好各项工作，取得了一定的成绩，现在向大家作一个汇报。\n", 3_000)]
    [InlineData("今年以来，我们在上级的正确领导下，认真做好各项工作，取得了一定的成绩，得到了大家的一致好评和肯定。\n", 20_000)]
    [InlineData("青禾县的工会认真开展送温暖活动，帮助困难职工。", 70_000)]
    [InlineData("\n", 2_000_000)]
    [InlineData("a", 7_999_000)]
    public void Strange_shapes_are_read_in_time_that_grows_with_their_size(string piece, int times)
    {
        string text = string.Concat(Enumerable.Repeat(piece, times))[..^2] + "工会";
        Write("怪.txt", string.Join('\n', text.Chunk(IngestLimits.Default.MaxLineCharacters).Select(line => new string(line))));
        using Process ingest = CommandLine.Start("ingest", At("怪.txt"), "--data", folder.At("data"), "--json");

        Assert.True(ingest.WaitForExit(TimeSpan.FromMinutes(1)), "still running after a minute");
        Assert.Equal(0, ingest.ExitCode);
    }

    private static string Reason(JsonElement row) => row.Text("reason");

    /// <summary>Root may open everything, so its rights are given up.</summary>
    private static Finished AsNobody(params string[] arguments)
    {
        string[] command = [CommandLine.Dotnet, CommandLine.Program, .. arguments];
        if (Environment.UserName != "root")
        {
            return CommandLine.RunAs(command[0], command[1..]);
        }

        Assert.SkipUnless(File.Exists(SetPrivileges), $"{SetPrivileges} is not there");
        return CommandLine.RunAs(SetPrivileges, ["--reuid=65534", "--clear-groups", "env", "HOME=/tmp", .. command]);
    }

    private static void Run(string program, params string[] arguments) => CommandLine.RunAs(program, arguments).Ends(0);

    private string At(string name) => Path.Combine(texts, name);

    private void Write(string name, string content) => File.WriteAllText(At(name), content);

    private void Write(string name, byte[] content) => File.WriteAllBytes(At(name), content);
}
