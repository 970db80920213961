using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Ingest;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Intake;

/// <summary>Ingests that go on by themselves: who sent the files need not wait, and may look how far they are.</summary>
/// <remarks>
/// <para>A job is its line in the table, its files in the staging folder and its events: it is as it was after a kill, and goes on
/// when the service is there again. One runs at a time, the oldest first (<see cref="RunNext"/>).</para>
/// <para><b>Guarantee.</b> An event of a file that is stored comes after the file is on the disk. A job that was interrupted goes on
/// where its events end: each outcome is told once. Cancelled, it keeps what is stored, and can be taken up again for a day.</para>
/// <para><b>Threads.</b> Safe; <see cref="RunNext"/> by one thread.</para>
/// </remarks>
public sealed class JobDesk
{
    /// <summary>Most files of one job.</summary>
    public const int MostFiles = 1000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ServiceStore store;
    private readonly StagingFolder staging;
    private readonly ReportArchive archive;
    private readonly TimeProvider time;
    private readonly Lock runningLock = new();
    private (long Job, CancellationTokenSource Stop)? running;
    private volatile TaskCompletionSource changed = NewSignal();

    internal JobDesk(ServiceStore store, StagingFolder staging, ReportArchive archive, TimeProvider time)
    {
        this.store = store;
        this.staging = staging;
        this.archive = archive;
        this.time = time;
    }

    /// <summary>Makes a job of files that were sent at once.</summary>
    /// <param name="files">Their names in the staging folder, and what the sender calls them.</param>
    /// <param name="who">The sender.</param>
    /// <param name="collection">The collection that new files come into.</param>
    public Result<JobView> Make(IReadOnlyList<(string Staged, string Name)> files, string who, long collection = CollectionDesk.Default)
    {
        if (CountFault(files.Count) is { } fault)
        {
            return fault;
        }

        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        long job = Insert(connection, files, who, collection);
        transaction.Commit();
        return Changed(job);
    }

    /// <summary>Makes a job of uploads that are whole.</summary>
    /// <param name="uploads">Their ids.</param>
    /// <param name="who">The sender.</param>
    /// <param name="collection">The collection that new files come into.</param>
    public Result<JobView> MakeOf(IReadOnlyList<string> uploads, string who, long collection = CollectionDesk.Default)
    {
        if (CountFault(uploads.Count) is { } fault)
        {
            return fault;
        }

        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        List<(string, string)> files = [];
        foreach (string id in uploads.Distinct())
        {
            if (UploadDesk.Find(connection, id, who) is not { } upload)
            {
                return UploadDesk.NotFound(id);
            }

            if (!upload.IsWhole)
            {
                return new Fault("upload.incomplete", $"“{upload.Name}”还没有传完，传完后再入库。");
            }

            files.Add((upload.Id, upload.Name));
            connection.Run("DELETE FROM upload WHERE id = $1", id);
        }

        long job = Insert(connection, files, who, collection);
        transaction.Commit();
        return Changed(job);
    }

    /// <summary>The newest jobs first.</summary>
    /// <param name="who">Only those of one sender; null for all.</param>
    /// <param name="top">How many at most.</param>
    public IReadOnlyList<JobView> All(string? who, int top)
    {
        using SqliteConnection connection = store.Connect();
        return Rows(connection, "$1 IS NULL OR who = $1 ORDER BY id DESC LIMIT $2", who, top);
    }

    /// <summary>One job, or null.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="who">Only if it is this sender's; null for any.</param>
    public JobView? Get(long id, string? who = null)
    {
        using SqliteConnection connection = store.Connect();
        return Get(connection, id, who);
    }

    /// <summary>What happened to a job after an event, in order.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="after">The last event that is known; 0 for all.</param>
    /// <param name="top">How many at most.</param>
    public IReadOnlyList<JobEventView> Events(long id, long after, int top)
    {
        using SqliteConnection connection = store.Connect();
        return connection.Rows(
            "SELECT body FROM job_event WHERE job = $1 AND number > $2 ORDER BY number LIMIT $3",
            row => JsonSerializer.Deserialize<JobEventView>(row.GetString(0), Json)!, id, after, top);
    }

