using JingJian.Web.Access;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>The page where everybody signs in: from the one-time link to a reader whose account is taken away.</summary>
[Collection(Chromium.Shared)]
public sealed class SignedInTests(GuardedSite site) : IClassFixture<GuardedSite>
{
    private const string Password = "correct-horse-9";

    [Fact]
    public async Task From_the_one_time_link_over_a_readers_work_to_an_account_that_is_stopped()
    {
        await using Window admin = await site.Open();
        await admin.Page.GotoAsync(site.Address);
        await admin.Page.WaitForURLAsync("**/sign-in");
        Assert.Empty(await admin.SeriousFindings());
        await admin.Picture("sign-in");
        await admin.Page.GotoAsync($"{site.Address}/setup?word={site.Get<Gate>().SetupWord}");
        Assert.Empty(await admin.SeriousFindings());
        await Fill(admin.Page, "王管理", Password, "建立并登录");
        await admin.Page.GetByText("王管理").WaitForAsync();
        Assert.Equal(["检索", "审计", "起草", "入库", "管理"], await admin.Page.Locator("nav[aria-label=主导航] a").AllInnerTextsAsync());

        await admin.Go("admin/access");
        await admin.Page.GetByLabel("姓名", new() { Exact = true }).FillAsync("李查阅");
        await admin.Page.GetByLabel("密码", new() { Exact = true }).FillAsync(Password);
        await Choose(admin.Page, "权限", "查阅");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "建立帐号" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Cell, new() { Name = "李查阅", Exact = true }).WaitForAsync();
        await admin.Picture("admin-access-signed-in");

        await using Window reader = await site.Open();
        await SeesWhatReadersMay(reader);

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "停用帐号李查阅" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "启用帐号李查阅" }).WaitForAsync();
        await reader.Page.GetByLabel("检索段落").FillAsync("困难职工");
        await reader.Page.Keyboard.PressAsync("Enter");
        // Suggestions and search are refused both: whichever of them leads there, and once or twice.
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).WaitForAsync();
        await Fill(reader.Page, "李查阅", Password, "登录");
        await reader.Page.Locator("[role=alert]").WaitForAsync();

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await admin.Page.WaitForURLAsync("**/sign-in");
        await admin.Page.GotoAsync(site.Address);
        await admin.Page.WaitForURLAsync("**/sign-in");
    }

    /// <summary>Searches and reads; what needs more is not offered, and by its address is refused in a sentence.</summary>
    private async Task SeesWhatReadersMay(Window reader)
    {
        IPage page = reader.Page;
        await page.GotoAsync($"{site.Address}/#/search?q=送温暖");
        await page.WaitForURLAsync("**/sign-in**");
        await Fill(page, "李查阅", "wrong-horse-9", "登录");
        await page.Locator("[role=alert]").WaitForAsync();
        await Fill(page, "李查阅", Password, "登录");
        await page.GetByText("李查阅").WaitForAsync();
        Assert.Equal(["检索", "起草", "入库", "管理"], await page.Locator("nav[aria-label=主导航] a").AllInnerTextsAsync());

        await reader.Go("search?q=送温暖");
        await page.Locator(".hit .title").First.ClickAsync();
        await page.Locator(".block.target").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "更正功能" }).CountAsync());
        Assert.Equal(["正文"], await page.Locator(".tabs a:not(.aside)").AllInnerTextsAsync());
        await reader.Go("draft");
        await page.GetByText("查重需要起草权限").WaitForAsync();
        await reader.Go("exemplars?function=practice&topic=困难职工");
        await page.Locator(".exemplar").First.WaitForAsync();
        await reader.Go("sources");
        await page.GetByText("由有编辑权限的人来做").WaitForAsync();
        Assert.Equal(0, await page.Locator("input[type=file]").CountAsync());
        await reader.Go("admin");
        Assert.Equal(["概况", "词库", "模型说明"], await page.Locator(".tabs a").AllInnerTextsAsync());
        // A refusal that is shown to the person is logged by the browser as well.
        Assert.All(reader.Complaints, complaint => Assert.Contains("403", complaint, StringComparison.Ordinal));

        await reader.Go("findings");
        await page.GetByText("疑点由有审计权限的人查看和处理").WaitForAsync();

        await reader.Go("overview");
        await page.Locator("[role=alert]").WaitForAsync();
        await reader.Picture("reader-refused");
        Assert.Empty(await reader.SeriousFindings());
    }

    private static async Task Fill(IPage page, string name, string password, string button)
    {
        await page.GetByLabel("姓名").FillAsync(name);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private static async Task Choose(IPage page, string label, string option)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true }).ClickAsync();
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = option }).First.ClickAsync();
    }
}
