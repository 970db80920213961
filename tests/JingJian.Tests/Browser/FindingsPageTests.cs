using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>An auditor works through what stands out.</summary>
[Collection(Chromium.Shared)]
public sealed class FindingsPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task Findings_are_filtered_confirmed_and_dismissed_with_a_reason_and_are_so_after_a_reload_and_in_the_reports_audit()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("overview");
        await page.GetByRole(AriaRole.Link, new() { Name = "需要关注的疑点：逐条处理" }).ClickAsync();
        await Filter(page, "种类", "只改年份");
        await page.WaitForURLAsync("**kind=only-year-changed**");
        ILocator rows = page.Locator(".findings > li");
        await rows.Nth(2).WaitForAsync();
        Assert.All(await rows.Locator(".tag.finding").AllInnerTextsAsync(), kind => Assert.Equal("只改年份", kind));
        string[] words = [.. (await rows.Locator("> q").AllInnerTextsAsync()).Take(3)];

        await Filter(page, "结论", "全部");
        await rows.Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        Assert.True(await Button(page, "不成立").IsDisabledAsync());
        await Button(page, "确认").ClickAsync();
        await rows.Nth(0).GetByText("属实").WaitForAsync();

        await rows.Nth(1).GetByRole(AriaRole.Checkbox).CheckAsync();
        await rows.Nth(2).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByLabel("理由").FillAsync("按规定引用的表述");
        await Button(page, "不成立").ClickAsync();
        await page.GetByText("不成立：2 条").WaitForAsync();
        await window.Quiet();
        await page.ReloadAsync();

        await rows.Nth(2).GetByText("按规定引用的表述").WaitForAsync();
        Assert.Equal(words, (await rows.Locator("> q").AllInnerTextsAsync()).Take(3));
        Assert.Equal(["属实", "不成立", "不成立"], await page.Locator(".said .tag").AllInnerTextsAsync());
        await window.Picture("findings-judged");
        Assert.Empty(await window.SeriousFindings());

        await rows.Nth(0).GetByRole(AriaRole.Link, new() { Name = "看证据" }).ClickAsync();
        await page.Locator(".evidence-group.target").WaitForAsync();
        await page.Locator(".said .verdict-confirmed").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await window.Picture("findings-in-the-report");
        await window.Go("findings?kind=only-year-changed&verdict=confirmed");
        await rows.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Button(page, "撤回").ClickAsync();
        await page.GetByText("没有符合条件的疑点").WaitForAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task What_follows_is_behind_a_click_and_a_note_of_the_reports_audit_stands_in_the_list()
    {
        await using Window window = await site.Open(820);
        IPage page = window.Page;
        await window.Go("findings");
        ILocator rows = page.Locator(".findings > li");
        await rows.First.WaitForAsync();
        int before = await rows.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "更多" }).ClickAsync();
        await rows.Nth(before).WaitForAsync();
        await window.Picture("tablet-findings");
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, 820);

        await page.Locator(".finding-group h2 a").First.ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "处理所选疑点" }).WaitForAsync();
        await rows.First.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByLabel("理由").FillAsync("等单位说明");
        await Button(page, "备注").ClickAsync();
        await rows.First.GetByText("等单位说明").WaitForAsync();

        await window.Go("findings?verdict=noted");
        await rows.GetByText("等单位说明").First.WaitForAsync();
        Assert.Equal(1, await rows.CountAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task All_that_is_listed_is_judged_at_once()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("findings?kind=stale-figures&verdict=open");
        ILocator rows = page.Locator(".findings > li");
        await rows.First.WaitForAsync();
        await AllListed(page);
        await page.GetByLabel("选中已列出的").CheckAsync();
        await Button(page, "确认").ClickAsync();
        await page.GetByText("没有符合条件的疑点").WaitForAsync();

        await window.Go("findings?kind=stale-figures&verdict=confirmed");
        await rows.First.WaitForAsync();
        await AllListed(page);
        await page.GetByLabel("选中已列出的").CheckAsync();
        await Button(page, "撤回").ClickAsync();
        await page.GetByText("没有符合条件的疑点").WaitForAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_units_to_choose_from_are_named_without_an_overview()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        int overviews = 0;
        page.Request += (_, request) => overviews += request.Url.Contains("/overview", StringComparison.Ordinal) ? 1 : 0;
        await window.Go("findings?kind=left-over-name");

        string[] units = [.. await page.GetByLabel("单位").Locator("option").AllInnerTextsAsync()];
        Assert.Contains("柳河镇人民政府", units);
        Assert.DoesNotContain("", units);
        Assert.Equal(0, overviews);
        await page.GetByRole(AriaRole.Link, new() { Name = "看证据" }).First.ClickAsync();
        await page.Locator(".evidence-group.target .flagged").First.WaitForAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Whoever_waits_for_the_overview_of_a_large_archive_sees_what_is_known_and_why_it_takes_long()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        var made = new TaskCompletionSource();
        await page.RouteAsync("**/api/v1/overview?**", async route =>
        {
            await made.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync($"{site.Address}/#/overview");

        await page.GetByText("正在统计全部").WaitForAsync();
        await page.Locator(".tiles").GetByText("同源族").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "需要关注的疑点：逐条处理" }).WaitForAsync();
        await window.Picture("audit-waiting");
        made.SetResult();
        await page.Locator(".chart canvas").First.WaitForAsync();
        Assert.Equal(0, await page.GetByText("正在统计全部").CountAsync());
        Assert.Empty(window.Complaints);
    }

    /// <summary>Waits until nothing more is looked for by itself.</summary>
    private static Task AllListed(IPage page) => page.Locator(".searching").WaitForAsync(new() { State = WaitForSelectorState.Detached });

    /// <summary>Chooses what is listed, and waits until it is asked for.</summary>
    private static Task Filter(IPage page, string label, string option) =>
        page.RunAndWaitForResponseAsync(() => page.GetByLabel(label).SelectOptionAsync(option), response => response.Url.Contains("/api/v1/findings", StringComparison.Ordinal));

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Group, new() { Name = "处理所选疑点" }).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