    /// <summary>Ends when anything happens to any job after now, or the time is up.</summary>
    public async Task ChangedAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await changed.Task.WaitAsync(longest, time, cancellationToken);
        }
        catch (TimeoutException)
        {
        }
    }

    /// <summary>Cancels a job; one that has ended is as it was.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="who">Only if it is this sender's; null for any.</param>
    public Result<JobView> Cancel(long id, string? who)
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (Get(connection, id, who) is not { } job)
        {
            return NotFound(id);
        }

        if (job.State is JobStates.Queued or JobStates.Running)
        {
            To(connection, id, job.State == JobStates.Queued ? JobStates.Cancelled : JobStates.Cancelling);
        }

        transaction.Commit();
        lock (runningLock)
        {
            if (running?.Job == id)
            {
                running.Value.Stop.Cancel();
            }
        }

        return Changed(id);
    }

    /// <summary>Takes up again a job that was cancelled or could not be finished.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="who">Only if it is this sender's; null for any.</param>
    public Result<JobView> Resume(long id, string? who)
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (Get(connection, id, who) is not { } job)
        {
            return NotFound(id);
        }

        if (job.State is not (JobStates.Cancelled or JobStates.Failed))
        {
            return new Fault("job.not-stopped", $"这个任务{job.Label}，不需要继续。");
        }

        if (!FilesOf(connection, id).All(file => File.Exists(file.Path)) || FilesOf(connection, id).Count == 0)
        {
            return new Fault("job.expired", "这个任务的文件已经清理，请重新上传。");
        }

        To(connection, id, JobStates.Queued);
        transaction.Commit();
        return Changed(id);
    }

    /// <summary>Takes up the jobs that a process that ended left in the middle; to be called before the first <see cref="RunNext"/>.</summary>
    public void TakeUp()
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        foreach (JobView job in Rows(connection, "state IN ('running', 'cancelling') ORDER BY id"))
        {
            To(connection, job.Id, job.State == JobStates.Running ? JobStates.Queued : JobStates.Cancelled);
        }

        transaction.Commit();
    }

    /// <summary>Runs the oldest job that waits, to its end; false when there is none.</summary>
    /// <param name="stopping">The service stops: the job is left as if it had not been taken up, but for what is stored.</param>
    /// <exception cref="ArchiveBusyException">Another process is writing; the job waits on.</exception>
    public bool RunNext(CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (Begin(stop) is not { } job)
        {
            return false;
        }

        try
        {
            new JobRun(this, archive, job, time).Run(stop.Token, stopping);
        }
        finally
        {
            lock (runningLock)
            {
                running = null;
            }
        }

        return true;
    }

    /// <summary>The files of a job that are still to be taken in.</summary>
    internal IReadOnlyList<SourceFile> FilesOf(long job)
    {
        using SqliteConnection connection = store.Connect();
        return FilesOf(connection, job);
    }

    /// <summary>Notes what became of files.</summary>
    internal void Tell(long job, IReadOnlyList<OutcomeView> outcomes)
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        foreach (OutcomeView outcome in outcomes)
        {
            Note(connection, job, new JobEventView(0, "", "file", File: outcome));
        }

        connection.Run(
            "UPDATE job SET stored = stored + $2, known = known + $3, refused = refused + $4 WHERE id = $1",
            job, outcomes.Count(one => one.Outcome == "stored"), outcomes.Count(one => one.Outcome == "known"), outcomes.Count(one => one.Outcome == "refused"));
        transaction.Commit();
        Signal();
    }

    /// <summary>Notes what is being done now.</summary>
    internal void Tell(long job, string stage)
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        connection.Run("UPDATE job SET stage = $2 WHERE id = $1", job, stage);
        Note(connection, job, new JobEventView(0, "", "stage", Stage: stage));
        transaction.Commit();
        Signal();
    }

    /// <summary>Notes a new state; of a job that is done, the files go.</summary>
    internal void Tell(long job, string state, string? reason)
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        To(connection, job, state, reason);
        List<SourceFile> files = state == JobStates.Done ? FilesOf(connection, job) : [];
        if (files.Count > 0)
        {
            connection.Run("DELETE FROM job_file WHERE job = $1", job);
        }

        transaction.Commit();
        files.ForEach(file => File.Delete(file.Path));
        Signal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Fault NotFound(long id) => new("job.not-found", string.Create(CultureInfo.InvariantCulture, $"没有编号为 {id} 的任务。"));

    private static Fault? CountFault(int files) => files switch
    {
        0 => new Fault("job.no-files", "没有要入库的文件。"),
        > MostFiles => new Fault("job.too-many-files", $"一个任务最多 {MostFiles} 个文件，请分几次入库。"),
        _ => null,
    };

    private static JobView? Get(SqliteConnection connection, long id, string? who) =>
        Rows(connection, "id = $1 AND ($2 IS NULL OR who = $2)", id, who).FirstOrDefault();

    private static List<JobView> Rows(SqliteConnection connection, string condition, params ReadOnlySpan<object?> values) => connection.Rows(
        $"SELECT id, state, who, made_at, began_at, ended_at, stage, files, stored, known, refused, reason, collection FROM job WHERE {condition}",
        row => new JobView(
            row.GetInt64(0), row.GetString(1), JobStates.ToChinese(row.GetString(1)), row.GetString(2), row.GetString(3), row.Nullable<string>(4), row.Nullable<string>(5),
            row.Nullable<string>(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9), row.GetInt32(10), row.Nullable<string>(11), row.GetInt64(12)),
        values);

    private List<SourceFile> FilesOf(SqliteConnection connection, long job) => connection.Rows(
        "SELECT staged, name FROM job_file WHERE job = $1 ORDER BY ordinal", row => new SourceFile(staging.PathOf(row.GetString(0)), row.GetString(1)), job);

    private long Insert(SqliteConnection connection, IReadOnlyList<(string Staged, string Name)> files, string who, long collection)
    {
        long job = connection.Value<long>(
            "INSERT INTO job (who, state, files, made_at, collection) VALUES ($1, $2, $3, $4, $5) RETURNING id", who, JobStates.Queued, files.Count, time.Stamp(), collection);
        foreach (((string staged, string name), int ordinal) in files.Select((file, ordinal) => (file, ordinal)))
        {
            connection.Run("INSERT INTO job_file (job, ordinal, staged, name) VALUES ($1, $2, $3, $4)", job, ordinal, staged, name);
        }

        Note(connection, job, new JobEventView(0, "", "state", State: JobStates.Queued));
        return job;
    }

    private JobView? Begin(CancellationTokenSource stop)
    {
        using SqliteConnection connection = store.Connect();
        using SqliteTransaction transaction = connection.BeginTransaction();
        if (Rows(connection, "state = 'queued' ORDER BY id LIMIT 1") is not [var job])
        {
            return null;
        }

        To(connection, job.Id, JobStates.Running);
        transaction.Commit();
        lock (runningLock)
        {
            running = (job.Id, stop);
        }

        if (Get(connection, job.Id, null)!.State == JobStates.Cancelling)
        {
            // Cancelled before there was anything to stop.
            stop.Cancel();
        }

        Signal();
        return job;
    }

    private void To(SqliteConnection connection, long job, string state, string? reason = null)
    {
        connection.Run(
            "UPDATE job SET state = $2, reason = $3, stage = NULL, began_at = coalesce(began_at, $4), ended_at = $5 WHERE id = $1",
            job, state, reason, state == JobStates.Running ? time.Stamp() : null, JobStates.IsEnd(state) ? time.Stamp() : null);
        Note(connection, job, new JobEventView(0, "", "state", State: state, Reason: reason));
    }

    private void Note(SqliteConnection connection, long job, JobEventView what)
    {
        long number = connection.Value<long>("SELECT coalesce(max(number), 0) + 1 FROM job_event WHERE job = $1", job);
        connection.Run(
            "INSERT INTO job_event (job, number, body) VALUES ($1, $2, $3)", job, number, JsonSerializer.Serialize(what with { Number = number, At = time.Stamp() }, Json));
    }

    private JobView Changed(long job)
    {
        Signal();
        return Get(job)!;
    }

    private void Signal() => Interlocked.Exchange(ref changed, NewSignal()).SetResult();
}
