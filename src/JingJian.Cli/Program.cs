using System.CommandLine;
using System.Text;
using JingJian.Archive;
using JingJian.Cli;
using JingJian.Cli.Commands;
using JingJian.Cli.Output;
using JingJian.Text;
using Microsoft.Data.Sqlite;

Console.OutputEncoding = new UTF8Encoding(false);

var root = new RootCommand("镜鉴：工作总结档案的检索、查重、审计与范例。数据只保存在本机。")
{
    IngestCommand.Create(),
    ParseCommand.Create(),
    SegmentCommand.Create(),
    KeywordsCommand.Create(),
    LexiconCommand.Create(),
    FunctionsCommand.Create(),
    PairsCommand.Create(),
    FamiliesCommand.Create(),
    AuditCommand.Create(),
    OverviewCommand.Create(),
    MarkCommand.Create(),
    ExcludeCommand.Create(),
    CheckCommand.Create(),
    SearchCommand.Create(),
    SavedCommand.Create(),
    EmbedCommand.Create(),
    ExemplarsCommand.Create(),
    CardsCommand.Create(),
    OutlineCommand.Create(),
    ServeCommand.Create(),
    McpCommand.Create(),
    StatsCommand.Create(),
    RebuildIndexCommand.Create(),
    CollectionsCommand.Create(),
    RemoveCommand.Create(),
    HoldCommand.Create(),
    LogCommand.Create(),
    BackupCommand.CreateBackup(),
    BackupCommand.CreateRestore(),
    DoctorCommand.Create(),
};
root.Options.Add(CommandContext.Data);
root.Options.Add(CommandContext.Json);

HelpText.Install(root);

// A word that starts with @ is a word to search for, not the name of a file with more arguments.
ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
IReadOnlyList<string> errors = UsageErrors.In(parsed);
if (errors.Count > 0 && parsed.Action is not HelpText)
{
    foreach (string error in errors)
    {
        Printer.Message(error);
    }

    Printer.Message($"用法见：jingjian {HelpText.PathOf(parsed.CommandResult.Command)}--help");
    return CommandContext.Usage;
}

try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception error) when (error is CorruptArtifactException or ArchiveBusyException or ArchiveUnavailableException)
{
    Printer.Message(error.Message);
}
catch (OperationCanceledException)
{
    Printer.Message("已取消；已经保存的内容不受影响。");
}
catch (SqliteException error)
{
    Printer.Message($"数据目录“{parsed.GetValue(CommandContext.Data)}”：{StoreFaults.Sentence(error)}");
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException)
{
    Printer.Message($"读写文件出错，请检查磁盘和权限（系统提示：{error.Message}）。");
}

return CommandContext.Refused;
