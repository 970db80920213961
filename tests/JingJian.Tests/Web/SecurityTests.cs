using System.Net;
using System.Text.RegularExpressions;

namespace JingJian.Tests.Web;

/// <summary>What keeps foreign pages and foreign code away from the archive.</summary>
public sealed partial class SecurityTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("")]
    [InlineData("favicon.svg")]
    [InlineData("api/v1/stats")]
    [InlineData("api/v1/nowhere")]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path)
    {
        HttpResponseMessage response = await site.Send(HttpMethod.Get, path);

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_foreign_page_cannot_change_anything(string header, string value)
    {
        HttpResponseMessage response = await site.Send(HttpMethod.Post, "api/v1/sources", TestSite.Body([1], "text/plain"), (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("request.cross-site", await response.Content.ReadAsStringAsync(TestSite.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_own_page_can()
    {
        string origin = site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        HttpResponseMessage response = await site.Send(
            HttpMethod.Post, "api/v1/sources", TestSite.Body([1], "text/plain"), ("Origin", origin), ("Sec-Fetch-Site", "same-origin"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task A_local_service_answers_to_local_names_only(string host, HttpStatusCode status) =>
        Assert.Equal(status, (await site.Send(HttpMethod.Get, "", null, ("Host", host))).StatusCode);

    [Fact]
    public async Task The_page_needs_nothing_from_elsewhere_and_has_no_inline_code()
    {
        string page = await site.Client.GetStringAsync(TestSite.Address(""), TestSite.Cancellation);

        Assert.DoesNotMatch(@"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|https?://", page);
        foreach (Match link in Linked().Matches(page))
        {
            HttpResponseMessage response = await site.Send(HttpMethod.Get, link.Groups[1].Value);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public void The_page_writes_text_and_never_markup()
    {
        IEnumerable<string> offenders =
            from file in Directory.EnumerateFiles(Repository.At("src", "web", "src"), "*.ts*", SearchOption.AllDirectories)
            from line in File.ReadLines(file)
            where Markup().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.Empty(offenders);
    }

    [GeneratedRegex("(?:href|src)=\"([^#\"][^\"]*)\"")]
    private static partial Regex Linked();

    [GeneratedRegex("[iI]nnerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|DOMParser|srcdoc")]
    private static partial Regex Markup();
}
