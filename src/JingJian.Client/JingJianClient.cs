using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace JingJian.Client;

/// <summary>Asks a JingJian service: a method for each operation, named after it.</summary>
/// <remarks>
/// <para>The build makes the methods and their types from the promised OpenAPI document (<c>Generated.targets</c>); here is what they share.</para>
/// <code>
/// var client = new JingJianClient(new HttpClient { BaseAddress = new Uri("http://localhost:5080/") }, key: null);
/// SearchView found = await client.SearchAsync(new SearchQuery { Q = "困难职工", Top = 3 }, cancellationToken);
/// await foreach (HitView hit in client.SearchHitsAsync(new SearchQuery { Q = "困难职工", Top = 100 }, cancellationToken)) { … }
/// </code>
/// <para><b>Threads.</b> Safe, as <see cref="HttpClient"/> is.</para>
/// </remarks>
public sealed partial class JingJianClient
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient http;

    /// <summary>A client of the service at the base address.</summary>
    /// <param name="http">With the address of the service; it stays the caller's.</param>
    /// <param name="key">The secret of an API key; null where nobody need sign in.</param>
    public JingJianClient(HttpClient http, string? key)
    {
        this.http = http;
        if (key is not null)
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <summary>All hits of a search, the best first, asked for page by page as they are taken.</summary>
    /// <param name="query">What is searched for; its <see cref="SearchQuery.Top"/> is the length of a page.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async IAsyncEnumerable<HitView> SearchHitsAsync(SearchQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (SearchQuery? asked = query; asked is not null;)
        {
            SearchView page = await SearchAsync(asked, cancellationToken).ConfigureAwait(false);
            foreach (HitView hit in page.Hits)
            {
                yield return hit;
            }

            asked = page.Next is { } next ? asked with { Cursor = next } : null;
        }
    }

    private static string Text(object value) => Uri.EscapeDataString(value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!);

    private static string Query(params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var given = new List<string>();
        foreach ((string name, object? value) in parameters)
        {
            if (value is not null)
            {
                given.Add($"{name}={Text(value)}");
            }
        }

        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }

    private static JsonContent Body<T>(T body) => JsonContent.Create(body, options: Json);

    private static StreamContent Body(Stream content) => new(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

    private async Task<T> AskAsync<T>(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await SendAsync(method, path, body, cancellationToken).ConfigureAwait(false);
        return (await answer.Content.ReadFromJsonAsync<T>(Json, cancellationToken).ConfigureAwait(false))!;
    }

    private async Task<byte[]> FetchAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await SendAsync(method, path, body, cancellationToken).ConfigureAwait(false);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        HttpResponseMessage answer = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw await ServiceRefusedException.OfAsync(answer, cancellationToken).ConfigureAwait(false);
        }
    }
}
