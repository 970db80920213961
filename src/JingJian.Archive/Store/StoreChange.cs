using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace JingJian.Archive.Store;

/// <summary>Changes of the store that are there all or not at all: what is not committed when it is disposed of is undone.</summary>
/// <remarks>SQLite undoes them by itself when the disk is full. The driver would then undo them once more, fail, and hide the reason.</remarks>
internal sealed class StoreChange(SqliteConnection connection) : IDisposable
{
    private readonly SqliteTransaction transaction = connection.BeginTransaction();
    private bool isCommitted;

    /// <summary>Makes them last.</summary>
    public void Commit()
    {
        transaction.Commit();
        isCommitted = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!isCommitted && raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            // Something to undo, so that the driver can.
            connection.Run("BEGIN");
        }

        transaction.Dispose();
    }
}
