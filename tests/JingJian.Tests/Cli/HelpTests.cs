using System.Text.RegularExpressions;

namespace JingJian.Tests.Cli;

/// <summary>What a person reads who asks how the program is used.</summary>
public sealed partial class HelpTests
{
    [Fact]
    public void Help_lists_the_commands_in_Chinese()
    {
        string help = Help();

        Assert.StartsWith("镜鉴", help, StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<string> { "ingest", "parse", "segment", "keywords", "lexicon", "functions", "pairs", "families", "audit", "overview", "mark", "exclude", "check", "search", "exemplars", "cards", "outline", "serve", "mcp", "stats", "rebuild-index", "collections", "remove", "hold", "log", "backup", "restore", "doctor" },
            Commands(help).ToHashSet());
    }

    [Fact]
    public void Help_of_every_command_is_wholly_in_Chinese()
    {
        string[] commands = [.. Commands(Help())];
        string[] known =
        [
            .. commands, "propose", "jingjian", "JSON", "Lines", "UTF", "OR", "http", "localhost", "data", "html", "docx", "csv", "json", "size", "spread", "age", "own", "superior", "template", "quotable", "none",
            "MCP", "status", "doubts", "correct", "corrections", "export", "train", "reset", "file", "line", "function", "secondary", "labels", "true", "false", "source", "remove", "service", "JINGJIAN", "IP", "list", "add", "rename", "move", "text", "OpenTelemetry",
        ];
        foreach (string help in commands.Select(command => Help(command)).Append(Help()))
        {
            Assert.Contains("用法：jingjian", help, StringComparison.Ordinal);
            Assert.Contains("--data <目录>", help, StringComparison.Ordinal);
            Assert.Empty(EnglishWords().Matches(OptionNames().Replace(help, "")).Select(word => word.Value).Except(known));
        }
    }

    [Fact]
    public void Arguments_options_and_what_they_are_without_being_given_are_explained()
    {
        string help = Help("search");

        Assert.Contains("用法：jingjian search <检索词> [选项]", help, StringComparison.Ordinal);
        Assert.Matches("--top <条数> +最多显示多少条（默认 10）", help);
        Assert.Matches("--function <功能> .*（必需）", Help("exemplars"));
        Assert.Contains("jingjian families [<编号>] [选项]", Help("families"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_a_number()
    {
        Assert.Matches(@"^\d+\.\d+", CommandLine.Run("--version").Ends(0).Output);
    }

    private static string Help(params string[] command)
    {
        Finished help = CommandLine.Run([.. command, "--help"]).Ends(0);
        Assert.Equal("", help.Error);
        return help.Output;
    }

    private static IEnumerable<string> Commands(string help) =>
        CommandLines().Matches(help[help.IndexOf("命令：", StringComparison.Ordinal)..]).Select(line => line.Groups[1].Value);

    [GeneratedRegex(@"^  ([a-z-]+) ", RegexOptions.Multiline)]
    private static partial Regex CommandLines();

    [GeneratedRegex(@"(?<=[\s,])--?[a-z?][a-z-]*")]
    private static partial Regex OptionNames();

    [GeneratedRegex(@"[A-Za-z][A-Za-z-]*[A-Za-z]")]
    private static partial Regex EnglishWords();
}
