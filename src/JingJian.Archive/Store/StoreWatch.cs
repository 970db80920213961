using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>Says whether anybody has written to the store since the last look: what must be known at every search, in microseconds.</summary>
/// <remarks><b>Threads.</b> One at a time.</remarks>
internal sealed class StoreWatch(Database database)
{
    private SqliteCommand? look;
    private long seen = -1;

    /// <summary>Whether there was any commit, by this process or another; true at the first look.</summary>
    public bool Any()
    {
        // SQLite counts the commits of all other connections, and this one never writes.
        look ??= database.Connect().Prepared("PRAGMA data_version");
        long now = (long)look.ExecuteScalar()!;
        bool any = now != seen;
        seen = now;
        return any;
    }
}
