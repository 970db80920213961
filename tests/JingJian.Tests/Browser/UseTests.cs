using System.IO.Compression;
using System.Text;
using JingJian.Tests.Web;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>How the page behaves in the hands of people, and with what files hold.</summary>
[Collection(Chromium.Shared)]
public sealed class UseTests(EmptySite site) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task The_keyboard_alone_leads_to_a_report()
    {
        await using Window window = await Filled();
        IPage page = window.Page;

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("职工夜校");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".hit").First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync("**/#/report/**at=**");
        await page.Locator(".block.target").WaitForAsync();
        await page.GoBackAsync();
        await page.Locator(".hit").First.WaitForAsync();
        Assert.Equal("职工夜校", await page.GetByLabel("检索段落").InputValueAsync());
    }

    [Fact]
    public async Task A_paragraph_is_copied_with_its_source_and_a_report_is_printed_without_what_belongs_to_the_screen()
    {
        await using Window window = await Filled();
        IPage page = window.Page;
        await window.Go("search?q=职工夜校");
        await page.GetByRole(AriaRole.Button, new() { Name = "复制（附出处）" }).First.ClickAsync();
        await page.GetByText("已复制").WaitForAsync();
        string copied = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Matches("职工夜校[\\s\\S]*\n（.+工作总结，.+ 第 [0-9]+ 行）$", copied);

        await page.Locator(".hit .title").First.ClickAsync();
        await page.Locator(".block.target").WaitForAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (string screenOnly in new[] { ".bar", ".outline", ".tabs", ".reading-tools", ".paragraph-foot" })
        {
            Assert.False(await page.Locator(screenOnly).First.IsVisibleAsync(), screenOnly);
        }

        Assert.True(await page.GetByRole(AriaRole.Article, new() { Name = "正文" }).IsVisibleAsync());
        await window.Picture("report-printed");
    }

    [Fact]
    public async Task From_the_dark_a_report_is_printed_on_white_paper()
    {
        await (await Filled()).DisposeAsync();
        await using Window window = await site.Open(dark: true);
        IPage page = window.Page;
        await window.Go("search?q=职工夜校");
        await page.Locator(".hit .title").First.ClickAsync();
        await page.Locator(".block.target").WaitForAsync();
        Assert.Equal("dark", await Theme());
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await page.WaitForFunctionAsync("() => document.documentElement.dataset.theme === 'light'");
        Assert.Equal("rgb(29, 35, 41)", await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.block.target p')).color"));
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.theme === 'dark'");
        Assert.Empty(window.Complaints);

        Task<string> Theme() => page.EvaluateAsync<string>("() => document.documentElement.dataset.theme");
    }

    [Fact]
    public async Task A_service_that_is_lost_is_waited_for_and_what_was_asked_meanwhile_is_answered()
    {
        await using Window window = await Filled();
        IPage page = window.Page;
        await window.Go("draft");
        await page.GetByLabel("草稿", new() { Exact = true }).FillAsync("写到一半的草稿");
        await page.Context.SetOfflineAsync(true);
        await page.GetByLabel("检索段落").FillAsync("职工夜校");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Alert).GetByText("连接不上服务").First.WaitForAsync();

        await page.Context.SetOfflineAsync(false);
        await page.Locator(".hit").First.WaitForAsync();
        await page.Locator(".banner").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await page.GoBackAsync();
        Assert.Equal("写到一半的草稿", await page.GetByLabel("草稿", new() { Exact = true }).InputValueAsync());
        Assert.All(window.Complaints, complaint => Assert.Contains("ERR_INTERNET_DISCONNECTED", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_tablet_filters_and_outline_are_behind_a_button()
    {
        await (await Filled()).DisposeAsync();
        await using Window window = await site.Open(768, dark: true);
        IPage page = window.Page;
        await window.Go("search?q=职工");
        ILocator unit = page.Locator(".facets").GetByText("清河县总工会");
        Assert.False(await unit.IsVisibleAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选", Exact = true }).ClickAsync();
        await window.Picture("tablet-filters");
        await unit.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选（1 项）" }).WaitForAsync();

        await page.Locator(".hit .title").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提纲（" }).ClickAsync();
        await page.GetByRole(AriaRole.Complementary, new() { Name = "提纲" }).GetByText("存在问题").ClickAsync();
        await page.Locator(".block.target").GetByText("存在问题").WaitForAsync();
        Assert.Empty(await window.SeriousFindings());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Suggestions_are_walked_through_with_the_arrows()
    {
        await using Window window = await Filled();
        IPage page = window.Page;

        await page.GetByLabel("检索段落").PressSequentiallyAsync("困难");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        string offered = await page.Locator("[role=option][aria-selected=true] bdi").InnerTextAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.Locator(".hit").First.WaitForAsync();
        Assert.Equal(offered, await page.GetByLabel("检索段落").InputValueAsync());
    }

    [Fact]
    public async Task Hostile_text_is_shown_and_does_nothing()
    {
        const string text = """
            县总工会2023年<img src=x onerror=alert(1)>工作总结
            一、主要做法
            年初把全年要办的事写进了台账，每季度对一次账，没有办的说明原因，办不了的向职工代表说清楚。
            <script>alert(2)</script>今年组织职工采石节巡游，参加的有四百二十人，‮反过来‬写的字和看​不见的字都要照原样显示出来给人看。
            """;
        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("sources");
        await page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync(site.FileOf("采石\"><svg onload=alert(3)>.txt".Replace('/', '_'), text));
        await page.GetByText("新入库 1 个").WaitForAsync();

        await window.Go("search?q=采石节");
        await page.Locator(".hit").First.WaitForAsync();
        Assert.Contains("<script>", await page.Locator(".snippet").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator(".hit .title").First.ClickAsync();
        await page.Locator(".block.target").WaitForAsync();
        await window.Picture("hostile");

        Assert.Equal(0, await page.Locator("main img, main script, main svg[onload]").CountAsync());
        Assert.True(await page.Locator(".block.target .unseen").CountAsync() >= 3);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Files_are_dropped_on_the_page_and_each_that_is_refused_says_why()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("sources");
        await page.EvaluateAsync("""
            () => {
              const files = new DataTransfer();
              files.items.add(new File(["清河县水利局2024年工作总结\n全县的小水库逐座编了号，责任人的名字和电话写在坝上，汛期每天巡查两次并且拍照上传。\n"], "水库.txt"));
              files.items.add(new File(["%PDF-1.4 nothing"], "坏的.pdf"));
              files.items.add(new File([], "空的.txt"));
              document.querySelector(".dropzone").dispatchEvent(new DragEvent("drop", { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """);

        await page.GetByText("新入库 1 个").WaitForAsync();
        string[] refused = [.. await page.Locator("tr.refused").AllInnerTextsAsync()];
        Assert.Equal(2, refused.Length);
        Assert.All(refused, row => Assert.Matches("文件.+。", row));
        await window.Picture("intake-refused");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "以前的入库" }).ClickAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "完成" }).First.WaitForAsync();
        Assert.Empty(await window.SeriousFindings());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Folders_and_archives_are_dropped_with_all_that_is_in_them_and_each_file_says_what_became_of_it()
    {
        site.FileOf("历年/2021年/林业.txt", "清河县林业局2021年工作总结\n护林员每人配一台定位手机，巡山的路线自动记下来，漏巡的第二天由组长陪着补上。\n");
        string folder = Path.GetDirectoryName(site.FileOf("历年/交通.txt", "清河县交通局2020年工作总结\n乡道逐条定了养护人，坑洞当天发现三天内填平，填好的照片贴在村口的公示栏里。\n"))!;
        await using (ZipArchive packed = await ZipFile.OpenAsync(folder + ".zip", ZipArchiveMode.Create, TestSite.Cancellation))
        {
            await Write(packed, "民政.txt", Encoding.UTF8.GetBytes("清河县民政局2019年工作总结\n独居老人每天有人敲一次门，敲门的人签字，三天没有应声的由村干部上门看。\n"));
            await Write(packed, "照片.bin", [0, 1, 2, 3, 0, 1, 2, 3]);
        }

        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("sources");
        await Drop(page, folder, folder + ".zip");

        await page.GetByText("新入库 3 个").WaitForAsync();
        string[] files = [.. await page.Locator(".outcomes tbody tr").AllInnerTextsAsync()];
        Assert.Contains(files, row => row.Contains("历年/2021年/林业.txt", StringComparison.Ordinal) && row.Contains("已入库", StringComparison.Ordinal));
        Assert.Contains(files, row => row.Contains("历年/交通.txt", StringComparison.Ordinal));
        Assert.Contains(files, row => row.Contains("历年.zip/民政.txt", StringComparison.Ordinal));
        Assert.Contains("照片.bin", files[0], StringComparison.Ordinal);
        Assert.Contains("未入库", files[0], StringComparison.Ordinal);
        await window.Picture("intake-folders");
        Assert.Empty(window.Complaints);

        static async Task Write(ZipArchive archive, string name, byte[] content)
        {
            await using Stream entry = await archive.CreateEntry(name).OpenAsync(TestSite.Cancellation);
            await entry.WriteAsync(content, TestSite.Cancellation);
        }
    }

    [Fact]
    public async Task Names_of_persons_in_exemplars_are_masked_until_somebody_who_may_see_them_asks()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("sources");
        await page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync(site.FileOf("灯塔.txt", "清河县航道局2022年工作总结\n灯塔看守改为两人一班，每晚核对一次灯质。张建国同志连续值守三百天，查出灯器故障十一起，全部当晚修好。\n"));
        await page.GetByText("新入库 1 个").WaitForAsync();
        await window.Go("exemplars?function=practice&topic=灯塔看守");
        ILocator text = page.Locator(".exemplar .snippet").First;
        await text.GetByText("张××").WaitForAsync();
        await page.GetByLabel("显示人名和号码").CheckAsync();
        await text.GetByText("张建国").WaitForAsync();
        await window.Go("cards?topic=灯塔看守");
        Assert.True(await page.GetByLabel("显示人名和号码").IsCheckedAsync());
        await page.GetByLabel("显示人名和号码").UncheckAsync();
        await window.Quiet();
        Assert.Equal(0, await page.GetByText("张建国").CountAsync());
        Assert.Empty(await window.SeriousFindings());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Files_go_into_the_collection_that_is_chosen_and_are_put_into_another()
    {
        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("admin/collections");
        await page.GetByLabel("分库的名称").FillAsync("水利系统");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立分库" }).ClickAsync();
        ILocator row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "水利系统" });
        await row.WaitForAsync();

        await window.Go("sources");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "收进哪个分库" }).ClickAsync();
        await page.Locator(".ant-select-item-option").Filter(new() { HasText = "水利系统" }).ClickAsync();
        await page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync(site.FileOf("灌区.txt", "清河县灌区管理处2024年工作总结\n东干渠二十三座斗门换成了钢闸，开一次水不用再垒土，水到地头比往年早两天。\n"));
        await page.GetByText("新入库 1 个").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "灌区.txt" }).First.ClickAsync();
        await page.GetByLabel("放进哪个分库").WaitForAsync();
        await page.GoBackAsync();
        await window.Go("admin/collections");
        Assert.Contains("1", await row.GetByRole(AriaRole.Cell).Nth(1).InnerTextAsync(), StringComparison.Ordinal);

        await window.Go("sources");
        await page.GetByRole(AriaRole.Link, new() { Name = "灌区.txt" }).First.ClickAsync();
        await page.GetByLabel("放进哪个分库").SelectOptionAsync(new SelectOptionValue { Value = "1" });
        await page.GetByText("已放进").WaitForAsync();
        Assert.Empty(await window.SeriousFindings());
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task A_report_of_three_thousand_paragraphs_opens_and_leads_to_its_last()
    {
        string text = "清河县2024年工作总结\n" + string.Concat(Enumerable.Range(1, 3000).Select(n => n % 50 == 1
            ? $"{n / 50 + 1}．第{n}号小标题\n"
            : $"第{n}件事是把{n * 7919 % 1000}号河段的{n * 31 % 97}处护岸逐一量过，登记在第{n * 13 % 400}册台账里，缺口{n % 17}处当年补齐。\n"));
        await using Window window = await site.Open();
        IPage page = window.Page;
        await window.Go("sources");
        await page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync(site.FileOf("长报告.txt", text));
        await page.GetByText("新入库 1 个").WaitForAsync(new() { Timeout = 60_000 });

        await window.Go("search?q=第2999件事");
        await page.Locator(".hit .title").First.ClickAsync();

        await page.Locator(".block.target").WaitForAsync();
        await Assertions.Expect(page.Locator(".block.target")).ToBeInViewportAsync();
        Assert.Empty(window.Complaints);
    }

    /// <summary>Drops files and folders of the disk, as the file manager does.</summary>
    private static async Task Drop(IPage page, params string[] paths)
    {
        LocatorBoundingBoxResult box = (await page.Locator(".dropzone").BoundingBoxAsync())!;
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        foreach (string type in new[] { "dragEnter", "dragOver", "drop" })
        {
            await session.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>
            {
                ["type"] = type,
                ["x"] = box.X + 20,
                ["y"] = box.Y + 20,
                ["data"] = new { items = Array.Empty<object>(), files = paths, dragOperationsMask = 1 },
            });
        }
    }

    /// <summary>A window on the start page of an archive with the two reports.</summary>
    private async Task<Window> Filled()
    {
        Window window = await site.Open();
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        using var form = new MultipartFormDataContent();
        foreach ((string name, string text) in TestSite.Reports)
        {
            form.Add(new StringContent(text), "files", name);
        }

        (await client.PostAsync(TestSite.Address("api/v1/sources"), form, TestSite.Cancellation)).EnsureSuccessStatusCode();
        await window.Go("search");
        return window;
    }
}
