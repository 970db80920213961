using System.Text.Json;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>What opens on a click can be used by everybody too: forms, drawers, lists, on a screen and on a tablet in the dark.</summary>
[Collection(Chromium.Shared)]
public sealed class OpenedTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(768, true)]
    public async Task Everything_that_opens_is_found_without_fault(int width, bool dark)
    {
        await using Window window = await site.Open(width, dark);
        IPage page = window.Page;
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        string copied = JsonDocument.Parse(await client.GetStringAsync(new Uri("api/v1/overview?top=1", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement.GetProperty("leastOriginal")[0].GetProperty("report").GetProperty("id").GetString()!;

        await window.Go("search?q=大病救助");
        await Open("3 处相同", "为什么在这里", "保存检索");
        await Check("search");
        await window.Go($"report/{copied}");
        await Open("更正功能", "模板");
        await page.Locator(".block .reused").First.ClickAsync();
        await page.Locator(".elsewhere .other").First.WaitForAsync();
        await Check("report");
        await window.Go($"report/{copied}/audit?figure=total");
        await Open("不计入复用…");
        await page.GetByText("复核依据").ClickAsync();
        await Check("audit");
        await window.Go("outline?occasion=annual&unitType=union");
        await Open("3 段范例", "把这个提纲放进草稿");
        await page.Locator(".verdict").WaitForAsync();
        await Check("draft");
        await page.GetByRole(AriaRole.Group, new() { Name = "右侧显示" }).GetByRole(AriaRole.Button, new() { Name = "范例" }).ClickAsync();
        await page.Locator(".exemplar").First.WaitForAsync();
        await Check("drawer");
        await window.Go($"source/{copied.Split('-')[0]}");
        await Open("移出档案库…");
        await Check("source");
        await window.Go("admin");
        await Open("体检");
        await page.GetByRole(AriaRole.Cell, new() { Name = "正常" }).First.WaitForAsync();
        await Check("admin");
        Assert.Empty(window.Complaints);

        async Task Open(params string[] names)
        {
            foreach (string name in names)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();
            }
        }

        async Task Check(string name)
        {
            await window.Quiet();
            await window.Picture($"opened-{name}{(dark ? "-dark-tablet" : "")}");
            Assert.Empty(await window.SeriousFindings());
            Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
        }
    }
}
