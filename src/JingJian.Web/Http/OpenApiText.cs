using JingJian.Archive.Views;
using JingJian.Web.Reference;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace JingJian.Web.Http;

/// <summary>What the OpenAPI document says beside what the endpoints say: about the service, every schema and property, with examples.</summary>
internal static class OpenApiText
{
    /// <summary>Sets title and version, leaves out the address (it differs from place to place), describes and gives examples.</summary>
    public static void Describe(OpenApiOptions options)
    {
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
            Describe(document);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        Extend(document);
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

    /// <summary>What every refusal has beside what RFC 9457 names: see <see cref="Problems"/>.</summary>
    private static void Extend(OpenApiDocument document)
    {
        if (document.Components?.Schemas is { } schemas && schemas.TryGetValue(nameof(ProblemDetails), out IOpenApiSchema? found) && found is OpenApiSchema { Properties: { } refusal } problem)
        {
            refusal["code"] = new OpenApiSchema { Type = JsonSchemaType.String };
            refusal["at"] = new OpenApiSchemaReference(nameof(SpanView), document);
            problem.Required = new HashSet<string> { "code" };
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

    private static void Describe(string name, OpenApiSchema schema)
    {
        TypeWords? words = ReferenceWords.Types.GetValueOrDefault(ReferenceWords.TypeOf(name));
        schema.Description ??= words?.Text;
        foreach ((string property, IOpenApiSchema value) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            string? said = words?.Properties.GetValueOrDefault(property) ?? ReferenceWords.CommonProperties.GetValueOrDefault(property);
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
