using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using static JingJian.Web.Reference.ReferenceHtml;

namespace JingJian.Web.Reference;

/// <summary>The API to browse at <c>/reference</c>: made from the OpenAPI document, without a script and without anything from elsewhere.</summary>
internal static class ReferencePage
{
    /// <summary>Its style; apart from the page, since the content policy forbids style inside.</summary>
    private const string Style = """
        :root { color-scheme: light dark; }
        body { margin: 0; font: 16px/1.75 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; display: grid; grid-template-columns: 16rem minmax(0, 1fr); }
        nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; box-sizing: border-box; border-right: 1px solid GrayText; }
        nav a { display: block; color: inherit; text-decoration: none; padding: .1rem 0; }
        nav a:hover, nav a:focus-visible { text-decoration: underline; }
        main { padding: 1rem 2rem; max-width: 60rem; }
        h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem; }
        details { border-top: 1px solid color-mix(in srgb, GrayText 40%, transparent); padding: .4rem 0; }
        summary { cursor: pointer; } summary code { font-weight: 600; }
        code, td:first-child { font-family: ui-monospace, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; } td, th { text-align: left; vertical-align: top; padding: .2rem .75rem .2rem 0; }
        td:first-child { width: 22%; } td:nth-child(2) { width: 16%; overflow-wrap: anywhere; }
        pre { overflow: auto; max-height: 28rem; font: .85em/1.5 ui-monospace, Consolas, "Noto Sans CJK SC", monospace; border: 1px solid color-mix(in srgb, GrayText 40%, transparent); padding: .75rem; margin: .25rem 0 .75rem; }
        details details { border: 0; }
        .type { scroll-margin-top: 3rem; }
        @media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; } }
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapReference(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/reference.css", () => TypedResults.Text(Style, "text/css"));
        pages.MapGet("/reference", async (HttpRequest request, [Microsoft.Extensions.DependencyInjection.FromKeyedServices("v1")] IOpenApiDocumentProvider provider, CancellationToken cancellationToken) =>
        {
            OpenApiDocument document = await provider.GetOpenApiDocumentAsync(cancellationToken);
            using JsonDocument json = JsonDocument.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken));
            return TypedResults.Text(Page(request.PathBase, json.RootElement), "text/html; charset=utf-8");
        });
    }

    private static string Page(string prefix, JsonElement document)
    {
        (string Group, string Html)[] operations =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where operation.Value.TryGetProperty("operationId", out _)
               select (operation.Value.GetProperty("tags")[0].GetString()!, Operation(operation.Name, path.Name, operation.Value)),
        ];
        IGrouping<string, string>[] groups = [.. operations.GroupBy(one => one.Group, one => one.Html)];
        var page = new StringBuilder($"""
            <!doctype html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>接口参考 · 镜鉴</title><link rel="stylesheet" href="{Plain(prefix)}/reference.css"></head>
            <body>
            <nav aria-label="分组">
            """);
        foreach (IGrouping<string, string> group in groups)
        {
            page.Append("<a href=\"#").Append(Anchor(group.Key)).Append("\">").Append(Plain(TitleOf(group.Key))).Append("</a>\n");
        }

        page.Append("<a href=\"#types\">数据类型</a>\n</nav>\n<main>\n<h1>镜鉴 · 接口参考</h1>\n").Append(Prose(Value(document.GetProperty("info"), "description")))
            .Append("<p>完整的机器可读描述：<a href=\"").Append(Plain(prefix)).Append("/openapi/v1.json\">OpenAPI 3.1</a>。</p>\n");
        foreach (IGrouping<string, string> group in groups)
        {
            page.Append("<h2 id=\"").Append(Anchor(group.Key)).Append("\">").Append(Plain(TitleOf(group.Key))).Append("</h2>\n").Append(Prose(ReferenceWords.Groups.GetValueOrDefault(group.Key)?.Text)).AppendJoin("", group);
        }

        ReferenceTypes.Write(page, document);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Operation(string method, string path, JsonElement operation)
    {
        string name = operation.GetProperty("operationId").GetString()!;
        var html = new StringBuilder("<details id=\"").Append(Plain(name)).Append("\"><summary><code>").Append(method.ToUpperInvariant()).Append(' ').Append(Plain(path)).Append("</code>　")
            .Append(Plain(Value(operation, "summary") ?? name)).Append("</summary>\n").Append(Prose(Value(operation, "description")));
        Rows(html, "参数", operation.TryGetProperty("parameters", out JsonElement parameters)
            ? parameters.EnumerateArray().Select(one => (Value(one, "name")!, $"{Place(Value(one, "in"))}{(one.TryGetProperty("required", out JsonElement must) && must.GetBoolean() ? "，必填" : "")}", Value(one, "description") ?? "")) : []);
        bool sends = operation.TryGetProperty("requestBody", out JsonElement body);
        JsonElement answers = operation.GetProperty("responses");
        Rows(html, "请求体", sends ? Contents(body).Select(content => (content.Type, content.Schema, "")) : []);
        Rows(html, "回答", answers.EnumerateObject().OrderBy(answer => answer.Name, StringComparer.Ordinal).Select(answer => (answer.Name, string.Join('、', Contents(answer.Value).Select(content => content.Schema.Length > 0 ? content.Schema : Plain(content.Type))), Value(answer.Value, "description") ?? "")));
        Example(html, "请求体的例子", sends ? body : default);
        Example(html, "回答的例子", answers.EnumerateObject().First(answer => answer.Name[0] == '2').Value);
        return html.Append("</details>\n").ToString();
    }

    /// <summary>The types of content, each with what it holds; nothing is said of what a file holds.</summary>
    private static IEnumerable<(string Type, string Schema)> Contents(JsonElement described) => described.TryGetProperty("content", out JsonElement contents)
        ? contents.EnumerateObject().Select(content => (content.Name, content.Value.TryGetProperty("schema", out JsonElement schema) && schema.TryGetProperty("$ref", out _) ? ReferenceTypes.Kind(schema) : ""))
        : [];

    private static void Example(StringBuilder html, string title, JsonElement described)
    {
        if (described.ValueKind == JsonValueKind.Object && described.TryGetProperty("content", out JsonElement contents)
            && contents.TryGetProperty("application/json", out JsonElement json) && json.TryGetProperty("example", out JsonElement example))
        {
            html.Append("<details><summary>").Append(title).Append("</summary><pre>").Append(Plain(JsonSerializer.Serialize(example, Indented))).Append("</pre></details>\n");
        }
    }

    private static string TitleOf(string group) => ReferenceWords.Groups.GetValueOrDefault(group)?.Title ?? group;

    private static string Place(string? place) => place switch { "path" => "路径", "header" => "请求头", _ => "查询" };

    private static string Anchor(string group) => "group-" + group.ToLowerInvariant().Replace(' ', '-');
}
