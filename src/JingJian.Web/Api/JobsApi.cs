using System.ComponentModel;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Access;
using JingJian.Archive.Intake;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Api;

/// <summary>Uploads that are to be taken in.</summary>
/// <param name="Uploads">Their ids; each must be whole.</param>
internal sealed record JobBody(IReadOnlyList<string>? Uploads);

/// <summary>Ingests that go on by themselves.</summary>
internal static class JobsApi
{
    private const string IdText = "任务的编号。";
    private const int EventsAtOnce = 500;
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);

    public static void MapJobs(this RouteGroupBuilder api)
    {
        RouteGroupBuilder jobs = api.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapPost("/", Add).WithName("AddJob")
            .WithMetadata(new RequestSizeLimitAttribute(RequestLimits.UploadBytes))
            .Accepts<JobBody>("application/json", "multipart/form-data")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status507InsufficientStorage);
        jobs.MapGet("/", List).WithName("ListJobs");
        RouteGroupBuilder one = jobs.MapGroup("/{id:long}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("GetJob");
        one.MapGet("/events", Follow).WithName("FollowJob");
        one.MapDelete("/", Cancel).WithName("CancelJob");
        one.MapPost("/resume", Resume).WithName("ResumeJob")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Accepted<JobView>, ProblemHttpResult>> Add(
        HttpRequest request, ClaimsPrincipal user, StagingFolder staging, JobDesk desk, CollectionDesk collections, CancellationToken cancellationToken,
        [Description("新文件放入的分库（编号或名称）；不给则放入默认分库。")] string collection = "1")
    {
        if (!collections.Find(collection).TryGet(out CollectionView? into, out Fault? missing))
        {
            return Problems.From(missing);
        }

        Result<JobView> made = request.HasJsonContentType()
            ? await OfUploadsAsync(request, user, desk, into.Id, cancellationToken)
            : await OfFilesAsync(request, user, staging, desk, into.Id, cancellationToken);
        return made.TryGet(out JobView? job, out Fault? fault)
            ? TypedResults.Accepted(string.Create(CultureInfo.InvariantCulture, $"{request.PathBase}/api/v1/jobs/{job.Id}"), job)
            : Problems.From(fault);
    }

    private static async Task<Result<JobView>> OfUploadsAsync(HttpRequest request, ClaimsPrincipal user, JobDesk desk, long collection, CancellationToken cancellationToken)
    {
        Result<JobBody> read = await JsonBody.ReadAsync<JobBody>(request, "{\"uploads\":[\"…\"]}", cancellationToken);
        return read.TryGet(out JobBody? body, out Fault? fault) ? desk.MakeOf([.. (body.Uploads ?? []).Select(id => id ?? "")], Gate.NameOf(user), collection) : fault;
    }

    private static async Task<Result<JobView>> OfFilesAsync(HttpRequest request, ClaimsPrincipal user, StagingFolder staging, JobDesk desk, long collection, CancellationToken cancellationToken)
    {
        List<string> staged = [];
        Result<JobView>? made = null;
        try
        {
            Result<Upload> read = await Upload.ReadAsync(request, staging, Open, cancellationToken);
            if (!read.TryGet(out Upload? upload, out Fault? fault))
            {
                return fault;
            }

            using (upload)
            {
                // Acknowledged is what the disk has.
                upload.Files.ToList().ForEach(file => ((FileStream)file.Content).Flush(flushToDisk: true));
            }

            return made = desk.Make([.. upload.Files.Select((file, i) => (staged[i], file.Name))], Gate.NameOf(user), collection);
        }
        finally
        {
            if (made?.TryGet(out _, out _) is not true)
            {
                staged.ForEach(staging.Remove);
            }
        }

        FileStream Open()
        {
            (string id, FileStream file) = staging.New();
            staged.Add(id);
            return file;
        }
    }

    private static Results<Ok<Listing<JobView>>, ProblemHttpResult> List(ClaimsPrincipal user, JobDesk desk, [AsParameters] Page page) =>
        page.Of(desk.All(Sender(user), int.MaxValue), job => job.Id.ToString(CultureInfo.InvariantCulture));

    private static Results<Ok<JobView>, ProblemHttpResult> Get([Description(IdText)] long id, ClaimsPrincipal user, JobDesk desk) =>
        desk.Get(id, Sender(user)) is { } job ? TypedResults.Ok(job) : NotFound(id);

    private static Results<ServerSentEventsResult<JobEventView>, ProblemHttpResult> Follow(
        [Description(IdText)] long id, ClaimsPrincipal user, JobDesk desk, TimeProvider time, IHostApplicationLifetime lifetime, CancellationToken cancellationToken,
        [FromHeader(Name = "Last-Event-ID")][Description("收到的最后一个事件的编号；从它的下一个开始发送。")] string? lastEventId = null,
        [Description("同 Last-Event-ID，供不能设请求头的客户端使用。")] long after = 0)
    {
        if (lastEventId is not null && !long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return Problems.From(new Fault("request.parameter", $"Last-Event-ID 的值“{Problems.Excerpt(lastEventId)}”无法识别，应为事件的编号。"));
        }

        return desk.Get(id, Sender(user)) is null ? NotFound(id)
            : TypedResults.ServerSentEvents(Events(desk, time, id, after, lifetime.ApplicationStopping, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<JobEventView>> Events(
        JobDesk desk, TimeProvider time, long id, long after, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stopping, cancellationToken);
        while (!ending.IsCancellationRequested && desk.Get(id) is { } job)
        {
            // Before the look, so that nothing is missed between the look and the wait.
            Task changed = desk.ChangedAsync(Pulse, ending.Token);
            IReadOnlyList<JobEventView> events = desk.Events(id, after, EventsAtOnce);
            foreach (JobEventView happened in events)
            {
                after = happened.Number;
                yield return new SseItem<JobEventView>(happened, happened.Kind) { EventId = happened.Number.ToString(CultureInfo.InvariantCulture) };
            }

            if (events.Count == 0)
            {
                yield return new SseItem<JobEventView>(new JobEventView(0, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), "job", Job: job), "job");
                if (job.EndedAt is not null)
                {
                    yield break;
                }

                await changed.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    private static Results<Ok<JobView>, ProblemHttpResult> Cancel([Description(IdText)] long id, ClaimsPrincipal user, JobDesk desk) => Answer(desk.Cancel(id, Sender(user)));

    private static Results<Ok<JobView>, ProblemHttpResult> Resume([Description(IdText)] long id, ClaimsPrincipal user, JobDesk desk) => Answer(desk.Resume(id, Sender(user)));

    /// <summary>Whose jobs somebody may see: their own, or anybody's.</summary>
    private static string? Sender(ClaimsPrincipal user) => Gate.MayOf(user).HasFlag(Permissions.Administer) ? null : Gate.NameOf(user);

    private static ProblemHttpResult NotFound(long id) => Problems.NotFound("job", "任务", id.ToString(CultureInfo.InvariantCulture));

    private static Results<Ok<JobView>, ProblemHttpResult> Answer(Result<JobView> result) =>
        result.TryGet(out JobView? view, out Fault? fault) ? TypedResults.Ok(view) : Problems.From(fault);
}
