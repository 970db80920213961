using System.CommandLine;
using System.Globalization;
using JingJian.Archive.Upkeep;
using JingJian.Cli.Output;

namespace JingJian.Cli.Commands;

/// <summary><c>log [--top N] [--who W] [--action A] [--verify]</c></summary>
internal static class LogCommand
{
    public static Command Create()
    {
        Option<int> top = CommandContext.Top(50);
        var who = new Option<string?>("--who") { Description = "只看某人的", HelpName = "姓名" };
        var action = new Option<string?>("--action") { Description = "只看某类操作，例如 source、source.remove", HelpName = "操作" };
        var verify = new Option<bool>("--verify") { Description = "核对封印：有没有被改动、删减" };
        return new Command("log", "操作日志：谁在什么时候做了什么，新的在前；只能追加，不能修改") { top, who, action, verify }
            .Does((result, printer, _) =>
            {
                ActivityLog log = CommandContext.OpenArchive(result).Log;
                if (result.GetValue(verify))
                {
                    return Verify(log, printer);
                }

                foreach (LogEntry entry in log.Entries(null, result.GetValue(top), result.GetValue(who), result.GetValue(action)))
                {
                    if (printer.Json)
                    {
                        printer.Object(entry);
                    }
                    else
                    {
                        DateTimeOffset at = DateTimeOffset.Parse(entry.At, CultureInfo.InvariantCulture).ToLocalTime();
                        printer.Line(string.Create(CultureInfo.InvariantCulture, $"{entry.Number}　{at:yyyy-MM-dd HH:mm:ss}　{entry.Who}　{entry.Label}　{entry.Target}　{entry.Detail}"));
                    }
                }

                return CommandContext.Done;
            });
    }

    private static int Verify(ActivityLog log, Printer printer)
    {
        LogCheck check = log.Verify();
        if (printer.Json)
        {
            printer.Object(check);
        }
        else
        {
            printer.Line(check.BrokenAt is { } at ? $"第 {at} 条起与封印不符：日志被改动、删减或损坏。" : $"{check.Entries} 条记录，封印完整。末条封印：{check.Head}");
        }

        return check.BrokenAt is null ? CommandContext.Done : CommandContext.Refused;
    }
}
