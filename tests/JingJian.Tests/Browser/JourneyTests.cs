using JingJian.Tests.Web;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>The way of a new user, beginning with an empty archive.</summary>
[Collection(Chromium.Shared)]
public sealed class JourneyTests(EmptySite site) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task From_an_empty_archive_to_a_precedent_the_explanation_of_a_copy_and_a_checked_draft()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;

        await window.Go("sources");
        await page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync([.. TestSite.Reports.Select(file => site.FileOf(file.Name, file.Text))]);
        await page.GetByText("新入库 2 个").WaitForAsync();

        await page.GetByLabel("检索段落").FillAsync("医疗互助金");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "2 处相同" }).ClickAsync();
        Assert.Contains("2021", await page.Locator(".copies .change").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "清河县总工会2022年工作总结" }).First.ClickAsync();
        await page.Locator(".block .reused").First.ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "另见" }).GetByText("清河县总工会2021年工作总结").First.WaitForAsync();
        await page.Locator(".block").GetByRole(AriaRole.Button, new() { Name = "槽位" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "槽位" }).Locator(".slot").First.WaitForAsync();
        await window.Picture("report-elsewhere");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "报告视图" }).GetByText("审计").ClickAsync();
        await page.Locator(".tile.total a").ClickAsync();
        await page.Locator(".counted mark").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "对照", Exact = true }).First.ClickAsync();
        await page.GetByText("两边一起滚动").WaitForAsync();

        await window.Go("exemplars?function=practice&topic=困难职工");
        await page.GetByRole(AriaRole.Button, new() { Name = "放进草稿（槽位留空）" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "去草稿" }).ClickAsync();
        string draft = await page.GetByLabel("草稿", new() { Exact = true }).InputValueAsync();
        Assert.Contains("〔待补", draft, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]", draft);
        await page.Locator(".verdict").WaitForAsync();
        await page.Locator(".matches a").First.WaitForAsync();
        await page.GetByText("通常还有的部分").WaitForAsync();
        await window.Picture("draft-checked");

        Assert.Empty(window.Complaints);
    }
}
