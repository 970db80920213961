using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The SQLite file beside the store that says who may do what and who did what: <c>service.db</c>.</summary>
/// <remarks>
/// <para>Apart from the store, since the store's one writer is busy for minutes while files come in. Made when it is first needed.</para>
/// <para><b>Threads.</b> Safe: a connection for each caller.</para>
/// </remarks>
internal sealed class ServiceStore
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "service.db";

    /// <summary>What leads from each version to the next, the first from an empty file.</summary>
    private static readonly string[] Versions =
    [
        """
        CREATE TABLE activity (
            number INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            action TEXT NOT NULL,
            target TEXT NOT NULL,
            detail TEXT NOT NULL,
            hash TEXT NOT NULL
        );
        CREATE TRIGGER activity_stays BEFORE UPDATE ON activity BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
        CREATE TRIGGER activity_is_kept BEFORE DELETE ON activity BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
        """,
        """
        CREATE TABLE account (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL,
            -- How often the password was hashed, the salt, the hash.
            password TEXT NOT NULL,
            disabled INTEGER NOT NULL DEFAULT 0,
            -- Changes with the password, the role and the state: sessions that were opened before end.
            stamp TEXT NOT NULL,
            created_at TEXT NOT NULL
        );
        CREATE TABLE api_key (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL,
            -- Of a key only its hash is kept.
            hash TEXT NOT NULL UNIQUE,
            created_at TEXT NOT NULL
        );
        """,
        """
        -- Files that are being sent in pieces; what has come of them lies in the folder uploads under their id.
        CREATE TABLE upload (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            who TEXT NOT NULL,
            is_whole INTEGER NOT NULL,
            touched_at TEXT NOT NULL
        );
        CREATE INDEX upload_by_sender ON upload (who, sha256);
        -- Ingests that go on by themselves, what happened to each, and the files that are not yet taken in (in the folder uploads).
        CREATE TABLE job (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            who TEXT NOT NULL,
            state TEXT NOT NULL,
            stage TEXT,
            files INTEGER NOT NULL,
            stored INTEGER NOT NULL DEFAULT 0,
            known INTEGER NOT NULL DEFAULT 0,
            refused INTEGER NOT NULL DEFAULT 0,
            reason TEXT,
            made_at TEXT NOT NULL,
            began_at TEXT,
            ended_at TEXT
        );
        CREATE INDEX job_by_state ON job (state);
        CREATE TABLE job_file (
            job INTEGER NOT NULL,
            ordinal INTEGER NOT NULL,
            staged TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (job, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE job_event (
            job INTEGER NOT NULL,
            number INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (job, number)
        ) WITHOUT ROWID;
        """,
        """
        -- The collections that somebody is shown, numbers with commas between them; null for the whole archive.
        ALTER TABLE account ADD COLUMN collections TEXT;
        ALTER TABLE api_key ADD COLUMN collections TEXT;
        ALTER TABLE job ADD COLUMN collection INTEGER NOT NULL DEFAULT 1;
        """,
    ];

    private readonly string path;
    private readonly string connectionString;
    private readonly Lazy<bool> prepared;

    /// <summary>The file of a data folder.</summary>
    public ServiceStore(string dataFolder)
    {
        path = Path.Combine(dataFolder, FileName);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 60 }.ToString();
        prepared = new Lazy<bool>(Prepare);
    }

    /// <summary>A new connection; the caller disposes it.</summary>
    /// <exception cref="CorruptArtifactException">The file is damaged or of a later version.</exception>
    public SqliteConnection Connect()
    {
        _ = prepared.Value;
        return Open();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
        return connection;
    }

    private bool Prepare()
    {
        try
        {
            using SqliteConnection connection = Open();
            SchemaUpgrade.Run(connection, path, "服务档案", Versions);
            return true;
        }
        catch (SqliteException error) when (StoreFaults.IsDamage(error))
        {
            throw new CorruptArtifactException(path, "服务档案（帐号与操作日志）", $"无法读取的文件（{error.Message}）");
        }
    }
}
