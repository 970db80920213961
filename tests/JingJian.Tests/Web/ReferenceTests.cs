using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>The API to browse, without a network.</summary>
public sealed class ReferenceTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_operation_is_on_the_page_and_nothing_comes_from_elsewhere()
    {
        string page = await site.Client.GetStringAsync(TestSite.Address("reference"), TestSite.Cancellation);
        JsonElement document = await site.Get("openapi/v1.json");

        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()),
            operation => Assert.Contains($"id=\"{operation.Value.GetProperty("operationId").GetString()}\"", page, StringComparison.Ordinal));
        Assert.Contains("继续被取消或未完成的任务", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("details", await site.Client.GetStringAsync(TestSite.Address("reference.css"), TestSite.Cancellation), StringComparison.Ordinal);
    }
}
