using System.Net;
using System.Text.Json;

namespace JingJian.Tests.Web;

/// <summary>What of the archive is invented can be told from what is one's own, and taken out of it.</summary>
public sealed class SamplesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Samples_are_known_by_their_content_and_go_together_while_ones_own_files_stay()
    {
        string[] samples = [.. Directory.GetFiles(Repository.At("corpus", "samples"), "*.txt").Order(StringComparer.Ordinal).Take(2)];
        await site.Upload(TestSite.Reports);
        Assert.Equal(0, await Samples());
        await site.Upload([.. samples.Select((path, i) => ($"另起的名字{i}.txt", File.ReadAllBytes(path)))]);
        Assert.Equal(2, await Samples());

        using HttpResponseMessage removed = await site.Send(HttpMethod.Delete, "api/v1/samples");
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        Assert.Equal(2, JsonDocument.Parse(await removed.Content.ReadAsStringAsync(TestSite.Cancellation)).RootElement.GetProperty("sources").GetInt32());
        Assert.Equal(0, await Samples());
        JsonElement left = (await site.Get("api/v1/sources")).GetProperty("items");
        Assert.Equal(TestSite.Reports.Select(file => file.Name), left.EnumerateArray().Select(source => source.GetProperty("name").GetString()));

        using HttpResponseMessage again = await site.Send(HttpMethod.Delete, "api/v1/samples");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_sample_that_is_held_keeps_all_of_them()
    {
        string[] samples = [.. Directory.GetFiles(Repository.At("corpus", "samples"), "*.txt").Order(StringComparer.Ordinal).Skip(2).Take(2)];
        JsonElement taken = JsonDocument.Parse(await (await site.Upload([.. samples.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))])).Content.ReadAsStringAsync(TestSite.Cancellation)).RootElement;
        string held = taken.GetProperty("files")[0].GetProperty("source").GetString()!;
        (await site.Send(HttpMethod.Put, $"api/v1/sources/{held}/hold?reason=演示")).EnsureSuccessStatusCode();

        using HttpResponseMessage refused = await site.Send(HttpMethod.Delete, "api/v1/samples");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(2, await Samples());

        (await site.Send(HttpMethod.Delete, $"api/v1/sources/{held}/hold")).EnsureSuccessStatusCode();
        (await site.Send(HttpMethod.Delete, "api/v1/samples")).EnsureSuccessStatusCode();
    }

    private async Task<int> Samples() => (await site.Get("api/v1/samples")).GetProperty("sources").GetInt32();
}
