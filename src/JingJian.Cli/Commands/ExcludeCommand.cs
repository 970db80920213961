using System.CommandLine;
using System.Globalization;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>exclude [A [B] --reason R] | --remove N</c></summary>
internal static class ExcludeCommand
{
    public static Command Create()
    {
        var first = new Argument<string?>("一方") { Description = "来源文件名，或来源、报告、段落的编号；不给时列出所有排除", Arity = ArgumentArity.ZeroOrOne };
        var second = new Argument<string?>("另一方") { Description = "同上；不给时排除这一方的全部复用", Arity = ArgumentArity.ZeroOrOne };
        var reason = new Option<string?>("--reason") { Description = "理由（必填）", HelpName = "文字" };
        var remove = new Option<long?>("--remove") { Description = "撤销一条排除", HelpName = "编号" };
        return new Command("exclude", "排除复用：写明理由后，双方之间相同的文字不计入审计指标，可随时撤销") { first, second, reason, remove }
            .Does((result, printer, _) =>
            {
                ReportArchive archive = CommandContext.OpenArchive(result);
                JudgementDesk desk = archive.Judgements;
                if (result.GetValue(remove) is { } number)
                {
                    return Remove(archive, number);
                }

                if (result.GetValue(first) is not { } a)
                {
                    return Print(desk.Exclusions(), printer);
                }

                if (!desk.Exclude(a, result.GetValue(second) ?? "", result.GetValue(reason) ?? "").TryGet(out ExclusionView? exclusion, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return fault.Code == "exclusion.reason" ? CommandContext.Usage : CommandContext.Refused;
                }

                archive.Log.Note(CommandContext.Person, "match.exclude", exclusion.B.Length > 0 ? $"{exclusion.A}、{exclusion.B}" : exclusion.A, exclusion.Reason);
                return Print([exclusion], printer);
            });
    }

    private static int Remove(ReportArchive archive, long number)
    {
        bool removed = archive.Judgements.Include(number);
        if (removed)
        {
            archive.Log.Note(CommandContext.Person, "match.include", number.ToString(CultureInfo.InvariantCulture));
        }

        Printer.Message(removed ? "已撤销，恢复计入。" : string.Create(CultureInfo.InvariantCulture, $"没有编号为 {number} 的排除。"));
        return removed ? CommandContext.Done : CommandContext.Refused;
    }

    private static int Print(IReadOnlyList<ExclusionView> exclusions, Printer printer)
    {
        foreach (ExclusionView exclusion in exclusions)
        {
            if (printer.Json)
            {
                printer.Object(exclusion);
            }
            else
            {
                printer.Line($"{exclusion.Id}　{exclusion.A}　{(exclusion.B.Length > 0 ? $"与 {exclusion.B}" : "全部复用")}　理由：{exclusion.Reason}");
            }
        }

        return CommandContext.Done;
    }
}
