using System.Net.Http.Json;
using System.Text.Json;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;

namespace JingJian.Tests.Web;

/// <summary>A service that watches a folder takes in what is dropped there.</summary>
public sealed class WatchedFolderTests
{
    [Fact]
    public async Task A_dropped_file_comes_into_the_archive_without_anybody_uploading_it()
    {
        using var folder = new ScratchFolder();
        string drop = Directory.CreateDirectory(folder.At("drop")).FullName;
        await using WebApplication app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false", "--watch", drop]);
        await app.StartAsync(TestSite.Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        (string name, string text) = TestSite.Reports[0];
        await File.WriteAllTextAsync(Path.Combine(drop, name), text, TestSite.Cancellation);

        JsonElement[] sources;
        while ((sources = await Sources(client)).Length == 0)
        {
            await Task.Delay(100, TestSite.Cancellation);
        }

        Assert.Equal(name, Assert.Single(sources).GetProperty("name").GetString());
        await app.StopAsync(TestSite.Cancellation);
    }

    private static async Task<JsonElement[]> Sources(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(TestSite.Address("api/v1/sources"), TestSite.Cancellation)).GetProperty("items").EnumerateArray()];
}
