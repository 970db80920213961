using System.Net;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>Lists are read page by page, whatever comes in meanwhile.</summary>
public sealed class PagingTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await site.Upload([.. TestSite.Reports, .. Enumerable.Range(0, 7).Select(Extra)])).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("sources", "id")]
    [InlineData("reports", "id")]
    [InlineData("reports?source=清河2021.txt", "id")]
    [InlineData("families", "id")]
    [InlineData("families?order=age", "id")]
    [InlineData("log", "number")]
    [InlineData("log?action=source", "number")]
    [InlineData("collections", "name")]
    [InlineData("holds", "source")]
    [InlineData("marks", "target")]
    [InlineData("findings", "id")]
    public async Task Pages_joined_are_the_list(string list, string key)
    {
        string whole = $"api/v1/{list}{(list.Contains('?', StringComparison.Ordinal) ? "&" : "?")}top=";
        List<string> expected = Keys(await site.Get(whole + 1000), key);

        foreach (int top in new[] { 1, 2, 3, 1000 })
        {
            Assert.Equal(expected.Where(Old), (await All(whole + top, key)).Where(Old));
        }

        // Asking is noted itself.
        bool Old(string item) => !list.StartsWith("log", StringComparison.Ordinal) || long.Parse(item, System.Globalization.CultureInfo.InvariantCulture) <= long.Parse(expected[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_is_removed_between_two_pages_neither_repeats_nor_skips_an_item()
    {
        List<string> all = Keys(await site.Get("api/v1/sources"), "id");
        JsonElement first = await site.Get("api/v1/sources?top=3");
        (await site.Send(HttpMethod.Delete, $"api/v1/sources/{all[0]}?reason=x")).EnsureSuccessStatusCode();

        List<string> rest = await All($"api/v1/sources?top=3&cursor={first.GetProperty("next").GetString()}", "id");

        Assert.Equal(all[3..], rest);
    }

    [Fact]
    public async Task A_cursor_holds_for_its_question_only_and_what_is_none_is_refused()
    {
        string cursor = (await site.Get("api/v1/sources?top=1")).GetProperty("next").GetString()!;

        foreach (string path in new[] { $"reports?top=1&cursor={cursor}", $"families?order=age&top=1&cursor={cursor}", "sources?cursor=x", "sources?cursor=%2F%2F", "sources?cursor=", $"sources?cursor={new string('A', 499)}", $"sources?cursor={new string('A', 501)}" })
        {
            HttpResponseMessage answer = await site.Send(HttpMethod.Get, "api/v1/" + path);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{path} gave {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Who_brings_a_wrong_cursor_is_told_what_is_wrong_with_it()
    {
        string cursor = (await site.Get("api/v1/sources?top=1")).GetProperty("next").GetString()!;

        Assert.Contains("另一个查询", await Sentence($"reports?top=1&cursor={cursor}"), StringComparison.Ordinal);
        Assert.Contains("读不懂", await Sentence($"sources?top=1&cursor={cursor[..9]}"), StringComparison.Ordinal);
        Assert.Contains("读不懂", await Sentence("log?cursor=5f0c1a2b3d4e-r1"), StringComparison.Ordinal);
        Assert.Contains("读不懂", await Sentence("findings?cursor=5f0c1a2b3d4e-r1"), StringComparison.Ordinal);

        async Task<string> Sentence(string path) =>
            JsonDocument.Parse(await (await site.Send(HttpMethod.Get, "api/v1/" + path)).Content.ReadAsStringAsync(TestSite.Cancellation)).RootElement.GetProperty("detail").GetString()!;
    }

    private async Task<List<string>> All(string path, string key)
    {
        List<string> all = [];
        for (string? next = path.Contains("&cursor=", StringComparison.Ordinal) ? path.Split("&cursor=")[1] : ""; next is not null;)
        {
            JsonElement page = await site.Get(path.Split("&cursor=")[0] + (next.Length == 0 ? "" : $"&cursor={next}"));
            all.AddRange(Keys(page, key));
            next = page.GetProperty("next").GetString();
        }

        return all;
    }

    private static List<string> Keys(JsonElement page, string key) => [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(key).ToString())];

    private static (string, string) Extra(int i) => ($"青山{2010 + i}.txt", $"青山镇{2010 + i}年工作总结\n第{i}项工作：组织志愿者清理河道{i + 3}公里，栽下柳树{(i + 1) * 120}棵。");
}
