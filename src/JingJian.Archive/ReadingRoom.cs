using System.Globalization;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>The archive as somebody sees it who sees some collections: what is derived from all sources is derived from those alone.</summary>
/// <remarks>
/// <para>Texts are read from the store; pairs, families, comparison and index lie in a folder of the room, made by the same stages
/// (decisions/0009).</para>
/// <para><b>Guarantee.</b> An answer is that of an archive which holds the collections and nothing else. A source that is moved or
/// removed is gone from the next question on; one that came in is there a moment after it is in the archive.</para>
/// <para><b>Threads.</b> Safe. One works at the room, the others wait where it would show too much, and otherwise see it as it was.</para>
/// </remarks>
internal sealed class ReadingRoom
{
    private readonly DeskParts parts;
    private readonly Lock gate = new();
    private readonly StoreWatch changes;
    private long noticed;
    private long followed;
    private volatile RoomState? state;
    private volatile IndexReader? index;
    private int following;
    private long version;

    /// <summary>A room in a folder, made when it is not there.</summary>
    /// <param name="whole">What the desks of the whole archive are made of.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="open">Opens the store as it is seen in this room.</param>
    public ReadingRoom(DeskParts whole, string folder, Func<string, Database> open)
    {
        Folder = folder;
        Directory.CreateDirectory(folder);
        parts = whole with { Seen = open(Path.Combine(folder, "room.db")), Folder = folder, OpenIndex = OpenIndex };
        changes = new StoreWatch(whole.Whole);
        Desks = new Desks(parts);
    }

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>What can be asked in this room.</summary>
    public Desks Desks { get; }

    /// <summary>How often what is seen in this room has become another.</summary>
    public long Version => Interlocked.Read(ref version);

    private string IndexFolder => Path.Combine(Folder, "index");

    /// <summary>Brings the room up to date before a question is answered: at once where it shows what is to be seen no more, otherwise
    /// beside the question.</summary>
    public void Prepare()
    {
        long change = Notice();
        if (Interlocked.Read(ref followed) == change)
        {
            return;
        }

        RoomState now = RoomState.Of(parts.Whole);
        if (state is not { } known || known.MustFollow != now.MustFollow)
        {
            lock (gate)
            {
                Update();
            }
        }
        else if (known == now)
        {
            Followed(change);
        }
        else if (Interlocked.Exchange(ref following, 1) == 0)
        {
            // What goes wrong there goes wrong at the next question again, until it does not.
            _ = Task.Run(Follow);
        }
    }

    /// <summary>Brings the room up to date.</summary>
    public void Follow()
    {
        try
        {
            lock (gate)
            {
                Update();
            }
        }
        finally
        {
            following = 0;
        }
    }

    private IndexReader OpenIndex() => index ?? throw new InvalidOperationException("A room is prepared before anything is asked in it.");

    /// <summary>The number of the last change of the store, whatever it was.</summary>
    private long Notice()
    {
        lock (changes)
        {
            return noticed += changes.Any() ? 1 : 0;
        }
    }

    /// <summary>Notes that the room is as the store was at a change; one that was looked at later stays noted.</summary>
    private void Followed(long change)
    {
        lock (changes)
        {
            followed = Math.Max(followed, change);
        }
    }

    private void Update()
    {
        long change = Notice();
        RoomState now = RoomState.Of(parts.Whole);
        if (state == now)
        {
            Followed(change);
            return;
        }

        Desks.Findings.Forget();
        using WriterLock writing = WriterLock.Take(Folder);
        using SqliteConnection connection = parts.Seen.Connect();
        connection.Run("PRAGMA main.secure_delete = ON");
        foreach (string name in RoomSchema.SharedSettings)
        {
            ArchiveState.Note(connection, name, connection.Rows("SELECT value FROM whole.setting WHERE name = $1", row => row.GetString(0), name).FirstOrDefault(""));
        }

        if (!ReuseStage.IsCurrent(connection, parts.Options.Reuse, Folder))
        {
            ReuseStage.Run(connection, parts.Options.Reuse, Folder, parts.Options.Force);
        }

        if (!IndexStage.IsSound(connection, IndexFolder))
        {
            FalseFillStage.RunInRoom(connection);
            IndexStage.Update(connection, IndexFolder, parts.Cutter, null);
        }

        index = IndexStage.Open(IndexStage.CurrentPath(connection, IndexFolder));
        connection.Rows("PRAGMA main.wal_checkpoint(TRUNCATE)", row => row.GetInt64(0));
        state = now;
        Interlocked.Increment(ref version);
        Followed(change);
    }

    /// <summary>What a room was made from.</summary>
    /// <param name="Findings">What the archive's index is made from.</param>
    /// <param name="MustFollow">Changes when something is to be seen no more: a source was removed or moved.</param>
    private sealed record RoomState(string Findings, string MustFollow)
    {
        public static RoomState Of(Database whole)
        {
            using Snapshot snapshot = whole.Look();
            SqliteConnection connection = snapshot.Connection;
            return new RoomState(
                ArchiveState.MadeFrom(connection, ArchiveState.Index),
                string.Create(CultureInfo.InvariantCulture, $"{StoreKeys.Generation(connection)}.{CollectionDesk.Generation(connection)}"));
        }
    }
}
