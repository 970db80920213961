using System.Text.Json;
using System.Text.RegularExpressions;

namespace JingJian.Tests.Web;

/// <summary>The API to browse, without a network.</summary>
public sealed partial class ReferenceTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_operation_and_every_type_is_on_the_page_and_nothing_comes_from_elsewhere()
    {
        string page = await site.Client.GetStringAsync(TestSite.Address("reference"), TestSite.Cancellation);
        JsonElement document = await site.Get("openapi/v1.json");

        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()),
            operation => Assert.Contains($"id=\"{operation.Value.GetProperty("operationId").GetString()}\"", page, StringComparison.Ordinal));
        Assert.Contains("继续被取消或未完成的任务", page, StringComparison.Ordinal);
        Assert.All(
            document.GetProperty("components").GetProperty("schemas").EnumerateObject(),
            schema => Assert.Contains($"<div class=\"type\" id=\"type-{schema.Name}\">", page, StringComparison.Ordinal));
        Assert.Contains("<td>ratio</td><td>数值</td><td>相似度，0 到 1：", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("details", await site.Client.GetStringAsync(TestSite.Address("reference.css"), TestSite.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_inside_the_page_leads_to_something()
    {
        string page = await site.Client.GetStringAsync(TestSite.Address("reference"), TestSite.Cancellation);

        string[] links = [.. InnerLink().Matches(page).Select(link => link.Groups[1].Value).Distinct()];
        Assert.Contains("type-SearchView", links);
        Assert.All(links, link => Assert.Contains($" id=\"{link}\"", page, StringComparison.Ordinal));
    }

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex InnerLink();
}
