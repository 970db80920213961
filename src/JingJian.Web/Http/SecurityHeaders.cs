namespace JingJian.Web.Http;

/// <summary>Headers that keep a page from running foreign code and an answer from being read or kept elsewhere.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string ContentPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Runs the request; the headers are set last, so that a refusal has them too.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Set, context);
        return next(context);
    }

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        // Nothing leaves for other sites. Not no-referrer: under it a browser sends its own forms, for signing in, with the origin null.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Answers are confidential and change with the archive; the page's first file is asked for again after an upgrade, the others
        // have names that change with what is in them.
        headers.CacheControl = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? "no-store"
            : PageFiles.IsImmutable(context) ? "public, max-age=31536000, immutable"
            : "no-cache";
        return Task.CompletedTask;
    }
}
