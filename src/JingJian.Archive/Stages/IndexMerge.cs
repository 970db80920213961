using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Makes few segments of many while others read and write.</summary>
/// <remarks>
/// <para>The merged segment is built from the store, in a folder of its own (<see cref="MergeWorkshop"/>), then the columns that go with it;
/// only putting them in place needs the writer's lock, and takes a moment. A writer who comes first takes the segment over, or settles that it
/// is of no use any more; where one has changed the index otherwise, the columns are written again; where it has removed one of the segments, the merge is given up.</para>
/// <para><b>Guarantee.</b> The same findings: what was found before is found after. A kill leaves the index as it was.</para>
/// <para><b>Threads.</b> One merge at a time, among processes too.</para>
/// </remarks>
/// <param name="database">The store.</param>
/// <param name="dataFolder">The folder of the archive.</param>
/// <param name="indexFolder">That of its index.</param>
/// <param name="cutter">Cuts texts into words.</param>
internal sealed class IndexMerge(Database database, string dataFolder, string indexFolder, WordCutter cutter)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly IndexFolder index = new(indexFolder);
    private readonly MergeWorkshop workshop = new(dataFolder);

    /// <summary>What became of an attempt to put a merged segment in place.</summary>
    private enum Attempt
    {
        Published,
        Settled,
        Overtaken,
        TooEarly,
    }

    /// <summary>Removes what a merge that was cut off has left, unless one goes on: that one gives up by itself where it was overtaken.</summary>
    public void Clear()
    {
        if (Directory.Exists(workshop.Folder))
        {
            using WriterLock? merging = WriterLock.TryTake(workshop.Folder);
            if (merging is not null)
            {
                workshop.Clear();
            }
        }
    }

    /// <summary>Merges once; false when there was nothing to merge or no room, when somebody else is at it, or was faster.</summary>
    public bool Run(CancellationToken cancellationToken)
    {
        if (!IsWorthALook())
        {
            return false;
        }

        try
        {
            Directory.CreateDirectory(workshop.Folder);
            using WriterLock? merging = WriterLock.TryTake(workshop.Folder);
            return merging is not null && Build() && Publish(cancellationToken);
        }
        catch (IOException)
        {
            // The disk is full: the index stays as it is, which is as right as before, and there is room again.
            return false;
        }
    }

    private bool Publish(CancellationToken cancellationToken)
    {
        try
        {
            Attempt attempt;
            while ((attempt = TryPublish()) == Attempt.TooEarly)
            {
                cancellationToken.WaitHandle.WaitOne(Patience);
                cancellationToken.ThrowIfCancellationRequested();
            }

            return attempt is Attempt.Published or Attempt.Settled;
        }
        finally
        {
            workshop.Clear();
        }
    }

    private bool IsWorthALook()
    {
        using SqliteConnection connection = database.Connect();
        return Current(connection)?.Segments.Count > 1;
    }

    /// <summary>Builds the segment for those that should be one; false when there are none.</summary>
    private bool Build()
    {
        workshop.Clear();
        using Snapshot snapshot = database.Look();
        // What the next writer merges in any case would be gone before this is ready.
        IEnumerable<UsableSegment> lasting = index.Usable(snapshot.Connection).Where(segment => segment.Count > IndexStage.AlwaysMerged);
        IReadOnlyList<UsableSegment> chosen = MergePolicy.Choose(lasting, segment => segment.Count);
        if (chosen.Count == 0)
        {
            return false;
        }

        var passages = new StoredPassages(snapshot.Connection);
        WholeFile.Write(workshop.SegmentPath, output => IndexWriter.WriteSegment(passages.Of([.. chosen.SelectMany(segment => segment.Live)]), cutter, output));
        workshop.Finish([.. chosen.Select(segment => segment.Entry with { Sources = segment.Live })]);
        return true;
    }

    private Attempt TryPublish()
    {
        using Snapshot snapshot = database.Look();
        (Attempt attempt, IndexManifest? current, List<UsableSegment> segments) = Look(snapshot.Connection);
        if (current is null)
        {
            return attempt;
        }

        UsableSegment.WriteColumns(segments, new StoredPassages(snapshot.Connection), workshop.ColumnsPath);
        using WriterLock? writing = WriterLock.TryTake(dataFolder);
        using SqliteConnection now = database.Connect();
        if (writing is null || Current(now)?.Files.SequenceEqual(current.Files) != true)
        {
            return Attempt.TooEarly;
        }

        string fingerprint = ArchiveState.ForIndex(snapshot.Connection), columns = index.UnusedName(fingerprint, "columns");
        File.Move(workshop.SegmentPath, index.At(segments[^1].Entry.File));
        File.Move(workshop.ColumnsPath, index.At(columns));
        index.Publish(UsableSegment.ManifestOf(segments, columns), fingerprint, () => { });
        return Attempt.Published;
    }

    /// <summary>The index as it is between two writers, and its segments with the merged one as the last; no index when that cannot be put in place now.</summary>
    private (Attempt Attempt, IndexManifest? Current, List<UsableSegment> Segments) Look(SqliteConnection connection)
    {
        using WriterLock? writing = WriterLock.TryTake(dataFolder);
        if (!workshop.IsNoted)
        {
            return (Attempt.Settled, null, []);
        }

        if (writing is null)
        {
            return (Attempt.TooEarly, null, []);
        }

        string fingerprint = ArchiveState.ForIndex(connection);
        return fingerprint == ArchiveState.MadeFrom(connection, ArchiveState.Index) && Current(connection) is { } current
            && workshop.Merged(index.Usable(connection), index.UnusedName(fingerprint, "segment")) is { } segments
            ? (Attempt.Published, current, segments)
            : (Attempt.Overtaken, null, []);
    }

    /// <summary>What the index is made of; null when that cannot be said, and whoever opens the archive next makes it anew.</summary>
    private IndexManifest? Current(SqliteConnection connection)
    {
        try
        {
            return IndexManifest.Read(IndexStage.CurrentPath(connection, indexFolder));
        }
        catch (Exception error) when (error is CorruptArtifactException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
