using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Families of copies.</summary>
internal static class FamiliesApi
{
    public static void MapFamilies(this RouteGroupBuilder api)
    {
        RouteGroupBuilder families = api.MapGroup("/families").WithTags("Families");
        families.MapGet("/", List).WithName("ListFamilies").WithSummary("The families of copies, the largest first.");
        families.MapGet("/{id}", Get).WithName("GetFamily").WithSummary("One family with its members and what differs between them.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<FamilyView>>, ProblemHttpResult> List(
        ReuseLedger ledger,
        [AsParameters] Page page) =>
        page.Check() is { } fault
            ? Problems.From(fault)
            : TypedResults.Ok(new Listing<FamilyView>(ledger.FamilyCount(), page.Offset, ledger.Families(page.Top, page.Offset)));

    private static Results<Ok<FamilyDetailView>, ProblemHttpResult> Get([Description("Id of the family.")] string id, ReuseLedger ledger) =>
        ledger.Family(id) is { } family ? TypedResults.Ok(family) : Problems.NotFound("family", "同源族", id);
}
