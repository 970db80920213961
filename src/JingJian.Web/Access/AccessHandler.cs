using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using JingJian.Archive.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace JingJian.Web.Access;

/// <summary>Recognises programs by their key, people whom a trusted proxy has signed in, and, where nobody has an account, whoever is at this machine.</summary>
/// <remarks>People with a session are recognised by the framework's cookies. A bare 401 or 403 leaves through <see cref="Http.Refusals"/>.</remarks>
internal sealed class AccessHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountDesk accounts, KeyDesk keys, AccessSettings settings, Gate gate)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of this scheme.</summary>
    public const string SchemeName = "access";

    private const string Bearer = "Bearer ";

    /// <summary>Who a person is, for the framework.</summary>
    public static ClaimsPrincipal Principal(Person person, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, person.Name), new Claim(ClaimTypes.Role, person.Role.ToEnglish()),
            new Claim(Gate.SessionClaim, person.Session), new Claim(Gate.SightClaim, person.Sees.Key),
        ],
        scheme));

    /// <summary>Whether a request brings a key.</summary>
    public static bool HasKey(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (HasKey(Request))
        {
            return Answer(keys.With(Request.Headers.Authorization.ToString()[Bearer.Length..].Trim()));
        }

        if (settings.ProxyHeader.Length > 0 && Request.Headers[settings.ProxyHeader].ToString() is { Length: > 0 } name && IsTrusted(Context.Connection.RemoteIpAddress))
        {
            return Answer(accounts.Named(Uri.UnescapeDataString(name)));
        }

        return gate.MustSignIn ? Task.FromResult(AuthenticateResult.NoResult()) : Answer(Gate.Local);
    }

    private static Task<AuthenticateResult> Answer(Person? person) => Task.FromResult(person is null
        ? AuthenticateResult.Fail("unknown")
        : AuthenticateResult.Success(new AuthenticationTicket(Principal(person, SchemeName), SchemeName)));

    private bool IsTrusted(IPAddress? address) =>
        address is not null && settings.Proxies.Any(proxy => IPAddress.Parse(proxy).Equals(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}
