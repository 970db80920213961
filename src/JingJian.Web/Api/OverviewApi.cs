using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>What is recycled in the archive as a whole.</summary>
internal static class OverviewApi
{
    public static void MapOverview(this RouteGroupBuilder api) =>
        api.MapGet("/overview", Get).WithTags("Audit").WithName("GetOverview")
            .WithSummary("The archive as a whole: units by units, largest, widest and oldest families, most recycled passages, most and least original reports.");

    private static Results<Ok<OverviewView>, ProblemHttpResult> Get(
        OverviewDesk desk,
        [Description("How many entries in each list, 1 to 1000.")] int top = 20) =>
        RequestLimits.Check(top, 0) is { } fault ? Problems.From(fault) : TypedResults.Ok(desk.Overview(top));
}
