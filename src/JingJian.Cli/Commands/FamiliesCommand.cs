using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>families [ID] [--order size|spread|age] [--top N] [--out FILE]</c></summary>
internal static class FamiliesCommand
{
    private const int ValuesShown = 5;

    public static Command Create()
    {
        var id = new Argument<string?>("编号") { Description = "同源族编号；不给时列出所有同源族", Arity = ArgumentArity.ZeroOrOne };
        var order = new Option<string>("--order") { Description = "排列：size（处数）、spread（涉及单位）、age（最早年份）", HelpName = "次序", DefaultValueFactory = _ => "size" };
        var top = new Option<int?>("--top") { Description = "最多列出几族；不给时列出全部", HelpName = "数目" };
        Option<string?> file = AuditCommand.FileOption();
        return new Command("families", "同源族：内容相同或基本相同的段落；给出编号时显示模板、年表和各处改动") { id, order, top, file }
            .Does((result, printer, _) =>
            {
                if (Names.OrderOf(result.GetValue(order)!) is not { } by || result.GetValue(top) < 1)
                {
                    Printer.Message("--order 可用 size、spread 或 age；--top 要大于 0。");
                    return CommandContext.Usage;
                }

                ReportArchive archive = CommandContext.OpenArchive(result);
                if (result.GetValue(file) is { } path)
                {
                    return Export(archive, result.GetValue(id), result.GetValue(top) ?? int.MaxValue, by, path);
                }

                return result.GetValue(id) is { } wanted ? PrintOne(archive, wanted, printer) : PrintAll(archive, result.GetValue(top) ?? int.MaxValue, by, printer);
            });
    }

    private static int Export(ReportArchive archive, string? id, int top, FamilyOrder order, string path)
    {
        FamiliesReportView? families = id is null ? archive.Overview.Families(top, 0, order) : archive.Overview.Family(id);
        if (families is null)
        {
            return NotFound(id!);
        }

        return AuditCommand.Export(path, $"{families.Families.Count} 个同源族", (format, output) => format.Write(families, output));
    }

    private static int NotFound(string id)
    {
        Printer.Message($"没有编号为“{id}”的同源族。");
        return CommandContext.Refused;
    }

    private static int PrintAll(ReportArchive archive, int top, FamilyOrder order, Printer printer)
    {
        foreach (FamilyView family in archive.Reuse.Families(top, 0, order))
        {
            if (printer.Json)
            {
                printer.Object(family);
            }
            else
            {
                printer.Line(Line(family));
            }
        }

        Printer.Message($"共 {archive.Reuse.FamilyCount()} 个同源族。查看一族：jingjian families 编号");
        return CommandContext.Done;
    }

    /// <summary>A family in one line.</summary>
    public static string Line(FamilyView family) =>
        $"{family.Id}　{family.Copies} 处　{family.Reports} 篇报告　{Wording.Units(family.Organisations.Count)}　{Wording.Years(family.FirstYear, family.LastYear)}　{Shortening.Excerpt(family.Text, 50)}";

    private static int PrintOne(ReportArchive archive, string id, Printer printer)
    {
        if (archive.Reuse.Family(id) is not { } detail)
        {
            return NotFound(id);
        }

        if (printer.Json)
        {
            printer.Object(detail);
            return CommandContext.Done;
        }

        printer.Line(printer.Strong($"{detail.Family.Id}　{detail.Family.Copies} 处相同或基本相同，见于 {detail.Family.Reports} 篇报告"));
        PrintTemplate(detail, printer);
        PrintTimeline(detail, printer);
        foreach (FamilyMemberView member in detail.Members)
        {
            printer.Line();
            printer.Line($"{member.Place.Source} {Wording.Lines(member.Place.Line, member.Place.LineEnd)}　{ReportTitles.Quoted(member.ReportTitle)}　{Wording.Origin(member.Year, member.Organisation)}");
            if (member.Changes.Count > 0)
            {
                printer.Line($"    改动：{PairsCommand.Changes(member.Changes)}");
            }
        }

        return CommandContext.Done;
    }

    private static void PrintTemplate(FamilyDetailView detail, Printer printer)
    {
        printer.Line($"模板：{string.Concat(detail.Template.Select(part => part.Slot is null ? part.Text : $"【{Wording.Of(part.Slot)}：{(part.Text.Length > 0 ? part.Text : "（无）")}】"))}");
        foreach (TemplatePartView slot in detail.Template.Where(part => part.Slot is not null))
        {
            string values = string.Join('、', slot.Values.Take(ValuesShown).Select(value => $"{(value.Text.Length > 0 ? Shortening.Excerpt(value.Text, 30) : "（无）")}×{value.Copies}"));
            printer.Line(printer.Faint($"    {Wording.Of(slot.Slot!)}：{values}{(slot.Values.Count > ValuesShown ? $"，共 {slot.Values.Count} 种" : "")}"));
        }
    }

    private static void PrintTimeline(FamilyDetailView detail, Printer printer)
    {
        FamilyMemberView first = detail.First;
        printer.Line($"最早见于：{first.Place.Source} {Wording.Lines(first.Place.Line, first.Place.LineEnd)}　{ReportTitles.Quoted(first.ReportTitle)}　{Wording.Origin(first.Year, first.Organisation)}");
        foreach (FamilyYearView year in detail.Timeline)
        {
            string units = year.Organisations.Count > 0 ? $"　{string.Join('、', year.Organisations)}" : "";
            string ratio = year.Ratio is { } like ? $"　与最早一处相似 {Wording.Percent(like)}" : "";
            string changes = year.Changes.Count > 0 ? $"　改动：{string.Join('、', year.Changes.Select(change => $"{Wording.Of(change.Key)} {change.Value}"))}" : "";
            printer.Line($"    {(year.Year is { } stated ? $"{stated}年" : "年份不详")}　{year.Copies} 处{units}{ratio}{changes}");
        }
    }
}
