using System.ComponentModel;
using System.Text;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Api;

/// <summary>What a person says of a paragraph.</summary>
/// <param name="Function">What it does, English or Chinese.</param>
/// <param name="Secondary">What else; may be left out.</param>
/// <param name="Note">Why; may be left out.</param>
internal sealed record CorrectionBody(string? Function, string? Secondary, string? Note);

/// <summary>What people say about the functions of paragraphs.</summary>
/// <remarks>A paragraph's correction has a tag, in <c>ETag</c>; a change with <c>If-Match</c> is refused with 412 when somebody else
/// changed it since. The tag of a paragraph that nobody corrected is <c>"none"</c>.</remarks>
internal static class FunctionsApi
{
    public static void MapFunctions(this RouteGroupBuilder api)
    {
        RouteGroupBuilder functions = api.MapGroup("/functions").WithTags("Functions");
        functions.MapGet("/", State).WithName("GetFunctionState");
        functions.MapGet("/doubts", Doubts).WithName("ListDoubts");
        functions.MapGet("/corrections", Corrections).WithName("ListCorrections");
        functions.MapGet("/corrections/export", Export).WithName("ExportCorrections")
            .Produces(StatusCodes.Status200OK, contentType: "text/tab-separated-values");
        RouteGroupBuilder one = api.MapGroup("/paragraphs/{id}/correction").WithTags("Functions").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", Get).WithName("GetCorrection");
        one.MapPut("/", Put).WithName("SetCorrection")
            .Accepts<CorrectionBody>("application/json").ProducesProblem(StatusCodes.Status412PreconditionFailed);
        one.MapDelete("/", Delete).WithName("RemoveCorrection")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static Ok<FunctionStateView> State(FunctionDesk desk) => TypedResults.Ok(desk.State());

    private static Results<Ok<Listing<DoubtView>>, ProblemHttpResult> Doubts(FunctionDesk desk, [Description("最多几条，1 到 200。")] int top = 20) =>
        desk.Doubts(top).TryGet(out DoubtView[]? doubts, out Fault? fault) ? TypedResults.Ok(Listing<DoubtView>.All(doubts)) : Problems.From(fault);

    private static Results<Ok<Listing<CorrectionView>>, ProblemHttpResult> Corrections(FunctionDesk desk, [AsParameters] Page page) =>
        page.Of(desk.Corrections(), correction => correction.Tag);

    private static FileContentHttpResult Export(FunctionDesk desk) =>
        TypedResults.File(Encoding.UTF8.GetBytes(desk.Export()), "text/tab-separated-values; charset=utf-8", "corrections.tsv");

    private static Results<Ok<CorrectionView>, ProblemHttpResult> Get(
        [Description("段落或标题的编号。")] string id, Catalogue catalogue, FunctionDesk desk, HttpResponse response)
    {
        if (catalogue.Block(id) is not { } block)
        {
            return Problems.NotFound("paragraph", "段落", id);
        }

        if (desk.Of(block) is not { } correction)
        {
            Tag(response, FunctionDesk.NoTag);
            return Problems.From(new Fault("correction.not-found", "这个段落没有人更正过。"));
        }

        Tag(response, correction.Tag);
        return TypedResults.Ok(correction);
    }

    private static async Task<Results<Ok<CorrectionView>, ProblemHttpResult>> Put(
        [Description("段落或标题的编号。")] string id,
        HttpRequest request, HttpResponse response, FunctionDesk desk, CancellationToken cancellationToken,
        [FromHeader(Name = "If-Match")][Description("更正应仍有的标签；不给则不比对。")] string? ifMatch = null)
    {
        Result<CorrectionBody> read = await JsonBody.ReadAsync<CorrectionBody>(request, "{\"function\":\"practice\",\"secondary\":\"result\",\"note\":\"…\"}", cancellationToken);
        if (!read.TryGet(out CorrectionBody? body, out Fault? fault)
            || !desk.Correct(id, body.Function ?? "", body.Secondary, body.Note ?? "", Expected(ifMatch)).TryGet(out CorrectionView? correction, out fault))
        {
            return Refused(fault);
        }

        Tag(response, correction.Tag);
        return TypedResults.Ok(correction);
    }

    private static Results<NoContent, ProblemHttpResult> Delete(
        [Description("段落或标题的编号。")] string id,
        FunctionDesk desk,
        HttpResponse response,
        [FromHeader(Name = "If-Match")][Description("更正应仍有的标签；不给则不比对。")] string? ifMatch = null)
    {
        if (!desk.Withdraw(id, Expected(ifMatch)).TryGet(out _, out Fault? fault))
        {
            return Refused(fault);
        }

        Tag(response, FunctionDesk.NoTag);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Refused(Fault fault) =>
        fault.Code == "correction.changed" ? Problems.From(fault, StatusCodes.Status412PreconditionFailed) : Problems.From(fault);

    private static string? Expected(string? ifMatch) => ifMatch is null or "*" ? null : ifMatch.Trim().Trim('"');

    private static void Tag(HttpResponse response, string tag) => response.Headers.ETag = $"\"{tag}\"";
}
