using System.Text.Json;

namespace JingJian.Reference;

/// <summary>An operation of the OpenAPI document.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Group">Its tag.</param>
/// <param name="Method">GET, POST, …</param>
/// <param name="Path">Its path, from the root of the service.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Bodies">The types of content it takes, each with its schema.</param>
/// <param name="Answer">The type of content of its answer, with its schema; null where there is none.</param>
internal sealed record ApiOperation(
    string Name, string Group, string Method, string Path, string Summary, ApiParameter[] Parameters,
    (string Type, JsonElement Schema)[] Bodies, (string Type, JsonElement Schema)? Answer);

/// <summary>A parameter of an operation.</summary>
internal sealed record ApiParameter(string Name, string In, string Description, bool IsRequired, JsonElement Schema);

/// <summary>What the OpenAPI document says, in the order of the document.</summary>
internal static class ApiDocument
{
    /// <summary>All operations.</summary>
    public static ApiOperation[] Operations(JsonElement document) =>
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           where operation.Value.TryGetProperty("operationId", out _)
           select Read(path.Name, operation.Name, operation.Value),
    ];

    private static ApiOperation Read(string path, string method, JsonElement described)
    {
        JsonElement good = described.GetProperty("responses").EnumerateObject().First(answer => answer.Name[0] == '2').Value;
        return new ApiOperation(
            described.GetProperty("operationId").GetString()!, described.GetProperty("tags")[0].GetString()!, method.ToUpperInvariant(), path,
            Text(described, "summary"),
            described.TryGetProperty("parameters", out JsonElement parameters) ? [.. parameters.EnumerateArray().Select(Parameter)] : [],
            described.TryGetProperty("requestBody", out JsonElement body) ? Contents(body) : [],
            Contents(good) is [var first, ..] ? first : null);
    }

    private static (string, JsonElement)[] Contents(JsonElement described) => described.TryGetProperty("content", out JsonElement contents)
        ? [.. contents.EnumerateObject().Where(content => content.Value.TryGetProperty("schema", out _)).Select(content => (content.Name, content.Value.GetProperty("schema")))]
        : [];

    private static ApiParameter Parameter(JsonElement described) => new(
        described.GetProperty("name").GetString()!, described.GetProperty("in").GetString()!, Text(described, "description"),
        described.TryGetProperty("required", out JsonElement required) && required.GetBoolean(), described.GetProperty("schema"));

    private static string Text(JsonElement described, string name) => described.TryGetProperty(name, out JsonElement text) ? text.GetString()! : "";
}
