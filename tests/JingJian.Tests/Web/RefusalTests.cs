using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>Every refusal is problem details with a stable code and a Chinese sentence, and nothing a client sends is our fault.</summary>
public sealed class RefusalTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("GET", "nowhere", 404, "request.not-found")]
    [InlineData("GET", "api/v1/nowhere", 404, "request.not-found")]
    [InlineData("DELETE", "api/v1/sources", 405, "request.method")]
    [InlineData("GET", "api/v1/search?q=%22送温暖", 400, "query.unclosed-quote")]
    [InlineData("GET", "api/v1/search?q=安全&top=many", 400, "request.parameter")]
    [InlineData("GET", "api/v1/search?q=安全&top=1&top=2", 400, "request.parameter")]
    [InlineData("GET", "api/v1/search?q=安全&collapse=maybe", 400, "request.parameter")]
    [InlineData("GET", "api/v1/search?q=安全&top=0", 400, "request.range")]
    [InlineData("GET", "api/v1/search?q=安全&top=99999999999", 400, "request.parameter")]
    [InlineData("GET", "api/v1/search?q=安全&cursor=next", 400, "request.cursor")]
    [InlineData("GET", "api/v1/search?q=安全&function=magic", 400, "search.unknown-function")]
    [InlineData("GET", "api/v1/reports?top=x", 400, "request.parameter")]
    [InlineData("GET", "api/v1/families?top=1001", 400, "request.range")]
    [InlineData("GET", "api/v1/exemplars", 400, "request.missing")]
    [InlineData("GET", "api/v1/exemplars?function=magic", 400, "search.unknown-function")]
    [InlineData("GET", "api/v1/exemplars?function=plan&top=101", 400, "request.range")]
    [InlineData("GET", "api/v1/exemplars?function=plan&unitType=火星站", 400, "search.unknown-unit-type")]
    [InlineData("GET", "api/v1/paragraphs/nobody/template", 404, "paragraph.not-found")]
    [InlineData("GET", "api/v1/cards?top=21", 400, "request.range")]
    [InlineData("GET", "api/v1/outlines?occasion=周报", 400, "outline.unknown-occasion")]
    [InlineData("GET", "api/v1/outlines?exemplars=11", 400, "outline.bad-range")]
    [InlineData("GET", "api/v1/paragraphs", 400, "request.missing")]
    [InlineData("GET", "api/v1/sources/0123456789ab", 404, "source.not-found")]
    [InlineData("GET", "api/v1/reports?source=没有.txt", 404, "source.not-found")]
    [InlineData("GET", "api/v1/reports/0123456789ab-r1", 404, "report.not-found")]
    [InlineData("GET", "api/v1/paragraphs/0123456789ab-b1", 404, "paragraph.not-found")]
    [InlineData("GET", "api/v1/paragraphs?report=0123456789ab-r1", 404, "report.not-found")]
    [InlineData("GET", "api/v1/families/none", 404, "family.not-found")]
    [InlineData("GET", "api/v1/audit/none", 404, "report.not-found")]
    public async Task A_request_that_cannot_be_met_is_refused_with_a_reason(string method, string path, int status, string code) =>
        await AssertRefused(await site.Send(HttpMethod.Parse(method), path), status, code);

    [Theory]
    [InlineData("application/json", "{\"text\":", 400, "request.json")]
    [InlineData("application/json", "[1,2]", 400, "request.json")]
    [InlineData("application/json", "{\"text\":\"\\ud800\"}", 400, "request.json")]
    [InlineData("application/json", "", 400, "request.json")]
    [InlineData("application/json", "null", 422, "draft.empty")]
    [InlineData("application/json", "{\"text\":\" \\n\"}", 422, "draft.empty")]
    [InlineData("text/plain", "", 422, "ingest.empty")]
    [InlineData("image/png", "x", 415, "request.media-type")]
    public async Task A_draft_that_cannot_be_read_is_refused(string type, string body, int status, string code) =>
        await AssertRefused(await site.Send(HttpMethod.Post, "api/v1/drafts/audit", TestSite.Body(Encoding.UTF8.GetBytes(body), type)), status, code);

    [Fact]
    public async Task A_draft_that_is_too_long_is_refused()
    {
        string text = string.Concat(Enumerable.Repeat("职工", 100_001));

        await AssertRefused(await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/audit"), new { text }, TestSite.Cancellation), 422, "draft.too-long");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using ByteArrayContent body = TestSite.Body(new byte[(4 << 20) + 1], "text/plain");

        await AssertRefused(await site.Send(HttpMethod.Post, "api/v1/drafts/audit", body, ("Expect", "100-continue")), 413, "request.too-large");
    }

    [Theory]
    [InlineData("multipart/form-data", "", "request.malformed-upload")]
    [InlineData("multipart/form-data; boundary=x", "", "request.malformed-upload")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=files; filename=a.txt\r\n\r\ncut off", "request.malformed-upload")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=note\r\n\r\nno file\r\n--x--\r\n", "request.no-files")]
    public async Task An_upload_that_is_not_whole_is_refused(string type, string body, string code) =>
        await AssertRefused(await site.Send(HttpMethod.Post, "api/v1/sources", TestSite.Body(Encoding.UTF8.GetBytes(body), type)), 400, code);

    [Fact]
    public async Task An_upload_that_is_no_form_is_refused() =>
        await AssertRefused(await site.Send(HttpMethod.Post, "api/v1/sources", TestSite.Body([1], "text/plain")), 415, "request.media-type");

    [Fact]
    public async Task A_fault_in_a_query_names_its_place()
    {
        JsonElement problem = await AssertRefused(await site.Send(HttpMethod.Get, "api/v1/search?q=安全 %22送温暖"), 400, "query.unclosed-quote");

        Assert.Equal(3, problem.GetProperty("at").GetProperty("start").GetInt32());
    }

    [Fact]
    public async Task Whatever_is_asked_is_answered_or_refused_but_never_breaks_the_service()
    {
        JsonElement document = await site.Get("openapi/v1.json");
        var random = new Random(20260);
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                for (int i = 0; i < 60; i++)
                {
                    (HttpMethod method, string url, HttpContent? body) = BadRequests.Next(random, path.Name, operation);
                    HttpResponseMessage response = await site.Send(method, url, body);

                    Assert.True((int)response.StatusCode < 500, $"{method} {url} gave {(int)response.StatusCode}");
                    if (!response.IsSuccessStatusCode)
                    {
                        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{method} {url} gave no problem details");
                    }
                }
            }
        }
    }

    private static async Task<JsonElement> AssertRefused(HttpResponseMessage response, int status, string code)
    {
        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal("urn:jingjian:" + code, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(problem.GetProperty("title").GetString()!, letter => letter > '一');
        Assert.Contains(problem.GetProperty("detail").GetString()!, letter => letter > '一');
        return problem;
    }
}
