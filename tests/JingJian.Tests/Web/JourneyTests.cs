using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;

namespace JingJian.Tests.Web;

/// <summary>What people do with the service, from an upload to an exemplar.</summary>
public sealed class JourneyTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_second_upload_of_the_same_files_changes_nothing()
    {
        JsonElement before = await site.Get("api/v1/stats");

        HttpResponseMessage response = await site.Upload(TestSite.Reports);
        JsonElement answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, answer.GetProperty("known").GetInt32());
        Assert.Equal(0, answer.GetProperty("stored").GetInt32());
        Assert.Equal(before.ToString(), (await site.Get("api/v1/stats")).ToString());
    }

    [Fact]
    public async Task A_search_finds_the_paragraph_and_leads_to_its_report()
    {
        JsonElement hit = (await site.Get("api/v1/search?q=职工夜校")).GetProperty("hits")[0];

        Assert.Equal("清河2021.txt", hit.GetProperty("source").GetString());
        Assert.Equal(2021, hit.GetProperty("year").GetInt32());
        Assert.Equal("practice", hit.GetProperty("function").GetString());
        JsonElement report = await site.Get("api/v1/reports/" + hit.GetProperty("reportId").GetString());
        JsonElement block = report.GetProperty("blocks").EnumerateArray().Single(block => block.GetProperty("id").GetString() == hit.GetProperty("paragraph").GetString());
        Assert.Equal(5, block.GetProperty("line").GetInt32());
        Assert.Contains("职工夜校", block.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_give_one_hit_whose_family_says_what_was_changed()
    {
        JsonElement found = await site.Get("api/v1/search?q=医疗互助金");
        JsonElement hit = Assert.Single(found.GetProperty("hits").EnumerateArray());
        Assert.Equal(2, hit.GetProperty("copies").GetInt32());

        JsonElement family = await site.Get("api/v1/families/" + hit.GetProperty("family").GetString());

        JsonElement change = Assert.Single(family.GetProperty("members").EnumerateArray().SelectMany(member => member.GetProperty("changes").EnumerateArray()));
        Assert.Equal("year", change.GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("html", "text/html")]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("csv", "text/csv")]
    public async Task An_audit_can_be_taken_along_as_a_file(string format, string contentType)
    {
        JsonElement hit = (await site.Get("api/v1/search?q=职工夜校")).GetProperty("hits")[0];

        using HttpResponseMessage response = await site.Client.GetAsync(
            new Uri($"api/v1/audit/{hit.GetProperty("reportId").GetString()}/export?format={format}", UriKind.Relative), TestSite.Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith("." + format, response.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        Assert.NotEqual(0, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("overview/export?format=html", "text/html")]
    [InlineData("overview/export?format=csv", "text/csv")]
    [InlineData("families/export?format=docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("families/export?format=json&order=age", "application/json")]
    public async Task Overview_and_families_can_be_taken_along_as_files(string address, string contentType)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(TestSite.Address("api/v1/" + address), TestSite.Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        Assert.NotEqual(0, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task The_audit_of_a_draft_can_be_taken_along_as_a_file()
    {
        const string copied = "元旦春节期间走访困难职工家庭128户，发放慰问金25.6万元，为36名患大病的职工办理了医疗互助金。";

        using HttpResponseMessage response = await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/check/export?format=html"), new { name = "初稿", text = copied }, TestSite.Cancellation);
        string html = await response.Content.ReadAsStringAsync(TestSite.Cancellation);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("初稿", html, StringComparison.Ordinal);
        Assert.Contains("复核依据", html, StringComparison.Ordinal);
        using HttpResponseMessage refused = await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/check/export?format=exe"), new { text = copied }, TestSite.Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Filters_narrow_a_search_and_an_empty_query_lists()
    {
        JsonElement plans = await site.Get("api/v1/search?function=plan&year=2022..&collapse=false");

        JsonElement hit = Assert.Single(plans.GetProperty("hits").EnumerateArray());
        Assert.Equal("清河2022.txt", hit.GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_draft_is_told_which_of_its_passages_stand_in_the_archive()
    {
        const string copied = "元旦春节期间走访困难职工家庭128户，发放慰问金25.6万元，为36名患大病的职工办理了医疗互助金。";
        string draft = "本局工会办了一场别开生面的厨艺比赛，退休老师傅当评委，年轻人头一次知道刀工也分流派。\n" + copied;

        HttpResponseMessage response = await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/audit"), new { name = "初稿", text = draft }, TestSite.Cancellation);
        JsonElement[] paragraphs = [.. (await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation)).GetProperty("paragraphs").EnumerateArray()];

        Assert.Empty(paragraphs[0].GetProperty("matches").EnumerateArray());
        JsonElement span = paragraphs[1].GetProperty("matches")[0].GetProperty("spans")[0];
        Assert.Contains(draft[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()], copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_may_be_sent_as_plain_text_in_an_old_encoding()
    {
        byte[] draft = System.Text.CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(TestSite.Reports[0].Text);

        HttpResponseMessage response = await site.Send(HttpMethod.Post, "api/v1/drafts/audit?name=旧稿.txt", TestSite.Body(draft, "text/plain"));
        JsonElement view = await response.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);

        Assert.Equal("旧稿.txt", view.GetProperty("name").GetString());
        Assert.True(view.GetProperty("share").GetDouble() > 0.9);
    }

    [Fact]
    public async Task An_audit_shows_the_figures_and_the_evidence_side_by_side()
    {
        string report = (await site.Get("api/v1/reports?source=清河2022.txt")).GetProperty("items")[0].GetProperty("id").GetString()!;

        JsonElement audit = (await site.Get("api/v1/audit/" + report)).GetProperty("items")[0];

        JsonElement figures = audit.GetProperty("figures");
        Assert.InRange(figures.GetProperty("total").GetDouble(), 0.5, 0.99);
        Assert.Equal(1, figures.GetProperty("total").GetDouble() + figures.GetProperty("originality").GetDouble(), 6);
        Assert.Equal(figures.GetProperty("total").GetDouble(), figures.GetProperty("ownOrganisation").GetDouble(), 6);
        Assert.Contains(audit.GetProperty("evidence").EnumerateArray(), item => item.GetProperty("otherPlace").GetProperty("source").GetString() == "清河2021.txt");
        Assert.NotEmpty(audit.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public async Task An_exemplar_comes_with_its_source_and_the_parts_of_its_score()
    {
        JsonElement exemplar = (await site.Get("api/v1/exemplars?function=主要做法&topic=技能")).GetProperty("exemplars")[0];

        Assert.Contains("提升职工技能", exemplar.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.InRange(exemplar.GetProperty("parts").GetProperty("concreteness").GetDouble(), 0, 1);
    }

    [Fact]
    public async Task Lists_are_given_in_parts()
    {
        JsonElement all = await site.Get("api/v1/reports");
        JsonElement second = await site.Get("api/v1/reports?top=1&offset=1");

        Assert.Equal(2, second.GetProperty("total").GetInt32());
        Assert.Equal(all.GetProperty("items")[1].ToString(), Assert.Single(second.GetProperty("items").EnumerateArray()).ToString());
    }

    [Fact]
    public async Task Chinese_stays_readable_in_answers() =>
        Assert.Contains("清河县总工会", await site.Client.GetStringAsync(TestSite.Address("api/v1/reports"), TestSite.Cancellation), StringComparison.Ordinal);

    [Fact]
    public async Task An_empty_archive_is_filled_with_the_samples_before_the_service_says_that_it_is_ready()
    {
        using var folder = new ScratchFolder();
        await using WebApplication app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(TestSite.Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        HttpResponseMessage ready;
        while ((ready = await client.GetAsync(TestSite.Address("health/ready"), TestSite.Cancellation)).StatusCode == HttpStatusCode.ServiceUnavailable)
        {
            Assert.Equal("application/problem+json", ready.Content.Headers.ContentType!.MediaType);
            await Task.Delay(50, TestSite.Cancellation);
        }

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        JsonElement stats = await client.GetFromJsonAsync<JsonElement>(TestSite.Address("api/v1/stats"), TestSite.Cancellation);
        Assert.Equal(Directory.GetFiles(Repository.At("corpus", "samples"), "*.txt").Length, stats.GetProperty("sources").GetInt32());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("没有这种地址")]
    public async Task A_service_that_cannot_listen_ends_with_a_failure(string? urls)
    {
        using var folder = new ScratchFolder();
        string taken = site.Client.BaseAddress!.ToString();

        Assert.Equal(1, await Service.RunAsync(["--data", folder.At("data"), "--urls", urls ?? taken, "--samples", "false"]));
    }
}
