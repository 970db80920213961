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
        families.MapGet("/", List).WithName("ListFamilies").WithSummary("The families of copies: by size, by spread over units or by age.").Tagged();
        families.MapGet("/{id}", Get).WithName("GetFamily").WithSummary("One family: its members and what differs between them, the template with its slots, the years it went through.").Tagged()
            .ProducesProblem(StatusCodes.Status404NotFound);
        families.MapGet("/export", ExportList).WithName("ExportFamilies").WithSummary("Families with templates, years and members as a file that stands by itself: html, docx, csv or json.")
            .ProducesExport();
        families.MapGet("/{id}/export", Export).WithName("ExportFamily").WithSummary("One family as such a file.")
            .ProducesExport().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<FamilyView>>, ProblemHttpResult> List(
        ReuseLedger ledger,
        [AsParameters] Page page,
        [Description("size, spread or age: most copies, most units, or the earliest year first.")] string order = "size")
    {
        if (!Order(order).TryGet(out FamilyOrder by, out Fault? fault) || !page.Start().TryGet(out ListPlace? place, out fault))
        {
            return Problems.From(fault);
        }

        int total = ledger.FamilyCount(), end = Math.Min(total, place.Offset + page.Top);
        return TypedResults.Ok(new Listing<FamilyView>(total, place.Offset, ledger.Families(page.Top, place.Offset, by), end < total ? new ListPlace(end, "").Write(page.Request) : null));
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> ExportList(
        OverviewDesk desk,
        [AsParameters] Page page,
        [Description("size, spread or age: most copies, most units, or the earliest year first.")] string order = "size",
        [Description("html, docx, csv or json.")] string format = "html") =>
        Order(order).TryGet(out FamilyOrder by, out Fault? fault) && page.Start().TryGet(out ListPlace? place, out fault)
            ? ExportedFile.Send(format, "families", (wanted, file) => wanted.Write(desk.Families(page.Top, place.Offset, by), file))
            : Problems.From(fault);

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        [Description("Id of the family.")] string id, OverviewDesk desk, [Description("html, docx, csv or json.")] string format = "html") =>
        desk.Family(id) is { } family
            ? ExportedFile.Send(format, $"family-{family.Families[0].Family.Id}", (wanted, file) => wanted.Write(family, file))
            : Problems.NotFound("family", "同源族", id);

    private static Result<FamilyOrder> Order(string order) =>
        Names.OrderOf(order) is { } by ? by
            : new Fault("family.order", $"没有“{order}”这种排列，可用 size（处数）、spread（涉及单位）、age（最早年份）。");

    private static Results<Ok<FamilyDetailView>, ProblemHttpResult> Get([Description("Id of the family.")] string id, ReuseLedger ledger) =>
        ledger.Family(id) is { } family ? TypedResults.Ok(family) : Problems.NotFound("family", "同源族", id);
}
