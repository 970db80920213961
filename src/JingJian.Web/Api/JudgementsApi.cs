using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

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
        marks.MapGet("/", ListMarks).WithName("ListMarks").Tagged();
        marks.MapPut("/", Mark).WithName("SetMark")
            .Accepts<MarkBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        RouteGroupBuilder exclusions = api.MapGroup("/exclusions").WithTags("Judgements");
        exclusions.MapGet("/", ListExclusions).WithName("ListExclusions").Tagged();
        exclusions.MapPost("/", Exclude).WithName("AddExclusion")
            .Accepts<ExclusionBody>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound);
        exclusions.MapDelete("/{id:long}", Include).WithName("RemoveExclusion")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<MarkView>>, ProblemHttpResult> ListMarks(JudgementDesk desk, [AsParameters] LongPage page) => page.Of(desk.Marks(), mark => mark.Target);

    private static Task<Results<Ok<Listing<MarkView>>, ProblemHttpResult>> Mark(HttpRequest request, JudgementDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            request, "{\"target\":\"…\",\"kind\":\"superior\",\"reason\":\"…\"}",
            (MarkBody body) => Listing<MarkView>.Of(desk.Mark(body.Target ?? "", body.Kind ?? "", body.Reason ?? "")), cancellationToken);

    private static Results<Ok<Listing<ExclusionView>>, ProblemHttpResult> ListExclusions(JudgementDesk desk, [AsParameters] LongPage page) =>
        page.Of(desk.Exclusions(), exclusion => exclusion.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static Task<Results<Ok<ExclusionView>, ProblemHttpResult>> Exclude(HttpRequest request, JudgementDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            request, "{\"a\":\"…\",\"b\":\"…\",\"reason\":\"…\"}", (ExclusionBody body) => desk.Exclude(body.A ?? "", body.B ?? "", body.Reason ?? ""), cancellationToken);

    private static Results<NoContent, ProblemHttpResult> Include([Description("排除的编号。")] long id, JudgementDesk desk) =>
        desk.Include(id)
            ? TypedResults.NoContent()
            : Problems.NotFound("exclusion", "排除记录", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
