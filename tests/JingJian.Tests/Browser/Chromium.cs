using JingJian.Tools.Benchmarks;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>The one Chromium of all browser tests, from the system's packages.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Tests that share it run one after another.</summary>
    public const string Shared = "Chromium";

    private IPlaywright? playwright;

    /// <summary>Null where none is installed.</summary>
    public IBrowser? Browser { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (PageBenchmark.Chromium is { } place)
        {
            playwright = await Playwright.CreateAsync();
            Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = place });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

[CollectionDefinition(Chromium.Shared)]
public sealed class ChromiumTests : ICollectionFixture<Chromium>;
