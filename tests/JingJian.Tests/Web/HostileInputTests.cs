using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace JingJian.Tests.Web;

/// <summary>What somebody may send to do harm, over HTTP.</summary>
public sealed partial class HostileInputTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Script = "<script>alert(1)</script>", Formula = "=HYPERLINK(\"http://evil.example\",\"点我\")";

    /// <summary>One report with hostile words wherever words are shown, and another that copies it.</summary>
    private static readonly (string Name, string Text)[] Hostile = [($"{Script}.txt", Report(2021)), ("=cmd()2.txt", Report(2022))];

    [Theory]
    [InlineData("../service.db")]
    [InlineData("..%2fservice.db")]
    [InlineData("%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("assets/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("assets/..%5c..%5cjingjian.dll")]
    [InlineData("/etc/passwd")]
    [InlineData("%00/etc/passwd")]
    [InlineData("appsettings.json")]
    [InlineData("api/v1/sources/..%2f..%2fservice.db")]
    [InlineData("api/v1/reports?source=../../../etc/passwd")]
    [InlineData("api/v1/audit/..%2f..%2farchive.db/export?format=html")]
    [InlineData("api/v1/uploads/..%2f..%2fservice.db")]
    [InlineData("api/v1/families/..%2f../export")]
    public async Task Path_traversal_reads_nothing_but_what_is_offered(string path)
    {
        HttpResponseMessage answer = await Raw(path);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(TestSite.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zip_slip_writes_nothing_outside_and_entries_have_harmless_names()
    {
        string[] names = ["../../slipped.txt", "..\\..\\slipped2.txt", "/tmp/slipped3.txt", "C:\\slipped4.txt", "好/../../slipped5.txt"];
        byte[] zip = Zip([.. names.Select((name, i) => (name, Encoding.UTF8.GetBytes($"滑坡县总工会{2010 + i}年工作总结\n一、主要做法\n办起第{i}期夜校，学员{i + 30}人，全部结业。")))]);
        string above = Path.GetFullPath(Path.Combine(site.DataFolder, ".."));
        string[] before = Files(above);

        JsonElement answer = await (await site.Upload(("打包.zip", zip))).Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);

        Assert.Equal(names.Length, answer.GetProperty("stored").GetInt32());
        Assert.All(answer.GetProperty("files").EnumerateArray(), file => Assert.DoesNotContain("..", file.GetProperty("name").GetString()!, StringComparison.Ordinal));
        Assert.DoesNotContain(Files(above).Except(before), path => path.Contains("slipped", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.GetTempPath(), "slipped*"));

        static string[] Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
    }

    [Fact]
    public async Task CSV_files_have_no_formula()
    {
        string report = await Upload();
        foreach (string path in new[] { $"audit/{report}/export?format=csv", "search/export?q=职工&format=csv", "overview/export?format=csv", "families/export?format=csv" })
        {
            string[] cells = Cells(await site.Client.GetStringAsync(TestSite.Address("api/v1/" + path), TestSite.Cancellation));

            Assert.NotEmpty(cells);
            Assert.All(cells, cell => Assert.False(cell.TrimStart() is ['=' or '@' or '+' or '＝', ..], $"{path}: {cell}"));
        }

        string draft = await (await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/check/export?format=csv"), new { name = Formula, text = Report(2023) }, TestSite.Cancellation)).Content.ReadAsStringAsync(TestSite.Cancellation);
        Assert.All(Cells(draft), cell => Assert.False(cell.TrimStart() is ['=' or '@' or '+', ..], cell));
    }

    [Fact]
    public async Task HTML_files_have_no_code_of_others()
    {
        string report = await Upload();
        List<string> pages = [];
        foreach (string path in new[] { $"audit/{report}/export", "overview/export", "families/export" })
        {
            pages.Add(await site.Client.GetStringAsync(TestSite.Address($"api/v1/{path}?format=html"), TestSite.Cancellation));
        }

        pages.Add(await (await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/check/export?format=html"), new { name = Script, text = Report(2023) }, TestSite.Cancellation)).Content.ReadAsStringAsync(TestSite.Cancellation));
        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(Handlers(), page);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        });
        foreach (string refusal in new[] { $"api/v1/{Uri.EscapeDataString(Script)}", $"api/v1/sources/{Uri.EscapeDataString(Script)}", $"sign-in?name={Uri.EscapeDataString(Script)}" })
        {
            HttpResponseMessage answer = await site.Send(HttpMethod.Get, refusal);
            Assert.True(answer.Content.Headers.ContentType?.MediaType != "text/html" || !(await answer.Content.ReadAsStringAsync(TestSite.Cancellation)).Contains(Script, StringComparison.Ordinal), refusal);
        }
    }

    [Fact]
    public async Task Headers_cannot_be_added_by_names_or_parameters()
    {
        const string evil = "a\r\nX-Evil: 1\r\nSet-Cookie: evil=1";
        List<HttpResponseMessage> answers =
        [
            await site.Upload(($"{evil}.txt", TestSite.Reports[0].Text + "换行。")),
            await site.Send(HttpMethod.Get, $"api/v1/sources/{Uri.EscapeDataString(evil)}"),
            await site.Send(HttpMethod.Get, $"api/v1/search?q={Uri.EscapeDataString(evil)}"),
            await site.Send(HttpMethod.Get, $"api/v1/search/export?q=x&format={Uri.EscapeDataString(evil)}"),
            await site.Send(HttpMethod.Get, $"api/v1/families/export?order={Uri.EscapeDataString(evil)}"),
            await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/check/export?format=csv"), new { name = evil, text = "换行。" }, TestSite.Cancellation),
            await site.Send(HttpMethod.Post, $"api/v1/drafts/check/export?name={Uri.EscapeDataString(evil)}", TestSite.Body("换行。"u8.ToArray(), "text/plain")),
            await site.Send(HttpMethod.Get, $"sign-in?back={Uri.EscapeDataString(evil)}"),
        ];

        Assert.All(answers, answer =>
        {
            Assert.False(answer.Headers.Contains("X-Evil") || answer.Headers.Contains("Set-Cookie"));
            Assert.True((int)answer.StatusCode < 500);
        });
    }

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"哈哈哈哈哈哈哈哈哈哈\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>", "&e;")]
    [InlineData("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "&a;")]
    [InlineData("<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/evil.dtd\">", "x")]
    [InlineData("", "30000000")]
    public async Task XML_bombs_in_docx_are_refused_and_the_service_goes_on(string declared, string text)
    {
        if (int.TryParse(text, out int blanks))
        {
            text = new string(' ', blanks);
        }

        byte[] bomb = Zip(
            [("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{declared}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"))]);

        HttpResponseMessage answer = await site.Upload(("炸弹.docx", bomb));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(TestSite.Cancellation), StringComparison.Ordinal);
        Assert.Equal("ready", (await site.Get("health/ready")).GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("-")]
    [InlineData("OR ")]
    [InlineData("(a OR ")]
    [InlineData("年")]
    [InlineData("2021..")]
    [InlineData("a*")]
    [InlineData("（一）")]
    public async Task Queries_that_make_expressions_run_wild_are_answered(string piece)
    {
        string query = string.Concat(Enumerable.Repeat(piece, 4900 / piece.Length));

        HttpResponseMessage answer = await site.Send(HttpMethod.Post, "api/v1/search", JsonContent.Create(new { q = query }));

        Assert.InRange((int)answer.StatusCode, 200, 499);
    }

    [Theory]
    [InlineData("一")]
    [InlineData("（")]
    [InlineData("20_年")]
    [InlineData("第一章 ")]
    [InlineData("1.")]
    [InlineData(" \t　")]
    [InlineData("年月日")]
    [InlineData("《")]
    [InlineData("_*×")]
    [InlineData("一是二是")]
    [InlineData("万元亿元%")]
    [InlineData("某某市某某县")]
    [InlineData("a@a.")]
    [InlineData("138")]
    public async Task Texts_that_make_expressions_run_wild_are_taken_in(string piece)
    {
        string line = string.Concat(Enumerable.Repeat(piece, 30_000 / piece.Length));

        HttpResponseMessage answer = await site.Upload(($"{Convert.ToHexString(Encoding.UTF8.GetBytes(piece))}.txt", $"清水县总工会2021年工作总结\n{line}\n{line}！\n"));
        HttpResponseMessage draft = await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/drafts/audit"), new { text = line + "。" }, TestSite.Cancellation);

        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.InRange((int)draft.StatusCode, 200, 499);
        Assert.Equal("ready", (await site.Get("health/ready")).GetProperty("status").GetString());
    }

    /// <summary>Uploads the hostile reports and gives the id of the later one.</summary>
    private async Task<string> Upload()
    {
        await site.Upload(Hostile);
        return (await site.Get($"api/v1/reports?source={Uri.EscapeDataString("=cmd()2.txt")}")).GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    /// <summary>Sends a path as it is, where a client would make it tidy.</summary>
    private Task<HttpResponseMessage> Raw(string path) => site.Client.SendAsync(
        new HttpRequestMessage(HttpMethod.Get, new Uri(site.Client.BaseAddress!.AbsoluteUri + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })), TestSite.Cancellation);

    private static string[] Cells(string csv) => [.. Cell().Matches(csv).Select(match => match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal))];

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static string Report(int year) => $"""
        {Script}县总工会{year}年工作总结
        一、<img src=x onerror=alert(1)>主要做法
        {Formula}元旦春节期间走访困难职工家庭128户，发放慰问金25.6万元，为36名患大病的职工办理了医疗互助金，{Script}做到应帮尽帮。
        @SUM(A1)全年组织职工参加劳动竞赛，评出先进班组十二个，奖励岗位能手四十六名，<b onclick=alert(1)>经验</b>在全县推广。
        """;

    [GeneratedRegex("\"((?:[^\"]|\"\")*)\"")]
    private static partial Regex Cell();

    [GeneratedRegex(@"<[a-zA-Z][^>]*\son\w+\s*=", RegexOptions.CultureInvariant)]
    private static partial Regex Handlers();
}
