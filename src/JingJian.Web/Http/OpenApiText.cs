using System.Collections.Concurrent;
using System.Reflection;
using JingJian.Web.Reference;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JingJian.Web.Http;

/// <summary>What the OpenAPI document says beside what the endpoints say: about the service, every schema and property, with examples.</summary>
internal sealed class OpenApiText
{
    private readonly CodeWords words = new();
    private readonly ConcurrentDictionary<string, Type> types = new(StringComparer.Ordinal);

    /// <summary>Sets title and version, leaves out the address (it differs from place to place), describes and gives examples.</summary>
    public static void Describe(OpenApiOptions options)
    {
        var text = new OpenApiText();
        options.AddSchemaTransformer((_, context, _) =>
        {
            if (OpenApiOptions.CreateDefaultSchemaReferenceId(context.JsonTypeInfo) is { } id)
            {
                text.types.TryAdd(id, context.JsonTypeInfo.Type);
            }

            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            OpenApiAnswers.Describe(operation, context.Description.ActionDescriptor.EndpointMetadata);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "JingJian 镜鉴",
                Version = "v1",
                Description = "工作总结档案库：检索、复用比对、审计、范例。\n\n"
                    + "程序以 `Authorization: Bearer 密钥` 登录。被拒绝的请求一律以 problem details（RFC 9457）说明：`code` 是不变的代码，`detail` 是一句中文。\n\n"
                    + "列表分页读取：把一页给出的 `next` 作为 `cursor` 传回，直到它为空；翻页标记只用于给出它的那个查询。\n\n"
                    + "带 ETag 的回答，以 `If-None-Match` 传回时，在没有变化期间回答 304。",
            };
            document.Servers?.Clear();
            text.Describe(document);
            return Task.CompletedTask;
        });
    }

    private void Describe(OpenApiDocument document)
    {
        foreach ((string name, IOpenApiSchema schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (schema is OpenApiSchema whole)
            {
                Describe(name, whole);
            }
        }

        foreach (OpenApiTag tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            tag.Description = ReferenceWords.Groups.GetValueOrDefault(tag.Name ?? "") is { } words ? $"{words.Title}\n\n{words.Text}".Trim() : tag.Description;
        }

        foreach (OpenApiOperation operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                parameter.Example = parameter.Schema is { } schema ? OpenApiExamples.Of(operation.OperationId ?? "", parameter.Name ?? "", schema) : null;
            }

            foreach ((string type, OpenApiMediaType body) in Bodies(operation).Concat(Answers(operation)))
            {
                body.Example = type == "text/plain" ? OpenApiExamples.Draft
                    : type == "application/json" && body.Schema is { } schema ? OpenApiExamples.Of(schema) : null;
            }
        }
    }

    private static IEnumerable<(string Type, OpenApiMediaType Body)> Answers(OpenApiOperation operation) =>
        from answer in operation.Responses ?? []
        where answer.Key[0] == '2'
        from content in answer.Value.Content ?? new Dictionary<string, OpenApiMediaType>()
        where content.Value.Schema is not OpenApiSchema { Format: "binary" }
        select (content.Key, content.Value);

    private static IEnumerable<(string Type, OpenApiMediaType Body)> Bodies(OpenApiOperation operation) =>
        from content in operation.RequestBody?.Content ?? new Dictionary<string, OpenApiMediaType>()
        select (content.Key, content.Value);

    private void Describe(string name, OpenApiSchema schema)
    {
        Type? type = types.GetValueOrDefault(name);
        schema.Description ??= (type is null ? null : words.Of(type)) ?? OpenApiExamples.Foreign(name);
        foreach ((string property, IOpenApiSchema value) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            string? said = type?.GetProperty(property, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is { } known ? words.Of(type, known) : null;
            switch (value)
            {
                case OpenApiSchema inner:
                    inner.Description ??= said;
                    inner.Examples = OpenApiExamples.Of(name, property, inner) is { } example ? [example] : null;
                    break;
                case OpenApiSchemaReference reference:
                    reference.Reference.Description ??= said;
                    break;
            }
        }
    }
}
