using System.Security.Claims;
using System.Security.Cryptography;
using JingJian.Archive.Access;
using JingJian.Web.Http;

namespace JingJian.Web.Access;

/// <summary>Whether people must sign in, and how the first of them gets an account.</summary>
/// <remarks>
/// <para>On localhost, with no accounts, whoever is at the machine may do everything: that is how a trial begins, and the service says so.
/// As soon as there is an account, or the service can be reached from elsewhere, everybody signs in.</para>
/// </remarks>
internal sealed class Gate(AccountDesk accounts, AccessSettings settings, Listening listening)
{
    /// <summary>What a principal carries of its session.</summary>
    public const string SessionClaim = "session";

    /// <summary>What a principal carries of what it sees.</summary>
    public const string SightClaim = "sight";

    private readonly string setup = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whoever is at this machine while nobody has an account.</summary>
    public static Person Local { get; } = new("本机", Role.Admin, "", Sight.Everything);

    /// <summary>Whether a stranger is turned away.</summary>
    public bool MustSignIn => settings.AlwaysSignIn || HasAccounts || !listening.IsLocal;

    /// <summary>Whether anybody has an account.</summary>
    public bool HasAccounts => accounts.Any;

    /// <summary>The one-time word for making the first account; null when it is not needed.</summary>
    public string? SetupWord => MustSignIn && !HasAccounts ? setup : null;

    /// <summary>Whether a word is the one-time word, and it still holds.</summary>
    public bool Opens(string word) => SetupWord is { } expected
        && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(expected), System.Text.Encoding.UTF8.GetBytes(word));

    /// <summary>The name of whoever sends a request, for the log.</summary>
    public static string NameOf(ClaimsPrincipal user) => user.Identity?.Name ?? "未登录";

    /// <summary>The role of whoever sends a request; null when they are not known.</summary>
    public static Role? RoleOf(ClaimsPrincipal user) => Roles.TryParse(user.FindFirstValue(ClaimTypes.Role), out Role role) ? role : null;

    /// <summary>Which collections whoever sends a request sees; none when they are not known.</summary>
    public static Sight SightOf(ClaimsPrincipal? user) => Sight.Parse(user?.FindFirstValue(SightClaim));

    /// <summary>What whoever sends a request may do.</summary>
    public static Permissions MayOf(ClaimsPrincipal user) =>
        RoleOf(user) is not { } role ? Permissions.None : SightOf(user).IsWhole ? role.May() : role.May() & ~Permissions.Log;
}
