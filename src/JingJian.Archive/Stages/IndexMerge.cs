using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Makes few segments of many while others read and write.</summary>
/// <remarks>
/// <para>The merged segment is built from the store, in a folder of its own, then the columns that go with it; only putting them in
/// place needs the writer's lock, and takes a moment. Where a writer was faster, the columns are written again; where it has removed
/// one of the segments, the merge is given up.</para>
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
    private readonly string workshop = Path.Combine(dataFolder, "merging");

    /// <summary>What became of an attempt to put a merged segment in place.</summary>
    private enum Attempt
    {
        Published,
        Overtaken,
        TooEarly,
    }

    private string SegmentPath => Path.Combine(workshop, "segment");

    private string ColumnsPath => Path.Combine(workshop, "columns");

    /// <summary>Removes what a merge that was cut off has left, unless one goes on: that one gives up by itself where it was overtaken.</summary>
    public void Clear()
    {
        if (Directory.Exists(workshop))
        {
            using WriterLock? merging = WriterLock.TryTake(workshop);
            if (merging is not null)
            {
                RemoveFiles();
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
            Directory.CreateDirectory(workshop);
            using WriterLock? merging = WriterLock.TryTake(workshop);
            return merging is not null && Build() is { } replaced && Publish(replaced, cancellationToken);
        }
        catch (IOException)
        {
            // The disk is full: the index stays as it is, which is as right as before, and there is room again.
            return false;
        }
    }

    private bool Publish(IReadOnlyList<IndexedSegment> replaced, CancellationToken cancellationToken)
    {
        try
        {
            Attempt attempt;
            while ((attempt = TryPublish(replaced)) == Attempt.TooEarly)
            {
                cancellationToken.WaitHandle.WaitOne(Patience);
                cancellationToken.ThrowIfCancellationRequested();
            }

            return attempt == Attempt.Published;
        }
        finally
        {
            RemoveFiles();
        }
    }

    private void RemoveFiles()
    {
        foreach (string path in (string[])[SegmentPath, ColumnsPath])
        {
            File.Delete(path);
            File.Delete(path + WholeFile.Unfinished);
        }
    }

    private bool IsWorthALook()
    {
        using SqliteConnection connection = database.Connect();
        return Current(connection)?.Segments.Count > 1;
    }

    /// <summary>Builds the segment for those that should be one; gives these, or null when there are none.</summary>
    private IReadOnlyList<IndexedSegment>? Build()
    {
        using Snapshot snapshot = database.Look();
        IReadOnlyList<UsableSegment> chosen = MergePolicy.Choose(index.Usable(snapshot.Connection), segment => segment.Count);
        if (chosen.Count == 0)
        {
            return null;
        }

        var passages = new StoredPassages(snapshot.Connection);
        WholeFile.Write(SegmentPath, output => IndexWriter.WriteSegment(passages.Of([.. chosen.SelectMany(segment => segment.Live)]), cutter, output));
        return [.. chosen.Select(segment => segment.Entry with { Sources = segment.Live })];
    }

    private Attempt TryPublish(IReadOnlyList<IndexedSegment> replaced)
    {
        if (IsBeingWritten())
        {
            return Attempt.TooEarly;
        }

        using Snapshot snapshot = database.Look();
        string fingerprint = ArchiveState.ForIndex(snapshot.Connection);
        HashSet<string> files = [.. replaced.Select(segment => segment.File)];
        ILookup<bool, UsableSegment> usable = index.Usable(snapshot.Connection).ToLookup(segment => files.Contains(segment.Entry.File));
        if (fingerprint != ArchiveState.MadeFrom(snapshot.Connection, ArchiveState.Index) || Current(snapshot.Connection) is not { } current || usable[true].Count() < files.Count)
        {
            return Attempt.Overtaken;
        }

        var merged = new IndexedSegment(index.UnusedName(fingerprint, "segment"), [.. SourcesOf(replaced)]);
        List<UsableSegment> segments =
        [
            .. usable[false], new UsableSegment(merged, SegmentReader.Open(MappedFile.Open(SegmentPath), SegmentPath), [.. usable[true].SelectMany(segment => segment.Live)]),
        ];
        UsableSegment.WriteColumns(segments, new StoredPassages(snapshot.Connection), ColumnsPath);
        using WriterLock? writing = WriterLock.TryTake(dataFolder);
        using SqliteConnection now = database.Connect();
        if (writing is null || Current(now)?.Files.SequenceEqual(current.Files) != true)
        {
            return Attempt.TooEarly;
        }

        string columns = index.UnusedName(fingerprint, "columns");
        File.Move(SegmentPath, index.At(merged.File));
        File.Move(ColumnsPath, index.At(columns));
        index.Publish(UsableSegment.ManifestOf(segments, columns), fingerprint, () => { });
        return Attempt.Published;
    }

    private bool IsBeingWritten()
    {
        using WriterLock? writing = WriterLock.TryTake(dataFolder);
        return writing is null;
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

    private static IEnumerable<(int Key, string State)> SourcesOf(IEnumerable<IndexedSegment> segments) => segments.SelectMany(segment => segment.Sources);
}
