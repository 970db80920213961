using System.Globalization;
using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>The folder with the files of an index: segments, columns, and the manifest that says which of them belong together.</summary>
/// <param name="path">The folder; it need not be there.</param>
internal sealed class IndexFolder(string path)
{
    /// <summary>Part of the file names: raise it when the contents of a passage change, and old indexes are rebuilt.</summary>
    private const string Format = "v6";

    /// <summary>The manifest of an index of these findings.</summary>
    public string ManifestOf(string fingerprint) => Path.Combine(path, $"{Format}-{fingerprint}.manifest");

    /// <summary>A file of the folder.</summary>
    public string At(string file) => Path.Combine(path, file);

    /// <summary>Opens a segment.</summary>
    /// <exception cref="CorruptArtifactException">It is not whole.</exception>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public SegmentReader Segment(string file) => SegmentReader.Open(MappedFile.Share(At(file)), At(file));

    /// <summary>A name for a new file of the index of some findings.</summary>
    public string UnusedName(string fingerprint, string kind) => Enumerable.Range(1, int.MaxValue)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"{Format}-{fingerprint}-{number}.{kind}"))
        .First(name => !File.Exists(At(name)));

    /// <summary>The whole segments of the newest index of the folder that have anything left of what is in the store.</summary>
    public List<UsableSegment> Usable(SqliteConnection connection)
    {
        HashSet<(int, string)> stored = [.. StoredPassages.SourcesOf(connection)];
        var usable = new List<UsableSegment>();
        foreach (IndexedSegment segment in NewestManifest()?.Segments ?? [])
        {
            List<(int, string)> live = [.. segment.Sources.Where(stored.Contains)];
            try
            {
                if (live.Count > 0)
                {
                    usable.Add(new UsableSegment(segment, Segment(segment.File), live));
                }
            }
            catch (Exception error) when (error is CorruptArtifactException or FileNotFoundException)
            {
                // Its sources count as new.
            }
        }

        return usable;
    }

    /// <summary>Puts the manifest of an index in place, whose files are there, and removes what it does not name.</summary>
    /// <param name="manifest">The files.</param>
    /// <param name="fingerprint">The findings that they were made from.</param>
    /// <param name="published">Called when the index is in place, before anything is removed.</param>
    public void Publish(IndexManifest manifest, string fingerprint, Action published)
    {
        manifest.Write(ManifestOf(fingerprint));
        published();
        HashSet<string> kept = [.. manifest.Files.Select(At), ManifestOf(fingerprint)];
        foreach (string old in Directory.EnumerateFiles(path).Where(file => !kept.Contains(file)))
        {
            File.Delete(old);
        }
    }

    private IndexManifest? NewestManifest()
    {
        if (!Directory.Exists(path))
        {
            return null;
        }

        foreach (string manifest in Directory.EnumerateFiles(path, Format + "-*.manifest").OrderByDescending(File.GetLastWriteTimeUtc))
        {
            try
            {
                return IndexManifest.Read(manifest);
            }
            catch (CorruptArtifactException)
            {
                // An older one may do.
            }
        }

        return null;
    }
}

/// <summary>A segment that is whole.</summary>
/// <param name="Entry">What the manifest says of it.</param>
/// <param name="Reader">The segment.</param>
/// <param name="Live">Those of its sources that are still in the store.</param>
internal sealed record UsableSegment(IndexedSegment Entry, SegmentReader Reader, IReadOnlyList<(int Key, string State)> Live)
{
    /// <summary>How many paragraphs it has, those of sources that are no more included.</summary>
    public int Count => Reader.PassageIds.Length;

    /// <summary>Writes the columns of some segments. What one has of a source that is no more, or that is in a later segment as it is
    /// now, counts as deleted.</summary>
    public static void WriteColumns(List<UsableSegment> segments, StoredPassages stored, string file)
    {
        Dictionary<long, Passage> passages = stored.WithoutTexts();
        HashSet<int>[] live = [.. segments.Select(segment => segment.Live.Select(source => source.Key).ToHashSet())];
        WholeFile.Write(file, output => IndexWriter.WriteColumns(
            [.. segments.Select(segment => segment.Reader)],
            (segment, id) => passages.TryGetValue(id, out Passage? passage) && live[segment].Contains(passage.Source) ? passage : null,
            output));
    }

    /// <summary>The manifest of an index of some segments.</summary>
    public static IndexManifest ManifestOf(IEnumerable<UsableSegment> segments, string columns) =>
        new(columns, [.. segments.Select(segment => segment.Entry with { Sources = segment.Live })]);
}
