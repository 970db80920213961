using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;

namespace JingJian.Tests.Web;

/// <summary>A clock that is set back or far forward while the service runs: sessions may end, nothing else does.</summary>
public sealed class ClockJumpTests : IAsyncLifetime
{
    private const string Password = "correct-horse-9";

    private readonly ScratchFolder folder = new();
    private readonly Clock clock = new();
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false", "--sign-in", "true", "--rate", "0"], clock);
        await app.StartAsync(TestSite.Cancellation);
        client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Origin", app.Urls.Single());
        string word = ((JingJian.Web.Access.Gate)app.Services.GetService(typeof(JingJian.Web.Access.Gate))!).SetupWord!;
        (await Post("setup", ("word", word), ("name", "张主任"), ("password", Password))).EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(-20 * 365)]
    [InlineData(-1)]
    [InlineData(60 * 365)]
    [InlineData(-300 * 365)]
    public async Task Work_goes_on_whatever_the_clock_is_set_to_and_the_log_is_whole(int days)
    {
        await Works("前", 0);

        clock.Jump = TimeSpan.FromDays(days);
        if ((await client.GetAsync(TestSite.Address("api/v1/session"), TestSite.Cancellation)).StatusCode == HttpStatusCode.Unauthorized)
        {
            (await Post("sign-in", ("name", "张主任"), ("password", Password))).EnsureSuccessStatusCode();
        }

        await Works("后", 1);
        clock.Jump = TimeSpan.Zero;
        await Works("再", 2);

        JsonElement check = await Get("api/v1/log/verify");
        Assert.Equal(JsonValueKind.Null, check.GetProperty("brokenAt").ValueKind);
        List<long> numbers = [.. (await Get("api/v1/log?top=1000")).GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("number").GetInt64())];
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long)number).Reverse(), numbers);
        Assert.DoesNotContain((await Get("api/v1/checkup")).GetProperty("items").EnumerateArray(), one => one.GetProperty("state").GetString() == "bad");
        Assert.Equal(3, (await Get("api/v1/sources")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_name_that_must_wait_waits_a_minute_and_not_until_the_clock_is_back()
    {
        for (int i = 0; i < 6; i++)
        {
            await Post("sign-in", ("name", "张主任"), ("password", "wrong"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await Post("sign-in", ("name", "张主任"), ("password", Password))).StatusCode);
        clock.Jump = TimeSpan.FromDays(-3650);
        clock.Passed = TimeSpan.FromMinutes(2);

        Assert.Equal(HttpStatusCode.OK, (await Post("sign-in", ("name", "张主任"), ("password", Password))).StatusCode);
    }

    /// <summary>Takes a file in as a job, finds it, keeps a search, judges what stands out.</summary>
    private async Task Works(string what, int number)
    {
        using var form = new MultipartFormDataContent { { new StringContent(TestSite.Reports[number % 2].Text.Replace("清河", what + "河", StringComparison.Ordinal)), "files", $"{what}.txt" } };
        HttpResponseMessage accepted = await client.PostAsync(TestSite.Address("api/v1/jobs"), form, TestSite.Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        string job = accepted.Headers.Location!.OriginalString.TrimStart('/');
        await client.GetStringAsync(TestSite.Address(job + "/events"), TestSite.Cancellation);
        Assert.Equal("done", (await Get(job)).GetProperty("state").GetString());
        Assert.NotEqual(0, (await Get($"api/v1/search?q={what}河县总工会")).GetProperty("paragraphs").GetInt32());
        (await client.PostAsJsonAsync(TestSite.Address("api/v1/saved-searches"), new { name = what, search = new { q = "困难职工" } }, TestSite.Cancellation)).EnsureSuccessStatusCode();
        if ((await Get("api/v1/findings")).GetProperty("items") is var findings && findings.GetArrayLength() > 0)
        {
            (await client.PostAsJsonAsync(TestSite.Address("api/v1/findings/verdicts"), new { findings = new[] { findings[0].GetProperty("id").GetString() }, verdict = "confirmed" }, TestSite.Cancellation)).EnsureSuccessStatusCode();
        }
    }

    private Task<JsonElement> Get(string path) => client.GetFromJsonAsync<JsonElement>(TestSite.Address(path), TestSite.Cancellation);

    private Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(TestSite.Address(path), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), TestSite.Cancellation);

    /// <summary>The time of day may be set; what passes goes on passing.</summary>
    private sealed class Clock : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public TimeSpan Passed { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Jump;

        public override long GetTimestamp() => System.GetTimestamp() + (long)(Passed.TotalSeconds * System.TimestampFrequency);
    }
}
