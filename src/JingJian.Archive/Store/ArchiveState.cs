using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>Which sources derived results were made from, so that stale ones are seen.</summary>
internal static class ArchiveState
{
    /// <summary>The derived result of the reuse stage.</summary>
    public const string Reuse = "reuse_made_from";

    /// <summary>The search index; noted once its file is in place.</summary>
    public const string Index = "index_made_from";

    /// <summary>The functions of the blocks: the weights and the corrections that they were given by.</summary>
    public const string Labels = "labels_made_from";

    /// <summary>A fingerprint of the sources: 16 hexadecimal digits; the same sources in any order give the same.</summary>
    public static string Fingerprint(SqliteConnection connection)
    {
        string hashes = string.Join('\n', connection.Rows("SELECT hash FROM source ORDER BY hash", row => row.GetString(0)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashes)))[..16];
    }

    /// <summary>Whether all sources, as they are now, have been compared with each other.</summary>
    public static bool IsCompared(SqliteConnection connection) => MadeFrom(connection, Reuse) == Fingerprint(connection);

    /// <summary>Notes that a result now belongs to the sources as they are.</summary>
    public static void Store(SqliteConnection connection, string result) => Note(connection, result, Fingerprint(connection));

    /// <summary>Notes what a result was made from.</summary>
    public static void Note(SqliteConnection connection, string result, string madeFrom) => connection.Run(
        "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2", result, madeFrom);

    /// <summary>What an index of the store as it is now is made from: the findings of the reuse stage, the functions of the blocks, their keys.</summary>
    public static string ForIndex(SqliteConnection connection)
    {
        string reuse = MadeFrom(connection, Reuse), labels = MadeFrom(connection, Labels);
        // The same sources have other keys when one of them was removed and came in again.
        if (StoreKeys.Generation(connection) is > 0 and var generation)
        {
            labels = string.Create(CultureInfo.InvariantCulture, $"{labels}.{generation}");
        }

        return labels.Length == 0 ? reuse : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{reuse}\n{labels}")))[..16];
    }

    /// <summary>What all that is told of audits depends on: the index's findings, the sources, what people judged.</summary>
    public static string ForAudits(SqliteConnection connection) => string.Join(
        ' ', ForIndex(connection), MadeFrom(connection, Reuse), StoreKeys.Generation(connection).ToString(CultureInfo.InvariantCulture),
        connection.Value<string>("SELECT count(*) || ' ' || ifnull(max(id), 0) FROM source"), Judgements.Read(connection).Version);

    /// <summary>The fingerprint of the sources that a result was made from; empty when it was never made.</summary>
    public static string MadeFrom(SqliteConnection connection, string result) =>
        connection.Rows("SELECT value FROM setting WHERE name = $1", row => row.GetString(0), result).FirstOrDefault("");
}
