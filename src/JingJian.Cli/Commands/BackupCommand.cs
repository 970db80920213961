using System.CommandLine;
using JingJian.Archive;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Cli.Output;
using JingJian.Text;

namespace JingJian.Cli.Commands;

/// <summary><c>backup DIR</c> and <c>restore DIR</c></summary>
internal static class BackupCommand
{
    public static Command CreateBackup()
    {
        var folder = new Argument<string>("文件夹") { Description = "备份到哪里：新的或空的文件夹" };
        return new Command("backup", "备份档案库；服务运行时、入库时也可以") { folder }
            .Does((result, printer, _) => Print(
                ArchiveBackup.Make(result.GetValue(CommandContext.Data)!, result.GetValue(folder)!, TimeProvider.System.GetUtcNow()),
                view => $"已备份到 {view.Folder}：{view.Sources} 个来源文件，{view.Reports} 篇报告，{view.Paragraphs} 个段落；{view.Files} 个文件，共 {view.Bytes / 1048576.0:F1} MB。",
                printer));
    }

    public static Command CreateRestore()
    {
        var folder = new Argument<string>("文件夹") { Description = "备份所在的文件夹" };
        return new Command("restore", "由备份恢复到一个新的数据目录（--data），不覆盖任何东西") { folder }
            .Does((result, printer, _) =>
            {
                Result<BackupView> restored = ArchiveBackup.Restore(result.GetValue(folder)!, result.GetValue(CommandContext.Data)!);
                if (restored.TryGet(out BackupView? _, out Fault? _))
                {
                    // The first opening builds what is derived.
                    ReportArchive.Open(new ArchiveOptions { DataFolder = result.GetValue(CommandContext.Data)! }, TimeProvider.System)
                        .Log.Note(CommandContext.Person, "archive.restore", result.GetValue(folder)!);
                }

                return Print(restored, view => $"已恢复到 {result.GetValue(CommandContext.Data)}：{view.Sources} 个来源文件，{view.Reports} 篇报告，{view.Paragraphs} 个段落；备份于 {view.MadeAt[..16].Replace('T', ' ')}（UTC）。", printer);
            });
    }

    private static int Print(Result<BackupView> result, Func<BackupView, string> sentence, Printer printer)
    {
        if (!result.TryGet(out BackupView? view, out Fault? fault))
        {
            Printer.Message(fault.Message);
            return CommandContext.Refused;
        }

        if (printer.Json)
        {
            printer.Object(view);
        }
        else
        {
            printer.Line(sentence(view));
        }

        return CommandContext.Done;
    }
}
