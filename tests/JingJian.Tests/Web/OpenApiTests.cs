using System.Text.Json;
using JingJian.Web.Reference;

namespace JingJian.Tests.Web;

/// <summary>The OpenAPI document is a promise: a change to it is a visible line.</summary>
public sealed class OpenApiTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Chinese = "[\u4E00-\u9FFF]{2,}";

    /// <summary>Set this to write the document that the service gives now.</summary>
    private const string Accept = "JINGJIAN_ACCEPT_GOLDEN";

    [Fact]
    public async Task The_document_is_the_one_that_was_promised()
    {
        string golden = Repository.At("tests", "JingJian.Tests", "Web", "Golden", "openapi.json");
        string document = (await site.Client.GetStringAsync(TestSite.Address("openapi/v1.json"), TestSite.Cancellation)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Accept) is { Length: > 0 })
        {
            await File.WriteAllTextAsync(golden, document, TestSite.Cancellation);
        }

        Assert.Equal(await File.ReadAllTextAsync(golden, TestSite.Cancellation), document);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        JsonElement document = await site.Get("openapi/v1.json");
        foreach (JsonProperty operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            JsonElement value = operation.Value;
            Assert.NotEmpty(value.GetProperty("operationId").GetString()!);
            Assert.Matches(Chinese, value.GetProperty("summary").GetString()!);
            Assert.Matches("[\u4E00-\u9FFF].{9,}。\n\n.+。$", value.GetProperty("description").GetString()!);
            JsonElement responses = value.GetProperty("responses");
            Assert.Contains(responses.EnumerateObject(), response => response.Name.StartsWith('2'));
            Assert.All(responses.EnumerateObject().Where(response => response.Name[0] == '4'),
                response => Assert.True(response.Value.GetProperty("content").TryGetProperty("application/problem+json", out _)));
            Assert.All(responses.EnumerateObject(), response => Assert.Matches(Chinese, response.Value.GetProperty("description").GetString()!));
            if (value.TryGetProperty("parameters", out JsonElement parameters))
            {
                Assert.All(parameters.EnumerateArray(), parameter => Assert.Matches(Chinese, parameter.GetProperty("description").GetString()!));
            }
        }
    }

    [Fact]
    public async Task Nothing_is_said_of_operations_and_answers_that_there_are_not()
    {
        JsonElement document = await site.Get("openapi/v1.json");
        Dictionary<string, JsonElement> operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .ToDictionary(operation => operation.Value.GetProperty("operationId").GetString()!, operation => operation.Value);

        Assert.Equal(operations.Keys.Order(StringComparer.Ordinal), ReferenceWords.Operations.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(operations.Values.Select(operation => operation.GetProperty("tags")[0].GetString()).Distinct().Order(StringComparer.Ordinal), ReferenceWords.Groups.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(
            from said in ReferenceWords.Operations
            from status in said.Value.Answers.Keys
            where !operations[said.Key].GetProperty("responses").TryGetProperty(status, out _)
            select $"{said.Key} does not answer {status}");
    }

    [Fact]
    public async Task Every_schema_and_every_property_says_in_Chinese_what_it_is()
    {
        JsonElement document = await site.Get("openapi/v1.json");

        Assert.All(Schemas(document), schema => Assert.Matches(Chinese, Description(schema.Value)));
        Assert.All(Properties(document), property => Assert.Matches(Chinese, property.Description));
    }

    [Fact]
    public async Task Nothing_is_said_of_types_and_properties_that_there_are_not()
    {
        JsonElement document = await site.Get("openapi/v1.json");
        HashSet<(string Type, string Name, string Description)> said = [.. Properties(document)];

        Assert.Equal(Schemas(document).Select(schema => ReferenceWords.TypeOf(schema.Name)).Distinct().Order(StringComparer.Ordinal), ReferenceWords.Types.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(
            from type in ReferenceWords.Types
            from property in type.Value.Properties
            where !said.Contains((type.Key, property.Key, property.Value))
            select $"{type.Key} has no {property.Key}");
        Assert.Empty(ReferenceWords.CommonProperties.Where(common => !said.Any(one => one.Name == common.Key && one.Description == common.Value)).Select(common => $"no type needs {common.Key}"));
    }

    private static IEnumerable<JsonProperty> Schemas(JsonElement document) => document.GetProperty("components").GetProperty("schemas").EnumerateObject();

    private static IEnumerable<(string Type, string Name, string Description)> Properties(JsonElement document) =>
        from schema in Schemas(document)
        where schema.Value.TryGetProperty("properties", out _)
        from property in schema.Value.GetProperty("properties").EnumerateObject()
        select (ReferenceWords.TypeOf(schema.Name), property.Name, Description(property.Value));

    private static string Description(JsonElement described) => described.TryGetProperty("description", out JsonElement text) ? text.GetString()! : "";
}
