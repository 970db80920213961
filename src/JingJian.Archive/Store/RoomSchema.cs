using System.Globalization;
using JingJian.Analysis.Structure;
using JingJian.Archive.Access;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>What somebody who sees some collections sees of the store: its tables under their own names, with the rows of those collections.</summary>
/// <remarks>
/// <para>The file of a room holds what was derived for it: pairs, families, years that only a copy shows to be filled in. The store is
/// attached to it, for reading only, and hidden behind temporary views of the same names, which SQLite finds first: a query that was
/// written for the whole store answers from what is seen, and there is nothing to forget in it.</para>
/// <para><b>Guarantee.</b> Every table of the store is derived anew, hidden behind a view, or in <see cref="Open"/>; a test looks.</para>
/// </remarks>
internal static class RoomSchema
{
    /// <summary>The tables that say nothing about texts.</summary>
    public static readonly string[] Open = ["ingest_run"];

    /// <summary>The name under which the store is attached.</summary>
    public const string Whole = "whole";

    /// <summary>Settings of the store that say what its texts were labelled by, and how often sources were removed.</summary>
    public static readonly string[] SharedSettings = [ArchiveState.Labels, StoreKeys.Removals];

    /// <summary>The tables that are derived for each room.</summary>
    public const string Create = """
        CREATE TABLE IF NOT EXISTS pair (
            a INTEGER NOT NULL,
            b INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            ratio REAL NOT NULL,
            cover REAL NOT NULL,
            evidence TEXT NOT NULL,
            PRIMARY KEY (a, b)
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS pair_by_b ON pair (b);
        CREATE TABLE IF NOT EXISTS family (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, medoid INTEGER NOT NULL, copies INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS family_member (block INTEGER PRIMARY KEY, family INTEGER NOT NULL REFERENCES family(id));
        CREATE INDEX IF NOT EXISTS family_member_by_family ON family_member (family);
        CREATE TABLE IF NOT EXISTS filled (block INTEGER PRIMARY KEY);
        CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        """;

    private const int Tables = 5;

    /// <summary>Attaches the store to a connection to the file of a room, unless this was done when the connection was used before.</summary>
    public static void Attach(SqliteConnection connection, string storePath, Sight sight)
    {
        if (connection.Value<long>("SELECT count(*) FROM temp.sqlite_master WHERE name = 'source'") > 0)
        {
            return;
        }

        // A table that is not there would be looked for in the store, and show all of it.
        if (connection.Value<long>("SELECT count(*) FROM main.sqlite_master WHERE type = 'table'") != Tables)
        {
            throw new CorruptArtifactException(connection.DataSource, "分库阅览数据", "缺表的文件");
        }

        if (connection.Value<long>("SELECT count(*) FROM pragma_database_list WHERE name = $1", Whole) == 0)
        {
            connection.Run("ATTACH $1 AS whole", Database.Address(storePath) + "?mode=ro");
        }

        // In one transaction: another use of the connection finds all views or none.
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        connection.Run(Views(connection, sight));
        transaction.Commit();
    }

    private static string Views(SqliteConnection connection, Sight sight)
    {
        string collections = string.Join(',', sight.Collections.Select(collection => collection.ToString(CultureInfo.InvariantCulture)));
        string Seen(string source) => $"EXISTS (SELECT 1 FROM whole.placement p WHERE p.source = {source} AND p.collection IN ({collections}))";
        string Target(string column) => $"EXISTS (SELECT 1 FROM whole.source s WHERE s.hash >= substr({column}, 1, 12) AND s.hash < substr({column}, 1, 12) || 'g' AND {Seen("s.id")})";
        string filled = ((int)Damage.FalselyFilledDate).ToString(CultureInfo.InvariantCulture);
        string block = string.Join(", ", connection.Rows("SELECT name FROM pragma_table_info('block', 'whole')", row => row.GetString(0)).Select(column => column == "damage"
            // What another copy shows of a year is shown by the copies that are seen.
            ? $"(b.damage & ~{filled}) | CASE WHEN EXISTS (SELECT 1 FROM main.filled f WHERE f.block = b.id) THEN {filled} ELSE 0 END AS damage"
            : $"b.\"{column}\" AS \"{column}\""));
        return $"""
            CREATE TEMP VIEW report AS SELECT r.* FROM whole.report r WHERE {Seen("r.source")};
            CREATE TEMP VIEW block AS SELECT {block} FROM whole.block b WHERE {Seen("b.source")};
            CREATE TEMP VIEW edge_line AS SELECT e.* FROM whole.edge_line e WHERE {Seen("e.source")};
            CREATE TEMP VIEW collection AS SELECT c.* FROM whole.collection c WHERE c.id IN ({collections});
            CREATE TEMP VIEW placement AS SELECT p.* FROM whole.placement p WHERE p.collection IN ({collections});
            CREATE TEMP VIEW mark AS SELECT m.* FROM whole.mark m WHERE {Target("m.target")};
            CREATE TEMP VIEW exclusion AS SELECT x.* FROM whole.exclusion x WHERE {Target("x.a")} AND (x.b = '' OR {Target("x.b")});
            CREATE TEMP VIEW verdict AS SELECT v.* FROM whole.verdict v WHERE {Target("v.finding")};
            CREATE TEMP VIEW hold AS SELECT h.* FROM whole.hold h WHERE {Target("h.source")};
            CREATE TEMP VIEW correction AS SELECT c.* FROM whole.correction c WHERE EXISTS (
                SELECT 1 FROM whole.source s JOIN whole.block b ON b.source = s.id AND b.line = c.line AND b.corrected AND substr(b.text, 1, 20) = substr(c.excerpt, 1, 20)
                WHERE s.name = c.source AND {Seen("s.id")});
            CREATE TEMP VIEW saved_search AS SELECT * FROM whole.saved_search WHERE false;
            CREATE TEMP VIEW source AS SELECT s.* FROM whole.source s WHERE {Seen("s.id")};
            """;
    }
}
