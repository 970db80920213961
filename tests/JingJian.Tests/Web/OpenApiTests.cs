using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>The OpenAPI document is a promise: a change to it is a visible line.</summary>
public sealed class OpenApiTests(TestSite site) : IClassFixture<TestSite>
{
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
            Assert.NotEmpty(value.GetProperty("summary").GetString()!);
            Assert.NotEmpty(value.GetProperty("operationId").GetString()!);
            JsonElement responses = value.GetProperty("responses");
            Assert.Contains(responses.EnumerateObject(), response => response.Name.StartsWith('2'));
            Assert.All(responses.EnumerateObject().Where(response => response.Name[0] == '4'),
                response => Assert.True(response.Value.GetProperty("content").TryGetProperty("application/problem+json", out _)));
            if (value.TryGetProperty("parameters", out JsonElement parameters))
            {
                Assert.All(parameters.EnumerateArray(), parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
            }
        }
    }
}
