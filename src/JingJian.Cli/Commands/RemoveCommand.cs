using System.CommandLine;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>remove SOURCE --reason R</c></summary>
internal static class RemoveCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("来源") { Description = "来源文件名或来源编号" };
        var reason = new Option<string>("--reason") { Description = "理由，记入操作日志", HelpName = "文字", DefaultValueFactory = _ => "" };
        return new Command("remove", "删除一个来源文件：正文、索引、复用关系中都不再有它，只在操作日志留下一条记录") { source, reason }
            .Does((result, printer, _) =>
            {
                if (!CommandContext.OpenArchive(result).Removals.Remove(result.GetValue(source)!, result.GetValue(reason)!, CommandContext.Person).TryGet(out RemovalView? removed, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return CommandContext.Refused;
                }

                if (printer.Json)
                {
                    printer.Object(removed);
                }
                else
                {
                    printer.Line($"已删除 {removed.Name}（{removed.Source}）：{removed.Reports} 篇报告，{removed.Paragraphs} 个段落。此前的备份里仍有它。");
                }

                return CommandContext.Done;
            });
    }
}
