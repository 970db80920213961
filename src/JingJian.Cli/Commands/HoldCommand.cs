using System.CommandLine;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>hold [SOURCE --reason R | SOURCE --release]</c></summary>
internal static class HoldCommand
{
    public static Command Create()
    {
        var source = new Argument<string?>("来源") { Description = "来源文件名或来源编号；不给时列出所有留存", Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string>("--reason") { Description = "理由，记入操作日志", HelpName = "文字", DefaultValueFactory = _ => "" };
        var release = new Option<bool>("--release") { Description = "解除留存" };
        return new Command("hold", "留存来源文件：解除之前任何人都不能删除") { source, reason, release }
            .Does((result, printer, _) =>
            {
                RemovalDesk desk = CommandContext.OpenArchive(result).Removals;
                Fault? fault = null;
                if (result.GetValue(source) is { } wanted)
                {
                    fault = result.GetValue(release) ? Release(desk, wanted) : Hold(desk, wanted, result.GetValue(reason)!);
                }

                if (fault is not null)
                {
                    Printer.Message(fault.Message);
                    return CommandContext.Refused;
                }

                foreach (HoldView hold in desk.Holds())
                {
                    if (printer.Json)
                    {
                        printer.Object(hold);
                    }
                    else
                    {
                        printer.Line($"{hold.Source}　{hold.Name}　理由：{hold.Reason}");
                    }
                }

                return CommandContext.Done;
            });
    }

    private static Fault? Hold(RemovalDesk desk, string source, string reason) =>
        desk.Hold(source, reason, CommandContext.Person).TryGet(out _, out Fault? fault) ? null : fault;

    private static Fault? Release(RemovalDesk desk, string source)
    {
        if (!desk.Release(source, CommandContext.Person).TryGet(out bool released, out Fault? fault))
        {
            return fault;
        }

        Printer.Message(released ? "已解除留存。" : "这个来源没有被留存。");
        return null;
    }
}
