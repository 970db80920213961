using System.Globalization;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>The OpenAPI document says of everything what it looks like, and the examples are what the schemas say.</summary>
public sealed class OpenApiExampleTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_value_parameter_body_and_answer_has_an_example_that_its_schema_allows()
    {
        JsonElement document = await site.Get("openapi/v1.json");
        List<string> wrong = [];
        foreach ((string name, JsonElement schema) in Properties(document).Where(property => !IsMadeOfOthers(property.Schema)))
        {
            if (!schema.TryGetProperty("examples", out JsonElement examples))
            {
                wrong.Add(name + " has none");
                continue;
            }

            wrong.AddRange(examples.EnumerateArray().SelectMany(example => Faults(document, schema, example, name)));
        }

        foreach (JsonProperty operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            string id = operation.Value.GetProperty("operationId").GetString()!;
            foreach (JsonElement parameter in operation.Value.TryGetProperty("parameters", out JsonElement parameters) ? parameters.EnumerateArray().ToArray() : [])
            {
                string name = $"{id}.{parameter.GetProperty("name")}";
                wrong.AddRange(parameter.TryGetProperty("example", out JsonElement example) ? Faults(document, parameter.GetProperty("schema"), example, name) : [name + " has none"]);
            }

            IEnumerable<JsonElement> bodies = operation.Value.TryGetProperty("requestBody", out JsonElement request) ? [request] : [];
            IEnumerable<JsonElement> answers = operation.Value.GetProperty("responses").EnumerateObject().Where(answer => answer.Name[0] == '2').Select(answer => answer.Value);
            wrong.AddRange(bodies.Concat(answers).SelectMany(Json).SelectMany(json => json.TryGetProperty("example", out JsonElement example)
                ? Faults(document, json.GetProperty("schema"), example, $"{id} whole") : [$"{id} has none as a whole"]));
        }

        Assert.Empty(wrong);
    }

    /// <summary>What is sent as JSON; a file that is kept is no answer to read.</summary>
    private static IEnumerable<JsonElement> Json(JsonElement described) => described.TryGetProperty("content", out JsonElement contents)
        && contents.TryGetProperty("application/json", out JsonElement json) && !(json.GetProperty("schema").TryGetProperty("format", out JsonElement format) && format.GetString() == "binary")
        ? [json] : [];

    private static IEnumerable<JsonProperty> Schemas(JsonElement document) => document.GetProperty("components").GetProperty("schemas").EnumerateObject();

    private static IEnumerable<(string Name, JsonElement Schema)> Properties(JsonElement document) =>
        from schema in Schemas(document)
        where schema.Name is not ("ProblemDetails" or "SseItemOfJobEventView") && schema.Value.TryGetProperty("properties", out _)
        from property in schema.Value.GetProperty("properties").EnumerateObject()
        select ($"{schema.Name}.{property.Name}", property.Value);

    /// <summary>Whether a value is no more than other schemas, which have examples of their own.</summary>
    private static bool IsMadeOfOthers(JsonElement schema) => schema.TryGetProperty("$ref", out _) || schema.TryGetProperty("oneOf", out _)
        || (schema.TryGetProperty("items", out JsonElement items) && (IsMadeOfOthers(items) || items.TryGetProperty("items", out _)))
        || (schema.TryGetProperty("additionalProperties", out JsonElement values) && IsMadeOfOthers(values));

    /// <summary>What a value has that its schema does not allow: the part of JSON Schema that this document uses.</summary>
    private static IEnumerable<string> Faults(JsonElement document, JsonElement schema, JsonElement value, string where)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        }

        if (schema.TryGetProperty("oneOf", out JsonElement either))
        {
            return either.EnumerateArray().Any(one => !Faults(document, one, value, where).Any()) ? [] : [$"{where} fits none"];
        }

        if (schema.TryGetProperty("type", out JsonElement type) && !(type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(one => one.GetString()!)).Any(one => Is(one, value)))
        {
            return [$"{where} is {value.GetRawText()}, not {type}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(inner =>
                schema.TryGetProperty("properties", out JsonElement properties) && properties.TryGetProperty(inner.Name, out JsonElement known) ? Faults(document, known, inner.Value, $"{where}.{inner.Name}")
                : schema.TryGetProperty("additionalProperties", out JsonElement values) ? Faults(document, values, inner.Value, $"{where}.{inner.Name}")
                : [$"{where} has {inner.Name}, which nobody knows"])
                .Concat(schema.TryGetProperty("required", out JsonElement required) ? required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{where} lacks {name}") : []),
            JsonValueKind.Array when schema.TryGetProperty("items", out JsonElement items) => value.EnumerateArray().SelectMany((inner, i) => Faults(document, items, inner, string.Create(CultureInfo.InvariantCulture, $"{where}[{i}]"))),
            _ => [],
        };
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
