using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JingJian.Archive.Store;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Upkeep;

/// <summary>Something that somebody did, before it is in the log.</summary>
/// <param name="Who">The account, the key, or the person at the machine.</param>
/// <param name="Action">What was done, for example <c>source.remove</c>.</param>
/// <param name="Target">To what: an id, a query, a file name; may be empty.</param>
/// <param name="Detail">What else must be known; may be empty.</param>
public sealed record Activity(string Who, string Action, string Target, string Detail);

/// <summary>An entry of the log.</summary>
/// <param name="Number">Its number, from 1 without gaps.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Who">The account, the key, or the person at the machine.</param>
/// <param name="Action">What was done.</param>
/// <param name="Target">To what.</param>
/// <param name="Detail">What else must be known.</param>
/// <param name="Hash">The seal of this entry and of all before it.</param>
public sealed record LogEntry(long Number, string At, string Who, string Action, string Target, string Detail, string Hash)
{
    /// <summary>What the action is called in Chinese.</summary>
    public string Label => ActivityNames.ToChinese(Action);
}

/// <summary>Whether the log is as it was written.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="BrokenAt">The first number whose entry is missing or was changed; null when all are whole.</param>
/// <param name="Head">The seal of the last whole entry; empty when there is none.</param>
public sealed record LogCheck(long Entries, long? BrokenAt, string Head);

/// <summary>Who did what and when: entries are added, never changed.</summary>
/// <remarks>
/// <para><b>Source.</b> A hash chain: the seal of an entry is SHA-256 over the seal before it and the entry's fields as a JSON array. Whoever
/// changes, inserts or drops an entry has to write all later ones anew; a seal that was noted elsewhere (each backup notes the last) shows it.
/// That the newest entries were cut off shows only by such a noted seal.</para>
/// <para><b>Guarantee.</b> Entries are on the disk when <see cref="Note(IReadOnlyList{Activity})"/> returns. The log is a file of its own, so
/// that an ingest, which holds the store's one writer, holds nobody up.</para>
/// <para><b>Threads.</b> Safe, among processes too.</para>
/// </remarks>
public sealed class ActivityLog
{
    /// <summary>No field is longer: of a longer one the beginning is kept, with an ellipsis.</summary>
    public const int LongestField = 2000;

    private const int EntriesAtOnce = 10_000;

    private readonly ServiceStore store;
    private readonly TimeProvider time;

    internal ActivityLog(ServiceStore store, TimeProvider time)
    {
        this.store = store;
        this.time = time;
    }

    /// <summary>Adds an entry.</summary>
    public void Note(string who, string action, string target, string detail = "") => Note([new Activity(who, action, target, detail)]);

    /// <summary>Adds entries in their order, all or none.</summary>
    public void Note(IReadOnlyList<Activity> activities)
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        LogEntry? last = Read(connection, "SELECT * FROM activity ORDER BY number DESC LIMIT 1").FirstOrDefault();
        (long number, string hash) = (last?.Number ?? 0, last?.Hash ?? "");
        string at = time.Stamp();
        using SqliteCommand insert = connection.Prepared("INSERT INTO activity VALUES ($1, $2, $3, $4, $5, $6, $7)");
        foreach (Activity activity in activities)
        {
            var entry = new LogEntry(++number, at, Shortening.Excerpt(activity.Who, LongestField - 1), activity.Action, Shortening.Excerpt(activity.Target, LongestField - 1), Shortening.Excerpt(activity.Detail, LongestField - 1), "");
            hash = Seal(hash, entry);
            insert.With(entry.Number, entry.At, entry.Who, entry.Action, entry.Target, entry.Detail, hash).ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>The newest entries first.</summary>
    /// <param name="before">Only entries with smaller numbers; null for the newest.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="who">Only those of one person; null for all.</param>
    /// <param name="action">Only actions that begin so; null for all.</param>
    public IReadOnlyList<LogEntry> Entries(long? before, int top, string? who = null, string? action = null)
    {
        using SqliteConnection connection = store.Connect();
        return Read(
            connection,
            """
            SELECT * FROM activity
            WHERE number < $1 AND ($2 IS NULL OR who = $2) AND ($3 IS NULL OR substr(action, 1, length($3)) = $3)
            ORDER BY number DESC LIMIT $4
            """,
            before ?? long.MaxValue, who, action, top);
    }

    /// <summary>Whether any entry has this action.</summary>
    public bool Has(string action)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Value<long>("SELECT EXISTS (SELECT 1 FROM activity WHERE action = $1)", action) > 0;
    }

    /// <summary>Follows the chain from its beginning.</summary>
    public LogCheck Verify()
    {
        using SqliteConnection connection = store.Connect();
        long count = connection.Value<long>("SELECT count(*) FROM activity");
        string hash = "";
        for (long number = 0; ;)
        {
            List<LogEntry> entries = Read(connection, "SELECT * FROM activity WHERE number > $1 ORDER BY number LIMIT $2", number, EntriesAtOnce);
            foreach (LogEntry entry in entries)
            {
                if (entry.Number != ++number || entry.Hash != Seal(hash, entry))
                {
                    return new LogCheck(count, number, hash);
                }

                hash = entry.Hash;
            }

            if (entries.Count < EntriesAtOnce)
            {
                return new LogCheck(count, null, hash);
            }
        }
    }

    private static string Seal(string before, LogEntry entry) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize<object[]>([before, entry.Number, entry.At, entry.Who, entry.Action, entry.Target, entry.Detail]))));

    private static List<LogEntry> Read(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) => connection.Rows(
        sql, row => new LogEntry(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6)), values);
}
