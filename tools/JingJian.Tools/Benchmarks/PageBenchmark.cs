using System.Globalization;
using System.Text.Json;
using JingJian.Archive;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace JingJian.Tools.Benchmarks;

/// <summary><c>bench page DATA [FOLDER...]</c>: how long a person at a browser waits. The time runs from the key that is pressed, or from the
/// address that changes, to the second frame after the answer stands on the page: what is measured has been painted.</summary>
/// <remarks>Where DATA holds no archive, one of 100,000 paragraphs is made there from those of the folders (<see cref="IntakeArchive"/>), and
/// a report of 300 paragraphs. The service runs in this process; Chromium is that of the system.</remarks>
internal static class PageBenchmark
{
    private const int Paragraphs = 100_000;
    private const int LongReport = 300;
    private const int Rounds = 5;
    private const string LongTitle = "长篇测量2024年工作总结";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The Chromium of the system's packages; null where none is installed.</summary>
    public static string? Chromium => Array.Find(Places, File.Exists);

    private static readonly string[] Queries =
        ["困难职工", "工会 职工", "民主管理 职代会", "“民主管理”", "劳动竞赛 技能", "安全生产 隐患", "招商引资 项目建设", "乡村振兴", "财政收入 增长", "教育 医疗 养老", "功能:问题 年份:2015..2020", "送温暖 OR 帮扶"];

    public static int Run(string[] args)
    {
        if (args.Length == 0 || Chromium is not { } chromium)
        {
            Console.Error.WriteLine(args.Length == 0 ? "usage: bench page DATA [FOLDER...]" : "There is no Chromium here (Debian: apt-get install chromium fonts-noto-cjk).");
            return 2;
        }

        Fill(args[0], args[1..]);
        MeasureAsync(args[0], chromium).GetAwaiter().GetResult();
        return 0;
    }

    private static void Fill(string data, string[] folders)
    {
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = data }, TimeProvider.System);
        if (archive.Catalogue.Stats().Reports == 0)
        {
            string files = Path.Combine(data, "files");
            IntakeArchive.Write(files, Paragraphs, folders);
            archive.Ingest([files], null, CancellationToken.None);
            Directory.Delete(files, recursive: true);
        }

        string file = Path.Combine(data, "long.txt");
        File.WriteAllText(file, LongTitle + "\n" + string.Concat(Enumerable.Range(1, LongReport).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"第{number}件事是把{number * 7919 % 1000}号河段的{number * 31 % 97}处护岸逐一量过，登记在第{number * 13 % 400}册台账里，缺口{number % 17}处当年补齐。\n"))));
        archive.Ingest([file], null, CancellationToken.None);
        File.Delete(file);
    }

    private static async Task MeasureAsync(string data, string chromium)
    {
        await using WebApplication app = Service.Build(["--data", data, "--urls", "http://127.0.0.1:0", "--samples", "false"]);
        await app.StartAsync();
        string site = app.Urls.Single();
        using var client = new HttpClient { BaseAddress = new Uri(site), Timeout = TimeSpan.FromMinutes(10) };
        while (!(await client.GetAsync(new Uri("health/ready", UriKind.Relative))).IsSuccessStatusCode)
        {
            await Task.Delay(200);
        }

        JsonElement stats = await Json(client, "api/v1/stats");
        SearchBenchmark.Print($"{stats.GetProperty("paragraphs").GetInt32()} paragraphs, {stats.GetProperty("reports").GetInt32()} reports");
        var cold = System.Diagnostics.Stopwatch.StartNew();
        await Json(client, "api/v1/overview?top=50");
        SearchBenchmark.Print($"first overview after a start (the service makes it beforehand): {cold.Elapsed.TotalSeconds:F1} s");
        string report = (await Json(client, "api/v1/search?q=" + Uri.EscapeDataString("“第299件事是把”") + "&top=1")).GetProperty("hits")[0].GetProperty("reportId").GetString()!;

        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = chromium });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 }, Locale = "zh-CN" });
        await page.AddInitScriptAsync(Probe);
        await page.GotoAsync(site);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // Once for warming up: the pages' own scripts are loaded when they are first opened.
        List<double> hits = [], reports = [], overviews = [];
        for (int round = 0; round <= Rounds; round++)
        {
            foreach (string query in Queries)
            {
                await page.GetByLabel("检索段落").FillAsync(query);
                await page.EvaluateAsync("() => probe.onEnter()");
                await page.Keyboard.PressAsync("Enter");
                Keep(hits, round, await page.EvaluateAsync<double>("() => probe.painted('api/v1/search', '.hit, .empty')"));
            }

            Keep(reports, round, await Opened(page, $"#/report/{report}", "api/v1/reports/", ".block", LongReport));
            Keep(overviews, round, await Opened(page, "#/overview", "api/v1/overview", ".chart canvas", 3));
        }

        SearchBenchmark.Row("hits painted after Enter", hits);
        SearchBenchmark.Row($"report of {LongReport} paragraphs", reports);
        SearchBenchmark.Row("overview of the audit", overviews);
        await app.StopAsync();
    }

    private static Task<double> Opened(IPage page, string address, string asked, string shown, int least) => page.EvaluateAsync<double>(
        "([address, asked, shown, least]) => { probe.start(); location.hash = address; return probe.painted(asked, shown, least); }", new object[] { address, asked, shown, least });

    private static void Keep(List<double> times, int round, double milliseconds)
    {
        if (round > 0)
        {
            times.Add(milliseconds);
        }
    }

    private static async Task<JsonElement> Json(HttpClient client, string address)
    {
        using JsonDocument document = JsonDocument.Parse(await client.GetStringAsync(new Uri(address, UriKind.Relative)));
        return document.RootElement.Clone();
    }

    /// <summary>Waits for the answer to what was asked since the start, for what is shown of it, and for two frames.</summary>
    private const string Probe = """
        {
          const answered = [];
          let begun = 0;
          const fetched = window.fetch;
          window.fetch = async (...given) => { const answer = await fetched(...given); answered.push([String(given[0]), performance.now()]); return answer; };
          const frame = () => new Promise(done => requestAnimationFrame(done));
          window.probe = {
            start() { begun = performance.now(); answered.length = 0; },
            onEnter() { addEventListener("keydown", () => probe.start(), { once: true, capture: true }); },
            async painted(asked, shown, least = 1) {
              while (!answered.some(([address]) => address.startsWith(asked)) || document.querySelectorAll(`main ${shown}`).length < least || document.querySelector("main [aria-busy=true], main .waiting")) {
                if (performance.now() - begun > 60_000) throw new Error(`${location.hash}: ${document.querySelectorAll(`main ${shown}`).length} of ${least} ${shown} after a minute`);
                await frame();
              }
              await frame();
              await frame();
              return performance.now() - begun;
            },
          };
        }
        """;
}
