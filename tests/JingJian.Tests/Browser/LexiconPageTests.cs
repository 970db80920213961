using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>An editor teaches the archive the words of the house.</summary>
[Collection(Chromium.Shared)]
public sealed class LexiconPageTests(SampleSite site) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task A_synonym_is_tried_added_in_force_at_once_and_taken_back()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("admin");
        await page.GetByRole(AriaRole.Link, new() { Name = "词库" }).ClickAsync();
        ILocator trial = page.GetByRole(AriaRole.Region, new() { Name = "试一试" });
        await trial.GetByLabel("试检索的词").FillAsync("WXSQ");
        await page.Keyboard.PressAsync("Enter");
        await trial.GetByText("到检索页看全部").WaitForAsync();
        Assert.Equal(0, await trial.Locator("mark").Filter(new() { HasText = "送温暖" }).CountAsync());

        await page.GetByLabel("新的近义词").FillAsync("WXSQ");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("看不懂“WXSQ”").WaitForAsync();
        await page.GetByLabel("新的近义词").FillAsync("WXSQ = 送温暖");
        await page.Keyboard.PressAsync("Enter");
        await trial.Locator("mark").Filter(new() { HasText = "送温暖" }).First.WaitForAsync();
        await window.Picture("admin-lexicon-tried");
        Assert.Empty(await window.SeriousFindings());

        await page.GetByLabel("新的自有词").FillAsync("铁皮书箱");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除“铁皮书箱”" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "删除“WXSQ = 送温暖”" }).ClickAsync();
        await trial.Locator("mark").Filter(new() { HasText = "送温暖" }).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        // A refusal that is shown to the person is logged by the browser as well.
        Assert.All(window.Complaints, complaint => Assert.Contains("400", complaint, StringComparison.Ordinal));
    }
}
