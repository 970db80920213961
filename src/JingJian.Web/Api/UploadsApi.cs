using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Intake;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace JingJian.Web.Api;

/// <summary>A file that will be sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The hash of its content, in hexadecimal digits.</param>
internal sealed record UploadBody(string? Name, long? Bytes, string? Sha256);

/// <summary>Files that are sent in pieces, and go on where a line broke.</summary>
internal static class UploadsApi
{
    private const string IdText = "Id of the upload.";

    public static void MapUploads(this RouteGroupBuilder api)
    {
        RouteGroupBuilder uploads = api.MapGroup("/uploads").WithTags("Uploads");
        uploads.MapPost("/", Announce).WithName("AnnounceUpload").WithSummary("Says what will be sent: name, size and SHA-256. What was begun before goes on.")
            .WithDescription("`state` is `known` when the archive has the content already (nothing need be sent), `open` when pieces are awaited from `received` on, `whole` when all is here.")
            .Accepts<UploadBody>("application/json")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status507InsufficientStorage);
        uploads.MapGet("/", List).WithName("ListUploads").WithSummary("One's own uploads that no job has taken yet.");
        RouteGroupBuilder one = uploads.MapGroup("/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("GetUpload").WithSummary("How far an upload is.");
        one.MapPatch("/", Send).WithName("SendPiece").WithSummary("Adds the next piece; with the last one the content is held against its hash.")
            .WithDescription("A piece has at most 16 MB and begins at `offset`, which must be what was received so far: otherwise 409, and the sentence says from where to go on.")
            .WithMetadata(new RequestSizeLimitAttribute(UploadDesk.PieceBytes))
            .Accepts<byte[]>("application/octet-stream")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status507InsufficientStorage);
        one.MapDelete("/", Drop).WithName("DropUpload").WithSummary("Takes an upload back.");
    }

    private static async Task<Results<Ok<UploadStateView>, ProblemHttpResult>> Announce(
        HttpRequest request, ClaimsPrincipal user, UploadDesk desk, Catalogue catalogue, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<UploadBody> read = await JsonBody.ReadAsync(
            request, json.Value.SerializerOptions, new UploadBody(null, null, null), "{\"name\":\"…\",\"bytes\":12345,\"sha256\":\"…\"}", cancellationToken);
        return read.TryGet(out UploadBody? body, out Fault? fault) && desk.Announce(body.Name ?? "", body.Bytes ?? 0, body.Sha256 ?? "", Gate.NameOf(user), catalogue).TryGet(out UploadStateView? view, out fault)
            ? TypedResults.Ok(view)
            : Problems.From(fault);
    }

    private static Results<Ok<Listing<UploadStateView>>, ProblemHttpResult> List(ClaimsPrincipal user, UploadDesk desk, [AsParameters] LongPage page) => page.Of(desk.All(Gate.NameOf(user)), upload => upload.Id ?? "");

    private static Results<Ok<UploadStateView>, ProblemHttpResult> Get([Description(IdText)] string id, ClaimsPrincipal user, UploadDesk desk) => Answer(desk.Get(id, Gate.NameOf(user)));

    private static async Task<Results<Ok<UploadStateView>, ProblemHttpResult>> Send(
        [Description(IdText)] string id, [Description("Where the piece begins: how much was received before.")] long offset,
        HttpRequest request, ClaimsPrincipal user, UploadDesk desk, CancellationToken cancellationToken) =>
        request.ContentType is "application/octet-stream"
            ? Answer(await desk.AddAsync(id, offset, request.Body, Gate.NameOf(user), cancellationToken))
            : Problems.From(new Fault("request.media-type", "请以 application/octet-stream 发送文件的一段。"));

    private static Results<Ok<UploadStateView>, ProblemHttpResult> Drop([Description(IdText)] string id, ClaimsPrincipal user, UploadDesk desk) => Answer(desk.Drop(id, Gate.NameOf(user)));

    private static Results<Ok<UploadStateView>, ProblemHttpResult> Answer(Result<UploadStateView> result) =>
        result.TryGet(out UploadStateView? view, out Fault? fault) ? TypedResults.Ok(view) : Problems.From(fault);
}
