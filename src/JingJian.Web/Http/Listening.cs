using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace JingJian.Web.Http;

/// <summary>Where the service listens.</summary>
internal sealed class Listening(IServer server)
{
    /// <summary>The names of this machine to itself.</summary>
    public static readonly IReadOnlyList<string> Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private readonly Lazy<bool> isLocal = new(() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.All(address => Loopback.Contains(BindingAddress.Parse(address).Host, StringComparer.OrdinalIgnoreCase)) ?? true);

    /// <summary>Whether it can be reached from this machine only; known once it has started.</summary>
    public bool IsLocal => isLocal.Value;
}
