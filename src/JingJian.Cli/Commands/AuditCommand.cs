using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Exports;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>audit REPORT|SOURCE [--out FILE]</c></summary>
internal static class AuditCommand
{
    private const int EvidenceShown = 5;

    public static Command Create()
    {
        var target = new Argument<string>("报告或来源") { Description = "报告编号、来源编号或来源文件名" };
        Option<string?> file = FileOption();
        return new Command("audit", "审计：一篇报告有多少文字见于别处，出自谁，改了什么") { target, file }
            .Does((result, printer, _) =>
            {
                ReportArchive archive = CommandContext.OpenArchive(result);
                string asked = result.GetValue(target)!;
                IReadOnlyList<AuditView> audits = archive.Audits.Audit(asked);
                if (audits.Count == 0)
                {
                    Printer.Message(archive.Audits.NotCompared(asked)?.Message ?? NothingToAudit(asked, archive.Catalogue));
                    return CommandContext.Refused;
                }

                if (result.GetValue(file) is { } path)
                {
                    return Export(path, $"{audits.Count} 篇报告", (format, output) => format.Write(audits, output));
                }

                foreach (AuditView audit in audits)
                {
                    Print(audit, printer);
                }

                return CommandContext.Done;
            });
    }

    /// <summary>Why there is no audit. A file on the disk is easily taken for one of the archive.</summary>
    private static string NothingToAudit(string asked, Catalogue catalogue)
    {
        string name = Path.GetFileName(asked);
        return !File.Exists(asked) ? $"没有找到“{asked}”。可用 jingjian search 查到报告编号，或给出来源文件名。"
            : name != asked && catalogue.FindSources(name).Count > 0 ? $"“{name}”已入库；档案里的来源按文件名查找，不带路径，请用 jingjian audit {name}。"
            : $"“{asked}”没有入库，审计只看已入库的报告。可先用 jingjian ingest 入库；草稿不必入库，用 jingjian check 查重。";
    }

    /// <summary>Writes a report to a file.</summary>
    /// <param name="path">The file; its ending is the format.</param>
    /// <param name="what">What it holds.</param>
    /// <param name="write">Writes it in a format.</param>
    public static int Export(string path, string what, Action<ExportFormat, Stream> write)
    {
        if (ExportFile.Write(path, write) is { } fault)
        {
            Printer.Message(fault.Message);
            return CommandContext.Usage;
        }

        Printer.Message($"已写入 {path}（{what}）。");
        return CommandContext.Done;
    }

    /// <summary>The option that names the file to write.</summary>
    public static Option<string?> FileOption() => new("--out") { Description = "写入文件：.html、.docx、.csv 或 .json", HelpName = "文件" };

    private static void Print(AuditView audit, Printer printer)
    {
        if (printer.Json)
        {
            printer.Object(audit);
            return;
        }

        printer.Line(printer.Strong($"{ReportTitles.Quoted(audit.Report.Title)}　{Wording.Origin(audit.Report.Year, audit.Report.Organisation)}　{audit.Report.Id}"));
        PrintFigures(audit, printer);
        EvidenceView[] longest = [.. audit.Evidence.OrderByDescending(evidence => evidence.Text.Length).DistinctBy(evidence => evidence.Place.Paragraph).Take(EvidenceShown)];
        foreach (EvidenceView evidence in longest.OrderBy(evidence => evidence.Start))
        {
            printer.Line($"    {Wording.Lines(evidence.Place.Line, evidence.Place.LineEnd)} ← {evidence.OtherPlace.Source} {Wording.Lines(evidence.OtherPlace.Line, evidence.OtherPlace.LineEnd)}"
                + $"（{Wording.Of(evidence.Class)}，{evidence.Direction.Label}）　{Shortening.Excerpt(evidence.Text, 40)}");
        }

        if (audit.Evidence.Count > longest.Length)
        {
            printer.Line($"    另有 {audit.Evidence.Count - longest.Length} 处，全部证据可用 --out 审计.html 导出。");
        }

        printer.Line();
    }

    /// <summary>Figures and findings.</summary>
    public static void PrintFigures(AuditView audit, Printer printer)
    {
        AuditFiguresView figures = audit.Figures;
        printer.Line($"  原创度 {Wording.Percent(figures.Originality)}　总复用率 {Wording.Percent(figures.Total)}（去除套话 {Wording.Percent(figures.WithoutStock)}，再去除上级文件和准予引用 {Wording.Percent(figures.WithoutLawful)}）　正文 {figures.Letters} 字");
        printer.Line($"  本单位历年自我复用 {Wording.Percent(figures.OwnOrganisation)}　跨单位复用 {Wording.Percent(figures.OtherOrganisation)}　来源单位不明 {Wording.Percent(figures.UnknownOrganisation)}　上级文件 {Wording.Percent(figures.Superior)}　模板网站 {Wording.Percent(figures.Template)}　准予引用 {Wording.Percent(figures.Quotable)}　规定表述、套话 {Wording.Percent(figures.Stock)}");
        printer.Line($"  单篇最大复用 {Wording.Percent(figures.LargestSingle)}{(figures.LargestReport is { } largest ? $"（{largest.Source}{ReportTitles.Quoted(largest.Title)}）" : "")}"
            + $"　最长连续复用 {figures.LongestLetters} 字　首部 {Wording.Percent(figures.Head)}　尾部 {Wording.Percent(figures.Tail)}　仅改数字 {Wording.Percent(figures.OnlyNumbersChanged)}　被后文复用 {Wording.Percent(figures.CopiedLater)}");
        if (audit.FiguresBefore is { } before)
        {
            printer.Line($"  人工排除 {Wording.Percent(figures.Excluded)}；排除前总复用率 {Wording.Percent(before.Total)}，原创度 {Wording.Percent(before.Originality)}");
        }

        foreach (FindingView finding in audit.Findings)
        {
            printer.Line($"  · {finding.Label}　{(finding.Place.Paragraph.Length == 0 ? "全文" : Wording.Lines(finding.Place.Line, finding.Place.LineEnd))}"
                + (finding.Detail.Length > 0 ? $"　{finding.Detail}" : "")
                + $"　{printer.Faint(Shortening.Excerpt(finding.Words, 30))}　见 {string.Join('、', finding.Others.Take(2).Select(other => $"{other.Source}:{other.Line}"))}");
        }
    }
}
