using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

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

    private const string NameExample = "{\"name\":\"…\"}";

    public static void MapCollections(this RouteGroupBuilder api)
    {
        RouteGroupBuilder collections = api.MapGroup("/collections").WithTags("Collections");
        collections.MapGet("/", (CollectionDesk desk, [AsParameters] LongPage page) => page.Of(desk.All(), one => one.Name)).WithName("ListCollections").Tagged();
        collections.MapPost("/", AddAsync).WithName("AddCollection")
            .Accepts<CollectionBody>("application/json").ProducesProblem(StatusCodes.Status409Conflict);
        collections.MapPatch("/{id}", RenameAsync).WithName("RenameCollection")
            .Accepts<CollectionBody>("application/json").ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        collections.MapDelete("/{id}", Remove).WithName("RemoveCollection")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        collections.MapPost("/{id}/sources", MoveAsync).WithName("MoveSources")
            .Accepts<MoveBody>("application/json").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<CollectionView>, ProblemHttpResult>> AddAsync(HttpContext context, CollectionDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(context.Request, NameExample, (CollectionBody body) => desk.Add(body.Name ?? "", Gate.NameOf(context.User)), cancellationToken);

    private static Task<Results<Ok<CollectionView>, ProblemHttpResult>> RenameAsync(
        [Description("分库的编号或名称。")] string id, HttpContext context, CollectionDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(context.Request, NameExample, (CollectionBody body) => desk.Rename(id, body.Name ?? "", Gate.NameOf(context.User)), cancellationToken);

    private static Results<NoContent, ProblemHttpResult> Remove([Description("分库的编号或名称。")] string id, ClaimsPrincipal user, CollectionDesk desk) =>
        desk.Remove(id, Gate.NameOf(user)).TryGet(out _, out Fault? fault) ? TypedResults.NoContent() : Problems.From(fault);

    private static Task<Results<Ok<CollectionView>, ProblemHttpResult>> MoveAsync(
        [Description("分库的编号或名称。")] string id, HttpContext context, CollectionDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            context.Request, "{\"sources\":[\"…\"]}",
            (MoveBody body) => body.Sources is { Count: > 0 and <= MostMoved } sources && !sources.Contains(null!)
                ? desk.Move(id, sources, Gate.NameOf(context.User))
                : new Fault("collection.sources", $"请在 sources 里给出 1 到 {MostMoved} 个来源文件的编号或文件名。"),
            cancellationToken);
}
