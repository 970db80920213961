using System.Globalization;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Upkeep;

/// <summary>Takes sources out of the archive, and keeps those that must stay.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> A source that was removed is gone from text, pairs, families, judgements, index, prepared comparisons and vectors, and
/// its bytes are overwritten in the store; what remains is the entry of the log, which is written first. The store changes in one
/// transaction; a process that is killed after it leaves derived results that the next opening brings up to date. Backups that
/// were made before still hold the source.</para>
/// <para><b>Threads.</b> Safe; one writer at a time.</para>
/// </remarks>
public sealed class RemovalDesk
{
    /// <summary>What a removal is called in the log.</summary>
    public const string Removed = "source.remove";

    private readonly Database database;
    private readonly Catalogue catalogue;
    private readonly ActivityLog log;
    private readonly ArchiveOptions options;
    private readonly TimeProvider time;
    private readonly Action bringUpToDate;

    internal RemovalDesk(Database database, Catalogue catalogue, ActivityLog log, ArchiveOptions options, TimeProvider time, Action bringUpToDate)
    {
        this.database = database;
        this.catalogue = catalogue;
        this.log = log;
        this.options = options;
        this.time = time;
        this.bringUpToDate = bringUpToDate;
    }

    /// <summary>Removes a source.</summary>
    /// <param name="source">Its id, its hash, or its file name.</param>
    /// <param name="reason">Why; must be given.</param>
    /// <param name="who">Who wants it.</param>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public Result<RemovalView> Remove(string source, string reason, string who)
    {
        if (!RemoveAll([source], reason, who).TryGet(out RemovalView[]? removed, out Fault? fault))
        {
            return fault;
        }

        return removed[0];
    }

    /// <summary>Removes several sources, and brings up to date once what depends on them: all of them, or none when one cannot be removed.</summary>
    /// <param name="sources">The id, the hash, or the file name of each; each once.</param>
    /// <param name="reason">Why; must be given.</param>
    /// <param name="who">Who wants it.</param>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public Result<RemovalView[]> RemoveAll(IReadOnlyList<string> sources, string reason, string who)
    {
        ArgumentNullException.ThrowIfNull(sources);
        if (Judged(reason, "删除来源要写明理由，例如“保存期满”“误入库”。") is { } unreasoned)
        {
            return unreasoned;
        }

        IReadOnlyList<HoldView> holds = Holds();
        var found = new List<SourceView>(sources.Count);
        foreach (string source in sources)
        {
            if (!One(source).TryGet(out SourceView? one, out Fault? fault))
            {
                return fault;
            }

            if (holds.FirstOrDefault(hold => hold.Source == one.Id) is { } hold)
            {
                return new Fault("removal.held", $"“{one.Name}”已被留存（{hold.Reason}），不能删除；先解除留存。");
            }

            found.Add(one);
        }

        if (found.Count == 0)
        {
            return Array.Empty<RemovalView>();
        }

        using WriterLock writing = WriterLock.Take(options.DataFolder);
        using (SqliteConnection connection = database.Connect())
        {
            foreach (SourceView one in found)
            {
                log.Note(who, Removed, one.Id, $"{one.Name}；{one.Hash}；{reason}");
                SourceRemover.Remove(connection, one.Hash);
            }
        }

        bringUpToDate();
        Truncate();
        return found.Select(one => new RemovalView(one.Id, one.Name, one.Hash, one.Reports, one.Paragraphs)).ToArray();
    }

    /// <summary>All sources that must be kept, of those that are seen.</summary>
    public IReadOnlyList<HoldView> Holds()
    {
        using SqliteConnection connection = database.Connect();
        List<HoldView> holds = connection.Rows(
            "SELECT h.source, s.name, h.reason, h.noted_at FROM hold h JOIN source s ON s.hash BETWEEN h.source AND h.source || 'g' ORDER BY s.id",
            row => new HoldView(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));
        return [.. holds.Where(hold => catalogue.FindSources(hold.Source).Count > 0)];
    }

    /// <summary>Keeps a source from being removed.</summary>
    /// <param name="source">Its id, its hash, or its file name.</param>
    /// <param name="reason">Why; must be given.</param>
    /// <param name="who">Who wants it.</param>
    public Result<HoldView> Hold(string source, string reason, string who)
    {
        if (Judged(reason, "留存要写明理由，例如“配合调查”。") is { } unreasoned)
        {
            return unreasoned;
        }

        if (!One(source).TryGet(out SourceView? found, out Fault? fault))
        {
            return fault;
        }

        log.Note(who, "source.hold", found.Id, $"{found.Name}；{reason}");
        string now = time.Stamp();
        using SqliteConnection connection = database.Connect();
        connection.Run("INSERT INTO hold (source, reason, noted_at) VALUES ($1, $2, $3) ON CONFLICT (source) DO UPDATE SET reason = $2, noted_at = $3", found.Id, reason, now);
        return new HoldView(found.Id, found.Name, reason, now);
    }

    /// <summary>Lets a source be removed again; false when it was not kept.</summary>
    /// <param name="source">Its id, its hash, or its file name.</param>
    /// <param name="who">Who wants it.</param>
    public Result<bool> Release(string source, string who)
    {
        if (!One(source).TryGet(out SourceView? found, out Fault? fault))
        {
            return fault;
        }

        using SqliteConnection connection = database.Connect();
        bool released = connection.Run("DELETE FROM hold WHERE source = $1", found.Id) > 0;
        if (released)
        {
            log.Note(who, "source.release", found.Id, found.Name);
        }

        return released;
    }

    private static Fault? Judged(string reason, string missing) =>
        string.IsNullOrWhiteSpace(reason) ? new Fault("removal.reason", missing)
        : reason.Length > JudgementDesk.ReasonCharacters
            ? new Fault("removal.too-long", string.Create(CultureInfo.InvariantCulture, $"理由太长（{reason.Length} 字），最多 {JudgementDesk.ReasonCharacters} 字。"))
        : null;

    private Result<SourceView> One(string source) => catalogue.FindSources(source) switch
    {
        [] => new Fault("source.not-found", $"档案库里没有“{source}”这个来源文件。"),
        [var only] => only,
        var several => new Fault("removal.ambiguous", $"有 {several.Count} 个来源文件都叫“{source}”，请用编号指明：{string.Join('、', several.Select(one => one.Id))}。"),
    };

    /// <summary>Empties the write-ahead log of the store, which still has the pages as they were; readers may hold it up for a moment.</summary>
    private void Truncate()
    {
        using SqliteConnection connection = database.Connect();
        connection.Rows("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0));
    }
}
