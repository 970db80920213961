using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace JingJian.Web.Api;

/// <summary>A mark to set.</summary>
/// <param name="Target">Id of a source or report, or name of a source file.</param>
/// <param name="Kind">own, superior, template, quotable; none takes the mark back.</param>
/// <param name="Reason">Why; may be left out.</param>
internal sealed record MarkBody(string? Target, string? Kind, string? Reason);

/// <summary>An exclusion to make.</summary>
/// <param name="A">A source, report or paragraph.</param>
/// <param name="B">Another; left out, all matches of A are excluded.</param>
/// <param name="Reason">Why; must be given.</param>
internal sealed record ExclusionBody(string? A, string? B, string? Reason);

/// <summary>What people say about sources and matches.</summary>
internal static class JudgementsApi
{
    public static void MapJudgements(this RouteGroupBuilder api)
    {
        RouteGroupBuilder marks = api.MapGroup("/marks").WithTags("Judgements");
        marks.MapGet("/", ListMarks).WithName("ListMarks").WithSummary("The sources and reports that a person marked as own, superior, template or quotable.").Tagged();
        marks.MapPut("/", Mark).WithName("SetMark").WithSummary("Marks a source or a report; the kind none takes the mark back.")
            .Accepts<MarkBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        RouteGroupBuilder exclusions = api.MapGroup("/exclusions").WithTags("Judgements");
        exclusions.MapGet("/", ListExclusions).WithName("ListExclusions").WithSummary("The matches that a person took out of the figures, with the reasons.").Tagged();
        exclusions.MapPost("/", Exclude).WithName("AddExclusion").WithSummary("Takes matches out of the figures, for a reason.")
            .Accepts<ExclusionBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        exclusions.MapDelete("/{id:long}", Include).WithName("RemoveExclusion").WithSummary("Takes an exclusion back.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<MarkView>>, ProblemHttpResult> ListMarks(JudgementDesk desk, [AsParameters] LongPage page) => page.Of(desk.Marks(), mark => mark.Target);

    private static async Task<Results<Ok<Listing<MarkView>>, ProblemHttpResult>> Mark(
        HttpRequest request, JudgementDesk desk, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<MarkBody> read = await JsonBody.ReadAsync<MarkBody>(
            request, json.Value.SerializerOptions, new MarkBody(null, null, null), "{\"target\":\"…\",\"kind\":\"superior\",\"reason\":\"…\"}", cancellationToken);
        return read.TryGet(out MarkBody? body, out Fault? fault) && desk.Mark(body.Target ?? "", body.Kind ?? "", body.Reason ?? "").TryGet(out MarkView[]? marks, out fault)
            ? TypedResults.Ok(Listing<MarkView>.All(marks))
            : Problems.From(fault);
    }

    private static Results<Ok<Listing<ExclusionView>>, ProblemHttpResult> ListExclusions(JudgementDesk desk, [AsParameters] LongPage page) =>
        page.Of(desk.Exclusions(), exclusion => exclusion.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<Results<Ok<ExclusionView>, ProblemHttpResult>> Exclude(
        HttpRequest request, JudgementDesk desk, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<ExclusionBody> read = await JsonBody.ReadAsync<ExclusionBody>(
            request, json.Value.SerializerOptions, new ExclusionBody(null, null, null), "{\"a\":\"…\",\"b\":\"…\",\"reason\":\"…\"}", cancellationToken);
        return read.TryGet(out ExclusionBody? body, out Fault? fault) && desk.Exclude(body.A ?? "", body.B ?? "", body.Reason ?? "").TryGet(out ExclusionView? exclusion, out fault)
            ? TypedResults.Ok(exclusion)
            : Problems.From(fault);
    }

    private static Results<NoContent, ProblemHttpResult> Include([Description("Number of the exclusion.")] long id, JudgementDesk desk) =>
        desk.Include(id)
            ? TypedResults.NoContent()
            : Problems.NotFound("exclusion", "排除记录", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
