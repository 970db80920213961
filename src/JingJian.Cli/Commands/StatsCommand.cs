using System.CommandLine;
using JingJian.Archive.Views;
using JingJian.Cli.Output;

namespace JingJian.Cli.Commands;

/// <summary><c>stats</c></summary>
internal static class StatsCommand
{
    public static Command Create() => new Command("stats", "档案概况")
        .Does((result, printer, _) =>
        {
            StatsView stats = CommandContext.OpenArchive(result).Catalogue.Stats();
            if (printer.Json)
            {
                printer.Object(stats);
                return CommandContext.Done;
            }

            printer.Line($"来源文件　{stats.Sources}");
            printer.Line($"报告　　　{stats.Reports}");
            printer.Line($"段落　　　{stats.Paragraphs}（{stats.Characters} 字）");
            printer.Line($"重复　　　{stats.Pairs} 对；{stats.ParagraphsInFamilies} 个段落归为 {stats.Families} 个同源族");
            PrintCounts("功能　　　", stats.Functions.Select(pair => $"{Wording.OfFunction(pair.Key, null)} {pair.Value}"), printer);
            PrintCounts("年份　　　", stats.Years.Select(pair => $"{pair.Key}年 {pair.Value} 篇"), printer);
            return CommandContext.Done;
        });

    private static void PrintCounts(string label, IEnumerable<string> counts, Printer printer)
    {
        if (counts.Any())
        {
            printer.Line(label + string.Join('　', counts));
        }
    }
}
