using System.CommandLine;
using System.Globalization;
using JingJian.Archive;
using JingJian.Cli.Output;
using JingJian.Text.Keywords;

namespace JingJian.Cli.Commands;

/// <summary><c>keywords FILE|--report ID|--family ID|--archive [--top N]</c></summary>
internal static class KeywordsCommand
{
    private static readonly Argument<string?> File = new("文件") { Description = "要提取关键词的文件", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Report = new("--report") { Description = "档案中一篇报告的关键词：它与其他报告不同在哪里", HelpName = "编号" };
    private static readonly Option<string?> Family = new("--family") { Description = "一个同源族的关键词", HelpName = "编号" };
    private static readonly Option<bool> Archive = new("--archive") { Description = "整个档案的关键词" };
    private static readonly Option<int> Top = CommandContext.Top(20);

    public static Command Create() => new Command("keywords", "提取关键词：一个文件，或档案中的一篇报告、一个同源族、整个档案") { File, Report, Family, Archive, Top }
        .Does((result, printer, _) =>
        {
            string? file = result.GetValue(File), report = result.GetValue(Report), family = result.GetValue(Family);
            bool archive = result.GetValue(Archive);
            int top = result.GetValue(Top);
            return (file, report, family, archive) switch
            {
                ({ } path, null, null, false) => OfFile(path, top, printer),
                (null, { } id, null, false) => Print(CommandContext.OpenArchive(result).Words.OfReport(id, top), $"没有编号为“{id}”的报告。", printer),
                (null, null, { } id, false) => Print(CommandContext.OpenArchive(result).Words.OfFamily(id, top), $"没有编号为“{id}”的同源族。", printer),
                (null, null, null, true) => Print(CommandContext.OpenArchive(result).Words.OfArchive(top), "", printer),
                (null, null, null, false) => Misused("缺少参数 <文件>，或者选项 --report、--family、--archive 中的一个。"),
                _ => Misused("文件和选项 --report、--family、--archive 只能给一个。"),
            };
        });

    private static int OfFile(string path, int top, Printer printer) => InputFile.Read(
        path, source => Print(new KeywordExtractor(Models.OpenSegmenter(Models.DefaultFolder)).Extract(source.Decoded.Text, top), "", printer));

    private static int Print(IReadOnlyList<Keyword>? keywords, string ifNone, Printer printer)
    {
        if (keywords is null)
        {
            Printer.Message(ifNone);
            return CommandContext.Refused;
        }

        foreach (Keyword keyword in keywords)
        {
            if (printer.Json)
            {
                printer.Object(keyword);
            }
            else
            {
                printer.Line($"{keyword.Score.ToString("F4", CultureInfo.InvariantCulture)}\t{keyword.Word}");
            }
        }

        return CommandContext.Done;
    }

    private static int Misused(string sentence)
    {
        Printer.Message(sentence);
        return CommandContext.Usage;
    }
}
