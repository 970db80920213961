using System.Globalization;
using JingJian.Archive;
using JingJian.Archive.Upkeep;
using JingJian.Ingest;

namespace JingJian.Web.Hosting;

/// <summary>Takes in what is dropped into the folders of <c>--watch</c>, as long as the service runs.</summary>
/// <remarks>What keeps the archive from being written (a full disk) does not end the service: it is told, and tried again later.</remarks>
internal sealed class DropFolderWatch(IngestQueue queue, ActivityLog log, ServiceSettings settings) : BackgroundService
{
    /// <summary>Who takes files in here, as the log names it.</summary>
    private const string Sender = "监视的文件夹";

    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.WatchedFolders.Count == 0)
        {
            return;
        }

        var drop = new DropFolder(settings.WatchedFolders, settings.DataFolder, TimeProvider.System);
        using var timer = new PeriodicTimer(DropFolder.Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            FoundSources found = drop.Look();
            if (found.Files.Count + found.Refused.Count > 0)
            {
                await TakeInAsync(drop, found, stoppingToken);
            }
        }
    }

    private async Task TakeInAsync(DropFolder drop, FoundSources found, CancellationToken cancellationToken)
    {
        try
        {
            IngestReport report = await queue.RunAsync(archive => archive.Ingest(found, null, cancellationToken), cancellationToken);
            if (report.Stored.Any())
            {
                log.Note(Sender, "source.add", string.Join('、', found.Files.Select(file => file.Name)), string.Create(CultureInfo.InvariantCulture, $"{found.Files.Count} 个文件"));
            }

            drop.Taken(found.Files);
            await Console.Error.WriteLineAsync($"监视的文件夹：新入库 {report.Stored.Count()} 个来源文件，已在库 {report.Known.Count()} 个，未接收 {report.Refused.Count()} 个。");
            foreach (IngestOutcome.Refused refused in report.Refused)
            {
                await Console.Error.WriteLineAsync($"未接收　{refused.Name}：{refused.Fault.Message}");
            }
        }
        catch (ArchiveBusyException)
        {
            // The files are given again at the next look, when the other program may have ended.
        }
        catch (Exception error) when (StartFaults.Sentence(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"监视的文件夹暂时无法入库，一分钟后再试：{sentence}");
            await Task.Delay(PauseAfterFault, cancellationToken);
        }
    }
}
