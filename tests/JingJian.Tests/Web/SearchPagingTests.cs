using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>Hits are read page by page, by what each page gives as the way on.</summary>
public sealed class SearchPagingTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await site.Upload([.. TestSite.Reports, .. Enumerable.Range(0, 9).Select(i => Village(2010 + i))])).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("q=职工")]
    [InlineData("q=工作&collapse=false")]
    [InlineData("q=河道&collapse=false&sort=oldest")]
    [InlineData("collapse=false")]
    [InlineData("q=过年")]
    public async Task Pages_joined_are_the_hits(string asked)
    {
        JsonElement whole = await site.Get($"api/v1/search?{asked}&top=1000");
        Assert.Equal(JsonValueKind.Null, whole.GetProperty("next").ValueKind);

        foreach (int top in new[] { 1, 2, 5 })
        {
            List<JsonElement> joined = await All(asked, top, (await site.Get($"api/v1/search?{asked}&top={top}")));

            Assert.Equal(Hits(whole).Select(hit => hit.ToString()), joined.Select(hit => hit.ToString()));
        }
    }

    [Fact]
    public async Task A_body_goes_on_where_an_address_stopped_and_explanations_may_be_asked_for_later()
    {
        string next = (await site.Get("api/v1/search?q=工作&collapse=false&top=2")).GetProperty("next").GetString()!;

        JsonElement second = await site.Get($"api/v1/search?q=工作&collapse=false&top=3&cursor={next}");
        HttpResponseMessage posted = await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/search"), new { q = "工作", collapse = false, top = 3, cursor = next, explain = true }, TestSite.Cancellation);

        JsonElement explained = await posted.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal([3, 4, 5], Hits(second).Select(hit => hit.GetProperty("rank").GetInt32()));
        Assert.Equal(Paragraphs(Hits(second)), Paragraphs(Hits(explained)));
        Assert.All(Hits(explained), hit => Assert.NotEmpty(hit.GetProperty("reasons").EnumerateArray()));
    }

    [Fact]
    public async Task What_comes_in_between_two_pages_neither_repeats_nor_skips_a_hit()
    {
        const string asked = "q=河道&collapse=false&sort=oldest";
        List<string> before = Paragraphs(Hits(await site.Get($"api/v1/search?{asked}&top=1000")));
        JsonElement first = await site.Get($"api/v1/search?{asked}&top=3");
        (await site.Upload(Village(2003), Village(2004))).EnsureSuccessStatusCode();

        List<JsonElement> rest = await All(asked, 3, await site.Get($"api/v1/search?{asked}&top=3&cursor={first.GetProperty("next").GetString()}"));

        Assert.Equal(before[3..], Paragraphs(rest));
        Assert.Equal(6, rest[0].GetProperty("rank").GetInt32());
    }

    [Fact]
    public async Task Where_the_last_hit_was_removed_as_many_are_passed_over_as_were_before()
    {
        const string asked = "q=河道&collapse=false&sort=newest";
        JsonElement first = await site.Get($"api/v1/search?{asked}&top=3");
        List<string> before = Paragraphs(Hits(await site.Get($"api/v1/search?{asked}&top=1000")));
        (await site.Send(HttpMethod.Delete, $"api/v1/sources/{before[2].Split('-')[0]}?reason=x")).EnsureSuccessStatusCode();

        List<JsonElement> rest = await All(asked, 3, await site.Get($"api/v1/search?{asked}&top=3&cursor={first.GetProperty("next").GetString()}"));

        Assert.Equal(before[4..], Paragraphs(rest));
    }

    [Theory]
    [InlineData("q=河道&collapse=false&cursor={0}", "另一个查询")]
    [InlineData("q=工作&collapse=true&cursor={0}", "另一个查询")]
    [InlineData("q=工作&collapse=false&year=2012&cursor={0}", "另一个查询")]
    [InlineData("q=工作&collapse=false&cursor=next", "读不懂")]
    [InlineData("q=工作&collapse=false&cursor=", "读不懂")]
    public async Task A_cursor_of_another_search_is_refused_in_a_sentence(string asked, string told)
    {
        string next = (await site.Get("api/v1/search?q=工作&collapse=false&top=2")).GetProperty("next").GetString()!;

        HttpResponseMessage refused = await site.Send(HttpMethod.Get, "api/v1/search?" + string.Format(System.Globalization.CultureInfo.InvariantCulture, asked, next));

        JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "request.cursor"), (refused.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains(told, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("search?q=工作&offset=10", null)]
    [InlineData("search/export?q=工作&offset=10", null)]
    [InlineData("search", """{"q":"工作","offset":10}""")]
    [InlineData("search", """{"q":"工作","Offset":"10"}""")]
    public async Task Who_counts_hits_off_is_told_of_the_cursor(string asked, string? body)
    {
        HttpResponseMessage refused = body is null ? await site.Send(HttpMethod.Get, "api/v1/" + asked)
            : await site.Send(HttpMethod.Post, "api/v1/" + asked, TestSite.Body(Encoding.UTF8.GetBytes(body), "application/json"));

        JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "request.parameter"), (refused.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Contains("cursor", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> All(string asked, int top, JsonElement page)
    {
        List<JsonElement> all = Hits(page);
        while (page.GetProperty("next").GetString() is { } next)
        {
            page = await site.Get($"api/v1/search?{asked}&top={top}&cursor={next}");
            Assert.NotEmpty(Hits(page));
            all.AddRange(Hits(page));
        }

        return all;
    }

    private static List<JsonElement> Hits(JsonElement page) => [.. page.GetProperty("hits").EnumerateArray()];

    private static List<string> Paragraphs(IEnumerable<JsonElement> hits) => [.. hits.Select(hit => hit.GetProperty("paragraph").GetString()!)];

    private static (string, string) Village(int year) => ($"青山{year}.txt", $"青山镇{year}年工作总结\n第{year % 100}项工作：{year}年组织志愿者清理河道{year - 2000}公里，栽下柳树{(year - 1999) * 120}棵。");
}
