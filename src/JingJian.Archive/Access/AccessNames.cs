using System.Globalization;
using JingJian.Text;

namespace JingJian.Archive.Access;

/// <summary>What accounts and keys may be called, and the parts that they may play.</summary>
internal static class AccessNames
{
    /// <summary>Longest name.</summary>
    public const int Characters = 50;

    /// <summary>What is wrong with a name, or null.</summary>
    public static Fault? Fault(string name) => name.Length is 0 or > Characters || name.Any(char.IsControl) || name != name.Trim()
        ? new Fault("account.name", string.Create(CultureInfo.InvariantCulture, $"名称应有 1 到 {Characters} 个字，首尾不带空格。"))
        : null;

    /// <summary>What is said to a role that there is not.</summary>
    public static Fault UnknownRole(string role) => new(
        "account.role", $"没有“{role}”这种角色，可用：{string.Join('、', Enum.GetValues<Role>().Select(known => $"{known.ToEnglish()}（{known.ToChinese()}）"))}。");

    /// <summary>What somebody sees of the archive: who changes it sees all of it.</summary>
    /// <param name="role">The part that they play.</param>
    /// <param name="granted">The collections that they were granted, as they are stored; null for all.</param>
    public static Sight SightOf(Role role, string? granted) => role.SeesEverything() || granted is null ? Sight.Everything : Sight.Parse(granted);

    /// <summary>What is wrong with a grant of some collections, or null.</summary>
    public static Fault? GrantFault(Role role, IReadOnlyList<long>? collections, CollectionDesk desk) => collections is null ? null
        : role.SeesEverything() ? new Fault("account.collections", $"“{role.ToChinese()}”要改动档案，总能看到全部分库，不能只授予一部分。")
        : collections.Except(desk.All().Select(known => known.Id)).Cast<long?>().FirstOrDefault() is { } missing
            ? new Fault("account.collections", string.Create(CultureInfo.InvariantCulture, $"没有编号为 {missing} 的分库。"))
        : null;

    /// <summary>A stored grant as a list; null for the whole archive.</summary>
    public static IReadOnlyList<long>? Granted(string role, string? granted) => SightOf(RoleOf(role), granted) is { IsWhole: false } sight ? sight.Collections : null;

    /// <summary>Somebody as they are stored.</summary>
    public static Person Person(string name, string role, string session, string? granted) => new(name, RoleOf(role), session, SightOf(RoleOf(role), granted));

    /// <summary>The role of a stored name; what is not known may do the least.</summary>
    public static Role RoleOf(string name) => Roles.TryParse(name, out Role role) ? role : Role.Reader;
}
