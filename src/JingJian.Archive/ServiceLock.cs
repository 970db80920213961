namespace JingJian.Archive;

/// <summary>Held by the one service over a data folder; the operating system frees it when the process dies.</summary>
/// <remarks>Commands may read and write beside a service; a second service would run its jobs a second time.</remarks>
public sealed class ServiceLock : IDisposable
{
    private readonly FileStream file;

    private ServiceLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock of a folder that is there.</summary>
    /// <exception cref="ArchiveUnavailableException">Another service holds it, or this process may not write here.</exception>
    public static ServiceLock Take(string dataFolder)
    {
        try
        {
            return new ServiceLock(new FileStream(Path.Combine(dataFolder, "service.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error)
        {
            throw new ArchiveUnavailableException(
                dataFolder,
                StoreFaults.IsReadOnly(error) ? "它所在的磁盘是只读的。"
                    : StoreFaults.IsFull(error) ? "它所在的磁盘已满。"
                    : "另一个镜鉴服务正在使用它；请先停止那个服务，或用 --data 指定另一个目录。",
                error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new ArchiveUnavailableException(dataFolder, "没有写入的权限。", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
