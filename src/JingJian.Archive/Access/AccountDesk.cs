using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Archive.Store;
using JingJian.Archive.Upkeep;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Access;

/// <summary>An account as it is shown.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What the person signs in as.</param>
/// <param name="Role">reader, drafter, auditor, editor or admin.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="Disabled">Whether it may not sign in.</param>
/// <param name="CreatedAt">Since when it exists.</param>
public sealed record AccountView(long Id, string Name, string Role, string Label, bool Disabled, string CreatedAt);

/// <summary>A key for a program, as it is shown.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What it is called in the log.</param>
/// <param name="Role">reader, drafter, auditor, editor or admin.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="CreatedAt">Since when it exists.</param>
/// <param name="Secret">What the program sends; only when it is made, and never again.</param>
public sealed record KeyView(long Id, string Name, string Role, string Label, string CreatedAt, string? Secret = null);

/// <summary>Somebody who was recognised.</summary>
/// <param name="Name">The name for the log.</param>
/// <param name="Role">The part that they play.</param>
/// <param name="Session">Account and stamp, which a session carries; empty for a key.</param>
public sealed record Person(string Name, Role Role, string Session);

/// <summary>The accounts of people and the keys of programs.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> There is always an account that may administer, once there is any. A changed password, role or state ends
/// the sessions of the account. Five wrong passwords in a row for a name are answered with a wait.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
public sealed class AccountDesk
{
    /// <summary>Shortest password.</summary>
    public const int PasswordCharacters = 8;

