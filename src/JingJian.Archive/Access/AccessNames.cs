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

    /// <summary>The role of a stored name; what is not known may do the least.</summary>
    public static Role RoleOf(string name) => Roles.TryParse(name, out Role role) ? role : Role.Reader;
}
