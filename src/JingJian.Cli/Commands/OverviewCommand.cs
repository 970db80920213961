using System.CommandLine;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>overview [--top N] [--out FILE]</c></summary>
internal static class OverviewCommand
{
    public static Command Create()
    {
        var top = new Option<int>("--top") { Description = "每个榜列出几条", HelpName = "数目", DefaultValueFactory = _ => 10 };
        Option<string?> file = AuditCommand.FileOption();
        return new Command("overview", "全库复用概览：单位之间的复用、同源族、复用最多的片段、原创度最高和最低的报告") { top, file }
            .Does((result, printer, _) =>
            {
                if (result.GetValue(top) < 1)
                {
                    Printer.Message("--top 要大于 0。");
                    return CommandContext.Usage;
                }

                OverviewView overview = CommandContext.OpenArchive(result).Overview.Overview(result.GetValue(top));
                if (result.GetValue(file) is { } path)
                {
                    return AuditCommand.Export(path, $"{overview.Stats.Reports} 篇报告", (format, output) => format.Write(overview, output));
                }

                if (printer.Json)
                {
                    printer.Object(overview);
                    return CommandContext.Done;
                }

                Print(overview, result.GetValue(top), printer);
                return CommandContext.Done;
            });
    }

    private static void Print(OverviewView overview, int top, Printer printer)
    {
        StatsView stats = overview.Stats;
        printer.Line(printer.Strong($"{stats.Sources} 个来源文件，{stats.Reports} 篇报告，{stats.Paragraphs} 个段落；{stats.Pairs} 对重复，{stats.ParagraphsInFamilies} 个段落归为 {stats.Families} 个同源族"));
        Heading(printer, "单位");
        foreach (UnitView unit in overview.Units)
        {
            printer.Line($"  {unit.Name}　{unit.Reports} 篇　{unit.Paragraphs} 段，其中 {unit.Reused} 段见于其他报告");
        }

        Heading(printer, "单位之间（前者与后者不晚于它的报告相同）");
        foreach (UnitPairView cell in overview.Matrix.Take(2 * top))
        {
            printer.Line($"  {cell.Unit} ← {From(cell)}　{cell.Reports} 篇 {cell.Paragraphs} 段　{cell.Characters} 字");
        }

        PrintFamilies(printer, "处数最多的同源族", overview.Largest);
        PrintFamilies(printer, "涉及单位最多的同源族", overview.Widest);
        PrintFamilies(printer, "出现最早的同源族", overview.Oldest);
        PrintPassages(printer, overview.Passages);
        PrintReports(printer, "原创度最高的报告", overview.MostOriginal);
        PrintReports(printer, "原创度最低的报告", overview.LeastOriginal);
        printer.Line();
        printer.Line(printer.Faint($"档案版本 {overview.Provenance.Archive}{(overview.Provenance.Judgements.Length > 0 ? $"　标注与排除 {overview.Provenance.Judgements}" : "")}"));
    }

    /// <summary>Of reports that name no unit nobody knows whether it is the same one.</summary>
    private static string From(UnitPairView cell) => cell.From != cell.Unit ? cell.From : cell.Unit == UnitView.Unnamed ? "单位不明的其他报告" : "本单位其他报告";

    private static void Heading(Printer printer, string title)
    {
        printer.Line();
        printer.Line(printer.Strong(title));
    }

    private static void PrintFamilies(Printer printer, string title, IReadOnlyList<FamilyView> families)
    {
        Heading(printer, title);
        foreach (FamilyView family in families)
        {
            printer.Line($"  {FamiliesCommand.Line(family)}");
        }
    }

    private static void PrintPassages(Printer printer, IReadOnlyList<PassageView> passages)
    {
        Heading(printer, "复用最多的片段");
        foreach (PassageView passage in passages)
        {
            printer.Line($"  {passage.Reports} 篇报告　{Wording.Units(passage.Units)}　{Wording.Years(passage.FirstYear, passage.LastYear)}　{passage.Letters} 字　{Shortening.Excerpt(passage.Text, 60)}");
            printer.Line(printer.Faint($"    {passage.Place.Source} {Wording.Lines(passage.Place.Line, passage.Place.LineEnd)}"));
        }
    }

    private static void PrintReports(Printer printer, string title, IReadOnlyList<ReportShareView> reports)
    {
        Heading(printer, title);
        foreach (ReportShareView share in reports)
        {
            printer.Line($"  {Wording.Percent(share.Figures.Originality)}　{ReportTitles.Quoted(share.Report.Title)}　{Wording.Origin(share.Report.Year, share.Report.Organisation)}　{share.Figures.Letters} 字　"
                + $"本单位 {Wording.Percent(share.Figures.OwnOrganisation)}　跨单位 {Wording.Percent(share.Figures.OtherOrganisation)}　需要关注 {share.Findings} 处　{share.Report.Id}");
        }
    }
}
