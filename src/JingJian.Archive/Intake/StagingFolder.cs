using System.Security.Cryptography;
using JingJian.Archive.Upkeep;
using JingJian.Text;

namespace JingJian.Archive.Intake;

/// <summary>The folder of a data folder in which files lie that were sent and are not yet taken in.</summary>
/// <remarks>
/// <para>Their names there are words of ours: what the sender calls a file is never used as a path. What no upload and no job knows
/// was left behind by a process that was killed.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
public sealed class StagingFolder
{
    /// <summary>What must stay free on the disk beside what is sent: the store, its log and the index grow while files come in.</summary>
    public const long Reserve = 64L << 20;

    private const int CopyBytes = 81920;

    private readonly string folder;

    internal StagingFolder(string dataFolder) => folder = Path.Combine(dataFolder, "uploads");

    /// <summary>Makes an empty file with a name of its own; the caller closes it.</summary>
    public (string Id, FileStream File) New()
    {
        PrivateFolder.Create(folder);
        string id = NewId();
        return (id, new FileStream(PathOf(id), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, CopyBytes, FileOptions.Asynchronous));
    }

    /// <summary>Makes a file that has no name and is gone with its handle; the caller closes it.</summary>
    public FileStream Nameless()
    {
        PrivateFolder.Create(folder);
        string path = PathOf(NewId());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, CopyBytes, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(path);
        }

        return file;
    }

    /// <summary>What keeps so many more bytes from being taken; null when there is room.</summary>
    public Fault? RoomFor(long bytes)
    {
        PrivateFolder.Create(folder);
        return new DriveInfo(folder).AvailableFreeSpace < bytes + Reserve
            ? new Fault("upload.no-space", "服务器的磁盘空间不够，没有接收；请联系管理员清理磁盘后再传。")
            : null;
    }

    /// <summary>Where a file lies.</summary>
    internal string PathOf(string id) => Path.Combine(folder, id);

    /// <summary>The name of a new file.</summary>
    internal static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Removes a file, if it is there.</summary>
    public void Remove(string id) => File.Delete(PathOf(id));

    /// <summary>Removes the files that nobody knows and that were last written before a moment; returns how many, and their bytes.</summary>
    internal (int Files, long Bytes) RemoveAllBut(IReadOnlySet<string> known, DateTimeOffset before)
    {
        FileInfo[] left = !Directory.Exists(folder) ? []
            : [.. new DirectoryInfo(folder).EnumerateFiles().Where(file => !known.Contains(file.Name) && file.LastWriteTimeUtc < before.UtcDateTime)];
        long bytes = left.Sum(file => file.Length);
        Array.ForEach(left, file => file.Delete());
        return (left.Length, bytes);
    }
}
