using System.Net;
using System.Text;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>Corrections over HTTP: stored, listed, exported, and nobody overwrites unseen what somebody else said.</summary>
public sealed class CorrectionTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_correction_is_stored_listed_exported_and_taken_back()
    {
        string id = (await site.Get("api/v1/search?q=职工夜校")).GetProperty("hits")[0].GetProperty("paragraph").GetString()!;
        string path = $"api/v1/paragraphs/{id}/correction";
        HttpResponseMessage none = await site.Send(HttpMethod.Get, path);
        Assert.Equal((HttpStatusCode.NotFound, "\"none\""), (none.StatusCode, none.Headers.ETag!.Tag));

        HttpResponseMessage put = await site.Send(HttpMethod.Put, path, Body("result"), ("If-Match", "\"none\""));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        HttpResponseMessage late = await site.Send(HttpMethod.Put, path, Body("plan"), ("If-Match", "\"none\""));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);

        JsonElement paragraph = await site.Get($"api/v1/paragraphs/{id}");
        Assert.Equal(("result", true), (paragraph.GetProperty("function").GetString(), paragraph.GetProperty("corrected").GetBoolean()));
        Assert.Equal(1, (await site.Get("api/v1/functions/corrections")).GetProperty("total").GetInt32());
        Assert.Equal(1, (await site.Get("api/v1/functions")).GetProperty("corrections").GetInt32());
        string export = await site.Client.GetStringAsync(TestSite.Address("api/v1/functions/corrections/export"), TestSite.Cancellation);
        Assert.Contains("清河2021.txt\t5\tresult\t-\t", export, StringComparison.Ordinal);
        Assert.DoesNotContain(
            (await site.Get("api/v1/functions/doubts?top=50")).GetProperty("items").EnumerateArray(), doubt => doubt.GetProperty("paragraph").GetString() == id);

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await site.Send(HttpMethod.Delete, path, null, ("If-Match", "\"other\""))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Send(HttpMethod.Delete, path, null, ("If-Match", put.Headers.ETag!.Tag))).StatusCode);
        Assert.Equal(0, (await site.Get("api/v1/functions/corrections")).GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("{\"function\":\"好事\"}", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_read_is_refused(string body, HttpStatusCode expected)
    {
        string id = (await site.Get("api/v1/search?q=职工夜校")).GetProperty("hits")[0].GetProperty("paragraph").GetString()!;
        HttpResponseMessage response = await site.Send(
            HttpMethod.Put, $"api/v1/paragraphs/{id}/correction", TestSite.Body(Encoding.UTF8.GetBytes(body), "application/json"));

        Assert.Equal(expected, response.StatusCode);
    }

    private static ByteArrayContent Body(string function) =>
        TestSite.Body(Encoding.UTF8.GetBytes($$"""{"function":"{{function}}"}"""), "application/json");
}
