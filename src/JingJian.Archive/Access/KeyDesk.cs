using System.Security.Cryptography;
using System.Text;
using JingJian.Archive.Store;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Access;

/// <summary>The keys of programs.</summary>
/// <remarks><b>Guarantee.</b> Of a key only its hash is kept: who reads the file cannot use it.</remarks>
public sealed class KeyDesk
{
    private const int SecretBytes = 32;
    private const string SecretPrefix = "jj_";

    private readonly ServiceStore store;
    private readonly ActivityLog log;
    private readonly TimeProvider time;
    private readonly CollectionDesk collections;

    internal KeyDesk(ServiceStore store, ActivityLog log, TimeProvider time, CollectionDesk collections)
    {
        this.collections = collections;
        this.store = store;
        this.log = log;
        this.time = time;
    }

    /// <summary>All keys, without their secrets.</summary>
    public IReadOnlyList<KeyView> All()
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows("SELECT id, name, role, created_at, collections FROM api_key ORDER BY id",
            row => new KeyView(
                row.GetInt64(0), row.GetString(1), row.GetString(2), AccessNames.RoleOf(row.GetString(2)).ToChinese(), row.GetString(3),
                AccessNames.Granted(row.GetString(2), row.Nullable<string>(4))));
    }

    /// <summary>Makes a key; its secret is shown this once.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="role">The part that it plays.</param>
    /// <param name="granted">The collections that it sees; null for the whole archive.</param>
    /// <param name="who">Who wants it.</param>
    public Result<KeyView> Add(string name, string role, IReadOnlyList<long>? granted, string who)
    {
        if (AccessNames.Fault(name) is { } fault)
        {
            return fault;
        }

        if (!Roles.TryParse(role, out Role known))
        {
            return AccessNames.UnknownRole(role);
        }

        if (AccessNames.GrantFault(known, granted, collections) is { } ungranted)
        {
            return ungranted;
        }

        string secret = SecretPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        using SqliteConnection connection = store.Connect();
        if (connection.Run("INSERT INTO api_key (name, role, hash, created_at, collections) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (name) DO NOTHING",
            name, known.ToEnglish(), HashOf(secret), time.Stamp(), granted is null ? null : Sight.Of(granted).Key) == 0)
        {
            return new Fault("key.exists", $"已有名为“{name}”的密钥。");
        }

        log.Note(who, "key.add", name, known.ToChinese());
        return All().Single(key => key.Name == name) with { Secret = secret };
    }

    /// <summary>Removes a key; null when there is none of this number.</summary>
    public KeyView? Remove(long id, string who)
    {
        KeyView? key = All().FirstOrDefault(key => key.Id == id);
        if (key is not null)
        {
            using SqliteConnection connection = store.Connect();
            connection.Run("DELETE FROM api_key WHERE id = $1", id);
            log.Note(who, "key.remove", key.Name);
        }

        return key;
    }

    /// <summary>Who a secret belongs to, or null.</summary>
    public Person? With(string secret)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows(
            "SELECT name, role, collections FROM api_key WHERE hash = $1", row => AccessNames.Person($"密钥 {row.GetString(0)}", row.GetString(1), "", row.Nullable<string>(2)), HashOf(secret)).FirstOrDefault();
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
