namespace JingJian.Web.Hosting;

/// <summary>Gives back to the system what an ingest or large requests took and need no more.</summary>
/// <remarks>
/// <para>The collector by itself keeps it for what may come, and clears it up only under pressure: a service that has compared 100,000 paragraphs
/// held half a gigabyte of nothing ever after. It is looked at every few seconds; a collection stops the service for a tenth of a second, and comes
/// again only when as much has gathered once more.</para>
/// </remarks>
internal sealed class MemoryUpkeep : BackgroundService
{
    private const long Much = 192L << 20;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        long kept = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes - kept > Much)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                kept = GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes;
            }
        }
    }
}
