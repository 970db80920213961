using System.Text.Json;

namespace JingJian.Reference;

/// <summary>The schemas of an OpenAPI 3.1 document, as far as this service's document uses them.</summary>
internal static class Schemas
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>The name that a schema refers to; null when it stands for itself.</summary>
    public static string? NameOf(JsonElement schema) => schema.TryGetProperty("$ref", out JsonElement reference) && reference.GetString()!.StartsWith(Prefix, StringComparison.Ordinal)
        ? reference.GetString()![Prefix.Length..]
        : null;

    /// <summary>What a schema is when it is not null.</summary>
    public static JsonElement WithoutNull(JsonElement schema) => schema.TryGetProperty("oneOf", out JsonElement either)
        ? either.EnumerateArray().First(one => KindOf(one) != "null")
        : schema;

    /// <summary>The schema itself, whatever it refers to.</summary>
    public static JsonElement Resolve(JsonElement document, JsonElement schema)
    {
        schema = WithoutNull(schema);
        return NameOf(schema) is { } name ? document.GetProperty("components").GetProperty("schemas").GetProperty(name) : schema;
    }

    /// <summary>Its type: object, array, string, integer, number, boolean or null; empty when it says none.</summary>
    public static string KindOf(JsonElement schema) => !schema.TryGetProperty("type", out JsonElement type) ? ""
        : type.ValueKind == JsonValueKind.String ? type.GetString()!
        : type.EnumerateArray().Select(one => one.GetString()!).FirstOrDefault(one => one != "null", "null");

    /// <summary>Whether it may be null.</summary>
    public static bool MayBeNull(JsonElement schema) =>
        schema.TryGetProperty("oneOf", out JsonElement either) ? either.EnumerateArray().Any(one => KindOf(one) == "null")
        : schema.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.Array && type.EnumerateArray().Any(one => one.GetString() == "null");
}
