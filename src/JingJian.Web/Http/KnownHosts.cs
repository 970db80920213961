using JingJian.Text;
using JingJian.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace JingJian.Web.Http;

/// <summary>A service on localhost answers to localhost's names only.</summary>
/// <remarks>Otherwise a foreign page whose name is made to resolve to 127.0.0.1 (DNS rebinding) could read the archive
/// through the browser of whoever visits it.</remarks>
internal sealed class KnownHosts(RequestDelegate next, IServer server, ServiceSettings settings)
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly Lazy<bool> isLocal = new(() => ListensLocally(server));

    /// <summary>Runs the request unless its host is a stranger's.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        string host = context.Request.Host.Host;
        return !isLocal.Value || IsOneOf(Loopback, host) || IsOneOf(settings.HostNames, host)
            ? next(context)
            : Problems.From(
                new Fault("request.host", $"这个服务只在本机使用，不接受主机名“{Problems.Excerpt(host)}”；需要时用 --hosts 指定。"),
                StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context);
    }

    private static bool ListensLocally(IServer server) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.All(address => IsOneOf(Loopback, BindingAddress.Parse(address).Host)) ?? true;

    private static bool IsOneOf(IReadOnlyList<string> names, string host) => names.Contains(host, StringComparer.OrdinalIgnoreCase);
}
