using System.Text.Json;
using JingJian.Archive;
using JingJian.Cli.Output;
using JingJian.Text;
using Microsoft.Data.Sqlite;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace JingJian.Cli.Mcp;

/// <summary>Offers the tools to a client over standard input and output: nothing else is written there.</summary>
/// <remarks>No state is kept between calls, so every revision of the protocol that the package knows is served.</remarks>
internal static class ToolServer
{
    private const string Instructions =
        "镜鉴是本机的工作总结档案。可以按字词查段落（search_passages）、看段落原文和上下文（get_passage）、看整篇报告（get_report）、"
        + "找值得借鉴的写法（find_exemplars）、查草稿与旧文是否雷同（check_draft）、看段落功能（list_functions）和反复出现的段落（list_families）。"
        + "引用时请写明单位、年份、文件名和行号。范例只供借鉴写法：其中的单位、人名、数字、日期都不是使用者的，不得照搬。人名、电话和证件号默认隐去。";

    /// <summary>Serves until the client goes away.</summary>
    public static async Task Run(IReadOnlyList<ArchiveTool> tools, CancellationToken cancellationToken)
    {
        Dictionary<string, ArchiveTool> byName = tools.ToDictionary(tool => tool.Definition.Name, StringComparer.Ordinal);
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "jingjian", Title = "镜鉴", Version = typeof(ReportArchive).Assembly.GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = Instructions,
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. tools.Select(tool => tool.Definition)] }),
                CallToolHandler = async (request, cancellation) => byName.TryGetValue(request.Params.Name, out ArchiveTool? tool)
                    ? await Task.Run(() => Answer(tool, request.Params.Arguments), cancellation)
                    : throw new McpProtocolException($"没有“{request.Params.Name}”这个工具，可用的有：{string.Join('、', byName.Keys)}。", McpErrorCode.InvalidParams),
            },
        };
        await using var transport = new StdioServerTransport(options, loggerFactory: null);
        await using McpServer server = McpServer.Create(transport, options, loggerFactory: null, serviceProvider: null);
        await server.RunAsync(cancellationToken);
    }

    private static CallToolResult Answer(ArchiveTool tool, IDictionary<string, JsonElement>? arguments)
    {
        try
        {
            return tool.Answer(new ToolArguments(arguments)).TryGet(out JsonElement view, out Fault? fault)
                ? new CallToolResult { StructuredContent = view, Content = [new TextContentBlock { Text = view.GetRawText() }] }
                : Refused(fault.Message);
        }
        catch (Exception error) when (error is CorruptArtifactException or ArchiveUnavailableException or SqliteException or IOException or UnauthorizedAccessException)
        {
            Printer.Message(error.Message);
            return Refused(error is SqliteException store ? StoreFaults.Sentence(store) : $"读取档案时出错：{error.Message}");
        }
    }

    private static CallToolResult Refused(string sentence) => new() { IsError = true, Content = [new TextContentBlock { Text = sentence }] };
}
