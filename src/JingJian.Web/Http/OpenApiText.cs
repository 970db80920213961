using Microsoft.AspNetCore.OpenApi;

namespace JingJian.Web.Http;

/// <summary>What the OpenAPI document says about the service as a whole.</summary>
internal static class OpenApiText
{
    /// <summary>Sets title and version, and leaves out the address: it differs from place to place.</summary>
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "JingJian 镜鉴",
            Version = "v1",
            Description = "An archive of Chinese work summaries: search, recycled text, audits, exemplars. "
                + "Every refusal is problem details (RFC 9457) with a stable code and a Chinese sentence.",
        };
        document.Servers?.Clear();
        return Task.CompletedTask;
    });
}
