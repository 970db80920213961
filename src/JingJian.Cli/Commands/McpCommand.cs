using System.CommandLine;
using JingJian.Archive;
using JingJian.Cli.Mcp;

namespace JingJian.Cli.Commands;

/// <summary><c>mcp [--show-persons]</c></summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var showPersons = new Option<bool>("--show-persons") { Description = "不隐去人名、电话和证件号" };
        var command = new Command("mcp", "作为 MCP 服务（标准输入输出），供支持 MCP 的写作助手查档案、查草稿；只读") { showPersons };
        command.SetAction(async (result, cancellationToken) =>
        {
            ReportArchive archive = CommandContext.OpenArchive(result);
            await ToolServer.Run(ArchiveTools.Of(archive, result.GetValue(showPersons)), cancellationToken);
            return CommandContext.Done;
        });
        return command;
    }
}
