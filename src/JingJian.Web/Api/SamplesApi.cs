using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>The invented samples that an archive holds.</summary>
/// <param name="Sources">How many source files are samples.</param>
/// <param name="Reports">How many reports are in them.</param>
internal sealed record SamplesView(int Sources, int Reports);

/// <summary>The invented files that an empty archive begins with, and the way out for them.</summary>
internal static class SamplesApi
{
    private const string Reason = "样例不再需要";

    public static void MapSamples(this RouteGroupBuilder api)
    {
        RouteGroupBuilder samples = api.MapGroup("/samples").WithTags("Sources");
        samples.MapGet("/", Get).WithName("GetSamples").Tagged();
        samples.MapDelete("/", RemoveAsync).WithName("RemoveSamples")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Ok<SamplesView> Get(Catalogue catalogue)
    {
        SourceView[] samples = In(catalogue);
        return TypedResults.Ok(new SamplesView(samples.Length, samples.Sum(source => source.Reports)));
    }

    private static async Task<Results<Ok<SamplesView>, ProblemHttpResult>> RemoveAsync(ClaimsPrincipal user, IngestQueue queue, CancellationToken cancellationToken)
    {
        Result<RemovalView[]> removed = await queue.RunAsync(archive => archive.Removals.RemoveAll([.. In(archive.Catalogue).Select(source => source.Id)], Reason, Gate.NameOf(user)), cancellationToken);
        return removed.TryGet(out RemovalView[]? gone, out Fault? fault) ? TypedResults.Ok(new SamplesView(gone.Length, gone.Sum(source => source.Reports))) : Problems.From(fault);
    }

    private static SourceView[] In(Catalogue catalogue) => [.. catalogue.Sources().Where(SampleFiles.Has)];
}
