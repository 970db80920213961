using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Archive.Stages;

/// <summary>Where a merged segment is made, and waits until it is put in place of those that it was made of.</summary>
/// <remarks>
/// <para>It is ready when a note that names those segments lies beside it. Then it belongs to whoever holds the writer's lock: a writer, who
/// writes the columns anew in any case, takes it over at no cost; so merging goes on also where writers follow one another without a pause. The
/// note goes when the index is in place: who merges looks at no index before that.</para>
/// <para><b>Guarantee.</b> A kill at any moment leaves a merge that is ready or none.</para>
/// </remarks>
/// <param name="dataFolder">The folder of the archive.</param>
internal sealed class MergeWorkshop(string dataFolder)
{
    /// <summary>Where it lies.</summary>
    public string Folder { get; } = Path.Combine(dataFolder, "merging");

    /// <summary>The merged segment.</summary>
    public string SegmentPath => Path.Combine(Folder, "segment");

    /// <summary>The columns of the index with it.</summary>
    public string ColumnsPath => Path.Combine(Folder, "columns");

    /// <summary>Whether a merged segment waits here.</summary>
    public bool IsReady => IsNoted && File.Exists(SegmentPath);

    /// <summary>Whether one waits here, or is just being put in place.</summary>
    public bool IsNoted => File.Exists(NotePath);

    private string NotePath => Path.Combine(Folder, "replaced.manifest");

    /// <summary>Notes that the segment is ready.</summary>
    /// <param name="replaced">Those that it was made of, with the sources that it has of each.</param>
    public void Finish(IReadOnlyList<IndexedSegment> replaced) => new IndexManifest("none", replaced).Write(NotePath);

    /// <summary>The segments of an index with the merged one, under a name, in place of those that it was made of.</summary>
    /// <returns>Null when none is ready, when the index does not have all of these any more, or has something in them that the merged one has not.</returns>
    public List<UsableSegment>? Merged(IReadOnlyList<UsableSegment> usable, string name)
    {
        if (Replaced() is not { } replaced)
        {
            return null;
        }

        HashSet<string> files = [.. replaced.Select(segment => segment.File)];
        HashSet<(int, string)> sources = [.. replaced.SelectMany(segment => segment.Sources)];
        ILookup<bool, UsableSegment> segments = usable.ToLookup(segment => files.Contains(segment.Entry.File));
        List<(int, string)> live = [.. segments[true].SelectMany(segment => segment.Live)];
        return segments[true].Count() == files.Count && live.TrueForAll(sources.Contains)
            ? [.. segments[false], new UsableSegment(new IndexedSegment(name, [.. sources]), SegmentReader.Open(MappedFile.Open(SegmentPath), SegmentPath), live)]
            : null;
    }

    /// <summary>Puts a merged segment that is ready in place of those that it was made of; by the one writer.</summary>
    /// <param name="usable">The segments of the index that is being written.</param>
    /// <param name="index">Its folder.</param>
    /// <param name="fingerprint">The findings that it is made from.</param>
    /// <returns>Whether one was ready: when the index is in place, <see cref="Settle"/> is to be called, whether it could be used or not.</returns>
    public bool TakeOver(List<UsableSegment> usable, IndexFolder index, string fingerprint)
    {
        if (!IsReady)
        {
            return false;
        }

        string name = index.UnusedName(fingerprint, "segment");
        try
        {
            if (Merged(usable, name) is { } merged)
            {
                File.Move(SegmentPath, index.At(name));
                usable.Clear();
                usable.AddRange(merged);
            }
        }
        catch (Exception error) when (error is IOException or CorruptArtifactException)
        {
            // The segments that it was made of are as good.
        }

        return true;
    }

    /// <summary>Tells who merges that the index is in place.</summary>
    public void Settle() => File.Delete(NotePath);

    /// <summary>Removes what lies here.</summary>
    public void Clear()
    {
        foreach (string path in (string[])[NotePath, SegmentPath, ColumnsPath])
        {
            File.Delete(path);
            File.Delete(path + WholeFile.Unfinished);
        }
    }

    private IReadOnlyList<IndexedSegment>? Replaced()
    {
        try
        {
            return IsReady ? IndexManifest.Read(NotePath).Segments : null;
        }
        catch (Exception error) when (error is IOException or CorruptArtifactException)
        {
            return null;
        }
    }
}
