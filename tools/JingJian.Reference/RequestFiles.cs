using System.Globalization;
using System.Text;
using System.Text.Json;

namespace JingJian.Reference;

/// <summary>Requests to try in an editor: a <c>.http</c> file for each group of operations, made from the OpenAPI document.</summary>
internal static class RequestFiles
{
    /// <summary>The files: names and contents.</summary>
    public static SortedDictionary<string, string> Make(JsonElement document) => new(
        ApiDocument.Operations(document).GroupBy(operation => operation.Group)
            .ToDictionary(group => group.Key.ToLowerInvariant().Replace(' ', '-') + ".http", group => Of(document, group)),
        StringComparer.Ordinal);

    private static string Of(JsonElement document, IEnumerable<ApiOperation> operations)
    {
        var text = new StringBuilder("@service = http://localhost:5080\n@key = jj_…\n");
        foreach (ApiOperation operation in operations)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {operation.Name}: {operation.Summary}\n");
            foreach (ApiParameter parameter in operation.Parameters.Where(parameter => parameter.In != "path"))
            {
                text.Append(CultureInfo.InvariantCulture, $"# {parameter.Name}{(parameter.IsRequired ? " (required)" : "")}: {parameter.Description}\n");
            }

            string query = string.Join('&', operation.Parameters.Where(parameter => parameter is { In: "query", IsRequired: true }).Select(parameter => $"{parameter.Name}={{{{{parameter.Name}}}}}"));
            text.Append(CultureInfo.InvariantCulture, $"{operation.Method} {{{{service}}}}{operation.Path.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)}{(query.Length > 0 ? "?" + query : "")}\nAuthorization: Bearer {{{{key}}}}\n");
            if (operation.Bodies is [var (type, schema), ..])
            {
                text.Append(Body(document, type, schema));
            }
        }

        return text.ToString();
    }

    private static string Body(JsonElement document, string type, JsonElement schema) => type switch
    {
        "application/json" => $"Content-Type: application/json\n\n{Example(document, schema, 0)}\n",
        "multipart/form-data" => "Content-Type: multipart/form-data; boundary=file\n\n--file\nContent-Disposition: form-data; name=\"files\"; filename=\"总结.txt\"\n\n< ./总结.txt\n--file--\n",
        _ => $"Content-Type: {type}\n\n< ./总结.txt\n",
    };

    /// <summary>What the schema looks like, with its examples; empty values where it has none.</summary>
    private static string Example(JsonElement document, JsonElement schema, int depth)
    {
        schema = Schemas.Resolve(document, schema);
        if (schema.TryGetProperty("examples", out JsonElement examples))
        {
            return examples[0].GetRawText();
        }

        return schema.TryGetProperty("properties", out JsonElement properties) && depth < 3
            ? "{ " + string.Join(", ", properties.EnumerateObject().Select(one => $"\"{one.Name}\": {Example(document, one.Value, depth + 1)}")) + " }"
            : Schemas.KindOf(schema) switch
            {
                "array" => "[]",
                "boolean" => "false",
                "integer" or "number" => "0",
                "string" => "\"\"",
                _ => "null",
            };
    }
}
