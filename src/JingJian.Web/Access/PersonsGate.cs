using System.Security.Claims;
using JingJian.Archive.Access;
using JingJian.Text;
using JingJian.Web.Hosting;

namespace JingJian.Web.Access;

/// <summary>Who may see, in what is offered for imitation, the names and numbers of persons; for everybody they are masked until they ask.</summary>
/// <remarks>Those whose role allows it (<see cref="Permissions.Persons"/>), and everybody where the service was started with <c>--show-persons true</c>.</remarks>
internal sealed class PersonsGate(ServiceSettings settings)
{
    private static readonly Fault Hidden = new("exemplars.persons-hidden", "您的角色不能查看范例中的人名、电话和证件号码；需要时请联系管理员。");

    /// <summary>Whether somebody may see them.</summary>
    public bool Opens(ClaimsPrincipal user) => settings.MayShowPersons || Gate.MayOf(user).HasFlag(Permissions.Persons);

    /// <summary>What is said to somebody who asks and may not; null when nothing stands against it.</summary>
    public Fault? Refusal(bool asked, ClaimsPrincipal user) => asked && !Opens(user) ? Hidden : null;
}
