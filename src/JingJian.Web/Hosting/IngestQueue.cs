using JingJian.Archive;

namespace JingJian.Web.Hosting;

/// <summary>Lets one ingest or removal at a time at the archive; the others wait for their turn.</summary>
/// <remarks>Another process that writes is not waited for: <see cref="ArchiveBusyException"/> passes through.</remarks>
internal sealed class IngestQueue(ReportArchive archive) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Works when it is this caller's turn, on a thread of its own: those of the pool answer requests. Waiting can be cancelled; what has
    /// begun is finished.</summary>
    public async Task<T> RunAsync<T>(Func<ReportArchive, T> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Factory.StartNew(() => work(archive), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
