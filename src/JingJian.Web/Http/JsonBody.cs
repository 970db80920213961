using System.Text.Json;
using JingJian.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace JingJian.Web.Http;

/// <summary>Reads the JSON body of a request; what cannot be read is refused in a sentence.</summary>
internal static class JsonBody
{
    /// <summary>Answers with what is made of the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="example">What its body should look like.</param>
    /// <param name="answer">Makes the answer, or refuses.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Results<Ok<TView>, ProblemHttpResult>> AnswerAsync<TBody, TView>(
        HttpRequest request, string example, Func<TBody, Result<TView>> answer, CancellationToken cancellationToken)
        where TBody : notnull
        where TView : notnull =>
        (await ReadAsync<TBody>(request, example, cancellationToken)).TryGet(out TBody? body, out Fault? fault) && answer(body).TryGet(out TView? view, out fault)
            ? TypedResults.Ok(view)
            : Problems.From(fault);

    /// <summary>Reads it; the bare word null is a body that says nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="example">What its body should look like.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Result<T>> ReadAsync<T>(HttpRequest request, string example, CancellationToken cancellationToken)
        where T : notnull
    {
        JsonSerializerOptions options = request.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, options, cancellationToken) is { } body ? body : JsonSerializer.Deserialize<T>("{}", options)!;
        }
        catch (JsonException error)
        {
            string line = error.LineNumber is { } number ? $"（第 {number + 1} 行附近）" : "";
            return new Fault("request.json", $"请求的内容不是可以读懂的 JSON{line}，应为 {example}。");
        }
    }
}
