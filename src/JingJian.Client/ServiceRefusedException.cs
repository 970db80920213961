using System.Net;
using System.Text.Json;

namespace JingJian.Client;

/// <summary>The service refused; the message is its sentence, in Chinese.</summary>
public sealed class ServiceRefusedException : Exception
{
    private ServiceRefusedException(HttpStatusCode status, string code, string message)
        : base(message)
    {
        Status = status;
        Code = code;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The stable code of the refusal, for example <c>query.unbalanced-quote</c>; empty when the answer was not the service's.</summary>
    public string Code { get; }

    internal static async Task<ServiceRefusedException> OfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        string body = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            using JsonDocument problem = JsonDocument.Parse(body);
            return new ServiceRefusedException(answer.StatusCode, Text(problem, "code"), Text(problem, "detail"));
        }

        return new ServiceRefusedException(answer.StatusCode, "", body.Length > 0 ? body : answer.ReasonPhrase ?? "");
    }

    private static string Text(JsonDocument problem, string name) => problem.RootElement.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
}
