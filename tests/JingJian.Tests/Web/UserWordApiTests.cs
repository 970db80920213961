using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>The words that people add to the lexicon of an archive, over HTTP.</summary>
public sealed class UserWordApiTests(TestSite site) : IClassFixture<TestSite>
{
    private const string Words = "api/v1/lexicon/words", Question = "医疗互助金的事怎么办";

    private string File => Path.Combine(site.DataFolder, "words.txt");

    [Fact]
    public async Task A_new_word_is_looked_for_as_a_whole_from_the_next_search_on_and_nothing_is_built_anew()
    {
        (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();
        Assert.DoesNotContain("医疗互助金", await Parts(), StringComparison.Ordinal);
        DateTime built = IndexTime();

        for (int round = 0; round < 2; round++)
        {
            JsonElement added = await Content(await Add(" 医疗互助金 "));
            Assert.Equal(("医疗互助金", true), (added.GetProperty("word").GetString(), added.GetProperty("understood").GetBoolean()));
            Assert.Contains("医疗互助金", await Parts(), StringComparison.Ordinal);

            Assert.Equal(HttpStatusCode.NoContent, (await site.Send(HttpMethod.Delete, $"{Words}/{added.GetProperty("id").GetString()}")).StatusCode);
            Assert.DoesNotContain("医疗互助金", await Parts(), StringComparison.Ordinal);
        }

        Assert.Equal(built, IndexTime());
        IEnumerable<string?> log = (await site.Get("api/v1/log?action=word")).GetProperty("items").EnumerateArray().Select(entry => $"{entry.GetProperty("action")} {entry.GetProperty("target")}");
        Assert.Equal(["word.remove 医疗互助金", "word.add 医疗互助金"], log.Take(2));
    }

    [Fact]
    public async Task A_word_is_known_however_it_is_written()
    {
        (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();
        JsonElement added = await Content(await Add("醫療互助金"));

        Assert.Contains("医疗互助金", await Parts(), StringComparison.Ordinal);
        await site.Send(HttpMethod.Delete, $"{Words}/{added.GetProperty("id").GetString()}");
    }

    [Fact]
    public async Task What_others_wrote_into_the_file_stays_and_a_word_is_there_once()
    {
        await System.IO.File.WriteAllTextAsync(File, "# 我们的词\r\n工人先锋号 200 nz\r\n\r\n", TestSite.Cancellation);

        JsonElement added = await Content(await Add("厂务公开"));
        Assert.Equal(["工人先锋号 200 nz", "厂务公开"], (await Listed()).Select(line => line.GetProperty("line").GetString()));
        Assert.Equal(HttpStatusCode.Conflict, (await Add("工人先锋号")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Send(HttpMethod.Delete, $"{Words}/{added.GetProperty("id").GetString()}")).StatusCode);

        Assert.Equal("# 我们的词\n工人先锋号 200 nz\n", (await System.IO.File.ReadAllTextAsync(File, TestSite.Cancellation)).Replace("\n\n", "\n", StringComparison.Ordinal));
        System.IO.File.Delete(File);
    }

    [Fact]
    public async Task A_line_that_somebody_spoilt_is_told_with_every_search_and_can_be_removed()
    {
        await System.IO.File.WriteAllTextAsync(File, "厂务公开\n慰问金 99999999999\n", TestSite.Cancellation);

        Assert.Contains("words.txt 没有起作用", string.Concat((await site.Get("api/v1/search?q=x")).GetProperty("notes").EnumerateArray()), StringComparison.Ordinal);
        JsonElement spoilt = Assert.Single(await Listed(), line => !line.GetProperty("understood").GetBoolean());
        Assert.Equal(HttpStatusCode.BadRequest, (await Add("工人先锋号")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Send(HttpMethod.Delete, $"{Words}/{spoilt.GetProperty("id").GetString()}")).StatusCode);
        System.IO.File.Delete(File);
    }

    [Theory]
    [InlineData("")]
    [InlineData("字")]
    [InlineData("两个 词语")]
    [InlineData("，。！")]
    [InlineData("# 注释")]
    [InlineData("=cmd()")]
    [InlineData("<b>粗</b>")]
    [InlineData("甲乙\n丙丁")]
    [InlineData("甲乙 99999999999")]
    public async Task What_is_no_word_is_refused_and_nothing_is_written(string line)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Add(line)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Add(line + new string('长', 40))).StatusCode);
        Assert.Empty(await Listed());
    }

    [Fact]
    public async Task A_synonym_of_a_word_that_the_archive_lacks_finds_what_it_stands_for()
    {
        (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();
        JsonElement added = await Content(await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/lexicon/synonyms"), new { line = "暖心钱 = 互助金" }, TestSite.Cancellation));

        foreach (string asked in new[] { "暖心钱", "暖心钱怎么发" })
        {
            JsonElement found = await site.Get($"api/v1/search?q={Uri.EscapeDataString(asked)}");
            Assert.Contains(found.GetProperty("hits").EnumerateArray(), hit => hit.GetProperty("text").GetString()!.Contains("互助金", StringComparison.Ordinal));
        }

        await site.Send(HttpMethod.Delete, $"api/v1/lexicon/synonyms/{added.GetProperty("id").GetString()}");
    }

    /// <summary>What the service says it has made of a question.</summary>
    private async Task<string> Parts() => string.Concat((await site.Get($"api/v1/search?q={Uri.EscapeDataString(Question)}")).GetProperty("notes").EnumerateArray().Select(note => note.GetString()!.Split("按")[^1]));

    private DateTime IndexTime() => Directory.GetFiles(Path.Combine(site.DataFolder, "index")).Max(System.IO.File.GetLastWriteTimeUtc);

    private Task<HttpResponseMessage> Add(string line) => site.Client.PostAsJsonAsync(TestSite.Address(Words), new { line }, TestSite.Cancellation);

    private async Task<List<JsonElement>> Listed() => [.. (await site.Get(Words)).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> Content(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
    }
}
