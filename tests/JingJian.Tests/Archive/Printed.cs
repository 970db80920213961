using JingJian.Tests.Cli;

namespace JingJian.Tests.Archive;

/// <summary>What an archive shows to the outside.</summary>
internal static class Printed
{
    private static readonly string[] Commands =
    [
        "stats", "pairs", "families", "search 送温暖 --top 50 --explain", "search 困难职工 OR 技能竞赛 --function practice",
        "exemplars --function practice --topic 民主管理",
    ];

    /// <summary>The output of every command that reads, the command before it.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="audited">The file name of a source to audit.</param>
    public static IEnumerable<string> By(string data, string audited) =>
        [.. Commands.Append($"audit {audited}").Select(command => $"{command}\n{CommandLine.On(data, [.. Arguments(command), "--json"]).Ends(0).Output}")];

    private static string[] Arguments(string command) => command.Split(' ') is ["search", var first, "OR", var second, .. var options]
        ? ["search", $"{first} OR {second}", .. options]
        : command.Split(' ');
}
