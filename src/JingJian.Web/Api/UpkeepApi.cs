using System.ComponentModel;
using System.Globalization;
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
        log.MapGet("/", Entries).WithName("ListLog");
        log.MapGet("/verify", (ActivityLog entries) => TypedResults.Ok(entries.Verify())).WithName("VerifyLog");
        api.MapGet("/checkup", Check).WithTags("Upkeep").WithName("Checkup");
        RouteGroupBuilder sources = api.MapGroup("/sources/{id}").WithTags("Upkeep");
        sources.MapDelete("/", RemoveAsync).WithName("RemoveSource")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        sources.MapPut("/hold", Hold).WithName("HoldSource").ProducesProblem(StatusCodes.Status404NotFound);
        sources.MapDelete("/hold", Release).WithName("ReleaseSource").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/holds", (RemovalDesk desk, [AsParameters] LongPage page) => page.Of(desk.Holds(), hold => hold.Source)).WithTags("Upkeep").WithName("ListHolds").Tagged();
    }

    private static Results<Ok<Listing<LogEntry>>, ProblemHttpResult> Entries(
        ActivityLog log,
        HttpRequest request,
        [Description("只要编号更小的记录。")] long? before = null,
        [Description("最多几条，1 到 1000。")] int top = 100,
        [Description("只要一个人的（日志里的全名）。")] string? who = null,
        [Description("只要操作名以此开头的，例如 source。")] string? action = null,
        [Description("上一页给出的 next，原样传回；不给则从头。")] string? cursor = null)
    {
        Fault? fault = RequestLimits.Check(top, 0) ?? RequestLimits.Check("cursor", cursor) ?? RequestLimits.Check("who", who) ?? RequestLimits.Check("action", action);
        if (fault is not null || !First(before, cursor, request).TryGet(out long end, out fault))
        {
            return Problems.From(fault);
        }

        IReadOnlyList<LogEntry> entries = log.Entries(end, top, who, action);
        string? next = entries.Count == top ? new ListPlace(0, entries[^1].Number.ToString(CultureInfo.InvariantCulture)).Write(request.Question()) : null;
        return TypedResults.Ok(Listing<LogEntry>.All(entries) with { Next = next });
    }

    /// <summary>The number behind the first entry of a page: entries are known by their numbers, so what is written meanwhile moves none.</summary>
    private static Result<long> First(long? before, string? cursor, HttpRequest request)
    {
        if (cursor is null)
        {
            return before ?? long.MaxValue;
        }

        return !ListPlace.Read(cursor, request.Question()).TryGet(out ListPlace? place, out Fault? fault) ? fault
            : long.TryParse(place.After, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
            : ListPlace.Unreadable;
    }

    private static Ok<Listing<CheckView>> Check(ServiceSettings settings, TimeProvider time) =>
        TypedResults.Ok(Listing<CheckView>.All(Checkup.Run(new ArchiveOptions { DataFolder = settings.DataFolder }, time)));

    private static async Task<Results<Ok<RemovalView>, ProblemHttpResult>> RemoveAsync(
        [Description("来源的编号。")] string id, [Description("理由，必填。")] string reason, ClaimsPrincipal user, IngestQueue queue, CancellationToken cancellationToken)
    {
        Result<RemovalView> removed = await queue.RunAsync(archive => archive.Removals.Remove(id, reason, Gate.NameOf(user)), cancellationToken);
        return removed.TryGet(out RemovalView? view, out Fault? fault) ? TypedResults.Ok(view)
            : Problems.From(fault);
    }

    private static Results<Ok<HoldView>, ProblemHttpResult> Hold([Description("来源的编号。")] string id, [Description("理由，必填。")] string reason, ClaimsPrincipal user, RemovalDesk desk) =>
        desk.Hold(id, reason, Gate.NameOf(user)).TryGet(out HoldView? hold, out Fault? fault) ? TypedResults.Ok(hold) : Problems.From(fault);

    private static Results<NoContent, ProblemHttpResult> Release([Description("来源的编号。")] string id, ClaimsPrincipal user, RemovalDesk desk) =>
        desk.Release(id, Gate.NameOf(user)).TryGet(out _, out Fault? fault) ? TypedResults.NoContent() : Problems.From(fault);
}
