namespace JingJian.Archive;

/// <summary>Held by the one process that may change an archive; the operating system frees it when the process dies.</summary>
internal sealed class WriterLock : IDisposable
{
    private const int MostTries = 20;
    private const int MillisecondsBetweenTries = 50;

    private readonly FileStream file;

    private WriterLock(FileStream file) => this.file = file;

    /// <summary>Takes the lock; waits a moment for a process that only holds it while it opens the archive.</summary>
    /// <exception cref="ArchiveBusyException">Another process keeps it.</exception>
    public static WriterLock Take(string dataFolder)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            if (TryTake(dataFolder) is { } taken)
            {
                return taken;
            }

            Thread.Sleep(MillisecondsBetweenTries);
        }

        throw new ArchiveBusyException();
    }

    /// <summary>Takes the lock, or gives null when another process holds it.</summary>
    /// <exception cref="UnauthorizedAccessException">This process may not write here.</exception>
    public static WriterLock? TryTake(string dataFolder)
    {
        try
        {
            return new WriterLock(new FileStream(Path.Combine(dataFolder, "writer.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}

/// <summary>Another process is changing the archive.</summary>
public sealed class ArchiveBusyException() : Exception("另一个程序正在向这个数据目录写入，请等它结束后再试。");
