using JingJian.Archive;
using JingJian.Archive.Upkeep;

namespace JingJian.Web.Hosting;

/// <summary>Fills an empty archive with the samples, reads what the first check of a draft needs, then says that the service is ready.</summary>
internal sealed class Preparation(ReportArchive archive, IngestQueue queue, Readiness readiness, ServiceSettings settings) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.WithSamples && SampleFiles.Paths() is { Length: > 0 } files && HoldsNothingElse(files))
        {
            await IngestAsync(files, stoppingToken);
        }

        PrepareDrafts(stoppingToken);
        readiness.Done();
    }

    private void PrepareDrafts(CancellationToken cancellationToken)
    {
        try
        {
            archive.Drafts.Prepare(cancellationToken);
        }
        catch (Exception error) when (StartFaults.Sentence(error) is not null)
        {
            // Whoever checks a draft is told.
        }
    }

    /// <summary>Also true when an earlier start was cut off in the middle of the samples: then the rest is added. Samples that somebody
    /// removed do not come back.</summary>
    private bool HoldsNothingElse(string[] files)
    {
        HashSet<string> names = [.. files.Select(file => Path.GetFileName(file))];
        HashSet<string> held = [.. archive.Catalogue.Sources().Select(source => source.Name)];
        return held.Count < names.Count && held.IsSubsetOf(names) && !archive.Log.Has(RemovalDesk.Removed);
    }

    private async Task IngestAsync(string[] files, CancellationToken cancellationToken)
    {
        readiness.WaitFor("档案库是空的，正在载入样例");
        Console.Error.WriteLine($"档案库是空的，正在载入 {files.Length} 个样例文件……");
        try
        {
            IngestReport report = await queue.RunAsync(open => open.Ingest(files, null, cancellationToken), cancellationToken);
            Console.Error.WriteLine($"样例已载入：{report.Stored.Sum(source => source.Reports)} 篇报告，{report.Stored.Sum(source => source.Paragraphs)} 个段落。"
                + "它们是虚构的，仅供试用；正式使用前请在页面上移走样例，或用 --data 指定新的数据目录并加上 --samples false。");
        }
        catch (ArchiveBusyException busy)
        {
            Console.Error.WriteLine($"样例未载入：{busy.Message}");
        }
    }
}
