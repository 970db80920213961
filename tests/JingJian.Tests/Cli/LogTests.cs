namespace JingJian.Tests.Cli;

/// <summary>What is done at the command line stands in the log beside what is done through the service.</summary>
public sealed class LogTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Whoever_changes_the_archive_at_the_machine_is_in_the_log_with_what_they_changed()
    {
        string data = folder.At("data"), file = folder.At("2020.txt");
        File.WriteAllText(file, TwoReports.First);
        CommandLine.On(data, "ingest", file).Ends(0);
        string paragraph = CommandLine.On(data, "search", "困难职工", "--json").Ends(0).Objects[0].GetProperty("paragraph").GetString()!;
        CommandLine.On(data, "mark", "2020.txt", "own").Ends(0);
        CommandLine.On(data, "exclude", "2020.txt", "--reason", "上级文件规定的表述").Ends(0);
        CommandLine.On(data, "exclude", "--remove", "1").Ends(0);
        CommandLine.On(data, "functions", "correct", paragraph, "成效").Ends(0);
        CommandLine.On(data, "remove", "2020.txt", "--reason", "重复").Ends(0);

        Finished log = CommandLine.On(data, "log", "--json").Ends(0);

        Assert.Equal(
            ["source.add", "source.mark", "match.exclude", "match.include", "function.correct", "source.remove"],
            log.Objects.Reverse().Select(entry => entry.GetProperty("action").GetString()));
        Assert.All(log.Objects, entry => Assert.Equal($"本机用户 {Environment.UserName}", entry.GetProperty("who").GetString()));
        Assert.Equal((file, "1 个文件，分库 1"), (log.Objects[^1].GetProperty("target").GetString(), log.Objects[^1].GetProperty("detail").GetString()));
        CommandLine.On(data, "log", "--verify").Ends(0);
    }

    [Fact]
    public void Asking_leaves_nothing_in_the_log_and_neither_does_a_change_that_was_refused()
    {
        string data = folder.At("data");
        CommandLine.On(data, "search", "困难职工").Ends(0);
        CommandLine.On(data, "mark", "没有.txt", "own").Ends(1);
        CommandLine.On(data, "exclude", "--remove", "1").Ends(1);
        CommandLine.On(data, "ingest", folder.At("nothing.txt")).Ends(1);

        Assert.Empty(CommandLine.On(data, "log", "--json").Ends(0).Objects);
    }
}
