using System.Globalization;
using JingJian.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>The service over an archive of its own, for a browser to look at.</summary>
public abstract class BrowserSite(Chromium chromium) : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private WebApplication? app;

    /// <summary>Whether the archive begins with the samples.</summary>
    protected abstract bool HasSamples { get; }

    /// <summary>What else the service is started with.</summary>
    protected virtual IEnumerable<string> Further => [];

    /// <summary>Where the service listens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>A service of the running program.</summary>
    internal T Get<T>()
        where T : notnull => app!.Services.GetRequiredService<T>();

    /// <summary>A file to upload, in a folder where its name has one.</summary>
    public string FileOf(string name, string text)
    {
        string path = folder.At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public async ValueTask InitializeAsync()
    {
        if (chromium.Browser is null)
        {
            return;
        }

        app = Service.Build(["--data", folder.At("data"), "--urls", "http://127.0.0.1:0", "--samples", HasSamples ? "true" : "false", .. Further]);
        await app.StartAsync();
        Address = app.Urls.Single();
        await UntilReady();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        folder.Dispose();
    }

    /// <summary>A window of its own; the test is skipped where there is no browser.</summary>
    /// <param name="width">In CSS pixels.</param>
    /// <param name="dark">Whether the system says dark.</param>
    public async Task<Window> Open(int width = 1280, bool dark = false)
    {
        Assert.SkipWhen(chromium.Browser is null, "No Chromium here (Debian: apt-get install chromium fonts-noto-cjk)");
        IBrowserContext context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = width switch { < 1000 => 1024, 1024 => 768, _ => 900 } },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "zh-CN",
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        context.SetDefaultTimeout(60_000);
        return new Window(Address, await context.NewPageAsync());
    }

    private async Task UntilReady()
    {
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        for (int tries = 0; tries < 600; tries++)
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri("health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The service at {Address} did not become ready."));
    }
}

/// <summary>With the sample archive.</summary>
public sealed class SampleSite(Chromium chromium) : BrowserSite(chromium)
{
    protected override bool HasSamples => true;
}

/// <summary>With nothing in it.</summary>
public sealed class EmptySite(Chromium chromium) : BrowserSite(chromium)
{
    protected override bool HasSamples => false;
}

/// <summary>With the sample archive, where everybody signs in.</summary>
public sealed class GuardedSite(Chromium chromium) : BrowserSite(chromium)
{
    protected override bool HasSamples => true;

    protected override IEnumerable<string> Further => ["--sign-in", "true"];
}
