using JingJian.Archive.Views;
using JingJian.Ingest;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Intake;

/// <summary>One run of a job, which may be its second: what became of a file is told once.</summary>
/// <remarks>
/// <para>The files of a job always come in the same order, so the outcomes that were told before are the first ones of this run. A file that
/// was stored but not told, because the process was killed in between, is known to the archive under its own name since the job began.</para>
/// </remarks>
internal sealed class JobRun(JobDesk desk, ReportArchive archive, JobView job, TimeProvider time) : IProgress<IngestProgress>
{
    private int toldBefore = job.Stored + job.Known + job.Refused;
    private string stage = "";

    /// <summary>Takes the files in and notes how the job ended.</summary>
    /// <param name="stop">The job is cancelled, or the service stops.</param>
    /// <param name="stopping">The service stops.</param>
    /// <exception cref="ArchiveBusyException">Another process is writing; the job waits on.</exception>
    public void Run(CancellationToken stop, CancellationToken stopping)
    {
        try
        {
            using System.Diagnostics.Activity? trace = IngestTelemetry.Begin(job.Id);
            long began = time.GetTimestamp();
            (string state, string? reason) = TakeIn(stop, stopping);
            desk.Tell(job.Id, state, reason);
            IngestTelemetry.Ended(state, time.GetElapsedTime(began));
        }
        catch (ArchiveBusyException)
        {
            desk.Tell(job.Id, IsCancelled(stop, stopping) ? JobStates.Cancelled : JobStates.Queued, null);
            throw;
        }
        catch (Exception error)
        {
            string? sentence = Sentence(error);
            desk.Tell(job.Id, JobStates.Failed, sentence ?? "入库时内部出错，已记入日志。");
            if (sentence is null)
            {
                throw;
            }
        }
    }

    /// <inheritdoc/>
    public void Report(IngestProgress value)
    {
        OutcomeView[] news = [.. value.Outcomes.Skip(toldBefore).Select(View)];
        toldBefore = Math.Max(0, toldBefore - value.Outcomes.Count);
        if (value.Stage != stage)
        {
            stage = value.Stage;
            desk.Tell(job.Id, stage);
        }

        if (news.Length > 0)
        {
            desk.Tell(job.Id, news);
            IngestTelemetry.Count(news);
        }
    }

    private static bool IsCancelled(CancellationToken stop, CancellationToken stopping) => stop.IsCancellationRequested && !stopping.IsCancellationRequested;

    private (string State, string? Reason) TakeIn(CancellationToken stop, CancellationToken stopping)
    {
        IReadOnlyList<SourceFile> files = desk.FilesOf(job.Id);
        if (files.FirstOrDefault(file => !File.Exists(file.Path)) is { } missing)
        {
            return (JobStates.Failed, $"上传的文件“{missing.Name}”不在了（档案库可能由备份恢复），请重新上传。");
        }

        try
        {
            archive.Ingest(new FoundSources(files, []), job.Collection, this, stop);
            return (JobStates.Done, null);
        }
        catch (OperationCanceledException) when (IsCancelled(stop, stopping))
        {
            archive.CatchUp();
            return (JobStates.Cancelled, null);
        }
        catch (OperationCanceledException)
        {
            return (JobStates.Queued, null);
        }
    }

    /// <summary>What keeps the archive from being written, for the sender; null for what is our own mistake.</summary>
    private static string? Sentence(Exception error) => error switch
    {
        SqliteException store => StoreFaults.Sentence(store),
        CorruptArtifactException or ArchiveUnavailableException => error.Message,
        IOException or UnauthorizedAccessException => $"读写档案库时出错（系统提示：{error.Message}）。",
        _ => null,
    };

    private OutcomeView View(IngestOutcome outcome) =>
        outcome is IngestOutcome.Known known && known.KnownAs == known.Name && job.BeganAt is { } began
        && archive.Catalogue.FindSources(known.Name).FirstOrDefault(source => string.CompareOrdinal(source.AddedAt, began) >= 0) is { } source
            ? new OutcomeView(source.Name, "stored", source.Id, source.Reports, source.Paragraphs, source.Encoding)
            : OutcomeView.Of(outcome);
}
