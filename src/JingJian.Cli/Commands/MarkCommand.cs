using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>mark [SOURCE|REPORT KIND [--reason R]]</c></summary>
internal static class MarkCommand
{
    public static Command Create()
    {
        var target = new Argument<string?>("来源或报告") { Description = "来源文件名、来源编号或报告编号；不给时列出所有标注", Arity = ArgumentArity.ZeroOrOne };
        var kind = new Argument<string?>("标注") { Description = "own（本单位）、superior（上级文件）、template（模板网站）、quotable（准予引用），none 取消", Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string?>("--reason") { Description = "理由", HelpName = "文字" };
        return new Command("mark", "标注来源：本单位、上级文件、模板网站或准予引用，审计按此分类") { target, kind, reason }
            .Does((result, printer, _) =>
            {
                ReportArchive archive = CommandContext.OpenArchive(result);
                JudgementDesk desk = archive.Judgements;
                if (result.GetValue(target) is not { } wanted)
                {
                    return Print(desk.Marks(), printer);
                }

                if (result.GetValue(kind) is not { } name)
                {
                    Printer.Message("请写明标注：own、superior、template、quotable 或 none。");
                    return CommandContext.Usage;
                }

                if (!desk.Mark(wanted, name, result.GetValue(reason) ?? "").TryGet(out MarkView[]? marks, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return fault.Code == "mark.kind" ? CommandContext.Usage : CommandContext.Refused;
                }

                archive.Log.Note(CommandContext.Person, "source.mark", wanted, name);
                Printer.Message(marks.Length == 0 ? "已取消标注。" : "已标注。");
                return Print(marks, printer);
            });
    }

    private static int Print(IReadOnlyList<MarkView> marks, Printer printer)
    {
        foreach (MarkView mark in marks)
        {
            if (printer.Json)
            {
                printer.Object(mark);
            }
            else
            {
                printer.Line($"{mark.Target}　{mark.Label}　{mark.Name}{(mark.Reason.Length > 0 ? $"　理由：{mark.Reason}" : "")}");
            }
        }

        return CommandContext.Done;
    }
}
