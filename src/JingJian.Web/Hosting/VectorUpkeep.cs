using JingJian.Archive;
using JingJian.Text;

namespace JingJian.Web.Hosting;

/// <summary>Asks for the vectors of what came in, where an endpoint for them is configured.</summary>
internal sealed class VectorUpkeep(ReportArchive archive) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        string? told = null;
        while (archive.Dense.IsOn && !stoppingToken.IsCancellationRequested)
        {
            // Not on the thread that starts the service.
            Result<int> updated = await Task.Run(() => archive.Dense.Update(null, stoppingToken), stoppingToken);
            bool done = updated.TryGet(out _, out Fault? fault);
            if (!done && fault!.Message != told)
            {
                await Console.Error.WriteLineAsync($"计算向量：{fault.Message}，检索照常按词语进行。");
            }

            told = fault?.Message;
            await Task.Delay(done ? Interval : PauseAfterFault, stoppingToken);
        }
    }
}
