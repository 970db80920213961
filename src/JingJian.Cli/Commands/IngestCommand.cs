using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using Spectre.Console;

namespace JingJian.Cli.Commands;

/// <summary><c>ingest PATH...</c></summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("路径") { Description = "文件、文件夹或通配，可以给多个", Arity = ArgumentArity.OneOrMore };
        return new Command("ingest", "入库：读取文件和文件夹，识别其中的报告，比对重复，建立索引") { paths }
            .Does((result, printer, cancellationToken) =>
            {
                ReportArchive archive = CommandContext.OpenArchive(result);
                IngestReport report = WithProgress(progress => archive.Ingest(result.GetValue(paths)!, progress, cancellationToken));
                Print(report, archive.Catalogue.Stats(), printer);
                return report.Refused.Any() ? CommandContext.Refused : CommandContext.Done;
            });
    }

    private static IngestReport WithProgress(Func<IProgress<IngestProgress>?, IngestReport> ingest) =>
        !Printer.ShowsProgress
            ? ingest(null)
            : Printer.Messages.Progress().AutoClear(true).HideCompleted(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
                .Start(context => ingest(new BarProgress(context.AddTask("读取文件"))));

    private static void Print(IngestReport report, StatsView stats, Printer printer)
    {
        if (printer.Json)
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
                },
            });
            return;
        }

        foreach (IngestOutcome outcome in report.Outcomes)
        {
            printer.Line(Sentence(outcome));
        }

        printer.Line();
        printer.Line($"新入库 {report.Stored.Count()} 个来源文件（{report.Stored.Sum(source => source.Reports)} 篇报告，"
            + $"{report.Stored.Sum(source => source.Paragraphs)} 个段落），已在库 {report.Known.Count()} 个，未接收 {report.Refused.Count()} 个。");
        printer.Line($"档案现有 {stats.Sources} 个来源文件、{stats.Reports} 篇报告、{stats.Paragraphs} 个段落；"
            + $"{stats.ParagraphsInFamilies} 个段落与别处相同或基本相同，归为 {stats.Families} 个同源族。");
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

    private sealed class BarProgress(ProgressTask task) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            task.Description = Markup.Escape(value.Stage);
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }
}
