using JingJian.Archive;
using JingJian.Text;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>How the service is.</summary>
/// <param name="Status"><c>live</c> or <c>ready</c>.</param>
internal sealed record HealthView(string Status);

/// <summary>For whoever watches the service.</summary>
internal static class HealthApi
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder health = routes.MapGroup("/health").WithTags("Health");
        health.MapGet("/live", () => TypedResults.Ok(new HealthView("live"))).WithName("GetLive");
        health.MapGet("/ready", Ready).WithName("GetReady")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<HealthView>, ProblemHttpResult> Ready(Readiness readiness, ReportArchive archive)
    {
        if (readiness.WaitingFor is { } work)
        {
            return Problems.From(new Fault("service.not-ready", $"{work}，请稍候。"), StatusCodes.Status503ServiceUnavailable);
        }

        // A store that cannot be read answers 500 here, as it would everywhere else.
        archive.Reuse.FamilyCount();
        return TypedResults.Ok(new HealthView("ready"));
    }
}
