using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>Searches that people keep, from the first look to what came in since.</summary>
public sealed class SavedSearchTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await site.Upload(TestSite.Reports[0])).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_saved_search_shows_what_came_in_since_the_last_look_and_nothing_twice()
    {
        JsonElement saved = await Post("api/v1/saved-searches", new { name = "困难职工", search = new { q = "困难职工", year = "2020..", expand = false } });
        Assert.Equal(0, saved.GetProperty("newParagraphs").GetInt32());
        Assert.Equal("困难职工", saved.GetProperty("wish").GetProperty("query").GetString());
        string id = saved.GetProperty("id").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);

        (await site.Upload(TestSite.Reports[1])).EnsureSuccessStatusCode();

        JsonElement listed = (await site.Get("api/v1/saved-searches")).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "困难职工");
        Assert.Equal(1, listed.GetProperty("newParagraphs").GetInt32());
        JsonElement news = await site.Get($"api/v1/saved-searches/{id}/new");
        Assert.Equal("清河2022.txt", Assert.Single(news.GetProperty("found").GetProperty("hits").EnumerateArray()).GetProperty("source").GetString());

        // To look is not yet to have seen.
        Assert.Equal(1, (await site.Get("api/v1/saved-searches/困难职工/new")).GetProperty("found").GetProperty("paragraphs").GetInt32());
        JsonElement seen = await Post($"api/v1/saved-searches/{id}/seen", new { upTo = news.GetProperty("upTo").GetInt32() });
        Assert.Equal(0, seen.GetProperty("newParagraphs").GetInt32());
        Assert.Empty((await site.Get($"api/v1/saved-searches/{id}/new")).GetProperty("found").GetProperty("hits").EnumerateArray());

        Assert.Equal(HttpStatusCode.NoContent, (await site.Send(HttpMethod.Delete, $"api/v1/saved-searches/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Send(HttpMethod.Get, $"api/v1/saved-searches/{id}/new")).StatusCode);
    }

    [Fact]
    public async Task A_name_is_used_once()
    {
        await Post("api/v1/saved-searches", new { name = "互助", search = new { q = "医疗互助" } });
        JsonElement again = await Post("api/v1/saved-searches", new { name = " 互助 ", search = new { q = "职工夜校", sort = "newest" } });

        Assert.Equal("职工夜校", again.GetProperty("wish").GetProperty("query").GetString());
        Assert.Single((await site.Get("api/v1/saved-searches")).GetProperty("items").EnumerateArray(), one => one.GetProperty("name").GetString() == "互助");
    }

    [Theory]
    [InlineData("{\"name\":\"\",\"search\":{\"q\":\"工会\"}}", "saved-search.name")]
    [InlineData("{\"name\":\"甲\",\"search\":{\"q\":\"(工会\"}}", "query.unclosed-parenthesis")]
    [InlineData("{\"name\":\"甲\",\"search\":{\"q\":\"工会\",\"sort\":\"x\"}}", "search.bad-sort")]
    [InlineData("{\"name\":\"甲\",\"search\":{\"q\":\"工会\",\"top\":-1}}", "request.range")]
    [InlineData("{\"name\":1}", "request.json")]
    public async Task What_cannot_be_searched_for_is_not_kept(string body, string code)
    {
        HttpResponseMessage response = await site.Send(HttpMethod.Post, "api/v1/saved-searches", TestSite.Body(System.Text.Encoding.UTF8.GetBytes(body), "application/json"));

        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, code), (response.StatusCode, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("{\"upTo\":2147483647}", HttpStatusCode.OK)]
    [InlineData("{\"upTo\":-5}", HttpStatusCode.OK)]
    public async Task A_mark_from_nowhere_does_no_harm(string body, HttpStatusCode status)
    {
        await Post("api/v1/saved-searches", new { name = "标记", search = new { q = "工会" } });

        HttpResponseMessage response = await site.Send(HttpMethod.Post, "api/v1/saved-searches/标记/seen", TestSite.Body(System.Text.Encoding.UTF8.GetBytes(body), "application/json"));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(0, (await site.Get("api/v1/saved-searches/标记/new")).GetProperty("found").GetProperty("paragraphs").GetInt32());
    }

    private async Task<JsonElement> Post(string path, object body)
    {
        HttpResponseMessage response = await site.Client.PostAsJsonAsync(TestSite.Address(path), body, TestSite.Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
    }
}
