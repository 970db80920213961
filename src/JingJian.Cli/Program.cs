using System.CommandLine;
using System.Globalization;
using System.Text;
using JingJian.Archive;
using JingJian.Cli;
using JingJian.Cli.Commands;
using JingJian.Cli.Output;
using JingJian.Text;
using Microsoft.Data.Sqlite;

CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
Console.OutputEncoding = new UTF8Encoding(false);

var root = new RootCommand("镜鉴：工作总结档案的检索、查重、审计与范例。数据只保存在本机。")
{
    IngestCommand.Create(),
    ParseCommand.Create(),
    SegmentCommand.Create(),
    KeywordsCommand.Create(),
    PairsCommand.Create(),
    FamiliesCommand.Create(),
    AuditCommand.Create(),
    CheckCommand.Create(),
    SearchCommand.Create(),
    ExemplarsCommand.Create(),
    ServeCommand.Create(),
    StatsCommand.Create(),
    RebuildIndexCommand.Create(),
};
root.Options.Add(CommandContext.Data);
root.Options.Add(CommandContext.Json);

ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (string error in parsed.Errors.Select(error => error.Message).Distinct())
    {
        Printer.Message(error);
    }

    Printer.Message("用法见：jingjian --help");
    return CommandContext.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is CorruptArtifactException or ArchiveBusyException)
{
    Printer.Message(error.Message);
}
catch (OperationCanceledException)
{
    Printer.Message("已取消；已经保存的内容不受影响。");
}
catch (SqliteException error)
{
    Printer.Message($"数据库出错：{error.Message}（数据目录：{parsed.GetValue(CommandContext.Data)}）");
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    Printer.Message($"读写文件出错：{error.Message}");
}

return CommandContext.Refused;
