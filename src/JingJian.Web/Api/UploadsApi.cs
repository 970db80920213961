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

namespace JingJian.Web.Api;

/// <summary>A file that will be sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The hash of its content, in hexadecimal digits.</param>
internal sealed record UploadBody(string? Name, long? Bytes, string? Sha256);

/// <summary>Files that are sent in pieces, and go on where a line broke.</summary>
internal static class UploadsApi
{
    private const string IdText = "上传的编号。";

    public static void MapUploads(this RouteGroupBuilder api)
    {
        RouteGroupBuilder uploads = api.MapGroup("/uploads").WithTags("Uploads");
        uploads.MapPost("/", Announce).WithName("AnnounceUpload")
            .Accepts<UploadBody>("application/json")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status507InsufficientStorage);
        uploads.MapGet("/", List).WithName("ListUploads");
        RouteGroupBuilder one = uploads.MapGroup("/{id}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("GetUpload");
        one.MapPatch("/", Send).WithName("SendPiece")
            .WithMetadata(new RequestSizeLimitAttribute(UploadDesk.PieceBytes))
            .Accepts<byte[]>("application/octet-stream")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status507InsufficientStorage);
        one.MapDelete("/", Drop).WithName("DropUpload");
    }

    private static Task<Results<Ok<UploadStateView>, ProblemHttpResult>> Announce(
        HttpRequest request, ClaimsPrincipal user, UploadDesk desk, Catalogue catalogue, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            request, "{\"name\":\"…\",\"bytes\":12345,\"sha256\":\"…\"}",
            (UploadBody body) => desk.Announce(body.Name ?? "", body.Bytes ?? 0, body.Sha256 ?? "", Gate.NameOf(user), catalogue), cancellationToken);

    private static Results<Ok<Listing<UploadStateView>>, ProblemHttpResult> List(ClaimsPrincipal user, UploadDesk desk, [AsParameters] LongPage page) => page.Of(desk.All(Gate.NameOf(user)), upload => upload.Id ?? "");

    private static Results<Ok<UploadStateView>, ProblemHttpResult> Get([Description(IdText)] string id, ClaimsPrincipal user, UploadDesk desk) => Answer(desk.Get(id, Gate.NameOf(user)));

    private static async Task<Results<Ok<UploadStateView>, ProblemHttpResult>> Send(
        [Description(IdText)] string id, [Description("这一段的起点：此前已收到的字节数。")] long offset,
        HttpRequest request, ClaimsPrincipal user, UploadDesk desk, CancellationToken cancellationToken) =>
        request.ContentType is "application/octet-stream"
            ? Answer(await desk.AddAsync(id, offset, request.Body, Gate.NameOf(user), cancellationToken))
            : Problems.From(new Fault("request.media-type", "请以 application/octet-stream 发送文件的一段。"));

    private static Results<Ok<UploadStateView>, ProblemHttpResult> Drop([Description(IdText)] string id, ClaimsPrincipal user, UploadDesk desk) => Answer(desk.Drop(id, Gate.NameOf(user)));

    private static Results<Ok<UploadStateView>, ProblemHttpResult> Answer(Result<UploadStateView> result) =>
        result.TryGet(out UploadStateView? view, out Fault? fault) ? TypedResults.Ok(view) : Problems.From(fault);
}
