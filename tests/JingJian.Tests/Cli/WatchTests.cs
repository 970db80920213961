using System.Diagnostics;
using System.Text.Json;
using JingJian.Tests.Ingest.Formats;

namespace JingJian.Tests.Cli;

/// <summary>What is dropped into a watched folder comes into the archive, whatever happens to the program.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public WatchTests() => Directory.CreateDirectory(folder.At("drop"));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_dropped_file_is_taken_in_and_a_signal_ends_the_watch_cleanly(string signal)
    {
        using Process watch = Start();
        Drop("甲.txt", TwoReports.First);
        Assert.Equal("read 甲.txt", NextOutcome(watch));
        Drop("乙.txt", "");
        File.AppendAllText(folder.At("drop", "乙.txt"), TwoReports.Second);
        Assert.Equal("read 乙.txt", NextOutcome(watch));

        CommandLine.Bash($"kill -{signal} {watch.Id}").Ends(0);

        watch.WaitForExit();
        Assert.Equal(0, watch.ExitCode);
        Assert.Contains("已停止监视", watch.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(2, Sources());
    }

    [Fact]
    public void After_a_kill_it_goes_on_where_it_was()
    {
        using (Process watch = Start())
        {
            Drop("甲.txt", TwoReports.First);
            Assert.Equal("read 甲.txt", NextOutcome(watch));
            Drop("乙.txt", TwoReports.Second);
            watch.Kill();
            watch.WaitForExit();
        }

        using Process again = Start();
        string[] outcomes = [NextOutcome(again), NextOutcome(again)];
        again.Kill();
        again.WaitForExit();

        Assert.Equal(["known 甲.txt", "read 乙.txt"], outcomes.Order(StringComparer.Ordinal));
        Assert.Equal(2, Sources());
    }

    [Fact]
    public void What_is_no_folder_cannot_be_watched()
    {
        File.WriteAllText(folder.At("文.txt"), "一");

        Assert.Contains("不是文件夹", CommandLine.On(folder.At("data"), "ingest", "--watch", folder.At("文.txt")).Refuses(2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_killed_program_leaves_no_converter_behind()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "setpriv is not installed");
        string programs = Directory.CreateDirectory(folder.At("bin")).FullName;
        File.WriteAllText(Path.Combine(programs, "pdftotext"), "#!/bin/sh\n[ \"$1\" = -v ] || exec /bin/sleep 1235.25\n");
        CommandLine.Bash($"chmod +x '{programs}/pdftotext'").Ends(0);
        File.WriteAllText(folder.At("文.pdf"), "%PDF-1.4\n");
        var start = new ProcessStartInfo(CommandLine.Dotnet, [CommandLine.Program, "ingest", folder.At("文.pdf"), "--data", folder.At("data")]);
        start.Environment["PATH"] = $"{programs}:{start.Environment["PATH"]}";
        using Process ingest = Process.Start(start)!;
        Assert.True(SpinWait.SpinUntil(() => ConverterTests.IsRunning("sleep", "1235.25"), TimeSpan.FromMinutes(1)));

        ingest.Kill();

        Assert.True(SpinWait.SpinUntil(() => !ConverterTests.IsRunning("sleep", "1235.25"), TimeSpan.FromMinutes(1)));
    }

    private Process Start()
    {
        Process watch = CommandLine.StartInterruptible("ingest", "--watch", folder.At("drop"), "--data", folder.At("data"), "--json");
        Assert.Contains("正在监视", watch.StandardError.ReadLine(), StringComparison.Ordinal);
        return watch;
    }

    private void Drop(string name, string text) => File.WriteAllText(folder.At("drop", name), text);

    /// <summary>The outcome and name of the next file that it tells of.</summary>
    private static string NextOutcome(Process watch)
    {
        while (watch.StandardOutput.ReadLine() is { } line)
        {
            JsonElement row = JsonDocument.Parse(line).RootElement;
            if (row.TryGetProperty("outcome", out JsonElement outcome))
            {
                return $"{outcome.GetString()} {row.Text("source")}";
            }
        }

        throw new InvalidOperationException(watch.StandardError.ReadToEnd());
    }

    private int Sources() => CommandLine.On(folder.At("data"), "stats", "--json").Ends(0).Objects[0].Number("sources");
}
