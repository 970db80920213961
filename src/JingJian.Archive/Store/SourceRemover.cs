using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>Deletes one source with all that the store knows of it.</summary>
internal static class SourceRemover
{
    /// <summary>Stands in the settings while something outside the store may still hold what was removed.</summary>
    private const string Unfinished = "removal-unfinished";

    /// <summary>Deletes in one transaction; the freed pages are overwritten.</summary>
    public static void Remove(SqliteConnection connection, string contentHash)
    {
        connection.Run("PRAGMA secure_delete = ON");
        using var change = new StoreChange(connection);
        long source = connection.Value<long>("SELECT id FROM source WHERE hash = $1", contentHash);
        StoreKeys.Retire(connection);
        string id = Ids.OfSource(contentHash);
        // A family without its middle is no family any more; the reuse stage makes all of them anew.
        connection.Run("DELETE FROM family_member WHERE family IN (SELECT f.id FROM family f JOIN block b ON b.id = f.medoid WHERE b.source = $1)", source);
        connection.Run("DELETE FROM family_member WHERE block IN (SELECT id FROM block WHERE source = $1)", source);
        connection.Run("DELETE FROM family WHERE id NOT IN (SELECT family FROM family_member)");
        connection.Run("DELETE FROM pair WHERE a IN (SELECT id FROM block WHERE source = $1) OR b IN (SELECT id FROM block WHERE source = $1)", source);
        connection.Run($"DELETE FROM mark WHERE {SourceId.IsAbout("target")}", id);
        connection.Run($"DELETE FROM verdict WHERE {SourceId.IsAbout("finding")}", id);
        connection.Run($"DELETE FROM exclusion WHERE {SourceId.IsAbout("a")} OR {SourceId.IsAbout("b")}", id);
        // What was said of a text holds for its copies in other sources; the words themselves go.
        connection.Run(
            """
            UPDATE correction SET excerpt = '', source = '', line = 0
            WHERE source IN (SELECT s.name FROM source s WHERE s.id = $1 AND NOT EXISTS (SELECT 1 FROM source t WHERE t.name = s.name AND t.id <> s.id))
            """,
            source);
        connection.Run("DELETE FROM source WHERE id = $1", source);
        connection.Run("INSERT INTO setting (name, value) VALUES ($1, '') ON CONFLICT (name) DO NOTHING", Unfinished);
        change.Commit();
    }

    /// <summary>Whether a process ended between a removal and <see cref="Finish"/>.</summary>
    public static bool IsUnfinished(SqliteConnection connection) =>
        connection.Value<long>("SELECT count(*) FROM setting WHERE name = $1", Unfinished) > 0;

    /// <summary>Notes that nothing outside the store holds what was removed.</summary>
    public static void Finish(SqliteConnection connection) => connection.Run("DELETE FROM setting WHERE name = $1", Unfinished);
}
