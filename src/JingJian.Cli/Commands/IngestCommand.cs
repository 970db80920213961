using System.CommandLine;
using System.Globalization;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Ingest;
using JingJian.Text;
using Spectre.Console;

namespace JingJian.Cli.Commands;

/// <summary><c>ingest PATH...</c>, <c>ingest --watch FOLDER...</c></summary>
internal static class IngestCommand
{
    private static readonly Argument<string[]> Paths = new("路径") { Description = "文件、文件夹或通配，可以给多个", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Watch = new("--watch") { Description = "一直监视文件夹，放入的文件写完后自动入库，直到被停止" };
    private static readonly Option<string> Into = new("--collection") { Description = "放入哪个分库（编号或名称）", HelpName = "分库", DefaultValueFactory = _ => "1" };

    public static Command Create() =>
        new Command("ingest", "入库：读取文件和文件夹，识别其中的报告，比对重复，建立索引") { Paths, Watch, Into }
            .Does((result, printer, cancellationToken) =>
            {
                (string[] paths, string data, bool watch) = (result.GetValue(Paths)!, result.GetValue(CommandContext.Data)!, result.GetValue(Watch));
                if (watch && paths.FirstOrDefault(path => !Directory.Exists(path)) is { } missing)
                {
                    Printer.Message($"“{missing}”不是文件夹，--watch 只能监视文件夹。");
                    return CommandContext.Usage;
                }

                ReportArchive archive = CommandContext.OpenArchive(result);
                if (!archive.Collections.Find(result.GetValue(Into)!).TryGet(out CollectionView? into, out Fault? fault))
                {
                    Printer.Message(fault.Message);
                    return CommandContext.Refused;
                }

                return watch
                    ? WatchFolders(archive, into.Id, new DropFolder(paths, data, TimeProvider.System), paths, printer, cancellationToken)
                    : IngestOnce(archive, into.Id, FoundSources.In(paths, data), paths, printer, cancellationToken);
            });

    private static int IngestOnce(ReportArchive archive, long collection, FoundSources found, string[] paths, Printer printer, CancellationToken cancellationToken)
    {
        IngestReport report = Noted(archive, collection, found, paths, cancellationToken);
        IngestSummary.Print(report, archive.Catalogue.Stats(), printer);
        printer.Flush();
        // All is searchable; what is left makes later searches faster.
        archive.Merging.Wait(cancellationToken);
        return report.Refused.Any() ? CommandContext.Refused : CommandContext.Done;
    }

    private static int WatchFolders(ReportArchive archive, long collection, DropFolder drop, string[] folders, Printer printer, CancellationToken cancellationToken)
    {
        Printer.Message($"正在监视 {string.Join('、', folders)}：放入的文件写完后自动入库；按 Ctrl+C 停止。");
        try
        {
            do
            {
                TakeIn(archive, collection, drop, printer, cancellationToken);
            }
            while (!cancellationToken.WaitHandle.WaitOne(DropFolder.Interval));
        }
        catch (OperationCanceledException)
        {
            // What was stored by then stays, and the next start mends the rest.
        }

        Printer.Message("已停止监视；已经入库的内容不受影响。");
        return CommandContext.Done;
    }

    private static void TakeIn(ReportArchive archive, long collection, DropFolder drop, Printer printer, CancellationToken cancellationToken)
    {
        FoundSources found = drop.Look();
        if (found.Files.Count + found.Refused.Count == 0)
        {
            return;
        }

        try
        {
            IngestReport report = Noted(archive, collection, found, found.Files.Select(file => file.Name), cancellationToken);
            drop.Taken(found.Files);
            IngestSummary.Print(report, archive.Catalogue.Stats(), printer);
            printer.Flush();
        }
        catch (ArchiveBusyException)
        {
            // The files are whole and will be at the next look, when the other program may have ended.
        }
    }

    /// <summary>Takes files in; where that changes the archive, the log says who took what in.</summary>
    private static IngestReport Noted(ReportArchive archive, long collection, FoundSources found, IEnumerable<string> what, CancellationToken cancellationToken)
    {
        try
        {
            IngestReport report = WithProgress(progress => archive.Ingest(found, collection, progress, cancellationToken));
            if (report.Stored.Any())
            {
                Note();
            }

            return report;
        }
        catch (OperationCanceledException)
        {
            // What was stored by then stays.
            Note();
            throw;
        }

        void Note() => archive.Log.Note(
            CommandContext.Person, "source.add", string.Join('、', what), string.Create(CultureInfo.InvariantCulture, $"{found.Files.Count} 个文件，分库 {collection}"));
    }

    private static IngestReport WithProgress(Func<IProgress<IngestProgress>?, IngestReport> ingest) =>
        !Printer.ShowsProgress
            ? ingest(null)
            : Printer.Messages.Progress().AutoClear(true).HideCompleted(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
                .Start(context => ingest(new BarProgress(context.AddTask("读取文件"))));

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
