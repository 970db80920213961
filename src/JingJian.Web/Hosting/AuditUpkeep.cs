using JingJian.Archive;

namespace JingJian.Web.Hosting;

/// <summary>Makes the overview and the findings of a large archive before somebody asks for them: after the start, and when what came in is settled.</summary>
internal sealed class AuditUpkeep(ReportArchive archive) : BackgroundService
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
                await Task.Factory.StartNew(() => archive.Prepare(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            catch (Exception error) when (StartFaults.Sentence(error) is not null)
            {
                // Whoever asks for them is told.
            }
        }
    }
}
