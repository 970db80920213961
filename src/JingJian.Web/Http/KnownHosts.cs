using JingJian.Text;
using JingJian.Web.Hosting;

namespace JingJian.Web.Http;

/// <summary>A service on localhost answers to localhost's names only.</summary>
/// <remarks>Otherwise a foreign page whose name is made to resolve to 127.0.0.1 (DNS rebinding) could read the archive
/// through the browser of whoever visits it.</remarks>
internal sealed class KnownHosts(RequestDelegate next, Listening listening, ServiceSettings settings)
{
    /// <summary>Runs the request unless its host is a stranger's.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        string host = context.Request.Host.Host;
        return !listening.IsLocal || IsOneOf(Listening.Loopback, host) || IsOneOf(settings.HostNames, host)
            ? next(context)
            : Problems.From(
                new Fault("request.host", $"这个服务只在本机使用，不接受主机名“{Problems.Excerpt(host)}”；需要时用 --hosts 指定。"),
                StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context);
    }

    private static bool IsOneOf(IReadOnlyList<string> names, string host) => names.Contains(host, StringComparer.OrdinalIgnoreCase);
}
