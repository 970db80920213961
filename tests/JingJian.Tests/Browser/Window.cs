using System.Text.Json;
using Microsoft.Playwright;

namespace JingJian.Tests.Browser;

/// <summary>One window; what its console complained of is kept.</summary>
public sealed class Window : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Repository.At("src", "web", "node_modules", "axe-core", "axe.min.js")));

    private readonly string site;
    private readonly List<string> complaints = [];

    public Window(string site, IPage page)
    {
        this.site = site;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += async (_, dialog) =>
        {
            complaints.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, script errors, dialogs.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Goes to an address of the page and waits until nothing is loading.</summary>
    public async Task Go(string place)
    {
        await Page.GotoAsync($"{site}/#/{place}");
        await Quiet();
    }

    /// <summary>Waits until nothing is loading.</summary>
    public async Task Quiet()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.Locator(".waiting").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    /// <summary>Keeps a picture of the whole page for people to look at; what is laid out only where one looks is laid out for it.</summary>
    public async Task Picture(string name)
    {
        await Page.EvaluateAsync("""
            () => {
              const whole = new CSSStyleSheet();
              whole.replaceSync("* { content-visibility: visible !important; }");
              document.adoptedStyleSheets = [...document.adoptedStyleSheets, whole];
            }
            """);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.At("artifacts", "screenshots", name + ".png"), FullPage = true });
    }

    /// <summary>What axe-core finds serious or critical, with the elements.</summary>
    public async Task<IReadOnlyList<string>> SeriousFindings()
    {
        await Page.EvaluateAsync(Axe.Value);
        JsonElement found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        return
        [
            .. from violation in found.EnumerateArray()
               where violation.GetProperty("impact").GetString() is "serious" or "critical"
               from node in violation.GetProperty("nodes").EnumerateArray()
               select $"{violation.GetProperty("id").GetString()}: {node.GetProperty("html").GetString()} {node.GetProperty("failureSummary").GetString()}",
        ];
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
