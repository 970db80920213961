using System.CommandLine;
using System.Text;
using JingJian.Archive;
using JingJian.Archive.Exports;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>search QUERY [--function F] [--year A..B] [--top N]</c></summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = new Argument<string>("检索词") { Description = "词语、“原文短语”、+必须 -排除、甲 OR 乙、前缀*、功能:问题、年份:2019..2021、单位:某局" };
        var function = new Option<string?>("--function") { Description = "只看某种功能：做法、成效、问题、计划……（或英文名）", HelpName = "功能" };
        var undecided = new Option<bool?>("--undecided") { Description = "true 只看功能未定的段落，false 只看已定的", HelpName = "true|false" };
        var year = new Option<string?>("--year") { Description = "只看某年或某段年份，如 2021、2019..2021", HelpName = "年份" };
        var organisation = new Option<string?>("--organisation") { Description = "只看某个单位", HelpName = "单位" };
        var type = new Option<string?>("--type") { Description = "只看某种文种：工作总结、工作计划、个人总结……（或英文名）", HelpName = "文种" };
        var unitType = new Option<string?>("--unit-type") { Description = "只看某类单位：工会、学校、医院、企业……（或英文名）", HelpName = "类型" };
        var copies = new Option<string?>("--copies") { Description = "只看有若干处相同的段落，如 1、3..5、11..", HelpName = "处数" };
        var originality = new Option<string?>("--originality") { Description = "只看原创度（百分数）在某个区间的报告，如 90..100", HelpName = "区间" };
        var quantities = new Option<string?>("--quantities") { Description = "只看写有若干处数据（带单位的数字）的段落，如 1..、3..5", HelpName = "处数" };
        var damaged = new Option<bool?>("--damaged") { Description = "true 只看有遮盖、缺失或截断的段落，false 只看完好的", HelpName = "true|false" };
        var sort = new Option<string?>("--sort") { Description = "排序：相关（默认）、最新、最早、原创度", HelpName = "方式" };
        var source = new Option<string?>("--source") { Description = "只看某个来源文件", HelpName = "文件" };
        var report = new Option<string?>("--report") { Description = "只在一篇报告内检索", HelpName = "报告编号" };
        var output = new Option<string?>("--out") { Description = "把结果写成文件：.csv、.json 或带出处的 .docx", HelpName = "文件" };
        var save = new Option<string?>("--save") { Description = "以这个名称保存这次检索，以后用 saved 查看新入库的内容", HelpName = "名称" };
        var exact = new Option<bool>("--exact") { Description = "只按原话检索，不找近义词和相关说法" };
        var explain = new Option<bool>("--explain") { Description = "说明每条结果的得分由来" };
        Option<int> top = CommandContext.Top(10);
        return new Command("search", "检索段落；相同的段落合并为一条") { query, function, undecided, year, organisation, type, unitType, copies, originality, quantities, damaged, source, report, sort, top, output, save, exact, explain }
            .Does((result, printer, _) =>
            {
                var wish = new SearchWish(result.GetValue(query)!)
                {
                    Function = result.GetValue(function),
                    Undecided = result.GetValue(undecided),
                    Years = result.GetValue(year),
                    Organisation = result.GetValue(organisation),
                    Type = result.GetValue(type),
                    UnitType = result.GetValue(unitType),
                    Copies = result.GetValue(copies),
                    Originality = result.GetValue(originality),
                    Quantities = result.GetValue(quantities),
                    Damaged = result.GetValue(damaged),
                    Sort = result.GetValue(sort),
                    Source = result.GetValue(source),
                    Report = result.GetValue(report),
                    Top = result.GetValue(top),
                    Explain = result.GetValue(explain),
                    Expand = !result.GetValue(exact),
                };
                ReportArchive archive = CommandContext.OpenArchive(result);
                if (!archive.Search.Search(wish).TryGet(out SearchView? found, out Fault? fault))
                {
                    return Refuse(wish.Query, fault);
                }

                if (result.GetValue(save) is { } name)
                {
                    Printer.Message(archive.Saved.Save(name, wish).TryGet(out SavedSearchView? kept, out fault) ? $"已保存为“{kept.Name}”。" : fault.Message);
                }

                if (result.GetValue(output) is { } path)
                {
                    return Export(found, path);
                }

                if (found.Hits.Count == 0 && CommandContext.SaysItIsEmpty(archive))
                {
                    return CommandContext.Done;
                }

                Print(found, printer);
                return CommandContext.Done;
            });
    }

    private static int Export(SearchView found, string path)
    {
        using var content = new MemoryStream();
        if (SearchExport.Write(found, Path.GetExtension(path), content) is { } fault)
        {
            Printer.Message(fault.Message);
            return CommandContext.Usage;
        }

        File.WriteAllBytes(path, content.ToArray());
        Printer.Message($"{found.Hits.Count} 条结果已写入 {path}。");
        return CommandContext.Done;
    }

    private static int Refuse(string query, Fault fault)
    {
        Printer.Message(fault.Message);
        if (fault.At is { } at && at.End <= query.Length)
        {
            Printer.Message($"    {query[..at.Start]}【{at.In(query)}】{query[at.End..]}");
        }

        return CommandContext.Usage;
    }

    /// <summary>Prints what was found, or a sentence where nothing was.</summary>
    public static void Print(SearchView found, Printer printer, string nothing = "没有找到。可以减少检索词，或去掉功能、年份等限制再试。")
    {
        foreach (string note in found.Notes)
        {
            Printer.Message(note);
        }

        if (found.Meant is { } meant)
        {
            Printer.Message($"你是不是要找：{meant.Query}　（{string.Join('、', meant.Words.Select(word => $"“{word.Instead}”见于 {word.Paragraphs} 处"))}）");
        }

        if (printer.Json)
        {
            foreach (HitView hit in found.Hits)
            {
                printer.Object(hit);
            }

            return;
        }

        printer.Line(found.Hits.Count == 0
            ? nothing
            : $"共 {found.Paragraphs} 段，相同的合并后 {found.Families} 条，显示前 {found.Hits.Count} 条。" + (found.Beyond > 0 ? $"另有 {found.Beyond} 段按相关说法找到。" : ""));
        foreach (HitView hit in found.Hits)
        {
            printer.Line();
            printer.Line($"{hit.Rank,3}. [{Wording.OfFunction(hit.Function, hit.Secondary)}] 《{hit.Report}》　{Wording.Origin(hit.Year, hit.Organisation)}"
                + (hit.Copies > 1 ? $"　{hit.Copies} 处相同（{hit.Family}）" : "")
                + (hit.Damage.Count > 0 ? $"　⚠{string.Join('、', hit.Damage.Select(Wording.Of))}" : ""));
            printer.Line($"     {Marked(hit, printer)}");
            printer.Line(printer.Faint($"     {hit.Source} {Wording.Lines(hit.Line, hit.LineEnd)}" + (hit.Through.Count > 0 ? $"　相关词：{string.Join('、', hit.Through)}" : "")));
            foreach (string reason in hit.Reasons)
            {
                printer.Line(printer.Faint($"       {reason}"));
            }
        }
    }

    /// <summary>The snippet with its matches set off.</summary>
    private static string Marked(HitView hit, Printer printer)
    {
        var text = new StringBuilder();
        int at = 0;
        foreach (IReadOnlyList<int> highlight in hit.SnippetHighlights)
        {
            text.Append(hit.Snippet, at, highlight[0] - at).Append(printer.Strong(hit.Snippet[highlight[0]..highlight[1]]));
            at = highlight[1];
        }

        return text.Append(hit.Snippet, at, hit.Snippet.Length - at).ToString();
    }
}
