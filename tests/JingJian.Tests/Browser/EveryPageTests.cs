using System.Text.Json;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>Every page, opened by its address.</summary>
[Collection(Chromium.Shared)]
public sealed class EveryPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    /// <summary>Name of the picture, address, words that must be seen. 〈〉 is filled in from what the archive holds.</summary>
    public static TheoryData<string, string, string> Pages => new()
    {
        { "start", "search", "按功能浏览" },
        { "search", "search?q=送温暖", "处相同" },
        { "search-nothing", "search?q=\"龘靐齉爨\"", "没有找到" },
        { "search-bad", "search?q=年份:abc", "请求有误" },
        { "report", "report/〈report〉", "主题词" },
        { "audit-report", "report/〈copied〉/audit?figure=total", "复用证据" },
        { "audit", "overview", "原创度最低的报告" },
        { "findings", "findings", "看证据" },
        { "findings-none", "findings?year=1901", "没有符合条件的疑点" },
        { "families", "families", "同源族" },
        { "family", "family/〈family〉", "共同的模板" },
        { "compare", "compare/〈copied〉/〈origin〉", "处相同" },
        { "draft", "draft", "边写边查" },
        { "outline", "outline?occasion=annual&unitType=union", "常见标题" },
        { "exemplars", "exemplars?function=practice&topic=困难职工", "放进草稿" },
        { "cards", "cards?topic=困难职工帮扶", "有这项做法的单位" },
        { "intake", "sources", "来源文件" },
        { "source", "source/〈source〉", "SHA-256" },
        { "admin", "admin", "功能判定" },
        { "admin-access", "admin/access", "密钥" },
        { "admin-collections", "admin/collections", "默认" },
        { "admin-lexicon", "admin/lexicon", "近义词" },
        { "admin-models", "admin/models", "会错在哪里" },
        { "admin-settings", "admin/settings", "启动命令" },
        { "admin-log", "admin/log", "核对封印" },
        { "missing", "nowhere", "没有这个页面" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_there_by_its_address_on_a_screen_and_on_a_tablet_and_everybody_can_use_it(string name, string address, string words)
    {
        foreach ((int width, bool dark, string suffix) in new[] { (1280, false, ""), (1920, true, "-dark-1920"), (768, true, "-dark-tablet") })
        {
            await using Window window = await site.Open(width, dark);
            await window.Go(await Filled(address));

            await window.Page.Locator("main").GetByText(words).First.WaitForAsync();
            await window.Picture(name + suffix);
            Assert.Empty(await window.SeriousFindings());
            Assert.InRange(await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
            // A refusal that is shown to the person is logged by the browser as well.
            Assert.All(window.Complaints, complaint => Assert.True(name == "search-bad" && complaint.Contains("400", StringComparison.Ordinal), complaint));
        }
    }

    [Fact]
    public async Task Hits_are_leafed_through_and_back_and_each_page_explains_its_own()
    {
        await using Window window = await site.Open();
        await window.Go("search?q=工作");
        string[] first = await Shown("第 1 页");

        await window.Page.GetByText("下一页").ClickAsync();
        string[] second = await Shown("第 2 页");
        await window.Page.GetByText("为什么在这里").First.ClickAsync();
        await window.Page.Locator(".reasons li").First.WaitForAsync();
        await window.Page.GetByText("下一页").ClickAsync();
        await Shown("第 3 页");
        await window.Page.ReloadAsync();
        await Shown("第 3 页");
        await window.Page.GetByText("上一页").ClickAsync();
        Assert.Equal(second, await Shown("第 2 页"));
        await window.Page.GetByText("上一页").ClickAsync();

        Assert.Equal(first, await Shown("第 1 页"));
        Assert.Empty(first.Intersect(second));

        async Task<string[]> Shown(string page)
        {
            await window.Page.Locator(".pager").GetByText(page).WaitForAsync();
            await window.Page.Locator(".settling").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            return [.. (await window.Page.Locator(".hit .title").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))];
        }
    }

    [Fact]
    public async Task The_first_view_takes_less_than_400_kilobytes()
    {
        await using Window window = await site.Open();
        long received = 0;
        var sizes = new List<Task>();
        window.Page.RequestFinished += (_, request) => sizes.Add(Add(request));
        await window.Go("search");
        await Task.WhenAll(sizes);

        Assert.InRange(received, 50_000, 400 * 1024);

        async Task Add(IRequest request)
        {
            RequestSizesResult size = await request.SizesAsync();
            Interlocked.Add(ref received, size.ResponseBodySize + size.ResponseHeadersSize);
        }
    }

    /// <summary>The address with ids that this archive has.</summary>
    private async Task<string> Filled(string address)
    {
        if (!address.Contains('〈', StringComparison.Ordinal))
        {
            return address;
        }

        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        JsonElement copied = JsonDocument.Parse(await client.GetStringAsync(new Uri("api/v1/overview?top=1", UriKind.Relative))).RootElement.GetProperty("leastOriginal")[0];
        JsonElement hit = JsonDocument.Parse(await client.GetStringAsync(new Uri("api/v1/search?q=大病救助&top=1", UriKind.Relative))).RootElement.GetProperty("hits")[0];
        string report = hit.GetProperty("reportId").GetString()!;
        return address
            .Replace("〈report〉", report, StringComparison.Ordinal)
            .Replace("〈source〉", report.Split('-')[0], StringComparison.Ordinal)
            .Replace("〈family〉", hit.GetProperty("family").GetString(), StringComparison.Ordinal)
            .Replace("〈copied〉", copied.GetProperty("report").GetProperty("id").GetString(), StringComparison.Ordinal)
            .Replace("〈origin〉", copied.GetProperty("figures").GetProperty("largestReport").GetProperty("id").GetString(), StringComparison.Ordinal);
    }
}
