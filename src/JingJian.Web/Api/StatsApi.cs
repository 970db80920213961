using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>The archive in figures.</summary>
internal static class StatsApi
{
    public static void MapStats(this RouteGroupBuilder api) =>
        api.MapGet("/stats", Get).WithTags("Stats").WithName("GetStats").Tagged();

    private static Ok<StatsView> Get(Catalogue catalogue) => TypedResults.Ok(catalogue.Stats());
}
