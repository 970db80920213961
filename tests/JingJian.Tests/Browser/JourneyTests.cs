using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using JingJian.Tests.Web;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>The ways of new users, from where they begin to what they came for.</summary>
[Collection(Chromium.Shared)]
public sealed class JourneyTests(EmptySite site, SampleSite samples) : IClassFixture<EmptySite>, IClassFixture<SampleSite>
{
    [Fact]
    public async Task From_an_empty_archive_to_a_precedent_the_explanation_of_a_copy_and_a_checked_draft()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;

        await window.Go("cards");
        await page.GetByRole(AriaRole.Link, new() { Name = "放进第一批文件" }).ClickAsync();
        await page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync([.. TestSite.Reports.Select(file => site.FileOf(file.Name, file.Text))]);
        await page.GetByText("新入库 2 个").WaitForAsync();

        await page.GetByLabel("检索段落").FillAsync("医疗互助金");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "2 处相同" }).ClickAsync();
        Assert.Contains("2021", await page.Locator(".copies .change").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "清河县总工会2022年工作总结" }).First.ClickAsync();
        await page.Locator(".block .reused").First.ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "另见" }).GetByText("清河县总工会2021年工作总结").First.WaitForAsync();
        await page.Locator(".block").GetByRole(AriaRole.Button, new() { Name = "模板" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "模板" }).Locator(".slot").First.WaitForAsync();
        await window.Picture("report-elsewhere");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "报告视图" }).GetByText("审计").ClickAsync();
        await page.Locator(".tile.total a").ClickAsync();
        await page.Locator(".counted mark").First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "对照", Exact = true }).First.ClickAsync();
        await page.GetByText("两边一起滚动").WaitForAsync();

        await window.Go("exemplars?function=practice&topic=困难职工");
        await page.GetByRole(AriaRole.Button, new() { Name = "放进草稿（数字、名称留空）" }).First.ClickAsync();
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

    [Fact]
    public async Task From_an_outline_over_an_exemplar_beside_the_draft_to_an_official_document_with_its_sources()
    {
        await using Window window = await samples.Open();
        IPage page = window.Page;

        await window.Go("outline?occasion=annual&unitType=union");
        await page.GetByRole(AriaRole.Button, new() { Name = "把这个提纲放进草稿" }).ClickAsync();
        ILocator draft = page.GetByLabel("草稿", new() { Exact = true });
        await draft.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("青禾县总工会2024年工作总结\n");
        for (int i = 0; i < 2; i++)
        {
            // Behind the heading of the first section stands its blank.
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.GetByText("处〔待补〕").WaitForAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "右侧显示" }).GetByRole(AriaRole.Button, new() { Name = "范例", Exact = true }).ClickAsync();
        await page.GetByLabel("要写的题目").FillAsync("困难职工");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找" }).ClickAsync();
        await page.Locator(".exemplar mark").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放进草稿（数字、名称留空）" }).First.ClickAsync();
        await page.GetByText("已放进草稿").WaitForAsync();
        string[] lines = (await draft.InputValueAsync()).Split('\n');
        Assert.Equal("青禾县总工会2024年工作总结", lines[0]);
        Assert.StartsWith("一、", lines[2], StringComparison.Ordinal);
        Assert.Contains("困难职工", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("二、", lines[4], StringComparison.Ordinal);

        await page.ReloadAsync();
        Assert.Equal(lines, (await draft.InputValueAsync()).Split('\n'));
        await page.Locator(".verdict").WaitForAsync();
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "导出公文" }).ClickAsync());
        using WordprocessingDocument document = WordprocessingDocument.Open(await file.PathAsync(), isEditable: false);
        Assert.Equal(lines.Select(line => line.Trim()), document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText));
        Assert.Contains("总结", document.MainDocumentPart.EndnotesPart!.Endnotes.InnerText, StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "清空草稿" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确实清空" }).ClickAsync();
        Assert.Equal("", await draft.InputValueAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_newcomer_finds_a_precedent_learns_where_a_paragraph_was_copied_from_and_takes_an_exemplar_by_what_stands_on_the_page()
    {
        await using Window window = await samples.Open();
        IPage page = window.Page;

        await page.GotoAsync(samples.Address);
        await page.GetByRole(AriaRole.Link, new() { Name = "送温暖 困难职工", Exact = true }).ClickAsync();
        await page.Locator(".hit .title").First.ClickAsync();
        await page.Locator(".block.target .reused").First.ClickAsync();
        ILocator elsewhere = page.GetByRole(AriaRole.Region, new() { Name = "另见" });
        await elsewhere.GetByRole(AriaRole.Link, new() { Name = "两篇对照" }).First.WaitForAsync();
        Assert.Contains("单位", await elsewhere.Locator(".tag").First.InnerTextAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "起草", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "范例", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放进草稿（数字、名称留空）" }).First.ClickAsync();
        await page.GetByText("已放进草稿").WaitForAsync();
        Assert.NotEqual("", await page.GetByLabel("草稿", new() { Exact = true }).InputValueAsync());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_practice_card_leads_to_the_report_and_into_the_draft()
    {
        await using Window window = await samples.Open();
        IPage page = window.Page;

        await window.Go("cards");
        await page.GetByLabel("主题", new() { Exact = true }).FillAsync("困难职工帮扶");
        await page.GetByRole(AriaRole.Button, new() { Name = "查找做法" }).ClickAsync();
        await page.WaitForURLAsync("**topic=**");
        await window.Quiet();
        await page.GetByText("最早", new() { Exact = true }).First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放进草稿（数字、名称留空）" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "去草稿" }).ClickAsync();
        Assert.NotEqual("", await page.GetByLabel("草稿", new() { Exact = true }).InputValueAsync());
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "看原文" }).First.ClickAsync();

        await page.Locator(".block.target").WaitForAsync();
        Assert.Empty(window.Complaints);
    }
}
