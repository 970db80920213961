using JingJian.Archive;
using JingJian.Archive.Intake;
using Microsoft.Data.Sqlite;

namespace JingJian.Web.Hosting;

/// <summary>Runs the ingests that wait, one after another, as long as the service runs.</summary>
/// <remarks>What a service that ended left in the middle goes on. What keeps a job from even being noted does not end the service.</remarks>
internal sealed class JobRunner(JobDesk jobs, UploadDesk uploads, IngestQueue queue, ILogger<JobRunner> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Unknown = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Nothing is coming in yet: what nobody knows is left over.
        jobs.TakeUp();
        uploads.Clean(TimeSpan.Zero);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Factory.StartNew(
        () => RunAsync(stoppingToken), stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    private async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                Task changed = jobs.ChangedAsync(CleaningInterval, stopping);
                if (!await queue.RunAsync(_ => jobs.RunNext(stopping), stopping))
                {
                    uploads.Clean(Unknown);
                    await changed;
                }
            }
            catch (ArchiveBusyException)
            {
                // Another program writes; the job waits as it would for another one.
                await Task.Delay(PauseAfterFault, stopping);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.LogError(error, "A job could not be run or noted");
                await Task.Delay(PauseAfterFault, stopping);
                TakeUpAgain();
            }
        }
    }

    /// <summary>A job that was running when its end could not be noted waits again.</summary>
    private void TakeUpAgain()
    {
        try
        {
            jobs.TakeUp();
        }
        catch (SqliteException error)
        {
            logger.LogError(error, "The jobs cannot be read");
        }
    }
}
