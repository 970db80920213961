using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Flags the paragraphs that state a year which a copy of them has masked. It needs the families of the reuse stage.</summary>
internal static class FalseFillStage
{
    /// <summary>Runs the stage in one transaction; flags of an earlier run are taken back first.</summary>
    public static void Run(SqliteConnection connection)
    {
        using var change = new StoreChange(connection);
        connection.Run("UPDATE block SET damage = damage & ~$1 WHERE damage & $1", (int)Damage.FalselyFilledDate);
        using SqliteCommand flag = connection.Prepared("UPDATE block SET damage = damage | $2 WHERE id = $1");
        foreach (long block in Filled(connection))
        {
            flag.With(block, (int)Damage.FalselyFilledDate).ExecuteNonQuery();
        }

        change.Commit();
    }

    /// <summary>The same for a room, which notes them in a table of its own: see <see cref="RoomSchema"/>.</summary>
    public static void RunInRoom(SqliteConnection connection)
    {
        using var change = new StoreChange(connection);
        connection.Run("DELETE FROM filled");
        using SqliteCommand note = connection.Prepared("INSERT INTO filled (block) VALUES ($1)");
        foreach (long block in Filled(connection))
        {
            note.With(block).ExecuteNonQuery();
        }

        change.Commit();
    }

    private static IEnumerable<long> Filled(SqliteConnection connection)
    {
        foreach (IGrouping<long, (long Family, long Block, string Text)> family in Families(connection).GroupBy(member => member.Family))
        {
            (long Family, long Block, string Text)[] members = [.. family];
            bool[] filled = FalseFills.Of([.. members.Select(member => member.Text)]);
            foreach ((_, long block, _) in members.Where((_, at) => filled[at]))
            {
                yield return block;
            }
        }
    }

    /// <summary>The members of the families in which some copy is masked.</summary>
    private static List<(long Family, long Block, string Text)> Families(SqliteConnection connection) => connection.Rows(
        """
        SELECT m.family, b.id, b.text FROM family_member m JOIN block b ON b.id = m.block
        WHERE m.family IN (SELECT n.family FROM family_member n JOIN block c ON c.id = n.block WHERE c.damage & $1)
        ORDER BY m.family, b.id
        """,
        row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2)), (int)Damage.MaskedDate);
}
