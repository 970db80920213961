using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The archive at one moment, for answers that take more than one look: what a writer commits meanwhile is not seen.</summary>
internal sealed class Snapshot : IDisposable
{
    private readonly SqliteTransaction transaction;

    /// <summary>Begins with the first look, not before.</summary>
    public Snapshot(SqliteConnection connection)
    {
        Connection = connection;
        transaction = connection.BeginTransaction(deferred: true);
    }

    /// <summary>To be read from only.</summary>
    public SqliteConnection Connection { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        transaction.Dispose();
        Connection.Dispose();
    }
}

/// <summary>A snapshot for answers that mostly need none: it begins when it is first asked for.</summary>
internal sealed class LateSnapshot(Database database) : IDisposable
{
    private Snapshot? snapshot;

    /// <summary>To be read from only.</summary>
    public SqliteConnection Connect() => (snapshot ??= database.Look()).Connection;

    /// <inheritdoc/>
    public void Dispose() => snapshot?.Dispose();
}
