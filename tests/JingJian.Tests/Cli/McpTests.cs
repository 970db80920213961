using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace JingJian.Tests.Cli;

/// <summary>The MCP server as a client meets it: the real program, over its standard input and output.</summary>
public sealed class McpTests : IDisposable
{
    private readonly TwoReports reports = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => reports.Dispose();

    [Theory]
    [InlineData("2024-11-05")]
    [InlineData("2025-03-26")]
    [InlineData("2025-06-18")]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    [InlineData(null)]
    public async Task A_client_of_any_revision_lists_the_tools_and_searches(string? revision)
    {
        await using McpClient client = await Connect(revision);

        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: Cancellation);
        JsonElement found = await Call(client, "search_passages", new() { ["query"] = "慰问困难职工" });

        Assert.Equal(
            ["search_passages", "get_passage", "get_report", "find_exemplars", "check_draft", "list_functions", "list_families"], tools.Select(tool => tool.Name));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
        Assert.All(tools, tool => Assert.Matches("[\u4E00-\u9FFF]{4,}", tool.Description));
        Assert.Equal(2, found.GetProperty("paragraphs").GetInt32());
        Assert.Equal(revision ?? "2026-07-28", client.NegotiatedProtocolVersion);
    }

    [Fact]
    public async Task A_citation_leads_to_the_passage_and_to_the_words_in_the_file()
    {
        await using McpClient client = await Connect();

        JsonElement cited = (await Call(client, "search_passages", new() { ["query"] = "夜间暑托班" })).GetProperty("items")[0].GetProperty("citation");
        JsonElement passage = await Call(client, "get_passage", new() { ["paragraph"] = cited.GetProperty("paragraph").GetString(), ["context"] = 1 });
        JsonElement report = await Call(client, "get_report", new() { ["report"] = cited.GetProperty("report").GetString() });

        string file = await File.ReadAllTextAsync(Path.Combine(reports.Texts, cited.GetProperty("source").GetString()!), Cancellation);
        Assert.Equal(passage.GetProperty("text").GetString(), file[cited.GetProperty("start").GetInt32()..cited.GetProperty("end").GetInt32()]);
        Assert.Matches("^[0-9a-f]{64}$", cited.GetProperty("sourceHash").GetString());
        Assert.Single(passage.GetProperty("before").EnumerateArray());
        Assert.Contains(report.GetProperty("items").EnumerateArray(), block => block.GetProperty("id").GetString() == cited.GetProperty("paragraph").GetString());
    }

    [Fact]
    public async Task A_draft_is_checked_without_its_new_paragraphs_coming_back()
    {
        await using McpClient client = await Connect();
        string draft = "黑水镇总工会2022年工作总结\n" + TwoReports.First.Split('\n')[3] + "\n今年我们请老师傅来教大家磨刀，来的人比想的多，刀也磨得比想的快，大家都说明年还要办，最好办两次。";

        JsonElement check = await Call(client, "check_draft", new() { ["text"] = draft });

        JsonElement paragraph = Assert.Single(check.GetProperty("paragraphs").EnumerateArray());
        JsonElement passage = Assert.Single(paragraph.GetProperty("passages").EnumerateArray());
        Assert.Equal("other", passage.GetProperty("kind").GetString());
        Assert.Equal("2020.txt", passage.GetProperty("source").GetProperty("place").GetProperty("source").GetString());
        Assert.Contains("改写 1 处", check.GetProperty("summary").GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_join_and_hold_every_item_once()
    {
        await using McpClient client = await Connect();
        JsonElement whole = await Call(client, "get_report", new() { ["report"] = await AnyReport(client), ["limit"] = 50 });

        List<string> ids = [];
        string? cursor = null;
        do
        {
            var arguments = new Dictionary<string, object?> { ["report"] = whole.GetProperty("id").GetString(), ["limit"] = 2, ["cursor"] = cursor };
            JsonElement page = await Call(client, "get_report", arguments);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(block => block.GetProperty("id").GetString()!));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(whole.GetProperty("items").EnumerateArray().Select(block => block.GetProperty("id").GetString()), ids);
    }

    [Fact]
    public async Task What_cannot_be_understood_is_refused_in_a_sentence_and_the_server_goes_on()
    {
        await using McpClient client = await Connect();
        string report = await AnyReport(client);
        string cursor = (await Call(client, "get_report", new() { ["report"] = report, ["limit"] = 1 })).GetProperty("nextCursor").GetString()!;
        (string Tool, Dictionary<string, object?> Arguments)[] bad =
        [
            ("search_passages", []),
            ("search_passages", new() { ["query"] = "" }),
            ("search_passages", new() { ["query"] = 7 }),
            ("search_passages", new() { ["query"] = new[] { "慰问" } }),
            ("search_passages", new() { ["query"] = new string('职', 100_000) }),
            ("search_passages", new() { ["query"] = "慰问", ["limit"] = 0 }),
            ("search_passages", new() { ["query"] = "慰问", ["limit"] = "10" }),
            ("search_passages", new() { ["query"] = "慰问", ["limit"] = 1e300 }),
            ("search_passages", new() { ["query"] = "慰问", ["function"] = "废话" }),
            ("search_passages", new() { ["query"] = "慰问", ["year"] = "去年" }),
            ("search_passages", new() { ["query"] = "慰问", ["qery"] = "慰问" }),
            ("search_passages", new() { ["query"] = "慰问", ["full_text"] = "yes" }),
            ("search_passages", new() { ["query"] = "慰问", ["cursor"] = cursor }),
            ("get_report", new() { ["report"] = report, ["cursor"] = "!!!" }),
            ("get_report", new() { ["report"] = report, ["cursor"] = new string('A', 150) }),
            ("get_report", new() { ["report"] = report, ["cursor"] = new string('A', 100_000) }),
            ("get_report", new() { ["report"] = "../../etc/passwd" }),
            ("get_passage", new() { ["paragraph"] = "000000000000-b1" }),
            ("get_passage", new() { ["paragraph"] = "\ud83d\u0000'; DROP TABLE source; --" }),
            ("find_exemplars", new() { ["function"] = "" }),
            ("check_draft", new() { ["text"] = " \n\t" }),
            ("check_draft", new() { ["text"] = "稿", ["year"] = 99999 }),
            ("check_draft", new() { ["text"] = new string('职', 200_001) }),
            ("list_families", new() { ["order"] = "alphabet" }),
            ("list_functions", new() { ["x"] = 1 }),
        ];

        foreach ((string tool, Dictionary<string, object?> arguments) in bad)
        {
            CallToolResult refused = await client.CallToolAsync(tool, arguments, cancellationToken: Cancellation);
            Assert.True(refused.IsError, $"{tool}: {JsonSerializer.Serialize(arguments)[..Math.Min(100, JsonSerializer.Serialize(arguments).Length)]}");
            Assert.Matches("[\u4E00-\u9FFF]{2,}.*。$", Assert.IsType<TextContentBlock>(Assert.Single(refused.Content)).Text);
        }

        McpException unknown = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CallToolAsync("delete_everything", cancellationToken: Cancellation));
        Assert.Contains("search_passages", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(10, (await Call(client, "list_functions", [])).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_cursor_is_refused_once_the_archive_has_changed()
    {
        await using McpClient client = await Connect();
        string report = await AnyReport(client);
        string cursor = (await Call(client, "get_report", new() { ["report"] = report, ["limit"] = 1 })).GetProperty("nextCursor").GetString()!;
        string third = Path.Combine(reports.Texts, "2022.txt");
        await File.WriteAllTextAsync(third, TwoReports.First.Replace("2020", "2022", StringComparison.Ordinal), Cancellation);
        CommandLine.On(reports.Data, "ingest", third).Ends(0);

        CallToolResult refused = await client.CallToolAsync("get_report", new Dictionary<string, object?> { ["report"] = report, ["limit"] = 1, ["cursor"] = cursor }, cancellationToken: Cancellation);

        Assert.True(refused.IsError);
        Assert.Contains("已经更新", ((TextContentBlock)refused.Content[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_output_holds_the_protocol_alone_whatever_comes_in()
    {
        const string hello = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}""";
        const string garbage = "不是 JSON\n{\"jsonrpc\":\"2.0\"}\n[]\n{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"no/such\"}";

        Process process = CommandLine.Start("mcp", "--data", reports.Data);
        process.StandardInput.WriteLine(hello);
        string first = process.StandardOutput.ReadLine()!;
        process.StandardInput.WriteLine(garbage);
        Finished finished = CommandLine.Finish(process);

        Assert.Equal(0, finished.Exit);
        Assert.All([first, .. finished.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)], line => Assert.Equal("2.0", JsonDocument.Parse(line).RootElement.GetProperty("jsonrpc").GetString()));
    }

    private static async Task<string> AnyReport(McpClient client) =>
        (await Call(client, "search_passages", new() { ["query"] = "慰问困难职工" })).GetProperty("items")[0].GetProperty("citation").GetProperty("report").GetString()!;

    private async Task<McpClient> Connect(string? revision = null)
    {
        var transport = new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "jingjian",
            Command = CommandLine.Dotnet,
            Arguments = [CommandLine.Program, "mcp", "--data", reports.Data],
        });
        return await McpClient.CreateAsync(transport, new McpClientOptions { ProtocolVersion = revision }, cancellationToken: Cancellation);
    }

    /// <summary>Calls a tool; its answer stands in the structured content and, for older clients, as the same JSON in text.</summary>
    private static async Task<JsonElement> Call(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments, cancellationToken: Cancellation);
        string text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.False(result.IsError is true, text);
        if (result.StructuredContent is { } structured)
        {
            Assert.True(JsonElement.DeepEquals(structured, JsonDocument.Parse(text).RootElement));
        }

        return JsonDocument.Parse(text).RootElement;
    }
}
