using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>Answers about the archive have tags: who has an answer already is told that nothing has changed.</summary>
public sealed class EntityTagTests(TestSite site) : IClassFixture<TestSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => (await site.Upload(TestSite.Reports)).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_answer_that_follows_from_the_archive_alone_is_asked_for_once_until_the_archive_changes()
    {
        List<string> paths = await Paths();
        foreach (string path in paths)
        {
            string tag = await Tag(path);
            (HttpStatusCode status, string body) = await Ask(path, tag);
            Assert.True(status == HttpStatusCode.NotModified && body.Length == 0, $"{path} gave {status}");
            Assert.Equal(HttpStatusCode.NotModified, (await Ask(path, $"\"other\", {tag}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await Ask(path, "\"other\"")).Status);
        }

        List<string> before = [.. await Task.WhenAll(paths.Select(Tag))];
        (await site.Upload(("青山2023.txt", "青山县总工会2023年工作总结\n一、主要做法\n（一）办起职工书屋四十间，藏书六万册，全年借阅两万人次。"))).EnsureSuccessStatusCode();
        foreach ((string path, string tag) in paths.Zip(before))
        {
            Assert.True((await Ask(path, tag)).Status == HttpStatusCode.OK, $"{path} is said to be as it was");
        }
    }

    [Fact]
    public async Task A_tag_holds_for_what_was_asked_and_no_other_question()
    {
        string tag = await Tag("api/v1/sources?top=1");

        Assert.Equal(HttpStatusCode.OK, (await Ask("api/v1/sources?top=2", tag)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask("api/v1/reports?top=1", tag)).Status);
    }

    [Fact]
    public async Task Lists_that_are_files_have_other_tags_when_a_line_is_added()
    {
        string words = await Tag("api/v1/lexicon/words"), synonyms = await Tag("api/v1/lexicon/synonyms");

        (await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/lexicon/words"), new { line = "工人先锋号" }, TestSite.Cancellation)).EnsureSuccessStatusCode();
        (await site.Client.PostAsJsonAsync(TestSite.Address("api/v1/lexicon/synonyms"), new { line = "甲村 = 乙村" }, TestSite.Cancellation)).EnsureSuccessStatusCode();

        Assert.Equal(HttpStatusCode.OK, (await Ask("api/v1/lexicon/words", words)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Ask("api/v1/lexicon/synonyms", synonyms)).Status);
    }

    [Fact]
    public async Task What_is_refused_has_no_tag()
    {
        foreach (string path in new[] { "api/v1/sources/0123456789ab", "api/v1/sources?top=0", "api/v1/audit/none" })
        {
            HttpResponseMessage answer = await site.Send(HttpMethod.Get, path);
            Assert.False(answer.IsSuccessStatusCode);
            Assert.Null(answer.Headers.ETag);
        }
    }

    /// <summary>An address of each operation that says it may answer 304.</summary>
    private async Task<List<string>> Paths()
    {
        JsonElement report = (await site.Get("api/v1/reports?top=1")).GetProperty("items")[0];
        string id = report.GetProperty("id").GetString()!, family = (await site.Get("api/v1/families?top=1")).GetProperty("items")[0].GetProperty("id").GetString()!;
        string paragraph = (await site.Get($"api/v1/paragraphs?report={id}&top=1")).GetProperty("items")[0].GetProperty("id").GetString()!;
        JsonElement document = await site.Get("openapi/v1.json");
        List<string> paths =
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               where operation.Value.GetProperty("responses").TryGetProperty("304", out _)
               let name = operation.Value.GetProperty("operationId").GetString()
               select path.Name.TrimStart('/').Replace("{id}", name switch { "GetSource" => id.Split('-')[0], "GetParagraph" => paragraph, "GetFamily" => family, _ => id }, StringComparison.Ordinal)
                   + (name == "ListParagraphs" ? $"?report={id}" : ""),
        ];
        Assert.InRange(paths.Count, 17, 40);
        return paths;
    }

    private async Task<string> Tag(string path)
    {
        HttpResponseMessage answer = await site.Send(HttpMethod.Get, path);
        Assert.True(answer.IsSuccessStatusCode && answer.Headers.ETag is not null, $"{path} has no tag ({answer.StatusCode})");
        return answer.Headers.ETag.ToString();
    }

    private async Task<(HttpStatusCode Status, string Body)> Ask(string path, string known)
    {
        HttpResponseMessage answer = await site.Send(HttpMethod.Get, path, null, ("If-None-Match", known));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestSite.Cancellation));
    }
}
