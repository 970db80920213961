using JingJian.Text;
using JingJian.Web.Access;

namespace JingJian.Web.Http;

/// <summary>Refuses requests that change something and come from another site's page in somebody's browser.</summary>
internal sealed class SameOrigin(RequestDelegate next)
{
    /// <summary>Runs the request unless a foreign page sent it. Programs send neither header and pass, unless they bring a session: browsers
    /// with a session always say where a request comes from.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        return reads || IsOwn(request)
            ? next(context)
            : Problems.From(new Fault("request.cross-site", "这个请求来自别的网站，已拒绝。"), StatusCodes.Status403Forbidden).ExecuteAsync(context);
    }

    private static bool IsOwn(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString(), origin = request.Headers.Origin.ToString();
        if (site.Length == 0 && origin.Length == 0 && request.Cookies.ContainsKey(AccessSetup.CookieName))
        {
            return false;
        }

        return site is "" or "same-origin" or "none"
            && (origin.Length == 0
                || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? page)
                    && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
    }
}
