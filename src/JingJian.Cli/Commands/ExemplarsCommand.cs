using System.CommandLine;
using System.Globalization;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>exemplars --function F [--topic "…"] [--top N]</c></summary>
internal static class ExemplarsCommand
{
    public static Command Create()
    {
        var function = new Option<string>("--function") { Description = "要写的部分：做法、成效、问题、计划……（或英文名）", HelpName = "功能", Required = true };
        var topic = new Option<string?>("--topic") { Description = "主题词", HelpName = "主题" };
        Option<string?> unit = UnitType();
        var slots = new Option<bool>("--slots") { Description = "同时给出填空式样：时间、数字、名称留空，标为〔待补：…〕" };
        Option<bool> persons = ShowPersons();
        Option<int> top = CommandContext.Top(10);
        return new Command("exemplars", "范例：为要写的部分找具体、原创、完整的段落") { function, topic, unit, slots, persons, top }
            .Does((result, printer, _) =>
            {
                var wish = new ExemplarWish(result.GetValue(function)!)
                {
                    Topic = result.GetValue(topic),
                    UnitType = result.GetValue(unit),
                    Templates = result.GetValue(slots),
                    ShowPersons = result.GetValue(persons),
                    Top = result.GetValue(top),
                };
                ReportArchive archive = CommandContext.OpenArchive(result);
                if (!archive.Exemplars.Find(wish).TryGet(out ExemplarsView? found, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return CommandContext.Usage;
                }

                if (found.Exemplars.Count == 0 && CommandContext.SaysItIsEmpty(archive))
                {
                    return CommandContext.Done;
                }

                foreach (string note in found.Notes)
                {
                    Printer.Message(note);
                }

                Print(found.Exemplars, printer);
                return CommandContext.Done;
            });
    }

    /// <summary>Who writes.</summary>
    public static Option<string?> UnitType() => new("--unit-type") { Description = "写材料的是哪类单位：工会、学校、医院、乡镇……", HelpName = "类型" };

    /// <summary>The permission to see what belongs to persons.</summary>
    public static Option<bool> ShowPersons() => new("--show-persons") { Description = "显示人名、电话和证件号码（默认隐去）" };

    private static void Print(IReadOnlyList<ExemplarView> found, Printer printer)
    {
        if (!printer.Json && found.Count == 0)
        {
            printer.Line("没有合适的范例。可以换一个主题词，或只给功能。");
        }

        foreach (ExemplarView exemplar in found)
        {
            if (printer.Json)
            {
                printer.Object(exemplar);
                continue;
            }

            ExemplarPartsView parts = exemplar.Parts;
            printer.Line(printer.Strong($"{exemplar.Rank,3}. 《{exemplar.Report}》　{Wording.Origin(exemplar.Year, exemplar.Organisation)}")
                + $"　得分 {Score(exemplar.Score)}"
                + (exemplar.Damage.Count > 0 ? $"　⚠{string.Join('、', exemplar.Damage.Select(Wording.Of))}{(exemplar.Misleading ? "，不宜作为依据" : "")}" : ""));
            printer.Line($"     {exemplar.Text}");
            if (exemplar.Template is { } template)
            {
                printer.Line($"     填空：{template.Text}");
            }

            printer.Line(printer.Faint($"     功能 {Score(parts.Function)} · 相关 {Score(parts.Relevance)} · 具体 {Score(parts.Concreteness)} · 原创 {Score(parts.Originality)}"
                + $" · 完整 {Score(parts.Integrity)} · 时效 {Score(parts.Recency)}　{exemplar.Source} {Wording.Lines(exemplar.Line, exemplar.LineEnd)}"));
            printer.Line();
        }
    }

    private static string Score(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
