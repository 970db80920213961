using System.Globalization;
using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Brings the search index up to date with the store, and opens it.</summary>
/// <remarks>
/// <para>The index is some immutable segments with the lists and texts of some sources each, and the columns of all paragraphs.
/// New sources make a new segment, with those segments merged into it that are small beside it. Families, copies and units
/// depend on the whole archive: their columns are written anew each time, in some tenths of a second for 100,000 paragraphs.</para>
/// <para><b>Guarantee.</b> The index is derived. What belongs together is said by a manifest named after the sources it was
/// made from, put in place by rename, then noted in the store; so a reader sees the old index or the new one, whole.
/// A damaged file is found by its checksums; what it held is built again from the store.</para>
/// </remarks>
internal static class IndexStage
{
    /// <summary>Part of the file names: raise it when the contents of a passage change, and old indexes are rebuilt.</summary>
    private const string Format = "v6";

    // A segment that is not larger than so many times what is new is merged with it.
    private const int MergeFactor = 2;

    // Up to this size merging costs no more than a moment.
    private const int AlwaysMerged = 2000;

    // With more segments than these each query would pay for them: all are made one.
    private const int MostSegments = 12;

    /// <summary>Whether any index was ever built there.</summary>
    public static bool Exists(string indexFolder) =>
        Directory.Exists(indexFolder) && Directory.EnumerateFiles(indexFolder).Any();

    /// <summary>The manifest of the index that readers open now.</summary>
    public static string CurrentPath(SqliteConnection connection, string indexFolder) =>
        PathOf(indexFolder, ArchiveState.MadeFrom(connection, ArchiveState.Index));

