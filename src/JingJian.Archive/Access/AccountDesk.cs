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
    private readonly CollectionDesk collections;
    private readonly Attempts attempts;
    private readonly Lazy<bool> had;
    private volatile bool added;

    internal AccountDesk(ServiceStore store, ActivityLog log, TimeProvider time, CollectionDesk collections)
    {
        this.collections = collections;
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
    /// <param name="name">What the person signs in as.</param>
    /// <param name="role">The part that they play.</param>
    /// <param name="password">Their password.</param>
    /// <param name="granted">The collections that they see; null for the whole archive.</param>
    /// <param name="who">Who wants it.</param>
    public Result<AccountView> Add(string name, string role, string password, IReadOnlyList<long>? granted, string who)
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

        if (AccessNames.GrantFault(known, granted, collections) is { } ungranted)
        {
            return ungranted;
        }

        if (known != Role.Admin && !Any)
        {
            return new Fault("account.first", "第一个帐号必须是管理帐号（admin），否则以后没有人能管理。");
        }

        using SqliteConnection connection = store.Connect();
        if (connection.Run(
            "INSERT INTO account (name, role, password, stamp, created_at, collections) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name) DO NOTHING",
            name, known.ToEnglish(), PasswordHash.Of(password), NewStamp(), time.Stamp(), granted is null ? null : Sight.Of(granted).Key) == 0)
        {
            return new Fault("account.exists", $"已有名为“{name}”的帐号。");
        }

        added = true;
        log.Note(who, "account.add", name, known.ToChinese());
        return Accounts(connection).Single(account => account.Name == name);
    }

    /// <summary>Changes what is given of an account.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="change">What to change.</param>
    /// <param name="who">Who wants it.</param>
    public Result<AccountView> Change(long id, AccountChange change, string who)
    {
        (string? role, string? password, bool? disabled, IReadOnlyList<long>? granted, bool everything) = change;
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

        if (AccessNames.GrantFault(known ?? AccessNames.RoleOf(before.Role), granted, collections) is { } ungranted)
        {
            return ungranted;
        }

        connection.Run(
            """
            UPDATE account SET role = coalesce($2, role), password = coalesce($3, password), disabled = coalesce($4, disabled), stamp = $5,
                collections = CASE WHEN $7 THEN NULL ELSE coalesce($6, collections) END
            WHERE id = $1
            """,
            id, known?.ToEnglish(), password is null ? null : PasswordHash.Of(password), disabled, NewStamp(), granted is null ? null : Sight.Of(granted).Key, everything);
        if (!HasAdmin(connection))
        {
            return LastAdmin;
        }

        transaction.Commit();
        AccountView after = Accounts(connection).Single(account => account.Id == id);
        string[] changes = [.. new[] { after.Label == before.Label ? "" : after.Label, password is null ? "" : "新密码", after.Disabled == before.Disabled ? "" : after.Disabled ? "停用" : "启用", granted is null && !everything ? "" : after.Collections is null ? "可看全部" : "可看的分库" }
            .Where(changed => changed.Length > 0)];
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
        (string Password, Person Person)? found = connection.Rows(
            "SELECT password, role, id || '.' || stamp, collections FROM account WHERE name = $1 AND NOT disabled",
            row => ((string, Person)?)(row.GetString(0), AccessNames.Person(name, row.GetString(1), row.GetString(2), row.Nullable<string>(3))), name).FirstOrDefault();
        bool fits = password.Length <= LongestPassword && PasswordHash.Fits(found?.Password ?? PasswordHash.OfNobody, password);
        if (!fits || found is not { } account)
        {
            attempts.Failed(name);
            log.Note(name.Length <= AccessNames.Characters ? name : "", "session.refused", "");
            return new Fault("session.refused", "姓名或密码不对。");
        }

        attempts.Succeeded(name);
        log.Note(name, "session.open", "");
        return account.Person;
    }

    /// <summary>Who a session belongs to; null when the account was changed, disabled or removed since.</summary>
    public Person? Recognise(string session)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows(
            "SELECT name, role, collections FROM account WHERE id || '.' || stamp = $1 AND NOT disabled",
            row => AccessNames.Person(row.GetString(0), row.GetString(1), session, row.Nullable<string>(2)), session).FirstOrDefault();
    }

    /// <summary>An account by its name, where another program has signed the person in; null when there is none.</summary>
    public Person? Named(string name)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows(
            "SELECT role, collections FROM account WHERE name = $1 AND NOT disabled", row => AccessNames.Person(name, row.GetString(0), "", row.Nullable<string>(1)), name).FirstOrDefault();
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
        "SELECT id, name, role, disabled, created_at, collections FROM account ORDER BY id",
        row => new AccountView(
            row.GetInt64(0), row.GetString(1), row.GetString(2), AccessNames.RoleOf(row.GetString(2)).ToChinese(), row.GetBoolean(3), row.GetString(4),
            AccessNames.Granted(row.GetString(2), row.Nullable<string>(5))));
}

/// <summary>What to change of an account; what is null stays.</summary>
/// <param name="Role">The part that the person plays.</param>
/// <param name="Password">A new password.</param>
/// <param name="Disabled">Whether it may not sign in.</param>
/// <param name="Collections">The collections that the person sees.</param>
/// <param name="Everything">Whether the person sees the whole archive from now on.</param>
public sealed record AccountChange(string? Role = null, string? Password = null, bool? Disabled = null, IReadOnlyList<long>? Collections = null, bool Everything = false);
