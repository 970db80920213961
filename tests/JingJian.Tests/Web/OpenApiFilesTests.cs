using System.Text.Json;
using JingJian.Client;
using JingJian.Reference;

namespace JingJian.Tests.Web;

/// <summary>What is made from the OpenAPI document is in step with it, and works.</summary>
public sealed class OpenApiFilesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Requests_to_try_are_those_of_the_document()
    {
        JsonElement document = await site.Get("openapi/v1.json");
        string folder = Repository.At("src", "JingJian.Web", "Requests");
        if (Environment.GetEnvironmentVariable("JINGJIAN_ACCEPT_GOLDEN") is { Length: > 0 })
        {
            Directory.CreateDirectory(folder);
            foreach ((string name, string content) in RequestFiles.Make(document))
            {
                File.WriteAllText(Path.Combine(folder, name), content);
            }
        }

        Assert.All(RequestFiles.Make(document), file => Assert.True(
            File.Exists(Path.Combine(folder, file.Key)) && File.ReadAllText(Path.Combine(folder, file.Key)).ReplaceLineEndings("\n") == file.Value,
            $"{file.Key} is not that of the document: run this test with JINGJIAN_ACCEPT_GOLDEN=1"));
    }

    [Fact]
    public async Task Every_operation_is_among_the_requests_to_try()
    {
        JsonElement document = await site.Get("openapi/v1.json");
        string requests = string.Concat(RequestFiles.Make(document).Values);

        Assert.All(ApiDocument.Operations(document), operation => Assert.Contains($"### {operation.Name}: ", requests, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_client_sends_files_follows_their_job_searches_and_says_why_it_was_refused()
    {
        var client = new JingJianClient(site.Client, key: null);
        using var form = new MultipartFormDataContent { { new StringContent(TestSite.Reports[0].Text), "files", TestSite.Reports[0].Name } };

        JobView job = await client.AddJobFilesAsync(new AddJobQuery(), form, TestSite.Cancellation);
        await client.FollowJobAsync(job.Id, new FollowJobQuery(), TestSite.Cancellation);
        SearchView found = await client.SearchAsync(new SearchQuery { Q = "困难职工", Top = 3 }, TestSite.Cancellation);

        Assert.Equal("done", (await client.GetJobAsync(job.Id, TestSite.Cancellation)).State);
        Assert.Contains("困难职工", found.Hits[0].Text, StringComparison.Ordinal);
        List<string> one = [.. (await client.SearchAsync(new SearchQuery { Q = "", Top = 1000 }, TestSite.Cancellation)).Hits.Select(hit => hit.Paragraph)];
        Assert.Equal(one, await client.SearchHitsAsync(new SearchQuery { Q = "", Top = 2 }, TestSite.Cancellation).Select(hit => hit.Paragraph).ToListAsync(TestSite.Cancellation));
        Assert.True(one.Count > 2);
        ServiceRefusedException refused = await Assert.ThrowsAsync<ServiceRefusedException>(() => client.SearchAsync(new SearchQuery { Top = -1 }, TestSite.Cancellation));
        Assert.Equal("request.range", refused.Code);
    }
}
