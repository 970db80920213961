using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;

namespace JingJian.Cli.Commands;

/// <summary><c>families [ID]</c></summary>
internal static class FamiliesCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("编号") { Description = "同源族编号；不给时列出所有同源族", Arity = ArgumentArity.ZeroOrOne };
        return new Command("families", "同源族：内容相同或基本相同的段落") { id }
            .Does((result, printer, _) =>
            {
                ReportArchive archive = CommandContext.OpenArchive(result);
                return result.GetValue(id) is { } wanted ? PrintOne(archive, wanted, printer) : PrintAll(archive, printer);
            });
    }

    private static int PrintAll(ReportArchive archive, Printer printer)
    {
        foreach (FamilyView family in archive.Reuse.Families(int.MaxValue, 0))
        {
            if (printer.Json)
            {
                printer.Object(family);
            }
            else
            {
                printer.Line($"{family.Id}　{family.Copies} 处　{family.Reports} 篇报告　{Wording.Shorten(family.Text, 50)}");
            }
        }

        Printer.Message($"共 {archive.Reuse.FamilyCount()} 个同源族。查看一族：jingjian families 编号");
        return CommandContext.Done;
    }

    private static int PrintOne(ReportArchive archive, string id, Printer printer)
    {
        if (archive.Reuse.Family(id) is not { } detail)
        {
            Printer.Message($"没有编号为“{id}”的同源族。");
            return CommandContext.Refused;
        }

        if (printer.Json)
        {
            printer.Object(detail);
            return CommandContext.Done;
        }

        printer.Line(printer.Strong($"{detail.Family.Id}　{detail.Family.Copies} 处相同或基本相同，见于 {detail.Family.Reports} 篇报告"));
        printer.Line(detail.Family.Text);
        foreach (FamilyMemberView member in detail.Members)
        {
            printer.Line();
            printer.Line($"{member.Place.Source} {Wording.Lines(member.Place.Line, member.Place.LineEnd)}　《{member.ReportTitle}》　{Wording.Origin(member.Year, member.Organisation)}");
            if (member.Changes.Count > 0)
            {
                printer.Line($"    改动：{PairsCommand.Changes(member.Changes)}");
            }
        }

        return CommandContext.Done;
    }
}
