using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;

namespace JingJian.Cli.Mcp;

/// <summary>How tools read and write JSON, and the schemas that say so.</summary>
internal static class ToolJson
{
    /// <summary>The same names as the command line and the API have.</summary>
    public static readonly JsonSerializerOptions Options = MakeOptions();

    /// <summary>The schema of what a tool takes.</summary>
    public static JsonElement Input(params ReadOnlySpan<Parameter> parameters)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (Parameter parameter in parameters)
        {
            properties.Add(parameter.Name, parameter.Schema());
            if (parameter.Required)
            {
                required.Add(parameter.Name);
            }
        }

        return JsonSerializer.SerializeToElement<JsonNode>(
            new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false }, Options);
    }

    /// <summary>The schema of what a tool gives.</summary>
    public static JsonElement Output<T>() => JsonSerializer.SerializeToElement(
        Options.GetJsonSchemaAsNode(typeof(T), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true }), Options);

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>One parameter of a tool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">string, integer or boolean.</param>
/// <param name="Description">What it is for, in Chinese.</param>
internal sealed record Parameter(string Name, string Type, string Description)
{
    /// <summary>Whether it has to be given.</summary>
    public bool Required { get; init; }

    /// <summary>The least number.</summary>
    public int? Least { get; init; }

    /// <summary>The greatest number, or the longest text.</summary>
    public int? Most { get; init; }

    /// <summary>Its schema.</summary>
    public JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = Type, ["description"] = Description };
        if (Least is { } least)
        {
            schema["minimum"] = least;
        }

        if (Most is { } most)
        {
            schema[Type == "string" ? "maxLength" : "maximum"] = most;
        }

        return schema;
    }
}
