using JingJian.Ingest;

namespace JingJian.Archive;

/// <summary>Folders into which people drop files: says which of them are whole and not yet taken.</summary>
/// <remarks>
/// <para>A file is whole when it has not changed between two looks <see cref="Settling"/> apart; one that changes later is given
/// again. It looks by itself rather than wait to be told: folders on a network tell nothing, and a busy system drops what it would tell.</para>
/// <para>What is known lives in the archive, not here: after a restart every file is given once more, and the archive knows it by
/// its content.</para>
/// <para>Files that programs leave behind while they write (<c>~$总结.docx</c>, <c>总结.doc.part</c>), the archive's own folder and
/// those of its converters are passed over.</para>
/// <para><b>Threads.</b> One at a time.</para>
/// </remarks>
public sealed class DropFolder
{
    private static readonly string[] UnfinishedEndings = [".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".swp", "~"];
    private static readonly string[] UnfinishedBeginnings = ["~$", "~WRL", ".~"];

    private readonly string[] folders;
    private readonly string dataFolder;
    private readonly TimeProvider time;
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);
    private Dictionary<string, Seen> seen = new(StringComparer.Ordinal);

    /// <summary>Begins to watch; nothing is looked at yet.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="dataFolder">The archive's own folder.</param>
    /// <param name="time">The clock.</param>
    public DropFolder(IEnumerable<string> folders, string dataFolder, TimeProvider time)
    {
        this.folders = [.. folders];
        this.dataFolder = dataFolder;
        this.time = time;
    }

    private enum Stage
    {
        Changing,
        Whole,
        Taken,
    }

    /// <summary>How long a file must stay as it is. Two seconds: a copy over a slow network writes several times a second.</summary>
    public static TimeSpan Settling { get; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait between two looks.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Looks once. What could not be opened is told once, until it could be again.</summary>
    public FoundSources Look()
    {
        FoundSources found = FoundSources.In(folders, dataFolder);
        Dictionary<string, Seen> now = new(StringComparer.Ordinal);
        List<SourceFile> whole = [];
        foreach (SourceFile file in found.Files.Where(file => !IsPassedOver(file)))
        {
            Seen look = SeenNow(file.Path);
            now[file.Path] = look;
            if (look.Stage == Stage.Whole)
            {
                whole.Add(file);
            }
        }

        seen = now;
        // A file without a byte is being written; an empty folder is what a drop folder usually is.
        List<RefusedPath> refused = [.. found.Refused.Where(path => path.Fault.Code is not ("ingest.empty" or "ingest.empty-folder"))];
        reported.IntersectWith(refused.Select(path => path.Name));
        return new FoundSources(whole, [.. refused.Where(path => reported.Add(path.Name))]);
    }

    /// <summary>Notes that files of the last look were taken in, or refused: they come again only when they change.</summary>
    public void Taken(IEnumerable<SourceFile> files)
    {
        foreach (SourceFile file in files)
        {
            seen[file.Path] = seen[file.Path] with { Stage = Stage.Taken };
        }
    }

    private Seen SeenNow(string path)
    {
        var file = new FileInfo(path);
        (long length, DateTime written) = file.Exists ? (file.Length, file.LastWriteTimeUtc) : (-1, default);
        return !seen.TryGetValue(path, out Seen before) || before.Length != length || before.Written != written
            ? new Seen(length, written, time.GetTimestamp(), Stage.Changing)
            : before.Stage == Stage.Changing && time.GetElapsedTime(before.Since) >= Settling
                ? before with { Stage = Stage.Whole }
                : before;
    }

    private static bool IsPassedOver(SourceFile file)
    {
        string name = Path.GetFileName(file.Path);
        return file.Name.Split('/').Any(part => part.StartsWith(SourceReader.ConverterFolderPrefix, StringComparison.Ordinal))
            || UnfinishedEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || UnfinishedBeginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What a file was like when it was last looked at, and since when it has been so.</summary>
    private readonly record struct Seen(long Length, DateTime Written, long Since, Stage Stage);
}
