using System.Text.Json;
using JingJian.Tests.Cli;
using JingJian.Web;
using JingJian.Web.Access;
using JingJian.Web.Api;
using JingJian.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace JingJian.Tests.Web;

/// <summary>Settings from the file and the command line, checked at the start.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_the_file_says_holds_until_the_command_line_says_otherwise()
    {
        File.WriteAllText(folder.At("service.json"), """{ "sign-in": true, "rate": 7, /* why */ "path-base": "/jingjian/", }""");

        Assert.Equal(new AccessSettings(true, "", [], 7), Access(Read()), Same);
        Assert.Equal("/jingjian", ServiceSettings.From(Read()).PathBase);
        Assert.Equal(new AccessSettings(false, "", [], 9), Access(Read("--sign-in", "false", "--rate", "9")), Same);
    }

    [Theory]
    [InlineData("""{ "sing-in": true }""", "sing-in")]
    [InlineData("""{ "rate": "many" }""", "many")]
    [InlineData("""{ "rate": -1 }""", "-1")]
    [InlineData("""{ "sign-in": "perhaps" }""", "perhaps")]
    [InlineData("""{ "proxy-header": "X-Remote-User" }""", "--proxies")]
    [InlineData("""{ "proxy-header": "X-Remote-User", "proxies": "somewhere" }""", "somewhere")]
    [InlineData("""{ "path-base": "jingjian" }""", "/jingjian")]
    [InlineData("""{ "ingest-threads": 0 }""", "1 到 256")]
    [InlineData("""{ "log-format": "xml" }""", "json")]
    [InlineData("""{ "telemetry": "collector" }""", "http://localhost:4318")]
    [InlineData("[1]", "JSON")]
    [InlineData("{\n\"rate\": }", "第 2 行")]
    public void A_setting_that_cannot_hold_keeps_the_service_from_starting(string file, string named)
    {
        File.WriteAllText(folder.At("service.json"), file);

        Assert.Contains(named, CommandLine.Run("serve", "--data", folder.Path, "--urls", "http://127.0.0.1:0", "--samples", "false").Refuses(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_setting_is_shown_with_what_holds_and_who_said_so_but_no_secret()
    {
        Directory.CreateDirectory(folder.At("data"));
        File.WriteAllText(folder.At("data", "service.json"), """{ "rate": 7, "telemetry": "http://me:secret@localhost:1/otlp?token=secret" }""");
        File.WriteAllText(folder.At("data", "embeddings.json"), """{ "url": "http://localhost:1/v1/embeddings?key=secret", "model": "bge-m3", "key": "secret" }""");
        await using WebApplication app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", "false", "--path-base", "/x/"]);
        await app.StartAsync(TestSite.Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        string answer = await client.GetStringAsync(TestSite.Address("api/v1/settings"), TestSite.Cancellation);

        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Dictionary<string, string> settings = JsonDocument.Parse(answer).RootElement.GetProperty("items").EnumerateArray()
            .ToDictionary(setting => setting.GetProperty("name").GetString()!, setting => $"{setting.GetProperty("value")} {setting.GetProperty("origin")}");
        Assert.Empty(SettingsSources.Known.Keys.Except(settings.Keys));
        Assert.Equal(
            ["7 file", "http://localhost:1/otlp file", "http://localhost:1/v1/embeddings bge-m3 file", "false command-line", "/x command-line", "false default", "text default"],
            new[] { "rate", "telemetry", "embeddings", "samples", "path-base", "sign-in", "log-format" }.Select(name => settings[name]));
    }

    [Fact]
    public async Task The_address_comes_from_nobody_when_nobody_gave_one()
    {
        await using WebApplication silent = Service.Build(["--data", folder.At("silent"), "--samples", "false"]);
        await using WebApplication told = Service.Build(["--data", folder.At("told"), "--samples", "false", "--urls", "http://127.0.0.1:0"]);

        Assert.Equal(("http://localhost:5080", "default"), Address(silent));
        Assert.Equal(("http://127.0.0.1:0", "command-line"), Address(told));

        static (string, string) Address(WebApplication app)
        {
            SettingView urls = SettingsApi.InForce(
                app.Configuration, app.Services.GetRequiredService<ServiceSettings>(), app.Services.GetRequiredService<AccessSettings>(), app.Services.GetRequiredService<StatedSettings>())
                .Single(setting => setting.Name == "urls");
            return (urls.Value, urls.Origin);
        }
    }

    private static bool Same(AccessSettings? expected, AccessSettings? found) =>
        (expected!.AlwaysSignIn, expected.ProxyHeader, expected.RequestsPerSecond) == (found!.AlwaysSignIn, found.ProxyHeader, found.RequestsPerSecond)
        && expected.Proxies.SequenceEqual(found.Proxies);

    private static AccessSettings Access(IConfiguration configuration) => AccessSettings.From(configuration);

    private IConfiguration Read(params string[] arguments)
    {
        var configuration = new ConfigurationBuilder();
        SettingsSources.Add(configuration, ["--data", folder.Path, .. arguments]);
        return configuration.Build();
    }
}