    /// <summary>Whether the index for the current findings is there and whole.</summary>
    public static bool IsSound(SqliteConnection connection, string indexFolder)
    {
        string path = CurrentPath(connection, indexFolder);
        if (path != PathOf(indexFolder, ArchiveState.ForIndex(connection)))
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
    public static void Update(SqliteConnection connection, string indexFolder, WordCutter cutter) =>
        Publish(connection, indexFolder, cutter, Usable(connection, indexFolder));

    /// <summary>Builds the index for the current findings from nothing.</summary>
    public static void Build(SqliteConnection connection, string indexFolder, WordCutter cutter) =>
        Publish(connection, indexFolder, cutter, []);

    /// <summary>Opens an index.</summary>
    /// <exception cref="CorruptArtifactException">It is damaged or of another version.</exception>
    /// <exception cref="FileNotFoundException">The manifest or a file that it names is not there.</exception>
    public static IndexReader Open(string path)
    {
        IndexManifest manifest = IndexManifest.Read(path);
        string folder = Path.GetDirectoryName(path)!, columns = Path.Combine(folder, manifest.Columns);
        return IndexReader.Open(
            [.. manifest.Segments.Select(segment => OpenSegment(folder, segment.File))], MappedFile.Open(columns), columns);
    }

    private static void Publish(SqliteConnection connection, string indexFolder, WordCutter cutter, List<UsableSegment> usable)
    {
        Directory.CreateDirectory(indexFolder);
        string fingerprint = ArchiveState.ForIndex(connection);
        var passages = new StoredPassages(connection);
        HashSet<(int, string)> held = [.. usable.SelectMany(segment => segment.Live)];
        List<(int Key, string State)> fresh = [.. passages.Sources.Where(source => !held.Contains(source))];
        Merge(usable, fresh, passages);
        if (fresh.Count > 0)
        {
            string file = UnusedName(indexFolder, fingerprint, "segment");
            WholeFile.Write(Path.Combine(indexFolder, file), output => IndexWriter.WriteSegment(passages.Of(fresh), cutter, output));
            usable.Add(new UsableSegment(new IndexedSegment(file, fresh), OpenSegment(indexFolder, file), fresh));
        }

        string columns = UnusedName(indexFolder, fingerprint, "columns");
        WholeFile.Write(
            Path.Combine(indexFolder, columns),
            output => WriteColumns(usable, passages.WithoutTexts(), output));
        var manifest = new IndexManifest(columns, [.. usable.Select(segment => segment.Entry with { Sources = segment.Live })]);
        manifest.Write(PathOf(indexFolder, fingerprint));
        ArchiveState.Note(connection, ArchiveState.Index, fingerprint);
        RemoveOthers(indexFolder, [.. manifest.Files, Path.GetFileName(PathOf(indexFolder, fingerprint))]);
    }

    /// <summary>What a segment has of a source that is no more, or that is in a later segment as it is now, counts as deleted.</summary>
    private static void WriteColumns(List<UsableSegment> segments, Dictionary<long, Passage> passages, Stream output)
    {
        HashSet<int>[] live = [.. segments.Select(segment => segment.Live.Select(source => source.Key).ToHashSet())];
        IndexWriter.WriteColumns(
            [.. segments.Select(segment => segment.Reader)],
            (segment, id) => passages.TryGetValue(id, out Passage? passage) && live[segment].Contains(passage.Source) ? passage : null,
            output);
    }

    /// <summary>Moves the sources of segments that should not stay alone to those that are written anew; a segment with a source that was
    /// removed never stays: its words must be gone from the disk.</summary>
    private static void Merge(List<UsableSegment> usable, List<(int Key, string State)> fresh, StoredPassages passages)
    {
        if (fresh.Count == 0 && usable.TrueForAll(segment => segment.Live.Count == segment.Entry.Sources.Count))
        {
            return;
        }

        bool all = usable.Count >= MostSegments;
        int size = passages.Count(fresh);
        HashSet<int> stored = [.. passages.Sources.Select(source => source.Key)];
        foreach (UsableSegment segment in usable.OrderBy(segment => segment.Reader.PassageIds.Length).ToArray())
        {
            int its = segment.Reader.PassageIds.Length;
            if (all || segment.Entry.Sources.Any(source => !stored.Contains(source.Key)) || its <= MergeFactor * size || its <= AlwaysMerged || segment.Live.Count * 2 < segment.Entry.Sources.Count)
            {
                size += its;
                fresh.AddRange(segment.Live);
                usable.Remove(segment);
            }
        }

        fresh.Sort();
    }

    /// <summary>The whole segments of the newest index in the folder that have anything left of what is in the store.</summary>
    private static List<UsableSegment> Usable(SqliteConnection connection, string indexFolder)
    {
        HashSet<(int, string)> stored = [.. StoredPassages.SourcesOf(connection)];
        var usable = new List<UsableSegment>();
        foreach (IndexedSegment segment in NewestManifest(indexFolder)?.Segments ?? [])
        {
            List<(int, string)> live = [.. segment.Sources.Where(stored.Contains)];
            try
            {
                if (live.Count > 0)
                {
                    usable.Add(new UsableSegment(segment, OpenSegment(indexFolder, segment.File), live));
                }
            }
            catch (Exception error) when (error is CorruptArtifactException or FileNotFoundException)
            {
                // Its sources count as new.
            }
        }

        return usable;
    }

    private static IndexManifest? NewestManifest(string indexFolder)
    {
        if (!Directory.Exists(indexFolder))
        {
            return null;
        }

        foreach (string path in Directory.EnumerateFiles(indexFolder, Format + "-*.manifest").OrderByDescending(File.GetLastWriteTimeUtc))
        {
            try
            {
                return IndexManifest.Read(path);
            }
            catch (CorruptArtifactException)
            {
                // An older one may do.
            }
        }

        return null;
    }

    private static SegmentReader OpenSegment(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        return SegmentReader.Open(MappedFile.Open(path), path);
    }

    private static string UnusedName(string folder, string fingerprint, string kind) => Enumerable.Range(1, int.MaxValue)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"{Format}-{fingerprint}-{number}.{kind}"))
        .First(name => !File.Exists(Path.Combine(folder, name)));

    private static void RemoveOthers(string indexFolder, HashSet<string> kept)
    {
        foreach (string old in Directory.EnumerateFiles(indexFolder).Where(file => !kept.Contains(Path.GetFileName(file))))
        {
            File.Delete(old);
        }
    }

    private static string PathOf(string indexFolder, string fingerprint) => Path.Combine(indexFolder, $"{Format}-{fingerprint}.manifest");

    /// <summary>A segment that is whole.</summary>
    /// <param name="Entry">What the manifest says of it.</param>
    /// <param name="Reader">The segment.</param>
    /// <param name="Live">Those of its sources that are still in the store.</param>
    private sealed record UsableSegment(IndexedSegment Entry, SegmentReader Reader, IReadOnlyList<(int Key, string State)> Live);
}
