using System.Collections.Frozen;

namespace JingJian.Archive.Access;

/// <summary>What somebody may do.</summary>
[Flags]
public enum Permissions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Search and read.</summary>
    Read = 1,

    /// <summary>Hold drafts against the archive.</summary>
    Draft = 2,

    /// <summary>Audit reports, judge matches.</summary>
    Audit = 4,

    /// <summary>Take files in and out, correct functions.</summary>
    Edit = 8,

    /// <summary>Manage accounts and keys.</summary>
    Administer = 16,

    /// <summary>See the names, telephone and identity numbers of persons in what is offered for imitation.</summary>
    Persons = 32,

    /// <summary>Read the log. It speaks of the whole archive: who sees some collections only does not have this.</summary>
    Log = 64,
}

/// <summary>The part that an account or a key plays.</summary>
public enum Role
{
    /// <summary>查阅：searches and reads.</summary>
    Reader,

    /// <summary>起草：besides, checks drafts.</summary>
    Drafter,

    /// <summary>审计：besides, audits, reads the log and sees persons in exemplars.</summary>
    Auditor,

    /// <summary>编辑：drafts, takes files in and out, corrects, sees persons in exemplars.</summary>
    Editor,

    /// <summary>管理：everything.</summary>
    Admin,
}

/// <summary>The one table of who may do what, and of what roles are called.</summary>
public static class Roles
{
    private static readonly FrozenDictionary<Role, (string Name, string Chinese, Permissions May)> Table = new Dictionary<Role, (string, string, Permissions)>
    {
        [Role.Reader] = ("reader", "查阅", Permissions.Read),
        [Role.Drafter] = ("drafter", "起草", Permissions.Read | Permissions.Draft),
        [Role.Auditor] = ("auditor", "审计", Permissions.Read | Permissions.Draft | Permissions.Audit | Permissions.Log | Permissions.Persons),
        [Role.Editor] = ("editor", "编辑", Permissions.Read | Permissions.Draft | Permissions.Edit | Permissions.Persons),
        [Role.Admin] = ("admin", "管理", Permissions.Read | Permissions.Draft | Permissions.Audit | Permissions.Edit | Permissions.Administer | Permissions.Log | Permissions.Persons),
    }.ToFrozenDictionary();

    /// <summary>What a role allows.</summary>
    public static Permissions May(this Role role) => Table[role].May;

    /// <summary>Whether it cannot be shown some collections only: who takes files in and out must know what is there.</summary>
    public static bool SeesEverything(this Role role) => (role.May() & (Permissions.Edit | Permissions.Administer)) != 0;

    /// <summary>Its name in the API.</summary>
    public static string ToEnglish(this Role role) => Table[role].Name;

    /// <summary>Its name for people.</summary>
    public static string ToChinese(this Role role) => Table[role].Chinese;

    /// <summary>The role of either name.</summary>
    public static bool TryParse(string? name, out Role role)
    {
        role = Table.FirstOrDefault(row => row.Value.Name == name || row.Value.Chinese == name).Key;
        return Table[role].Name == name || Table[role].Chinese == name;
    }
}
