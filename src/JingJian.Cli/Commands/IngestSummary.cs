using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;

namespace JingJian.Cli.Commands;

/// <summary>What became of the files of an ingest: one row a file for programs; for people what they can read, and the sums.</summary>
internal static class IngestSummary
{
    /// <summary>With more files than this only those that were refused are named.</summary>
    private const int MostNamed = 200;

    private const int MostNamedForReason = 3;

    /// <summary>Prints it.</summary>
    public static void Print(IngestReport report, StatsView stats, Printer printer)
    {
        if (printer.Json)
        {
            PrintRows(report, printer);
            return;
        }

        bool namesAll = report.Outcomes.Count <= MostNamed;
        foreach (IngestOutcome outcome in report.Outcomes.Where(outcome => namesAll || outcome is IngestOutcome.Refused))
        {
            printer.Line(Sentence(outcome));
        }

        printer.Line();
        printer.Line($"新入库 {report.Stored.Count()} 个来源文件（{report.Stored.Sum(source => source.Reports)} 篇报告，"
            + $"{report.Stored.Sum(source => source.Paragraphs)} 个段落），已在库 {report.Known.Count()} 个，未接收 {report.Refused.Count()} 个。");
        PrintReasons(report, printer);
        printer.Line($"档案现有 {stats.Sources} 个来源文件、{stats.Reports} 篇报告、{stats.Paragraphs} 个段落；"
            + $"{stats.ParagraphsInFamilies} 个段落与别处相同或基本相同，归为 {stats.Families} 个同源族。");
    }

    private static void PrintRows(IngestReport report, Printer printer)
    {
        foreach (IngestOutcome outcome in report.Outcomes)
        {
            printer.Object(Row(outcome));
        }

        printer.Object(new
        {
            Total = new
            {
                Read = report.Stored.Count(),
                Known = report.Known.Count(),
                Refused = report.Refused.Count(),
                Reports = report.Stored.Sum(source => source.Reports),
                Paragraphs = report.Stored.Sum(source => source.Paragraphs),
                Reasons = report.Refused.GroupBy(refused => refused.Fault.Code, StringComparer.Ordinal)
                    .OrderBy(reason => reason.Key, StringComparer.Ordinal).ToDictionary(reason => reason.Key, reason => reason.Count()),
            },
        });
    }

    /// <summary>The reasons of the refused files, the most frequent first.</summary>
    private static void PrintReasons(IngestReport report, Printer printer)
    {
        IEnumerable<IGrouping<string, IngestOutcome.Refused>> reasons = report.Refused.GroupBy(refused => refused.Fault.Message, StringComparer.Ordinal)
            .OrderByDescending(reason => reason.Count()).ThenBy(reason => reason.Key, StringComparer.Ordinal);
        foreach (IGrouping<string, IngestOutcome.Refused> reason in reasons)
        {
            int count = reason.Count();
            string names = string.Join('、', reason.Take(MostNamedForReason).Select(refused => refused.Name));
            printer.Line($"{count,7} 个：{reason.Key}（{names}{(count > MostNamedForReason ? " 等" : "")}）");
        }
    }

    private static object Row(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Read read => new { Source = read.Name, Outcome = "read", Id = read.SourceId, read.Reports, read.Paragraphs, read.Encoding },
        IngestOutcome.Known known => new { Source = known.Name, Outcome = "known", known.KnownAs },
        IngestOutcome.Refused refused => new { Source = refused.Name, Outcome = "refused", refused.Fault.Code, Reason = refused.Fault.Message },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Sentence(IngestOutcome outcome) => outcome switch
    {
        IngestOutcome.Read read => $"已入库　{read.Name}：{read.Reports} 篇报告，{read.Paragraphs} 个段落（{read.Encoding}）",
        IngestOutcome.Known known => known.Name == known.KnownAs ? $"已在库　{known.Name}" : $"已在库　{known.Name}（内容与“{known.KnownAs}”相同）",
        IngestOutcome.Refused refused => $"未接收　{refused.Name}：{refused.Fault.Message}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
