using System.Globalization;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>Keys for new rows: those of removed rows are never given again, so that what was kept in memory by key is never mistaken for something else.</summary>
internal static class StoreKeys
{
    /// <summary>The setting that counts removals.</summary>
    public const string Removals = "removals";

    /// <summary>The next key for rows of <c>source</c>, <c>report</c> or <c>block</c>.</summary>
    public static long Next(SqliteConnection connection, string table) => 1 + Math.Max(
        connection.Value<long>($"SELECT ifnull(max(id), 0) FROM {table}"), Setting(connection, Used(table)));

    /// <summary>How many times sources were removed.</summary>
    public static long Generation(SqliteConnection connection) => Setting(connection, Removals);

    /// <summary>Keeps the keys that are in use now from being given again; to be called before rows are removed.</summary>
    public static void Retire(SqliteConnection connection)
    {
        foreach (string table in (string[])["source", "report", "block"])
        {
            Set(connection, Used(table), Next(connection, table) - 1);
        }

        Set(connection, Removals, Generation(connection) + 1);
    }

    private static string Used(string table) => "used_key_" + table;

    private static long Setting(SqliteConnection connection, string name) =>
        connection.Rows("SELECT CAST(value AS INTEGER) FROM setting WHERE name = $1", row => row.GetInt64(0), name).FirstOrDefault();

    private static void Set(SqliteConnection connection, string name, long value) =>
        ArchiveState.Note(connection, name, value.ToString(CultureInfo.InvariantCulture));
}
