using System.Text.Json;
using JingJian.Text;

namespace JingJian.Web.Http;

/// <summary>Reads the JSON body of a request; what cannot be read is refused in a sentence.</summary>
internal static class JsonBody
{
    /// <summary>Reads it; the bare word null gives the empty body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">How JSON is read.</param>
    /// <param name="empty">A body without anything.</param>
    /// <param name="example">What it should look like.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Result<T>> ReadAsync<T>(HttpRequest request, JsonSerializerOptions options, T empty, string example, CancellationToken cancellationToken)
        where T : notnull
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, options, cancellationToken) is { } body ? body : empty;
        }
        catch (JsonException error)
        {
            string line = error.LineNumber is { } number ? $"（第 {number + 1} 行附近）" : "";
            return new Fault("request.json", $"请求的内容不是可以读懂的 JSON{line}，应为 {example}。");
        }
    }
}
