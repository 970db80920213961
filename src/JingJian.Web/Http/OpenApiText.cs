using System.Collections.Concurrent;
using System.Reflection;
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
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "JingJian 镜鉴",
                Version = "v1",
                Description = "An archive of Chinese work summaries: search, recycled text, audits, exemplars. "
                    + "Every refusal is problem details (RFC 9457) with a stable code and a Chinese sentence. "
                    + "Lists are read page by page: give what a page has as next as cursor for the page after it. "
                    + "Answers that have an ETag are answered 304 to If-None-Match as long as nothing has changed.",
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

        foreach (OpenApiOperation operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            foreach (OpenApiParameter parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                parameter.Example = parameter.Schema is { } schema ? OpenApiExamples.Of(operation.OperationId ?? "", parameter.Name ?? "", schema) : null;
            }

            foreach ((string type, OpenApiMediaType body) in Bodies(operation))
            {
                body.Example = type == "text/plain" ? OpenApiExamples.Draft
                    : type == "application/json" && body.Schema is { } schema ? OpenApiExamples.Of(schema) : null;
            }
        }
    }

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
