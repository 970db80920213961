using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>What a search over HTTP takes and gives beyond a word and its hits.</summary>
public sealed class SearchApiTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    private const string Passage =
        "今年元旦和春节两节期间，我们走访了困难职工家庭，把慰问金送到他们手中，还为患大病的职工办理了医疗互助金，解除他们的后顾之忧。各级工会干部分片包干，逐户上门，听他们讲家里的难处，能当场解决的当场解决，不能当场解决的记下来，回去商量办法，限期答复。";

    public async ValueTask InitializeAsync() => (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(100)]
    public async Task A_long_pasted_passage_finds_passages_like_it(int times)
    {
        string q = string.Concat(Enumerable.Repeat(Passage, times));

        JsonElement found = await Post(new { q });

        Assert.Contains("医疗互助金", found.GetProperty("hits")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("相似", found.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_text_fits_into_the_address_too()
    {
        string q = string.Concat(Enumerable.Repeat(Passage, 20));

        JsonElement found = await site.Get("api/v1/search?q=" + Uri.EscapeDataString(q));

        Assert.Contains("医疗互助金", found.GetProperty("hits")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_says_the_same_as_an_address()
    {
        JsonElement found = await Post(new { q = "职工", function = "做法", year = "2021..", top = 3, sort = "newest", explain = true });

        Assert.Equal((await site.Get("api/v1/search?q=职工&function=做法&year=2021..&top=3&sort=newest&explain=true")).ToString(), found.ToString());
    }

    [Theory]
    [InlineData("{\"q\":")]
    [InlineData("{\"q\":1}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_body_that_cannot_be_read_is_refused_in_a_sentence(string body)
    {
        HttpResponseMessage response = await site.Send(HttpMethod.Post, "api/v1/search", TestSite.Body(System.Text.Encoding.UTF8.GetBytes(body), "application/json"));

        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "request.json"), (response.StatusCode, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_query_beyond_all_measure_is_refused()
    {
        HttpResponseMessage response = await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/search"), new { q = new string('长', 20_001) }, TestSite.Cancellation);

        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal("request.too-long", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Every_bucket_of_every_facet_is_a_filter_that_gives_as_many()
    {
        JsonElement facets = (await site.Get("api/v1/search?q=职工")).GetProperty("facets");
        foreach ((string facet, string filter) in new[]
        {
            ("functions", "function"), ("years", "year"), ("organisations", "organisation"), ("unitTypes", "unitType"),
            ("types", "type"), ("copies", "copies"), ("originality", "originality"),
        })
        {
            Assert.NotEmpty(facets.GetProperty(facet).EnumerateArray());
            foreach (JsonElement bucket in facets.GetProperty(facet).EnumerateArray())
            {
                JsonElement narrowed = await site.Get($"api/v1/search?q=职工&{filter}={Uri.EscapeDataString(bucket.GetProperty("value").GetString()!)}");
                Assert.Equal(bucket.GetProperty("paragraphs").GetInt32(), narrowed.GetProperty("paragraphs").GetInt32());
                Assert.Equal(bucket.GetProperty("families").GetInt32(), narrowed.GetProperty("families").GetInt32());
            }
        }
    }

    [Fact]
    public async Task Originality_tells_the_report_that_was_copied_from_the_one_that_copied()
    {
        JsonElement first = (await site.Get("api/v1/search?q=职工夜校")).GetProperty("facets").GetProperty("originality")[0];
        JsonElement second = (await site.Get("api/v1/search?q=技术服务队")).GetProperty("facets").GetProperty("originality")[0];

        Assert.Equal("90..100", first.GetProperty("value").GetString());
        Assert.Equal("0..29", second.GetProperty("value").GetString());
    }

    [Fact]
    public async Task The_newest_or_the_oldest_come_first_when_asked_for()
    {
        async Task<string> Years(string sort) => string.Join(' ', (await site.Get($"api/v1/search?q=元旦春节期间走访&collapse=false&sort={sort}"))
            .GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("year").GetInt32()).Take(2));

        Assert.Equal("2022 2021", await Years("newest"));
        Assert.Equal("2021 2022", await Years("oldest"));
    }

    [Theory]
    [InlineData("职工夜效", "职工夜校")]
    [InlineData("困难职工 +“职工夜效” year:2021", "困难职工 +“职工夜校” year:2021")]
    [InlineData("zhigongyexiao", "职工夜校")]
    public async Task A_slip_of_the_keyboard_is_answered_with_the_query_that_was_meant(string typed, string meant)
    {
        JsonElement found = await site.Get("api/v1/search?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(meant, found.GetProperty("meant").GetProperty("query").GetString());
        Assert.Equal(JsonValueKind.Null, (await site.Get("api/v1/search?q=职工夜校")).GetProperty("meant").ValueKind);
    }

    [Theory]
    [InlineData("sort=best", "search.bad-sort")]
    [InlineData("type=小说", "search.unknown-type")]
    [InlineData("unitType=剧团", "search.unknown-unit-type")]
    [InlineData("copies=多", "search.bad-number")]
    [InlineData("originality=100..0", "search.bad-number")]
    public async Task A_filter_that_is_not_understood_is_refused_with_what_can_be_asked(string parameter, string code)
    {
        HttpResponseMessage response = await site.Send(HttpMethod.Get, "api/v1/search?q=职工&" + parameter);

        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, code), (response.StatusCode, problem.GetProperty("code").GetString()));
    }

    private async Task<JsonElement> Post(object body)
    {
        HttpResponseMessage response = await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/search"), body, TestSite.Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
    }
}
