using JingJian.Archive;

namespace JingJian.Web.Hosting;

/// <summary>Makes the overview of a large archive before somebody asks for it: at the start, and when something has come in.</summary>
internal sealed class OverviewUpkeep(ReportArchive archive) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                archive.Overview.Prepare();
            }
            catch (Exception error) when (StartFaults.Sentence(error) is not null)
            {
                // Whoever asks for the overview is told.
            }
        }
    }
}
