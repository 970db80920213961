using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace JingJian.Web.Api;

/// <summary>What to call a collection.</summary>
/// <param name="Name">Its name.</param>
internal sealed record CollectionBody(string? Name);

/// <summary>What to put into a collection.</summary>
/// <param name="Sources">Ids or file names of sources.</param>
internal sealed record MoveBody(IReadOnlyList<string>? Sources);

/// <summary>The collections: each source is in one, and people may be shown some of them only.</summary>
internal static class CollectionsApi
{
    /// <summary>Most sources that are moved at once.</summary>
    private const int MostMoved = 1000;

    public static void MapCollections(this RouteGroupBuilder api)
    {
        RouteGroupBuilder collections = api.MapGroup("/collections").WithTags("Collections");
        collections.MapGet("/", (CollectionDesk desk, [AsParameters] LongPage page) => page.Of(desk.All(), one => one.Name)).WithName("ListCollections")
            .WithSummary("The collections that you see, with what is in them.").Tagged();
        collections.MapPost("/", AddAsync).WithName("AddCollection").WithSummary("Makes a collection.")
            .Accepts<CollectionBody>("application/json").ProducesProblem(StatusCodes.Status409Conflict);
        collections.MapPatch("/{id}", RenameAsync).WithName("RenameCollection").WithSummary("Calls a collection something else.")
            .Accepts<CollectionBody>("application/json").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        collections.MapDelete("/{id}", Remove).WithName("RemoveCollection").WithSummary("Removes a collection that is empty.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        collections.MapPost("/{id}/sources", MoveAsync).WithName("MoveSources").WithSummary("Puts sources into a collection: all of them, or none when one is not there.")
            .Accepts<MoveBody>("application/json").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<CollectionView>, ProblemHttpResult>> AddAsync(
        HttpContext context, CollectionDesk desk, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<CollectionBody> read = await ReadAsync(context.Request, json, cancellationToken);
        return read.TryGet(out CollectionBody? body, out Fault? fault) && desk.Add(body.Name ?? "", Gate.NameOf(context.User)).TryGet(out CollectionView? made, out fault)
            ? TypedResults.Ok(made)
            : Problems.From(fault);
    }

    private static async Task<Results<Ok<CollectionView>, ProblemHttpResult>> RenameAsync(
        [Description("Number or name of the collection.")] string id, HttpContext context, CollectionDesk desk, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<CollectionBody> read = await ReadAsync(context.Request, json, cancellationToken);
        return read.TryGet(out CollectionBody? body, out Fault? fault) && desk.Rename(id, body.Name ?? "", Gate.NameOf(context.User)).TryGet(out CollectionView? renamed, out fault)
            ? TypedResults.Ok(renamed)
            : Problems.From(fault);
    }

    private static Results<NoContent, ProblemHttpResult> Remove([Description("Number or name of the collection.")] string id, ClaimsPrincipal user, CollectionDesk desk) =>
        desk.Remove(id, Gate.NameOf(user)).TryGet(out _, out Fault? fault) ? TypedResults.NoContent() : Problems.From(fault);

    private static async Task<Results<Ok<CollectionView>, ProblemHttpResult>> MoveAsync(
        [Description("Number or name of the collection.")] string id, HttpContext context, CollectionDesk desk, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<MoveBody> read = await JsonBody.ReadAsync(context.Request, json.Value.SerializerOptions, new MoveBody(null), "{\"sources\":[\"…\"]}", cancellationToken);
        if (!read.TryGet(out MoveBody? body, out Fault? fault))
        {
            return Problems.From(fault);
        }

        if (body.Sources is not { Count: > 0 and <= MostMoved } sources || sources.Contains(null!))
        {
            return Problems.From(new Fault("collection.sources", $"请在 sources 里给出 1 到 {MostMoved} 个来源文件的编号或文件名。"));
        }

        return desk.Move(id, sources, Gate.NameOf(context.User)).TryGet(out CollectionView? moved, out fault) ? TypedResults.Ok(moved) : Problems.From(fault);
    }

    private static Task<Result<CollectionBody>> ReadAsync(HttpRequest request, IOptions<JsonOptions> json, CancellationToken cancellationToken) =>
        JsonBody.ReadAsync(request, json.Value.SerializerOptions, new CollectionBody(null), "{\"name\":\"…\"}", cancellationToken);
}
