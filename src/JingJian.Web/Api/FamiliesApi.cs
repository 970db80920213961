using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Families of copies.</summary>
internal static class FamiliesApi
{
    public static void MapFamilies(this RouteGroupBuilder api)
    {
        RouteGroupBuilder families = api.MapGroup("/families").WithTags("Families");
        families.MapGet("/", List).WithName("ListFamilies").WithSummary("The families of copies: by size, by spread over units or by age.");
        families.MapGet("/{id}", Get).WithName("GetFamily").WithSummary("One family: its members and what differs between them, the template with its slots, the years it went through.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<FamilyView>>, ProblemHttpResult> List(
        ReuseLedger ledger,
        [AsParameters] Page page,
        [Description("size, spread or age: most copies, most units, or the earliest year first.")] string order = "size") =>
        page.Check() is { } fault
            ? Problems.From(fault)
            : Names.OrderOf(order) is not { } by
                ? Problems.From(new Fault("family.order", $"没有“{order}”这种排列，可用 size（处数）、spread（涉及单位）、age（最早年份）。"))
                : TypedResults.Ok(new Listing<FamilyView>(ledger.FamilyCount(), page.Offset, ledger.Families(page.Top, page.Offset, by)));

    private static Results<Ok<FamilyDetailView>, ProblemHttpResult> Get([Description("Id of the family.")] string id, ReuseLedger ledger) =>
        ledger.Family(id) is { } family ? TypedResults.Ok(family) : Problems.NotFound("family", "同源族", id);
}
