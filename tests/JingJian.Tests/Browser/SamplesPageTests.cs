using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>A newcomer is told what is invented, has three things to try, and gets rid of it.</summary>
[Collection(Chromium.Shared)]
public sealed class SamplesPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task The_samples_say_so_lead_to_three_things_to_try_and_go_while_ones_own_files_stay()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        await page.GotoAsync(site.Address);
        ILocator tour = page.GetByRole(AriaRole.Region, new() { Name = "样例" });
        await tour.GetByText("虚构的样例").WaitForAsync();
        await window.Picture("start-newcomer");

        await tour.GetByRole(AriaRole.Link, new() { Name = "找先例" }).ClickAsync();
        await page.Locator(".hit").First.WaitForAsync();
        await page.GoBackAsync();
        await tour.GetByRole(AriaRole.Link, new() { Name = "看照抄" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "看证据" }).First.ClickAsync();
        await page.Locator(".evidence-group.target").WaitForAsync();
        await page.GotoAsync(site.Address);
        await tour.GetByRole(AriaRole.Link, new() { Name = "借范例" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放进草稿（数字、名称留空）" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "去草稿" }).ClickAsync();
        await page.Locator(".verdict").WaitForAsync();

        await page.GotoAsync(site.Address);
        await tour.GetByRole(AriaRole.Link, new() { Name = "放进自己的文件" }).ClickAsync();
        await page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync(site.FileOf("自己的.txt", "清河县水文站2024年工作总结\n水位尺每天看三次，字迹磨掉的当天重新描过，夜里用手电照着看。\n"));
        await page.GetByText("新入库 1 个").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "移走样例" }).ClickAsync();
        await window.Picture("samples-to-go");
        Assert.Empty(await window.SeriousFindings());
        await page.GetByRole(AriaRole.Button, new() { Name = "移走", Exact = true }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "来源文件（1）" }).WaitForAsync();
        Assert.Equal(0, await page.GetByText("含样例").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "自己的.txt" }).WaitForAsync();
        await window.Go("search");
        await page.GetByText("1 个来源文件").WaitForAsync();
        Assert.Equal(0, await tour.CountAsync());
        Assert.Empty(window.Complaints);
    }
}
