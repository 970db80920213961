using JingJian.Archive.Access;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The SQLite file of an archive: opens connections, keeps the schema version.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Write-ahead log with full synchronisation: a committed transaction survives SIGKILL and power loss,
/// an uncommitted one is gone at the next opening.</para>
/// <para><b>Threads.</b> One connection for each caller; SQLite allows one writer at a time and any number of readers.</para>
/// </remarks>
internal sealed class Database
{
    /// <summary>The findings of a million paragraphs are one transaction of gigabytes: its log must not stay as large for as long as a service runs.</summary>
    private const string LogLimit = "PRAGMA main.journal_size_limit = 268435456;";

    private readonly string connectionString;
    private readonly Action<SqliteConnection>? connected;

    static Database() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens the file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="mayBeNew">Whether to make a store where there is none: not when results derived from a store lie beside.</param>
    /// <exception cref="CorruptArtifactException">It is missing, not a store, or of another version.</exception>
    /// <exception cref="SqliteException">It cannot be opened.</exception>
    public Database(string path, bool mayBeNew)
    {
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 60 }.ToString();
        if (!mayBeNew && new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            throw new CorruptArtifactException(path, "SQLite 档案库", "缺失或为空的文件，而由它得出的索引还在");
        }

        try
        {
            using SqliteConnection connection = Connect();
            SchemaUpgrade.Run(connection, path, "档案库", [Schema.Create, .. Schema.Migrations]);
        }
        catch (SqliteException error) when (StoreFaults.IsDamage(error))
        {
            throw new CorruptArtifactException(path, "SQLite 档案库", $"无法读取的文件（{error.Message}）");
        }
    }

    private Database(string roomPath, string storePath, Sight sight)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Address(roomPath), ForeignKeys = true, DefaultTimeout = 60, Pooling = false };
        connectionString = file.ToString();
        using (SqliteConnection connection = Connect())
        {
            connection.Run(RoomSchema.Create);
        }

        // Somebody may remove the file while it is open: it is not made again empty, and nobody uses the old one.
        file.Mode = SqliteOpenMode.ReadWrite;
        file.Pooling = true;
        connectionString = file.ToString();
        using (var earlier = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(earlier);
        }

        connected = connection => RoomSchema.Attach(connection, storePath, sight);
    }

    /// <summary>Opens a store as somebody sees it who sees some collections; nothing of the store can be changed through it.</summary>
    /// <param name="roomPath">The file with what was derived for them; made when it is not there.</param>
    /// <param name="storePath">The store.</param>
    /// <param name="sight">What they see.</param>
    public static Database OpenRoom(string roomPath, string storePath, Sight sight) => new(roomPath, storePath, sight);

    /// <summary>A file as an address, so that SQLite takes what follows it for parameters.</summary>
    public static string Address(string path) => "file:" + Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal);

    /// <summary>A new connection; the caller disposes it.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Run("PRAGMA main.journal_mode = WAL; PRAGMA main.synchronous = FULL; " + LogLimit);
        connected?.Invoke(connection);
        return connection;
    }

    /// <summary>A connection that sees the archive at one moment; the caller disposes it.</summary>
    public Snapshot Look() => new(Connect());
}
