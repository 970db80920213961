using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JingJian.Tests.Web;

/// <summary>What the service tells those who watch over it, and what it must not tell.</summary>
public sealed class TelemetryTests
{
    private const string Password = "correct-horse-9", Searched = "绝密事项";

    [Fact]
    public async Task A_collector_gets_metrics_and_traces_and_no_queries()
    {
        using var folder = new ScratchFolder();
        var received = new ConcurrentDictionary<string, string>();
        await using WebApplication collector = await Collector(received);
        await using (WebApplication app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false", "--telemetry", collector.Urls.Single()]))
        {
            await app.StartAsync(TestSite.Cancellation);
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            await client.GetStringAsync(TestSite.Address("api/v1/search?q=" + Uri.EscapeDataString(Searched)), TestSite.Cancellation);
            await app.StopAsync(TestSite.Cancellation);
        }

        Assert.Contains("http.server.request.duration", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("api/v1/search", received["/v1/traces"], StringComparison.Ordinal);
        Assert.All(received.Values, sent => Assert.DoesNotContain(Searched, sent, StringComparison.Ordinal));
        Assert.All(received.Values, sent => Assert.DoesNotContain(Uri.EscapeDataString(Searched), sent, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_password_key_or_one_time_word_stands_in_the_data_folder()
    {
        using var folder = new ScratchFolder();
        await using WebApplication app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false", "--sign-in", "true"]);
        await app.StartAsync(TestSite.Cancellation);
        using var handler = new HttpClientHandler();
        using var client = new HttpClient(handler) { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Origin", app.Urls.Single());
        string word = ((JingJian.Web.Access.Gate)app.Services.GetService(typeof(JingJian.Web.Access.Gate))!).SetupWord!;
        await Form(client, "setup", ("word", word), ("name", "张主任"), ("password", Password));
        JsonElement key = await (await client.PostAsJsonAsync(TestSite.Address("api/v1/keys"), new { name = "程序", role = "reader" }, TestSite.Cancellation)).Content.ReadFromJsonAsync<JsonElement>(TestSite.Cancellation);
        string secret = key.GetProperty("secret").GetString()!;
        using var program = new HttpClient { BaseAddress = client.BaseAddress };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        (await program.GetAsync(TestSite.Address("api/v1/stats"), TestSite.Cancellation)).EnsureSuccessStatusCode();
        await Form(client, "sign-in", ("name", "张主任"), ("password", "wrong-" + Password));
        await app.StopAsync(TestSite.Cancellation);

        foreach (string file in Directory.EnumerateFiles(folder.At("data"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, TestSite.Cancellation);
            string content = Encoding.Latin1.GetString(bytes.ToArray());
            Assert.All(new[] { Password, secret, word }, hidden => Assert.DoesNotContain(hidden, content, StringComparison.Ordinal));
        }
    }

    private static async Task Form(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        using HttpResponseMessage answer = await client.PostAsync(TestSite.Address(path), form, TestSite.Cancellation);
    }

    /// <summary>Keeps what is sent to each path, as text.</summary>
    private static async Task<WebApplication> Collector(ConcurrentDictionary<string, string> received)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(context.Request.Path, _ => Encoding.UTF8.GetString(body.ToArray()), (_, before) => before + Encoding.UTF8.GetString(body.ToArray()));
            context.Response.StatusCode = (int)HttpStatusCode.OK;
        });
        await app.StartAsync(TestSite.Cancellation);
        return app;
    }
}
