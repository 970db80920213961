using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Upkeep;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>The log, the checkup, and sources that go or must stay.</summary>
internal static class UpkeepApi
{
    public static void MapUpkeep(this RouteGroupBuilder api)
    {
        RouteGroupBuilder log = api.MapGroup("/log").WithTags("Upkeep");
        log.MapGet("/", Entries).WithName("ListLog").WithSummary("Who did what and when, the newest first.");
        log.MapGet("/verify", (ActivityLog entries) => TypedResults.Ok(entries.Verify())).WithName("VerifyLog").WithSummary("Whether the log is as it was written.");
        api.MapGet("/checkup", Check).WithTags("Upkeep").WithName("Checkup")
            .WithSummary("Looks over store, index, models, converters, disk and permissions, and mends what can be mended.");
        RouteGroupBuilder sources = api.MapGroup("/sources/{id}").WithTags("Upkeep");
        sources.MapDelete("/", RemoveAsync).WithName("RemoveSource").WithSummary("Takes a source out of text, index, families and judgements; an entry of the log remains.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        sources.MapPut("/hold", Hold).WithName("HoldSource").WithSummary("Keeps a source from being removed.").ProducesProblem(StatusCodes.Status404NotFound);
        sources.MapDelete("/hold", Release).WithName("ReleaseSource").WithSummary("Lets a source be removed again.").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/holds", (RemovalDesk desk, [AsParameters] LongPage page) => page.Of(desk.Holds(), hold => hold.Source)).WithTags("Upkeep").WithName("ListHolds").WithSummary("The sources that must stay.").Tagged();
    }

    private static Results<Ok<Listing<LogEntry>>, ProblemHttpResult> Entries(
        ActivityLog log,
        HttpRequest request,
        [Description("Only entries with smaller numbers: the last number of the page before.")] long? before = null,
        [Description("How many, 1 to 1000.")] int top = 100,
        [Description("Only those of one person.")] string? who = null,
        [Description("Only actions that begin so.")] string? action = null,
        [Description("What the page before gave as next.")] string? cursor = null)
    {
        if ((RequestLimits.Check(top, 0) ?? RequestLimits.Check("cursor", cursor) ?? RequestLimits.Check("who", who) ?? RequestLimits.Check("action", action)) is { } fault)
        {
            return Problems.From(fault);
        }

        if (cursor is not null)
        {
            if (!ListPlace.Read(cursor, request).TryGet(out ListPlace? place, out Fault? wrong))
            {
                return Problems.From(wrong);
            }

            before = place.Offset;
        }

        IReadOnlyList<LogEntry> entries = log.Entries(before, top, who, action);
        return TypedResults.Ok(Listing<LogEntry>.All(entries) with { Next = entries.Count == top ? new ListPlace((int)entries[^1].Number, "").Write(request) : null });
    }

    private static Ok<Listing<CheckView>> Check(ServiceSettings settings, TimeProvider time) =>
        TypedResults.Ok(Listing<CheckView>.All(Checkup.Run(new ArchiveOptions { DataFolder = settings.DataFolder }, time)));

    private static async Task<Results<Ok<RemovalView>, ProblemHttpResult>> RemoveAsync(
        [Description("Id of the source.")] string id, [Description("Why.")] string reason, ClaimsPrincipal user, IngestQueue queue, CancellationToken cancellationToken)
    {
        Result<RemovalView> removed = await queue.RunAsync(archive => archive.Removals.Remove(id, reason, Gate.NameOf(user)), cancellationToken);
        return removed.TryGet(out RemovalView? view, out Fault? fault) ? TypedResults.Ok(view)
            : Problems.From(fault);
    }

    private static Results<Ok<HoldView>, ProblemHttpResult> Hold([Description("Id of the source.")] string id, [Description("Why.")] string reason, ClaimsPrincipal user, RemovalDesk desk) =>
        desk.Hold(id, reason, Gate.NameOf(user)).TryGet(out HoldView? hold, out Fault? fault) ? TypedResults.Ok(hold) : Problems.From(fault);

    private static Results<NoContent, ProblemHttpResult> Release([Description("Id of the source.")] string id, ClaimsPrincipal user, RemovalDesk desk) =>
        desk.Release(id, Gate.NameOf(user)).TryGet(out _, out Fault? fault) ? TypedResults.NoContent() : Problems.From(fault);
}
