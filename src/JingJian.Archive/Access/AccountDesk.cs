using System.Globalization;
using System.Security.Cryptography;
using JingJian.Archive.Store;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Access;

/// <summary>The accounts of people.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> There is always an account that may administer, once there is any. A changed password, role or state ends
/// the sessions of the account. Five wrong passwords in a row for a name are answered with a wait.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
public sealed class AccountDesk
{
    /// <summary>Shortest password.</summary>
    public const int PasswordCharacters = 8;

    private const int LongestPassword = 200;

    private readonly ServiceStore store;
    private readonly ActivityLog log;
    private readonly TimeProvider time;
    private readonly Attempts attempts;
    private readonly Lazy<bool> had;
    private volatile bool added;

    internal AccountDesk(ServiceStore store, ActivityLog log, TimeProvider time)
    {
        this.store = store;
        this.log = log;
        this.time = time;
        attempts = new Attempts(time);
        had = new Lazy<bool>(() => Accounts().Count > 0);
    }

    /// <summary>Whether anybody has an account: then everybody must sign in. Asked at every request, so it is looked up once; where there is an
    /// account there always will be one.</summary>
    public bool Any => added || had.Value;

    /// <summary>All accounts.</summary>
    public IReadOnlyList<AccountView> Accounts()
    {
        using SqliteConnection connection = store.Connect();
        return Accounts(connection);
    }

    /// <summary>Makes an account.</summary>
    public Result<AccountView> Add(string name, string role, string password, string who)
    {
        if (AccessNames.Fault(name) is { } fault)
        {
            return fault;
        }

        if (!Roles.TryParse(role, out Role known))
        {
            return AccessNames.UnknownRole(role);
        }

        if (PasswordFault(password) is { } weak)
        {
            return weak;
        }

        if (known != Role.Admin && !Any)
        {
            return new Fault("account.first", "第一个帐号必须是管理帐号（admin），否则以后没有人能管理。");
        }

        using SqliteConnection connection = store.Connect();
        if (connection.Run(
            "INSERT INTO account (name, role, password, stamp, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING",
            name, known.ToEnglish(), PasswordHash.Of(password), NewStamp(), time.Stamp()) == 0)
        {
            return new Fault("account.exists", $"已有名为“{name}”的帐号。");
        }

        added = true;
        log.Note(who, "account.add", name, known.ToChinese());
        return Accounts(connection).Single(account => account.Name == name);
    }

    /// <summary>Changes what is given of an account.</summary>
    public Result<AccountView> Change(long id, string? role, string? password, bool? disabled, string who)
    {
        Role? known = null;
        if (role is not null)
        {
            if (!Roles.TryParse(role, out Role parsed))
            {
                return AccessNames.UnknownRole(role);
            }

            known = parsed;
        }

        if (password is not null && PasswordFault(password) is { } weak)
        {
            return weak;
        }

        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (Accounts(connection).FirstOrDefault(account => account.Id == id) is not { } before)
        {
            return NotFound(id);
        }

        connection.Run(
            "UPDATE account SET role = coalesce($2, role), password = coalesce($3, password), disabled = coalesce($4, disabled), stamp = $5 WHERE id = $1",
            id, known?.ToEnglish(), password is null ? null : PasswordHash.Of(password), disabled, NewStamp());
        if (!HasAdmin(connection))
        {
            return LastAdmin;
        }

        transaction.Commit();
        AccountView after = Accounts(connection).Single(account => account.Id == id);
        string[] changes = [.. new[] { after.Label == before.Label ? "" : after.Label, password is null ? "" : "新密码", after.Disabled == before.Disabled ? "" : after.Disabled ? "停用" : "启用" }.Where(change => change.Length > 0)];
        log.Note(who, "account.change", after.Name, string.Join('、', changes));
        return after;
    }

    /// <summary>Removes an account; its entries in the log stay.</summary>
    public Result<AccountView> Remove(long id, string who)
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (Accounts(connection).FirstOrDefault(account => account.Id == id) is not { } account)
        {
            return NotFound(id);
        }

        connection.Run("DELETE FROM account WHERE id = $1", id);
        if (!HasAdmin(connection))
        {
            return LastAdmin;
        }

        transaction.Commit();
        log.Note(who, "account.remove", account.Name);
        return account;
    }

    /// <summary>Opens a session for a name and its password.</summary>
    public Result<Person> SignIn(string name, string password)
    {
        if (attempts.MustWait(name))
        {
            return new Fault("session.wait", "密码连续输错，请一分钟后再试。");
        }

        using SqliteConnection connection = store.Connect();
        (string Password, Role Role, string Session)? found = connection.Rows(
            "SELECT password, role, id || '.' || stamp FROM account WHERE name = $1 AND NOT disabled",
            row => ((string, Role, string)?)(row.GetString(0), AccessNames.RoleOf(row.GetString(1)), row.GetString(2)), name).FirstOrDefault();
        bool fits = password.Length <= LongestPassword && PasswordHash.Fits(found?.Password ?? PasswordHash.OfNobody, password);
        if (!fits || found is not { } account)
        {
            attempts.Failed(name);
            log.Note(name.Length <= AccessNames.Characters ? name : "", "session.refused", "");
            return new Fault("session.refused", "姓名或密码不对。");
        }

        attempts.Succeeded(name);
        log.Note(name, "session.open", "");
        return new Person(name, account.Role, account.Session);
    }

    /// <summary>Who a session belongs to; null when the account was changed, disabled or removed since.</summary>
    public Person? Recognise(string session)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows(
            "SELECT name, role FROM account WHERE id || '.' || stamp = $1 AND NOT disabled",
            row => new Person(row.GetString(0), AccessNames.RoleOf(row.GetString(1)), session), session).FirstOrDefault();
    }

    /// <summary>An account by its name, where another program has signed the person in; null when there is none.</summary>
    public Person? Named(string name)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows(
            "SELECT role FROM account WHERE name = $1 AND NOT disabled", row => new Person(name, AccessNames.RoleOf(row.GetString(0)), ""), name).FirstOrDefault();
    }

    private static Fault LastAdmin => new("account.last-admin", "至少要留一个可用的管理帐号。");

    private static Fault NotFound(long id) => new("account.not-found", string.Create(CultureInfo.InvariantCulture, $"没有编号为 {id} 的帐号。"));

    private static Fault? PasswordFault(string password) => password.Length is < PasswordCharacters or > LongestPassword
        ? new Fault("account.password", string.Create(CultureInfo.InvariantCulture, $"密码应有 {PasswordCharacters} 到 {LongestPassword} 个字符。"))
        : null;

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static bool HasAdmin(SqliteConnection connection) =>
        connection.Value<long>("SELECT EXISTS (SELECT 1 FROM account WHERE role = $1 AND NOT disabled)", Role.Admin.ToEnglish()) > 0;

    private static List<AccountView> Accounts(SqliteConnection connection) => connection.Rows(
        "SELECT id, name, role, disabled, created_at FROM account ORDER BY id",
        row => new AccountView(row.GetInt64(0), row.GetString(1), row.GetString(2), AccessNames.RoleOf(row.GetString(2)).ToChinese(), row.GetBoolean(3), row.GetString(4)));
}