    private const int NameCharacters = 50;
    private const int LongestPassword = 200;
    private const int MostFailures = 5;
    private const int MostNames = 10_000;
    private const int SecretBytes = 32;
    private const string SecretPrefix = "jj_";
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    private readonly ServiceStore store;
    private readonly ActivityLog log;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Count, DateTimeOffset Last)> failures = new(StringComparer.Ordinal);

    internal AccountDesk(ServiceStore store, ActivityLog log, TimeProvider time)
    {
        this.store = store;
        this.log = log;
        this.time = time;
    }

    /// <summary>Whether anybody has an account: then everybody must sign in.</summary>
    public bool Any()
    {
        using SqliteConnection connection = store.Connect();
        return connection.Value<long>("SELECT EXISTS (SELECT 1 FROM account)") > 0;
    }

    /// <summary>All accounts.</summary>
    public IReadOnlyList<AccountView> Accounts()
    {
        using SqliteConnection connection = store.Connect();
        return Accounts(connection);
    }

    /// <summary>Makes an account.</summary>
    public Result<AccountView> Add(string name, string role, string password, string who)
    {
        if (NameFault(name) is { } fault)
        {
            return fault;
        }

        if (!Roles.TryParse(role, out Role known))
        {
            return UnknownRole(role);
        }

        if (PasswordFault(password) is { } weak)
        {
            return weak;
        }

        if (known != Role.Admin && !Any())
        {
            return new Fault("account.first", "第一个帐号必须是管理帐号（admin），否则以后没有人能管理。");
        }

        using SqliteConnection connection = store.Connect();
        if (connection.Run(
            "INSERT INTO account (name, role, password, stamp, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING",
            name, known.ToEnglish(), PasswordHash.Of(password), NewStamp(), Now()) == 0)
        {
            return new Fault("account.exists", $"已有名为“{name}”的帐号。");
        }

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
                return UnknownRole(role);
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
        if (IsWaiting(name))
        {
            return new Fault("session.wait", "密码连续输错，请一分钟后再试。");
        }

        using SqliteConnection connection = store.Connect();
        (string Password, Role Role, string Session)? found = connection.Rows(
            "SELECT password, role, id || '.' || stamp FROM account WHERE name = $1 AND NOT disabled",
            row => ((string, Role, string)?)(row.GetString(0), RoleOf(row.GetString(1)), row.GetString(2)), name).FirstOrDefault();
        bool fits = password.Length <= LongestPassword && PasswordHash.Fits(found?.Password ?? PasswordHash.OfNobody, password);
        if (!fits || found is not { } account)
        {
            Count(name);
            log.Note(name.Length <= NameCharacters ? name : "", "session.refused", "");
            return new Fault("session.refused", "姓名或密码不对。");
        }

        lock (gate)
        {
            failures.Remove(name);
        }

        log.Note(name, "session.open", "");
        return new Person(name, account.Role, account.Session);
    }

    /// <summary>Who a session belongs to; null when the account was changed, disabled or removed since.</summary>
    public Person? Recognise(string session)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows(
            "SELECT name, role FROM account WHERE id || '.' || stamp = $1 AND NOT disabled",
            row => new Person(row.GetString(0), RoleOf(row.GetString(1)), session), session).FirstOrDefault();
    }

    /// <summary>An account by its name, where another program has signed the person in; null when there is none.</summary>
    public Person? Named(string name)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows(
            "SELECT role FROM account WHERE name = $1 AND NOT disabled", row => new Person(name, RoleOf(row.GetString(0)), ""), name).FirstOrDefault();
    }

    /// <summary>All keys, without their secrets.</summary>
    public IReadOnlyList<KeyView> Keys()
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows("SELECT id, name, role, created_at FROM api_key ORDER BY id",
            row => new KeyView(row.GetInt64(0), row.GetString(1), row.GetString(2), RoleOf(row.GetString(2)).ToChinese(), row.GetString(3)));
    }

    /// <summary>Makes a key; its secret is shown this once.</summary>
    public Result<KeyView> AddKey(string name, string role, string who)
    {
        if (NameFault(name) is { } fault)
        {
            return fault;
        }

        if (!Roles.TryParse(role, out Role known))
        {
            return UnknownRole(role);
        }

        string secret = SecretPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        using SqliteConnection connection = store.Connect();
        if (connection.Run("INSERT INTO api_key (name, role, hash, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING", name, known.ToEnglish(), HashOf(secret), Now()) == 0)
        {
            return new Fault("key.exists", $"已有名为“{name}”的密钥。");
        }

        log.Note(who, "key.add", name, known.ToChinese());
        return Keys().Single(key => key.Name == name) with { Secret = secret };
    }

    /// <summary>Removes a key; null when there is none of this number.</summary>
    public KeyView? RemoveKey(long id, string who)
    {
        KeyView? key = Keys().FirstOrDefault(key => key.Id == id);
        if (key is not null)
        {
            using SqliteConnection connection = store.Connect();
            connection.Run("DELETE FROM api_key WHERE id = $1", id);
            log.Note(who, "key.remove", key.Name);
        }

        return key;
    }

    /// <summary>Who a secret belongs to, or null.</summary>
    public Person? WithKey(string secret)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows("SELECT name, role FROM api_key WHERE hash = $1", row => new Person($"密钥 {row.GetString(0)}", RoleOf(row.GetString(1)), ""), HashOf(secret)).FirstOrDefault();
    }

    private static Fault LastAdmin => new("account.last-admin", "至少要留一个可用的管理帐号。");

    private static Fault NotFound(long id) => new("account.not-found", string.Create(CultureInfo.InvariantCulture, $"没有编号为 {id} 的帐号。"));

    private static Fault UnknownRole(string role) => new("account.role", $"没有“{role}”这种角色，可用：{string.Join('、', Enum.GetValues<Role>().Select(known => $"{known.ToEnglish()}（{known.ToChinese()}）"))}。");

    private static Fault? NameFault(string name) => name.Length is 0 or > NameCharacters || name.Any(char.IsControl) || name != name.Trim()
        ? new Fault("account.name", string.Create(CultureInfo.InvariantCulture, $"名称应有 1 到 {NameCharacters} 个字，首尾不带空格。"))
        : null;

    private static Fault? PasswordFault(string password) => password.Length is < PasswordCharacters or > LongestPassword
        ? new Fault("account.password", string.Create(CultureInfo.InvariantCulture, $"密码应有 {PasswordCharacters} 到 {LongestPassword} 个字符。"))
        : null;

    private static Role RoleOf(string name) => Roles.TryParse(name, out Role role) ? role : Role.Reader;

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static bool HasAdmin(SqliteConnection connection) =>
        connection.Value<long>("SELECT EXISTS (SELECT 1 FROM account WHERE role = $1 AND NOT disabled)", Role.Admin.ToEnglish()) > 0;

    private static List<AccountView> Accounts(SqliteConnection connection) => connection.Rows(
        "SELECT id, name, role, disabled, created_at FROM account ORDER BY id",
        row => new AccountView(row.GetInt64(0), row.GetString(1), row.GetString(2), RoleOf(row.GetString(2)).ToChinese(), row.GetBoolean(3), row.GetString(4)));

    private string Now() => time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private bool IsWaiting(string name)
    {
        lock (gate)
        {
            return failures.TryGetValue(name, out (int Count, DateTimeOffset Last) failed) && failed.Count >= MostFailures && time.GetUtcNow() - failed.Last < Wait;
        }
    }

    private void Count(string name)
    {
        lock (gate)
        {
            if (failures.Count >= MostNames)
            {
                failures.Clear();
            }

            bool isOld = !failures.TryGetValue(name, out (int Count, DateTimeOffset Last) failed) || time.GetUtcNow() - failed.Last >= Wait;
            failures[name] = (isOld ? 1 : failed.Count + 1, time.GetUtcNow());
        }
    }
}
