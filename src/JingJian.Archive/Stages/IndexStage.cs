using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Brings the search index up to date with the store, and opens it.</summary>
/// <remarks>
/// <para>The index is some immutable segments with the lists and texts of some sources each, and the columns of all paragraphs.
/// New sources make a new segment, into which only what costs a moment is merged; <see cref="IndexMerge"/> does the rest beside, and what
/// it has ready is put in place here.
/// Families, copies and units depend on the whole archive: their columns are written anew each time, in some tenths of a second for
/// 100,000 paragraphs.</para>
/// <para><b>Guarantee.</b> The index is derived. What belongs together is said by a manifest named after the findings it was
/// made from, put in place by rename, then noted in the store; so a reader sees the old index or the new one, whole.
/// A damaged file is found by its checksums; what it held is built again from the store.</para>
/// </remarks>
internal static class IndexStage
{
    /// <summary>Up to this size, in paragraphs, merging costs no more than a moment: who writes does it.</summary>
    public const int AlwaysMerged = 2000;

    // With more segments than these each query would pay for them: where merging beside does not keep up, those who write merge.
    private const int MostSegments = 12;

    /// <summary>Whether any index was ever built there.</summary>
    public static bool Exists(string indexFolder) =>
        Directory.Exists(indexFolder) && Directory.EnumerateFiles(indexFolder).Any();

    /// <summary>The manifest of the index that readers open now.</summary>
    public static string CurrentPath(SqliteConnection connection, string indexFolder) =>
        new IndexFolder(indexFolder).ManifestOf(ArchiveState.MadeFrom(connection, ArchiveState.Index));

    /// <summary>Whether the index for the current findings is there and whole.</summary>
    public static bool IsSound(SqliteConnection connection, string indexFolder)
    {
        string path = CurrentPath(connection, indexFolder);
        if (path != new IndexFolder(indexFolder).ManifestOf(ArchiveState.ForIndex(connection)))
        {
            return false;
        }

        try
        {
            Open(path);
            return true;
        }
        catch (Exception error) when (error is CorruptArtifactException or FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Makes the index that of the current findings, from what is there of it.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="indexFolder">The folder of the index.</param>
    /// <param name="cutter">Cuts texts into words.</param>
    /// <param name="workshop">Where a merged segment may wait; null where none is made.</param>
    public static void Update(SqliteConnection connection, string indexFolder, WordCutter cutter, MergeWorkshop? workshop)
    {
        var folder = new IndexFolder(indexFolder);
        List<UsableSegment> usable = folder.Usable(connection);
        bool hadMerged = workshop?.TakeOver(usable, folder, ArchiveState.ForIndex(connection)) == true;
        Publish(connection, indexFolder, cutter, usable);
        if (hadMerged)
        {
            workshop!.Settle();
        }
    }

    /// <summary>Builds the index for the current findings from nothing.</summary>
    public static void Build(SqliteConnection connection, string indexFolder, WordCutter cutter) =>
        Publish(connection, indexFolder, cutter, []);

    /// <summary>Opens an index.</summary>
    /// <exception cref="CorruptArtifactException">It is damaged or of another version.</exception>
    /// <exception cref="FileNotFoundException">The manifest or a file that it names is not there.</exception>
    public static IndexReader Open(string path)
    {
        IndexManifest manifest = IndexManifest.Read(path);
        var folder = new IndexFolder(Path.GetDirectoryName(path)!);
        string columns = folder.At(manifest.Columns);
        return IndexReader.Open([.. manifest.Segments.Select(segment => folder.Segment(segment.File))], MappedFile.Open(columns), columns);
    }

    private static void Publish(SqliteConnection connection, string indexFolder, WordCutter cutter, List<UsableSegment> usable)
    {
        Directory.CreateDirectory(indexFolder);
        var folder = new IndexFolder(indexFolder);
        string fingerprint = ArchiveState.ForIndex(connection);
        var passages = new StoredPassages(connection);
        HashSet<(int, string)> held = [.. usable.SelectMany(segment => segment.Live)];
        List<(int Key, string State)> fresh = [.. passages.Sources.Where(source => !held.Contains(source))];
        TakeIn(usable, fresh, passages);
        if (fresh.Count > 0)
        {
            string file = folder.UnusedName(fingerprint, "segment");
            WholeFile.Write(folder.At(file), output => IndexWriter.WriteSegment(passages.Of(fresh), cutter, output));
            usable.Add(new UsableSegment(new IndexedSegment(file, fresh), folder.Segment(file), fresh));
        }

        string columns = folder.UnusedName(fingerprint, "columns");
        UsableSegment.WriteColumns(usable, passages, folder.At(columns));
        folder.Publish(UsableSegment.ManifestOf(usable, columns), fingerprint, () => ArchiveState.Note(connection, ArchiveState.Index, fingerprint));
    }

    /// <summary>Moves the sources of segments that should not stay alone to those that are written anew; a segment with a source that was
    /// removed never stays: its words must be gone from the disk.</summary>
    private static void TakeIn(List<UsableSegment> usable, List<(int Key, string State)> fresh, StoredPassages passages)
    {
        bool isWhole(UsableSegment segment) => segment.Live.Count == segment.Entry.Sources.Count;
        if (fresh.Count == 0 && usable.TrueForAll(isWhole))
        {
            return;
        }

        HashSet<int> stored = [.. passages.Sources.Select(source => source.Key)];
        UsableSegment[] bySize = [.. usable.OrderBy(segment => segment.Count)];
        int tooMany = usable.Count < MostSegments ? 0 : usable.Count - (MostSegments / 2);
        foreach ((int place, UsableSegment segment) in bySize.Index())
        {
            bool isMostlyGone = segment.Live.Count * 2 < segment.Entry.Sources.Count, hasRemoved = segment.Entry.Sources.Any(source => !stored.Contains(source.Key));
            if (place < tooMany || segment.Count <= AlwaysMerged || isMostlyGone || hasRemoved)
            {
                fresh.AddRange(segment.Live);
                usable.Remove(segment);
            }
        }

        fresh.Sort();
    }
}
