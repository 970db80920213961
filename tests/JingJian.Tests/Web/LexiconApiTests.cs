using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>The synonyms of an archive, kept over HTTP.</summary>
public sealed class LexiconApiTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Synonyms = "api/v1/lexicon/synonyms";

    private string File => Path.Combine(site.DataFolder, "synonyms.txt");

    [Theory]
    [InlineData("暖心钱, 送温暖 > 互助金", "暖心钱")]
    [InlineData("补助 = 互助金", "补助")]
    public async Task A_line_counts_from_the_next_search_on_until_it_is_removed(string line, string asked)
    {
        (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();
        Assert.DoesNotContain("互助金", await Notes(asked), StringComparison.Ordinal);

        for (int round = 0; round < 3; round++)
        {
            JsonElement added = await Content(await Add($" {line} "));
            Assert.Equal(line, added.GetProperty("line").GetString());
            Assert.Contains("互助金", await Notes(asked), StringComparison.Ordinal);

            Assert.Equal(HttpStatusCode.NoContent, (await site.Send(HttpMethod.Delete, $"{Synonyms}/{added.GetProperty("id").GetString()}")).StatusCode);
            Assert.DoesNotContain("互助金", await Notes(asked), StringComparison.Ordinal);
        }

        IEnumerable<string?> log = (await site.Get("api/v1/log?action=synonym")).GetProperty("items").EnumerateArray().Select(entry => $"{entry.GetProperty("action")} {entry.GetProperty("target")}");
        Assert.Equal([$"synonym.remove {line}", $"synonym.add {line}"], log.Take(2));
    }

    [Fact]
    public async Task What_others_wrote_into_the_file_stays()
    {
        await System.IO.File.WriteAllTextAsync(File, "# 我们的说法\r\n甲村 = 乙村 # 合并了\r\n\r\n丙, 丁 > 戊\r\n", TestSite.Cancellation);

        JsonElement added = await Content(await Add("己 = 庚"));
        Assert.Equal(["甲村 = 乙村 # 合并了", "丙, 丁 > 戊", "己 = 庚"], (await Listed()).Select(line => line.GetProperty("line").GetString()));
        Assert.Equal(HttpStatusCode.Conflict, (await Add("甲村 = 乙村 # 合并了")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Send(HttpMethod.Delete, $"{Synonyms}/{added.GetProperty("id").GetString()}")).StatusCode);

        Assert.Equal("# 我们的说法\n甲村 = 乙村 # 合并了\n\n丙, 丁 > 戊\n", await System.IO.File.ReadAllTextAsync(File, TestSite.Cancellation));
        System.IO.File.Delete(File);
    }

    [Fact]
    public async Task A_line_that_somebody_spoilt_is_shown_and_can_be_removed()
    {
        await System.IO.File.WriteAllTextAsync(File, "甲村 = 乙村\n只有一个词\n", TestSite.Cancellation);

        Assert.Equal("synonyms.bad-line", await Code(await Add("己 = 庚")));
        JsonElement spoilt = Assert.Single(await Listed(), line => !line.GetProperty("understood").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, (await site.Send(HttpMethod.Delete, $"{Synonyms}/{spoilt.GetProperty("id").GetString()}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Add("己 = 庚")).StatusCode);
        System.IO.File.Delete(File);
    }

    [Theory]
    [InlineData("", "synonym.length")]
    [InlineData("   ", "synonym.length")]
    [InlineData("一个词", "synonym.bad-line")]
    [InlineData("# 甲 = 乙", "synonym.bad-line")]
    [InlineData("甲 =", "synonym.bad-line")]
    [InlineData("甲 = 乙 > 丙", "synonym.bad-line")]
    [InlineData("甲 = ，。", "synonym.bad-line")]
    [InlineData("甲 = 乙\n丙 = 丁", "synonym.one-line")]
    [InlineData("甲 = 乙\0", "synonym.one-line")]
    public async Task What_is_no_line_of_synonyms_is_refused_and_nothing_is_written(string line, string code)
    {
        HttpResponseMessage refused = await Add(line);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(code, await Code(refused));
        Assert.Equal("synonym.length", await Code(await Add(line + new string('长', 600))));
        Assert.Empty(await Listed());
    }

    [Fact]
    public async Task A_line_that_is_not_there_cannot_be_removed() =>
        Assert.Equal("synonym.not-found", await Code(await site.Send(HttpMethod.Delete, $"{Synonyms}/0123456789abcdef")));

    private Task<HttpResponseMessage> Add(string line) => site.Client.PostAsJsonAsync(TestSite.Address(Synonyms), new { line }, TestSite.Cancellation);

    private async Task<string> Notes(string words) =>
        string.Concat((await site.Get($"api/v1/search?q={Uri.EscapeDataString(words)}")).GetProperty("notes").EnumerateArray());

    private async Task<List<JsonElement>> Listed() => [.. (await site.Get(Synonyms)).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> Content(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
    }

    private static async Task<string?> Code(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation)).GetProperty("code").GetString();
}
