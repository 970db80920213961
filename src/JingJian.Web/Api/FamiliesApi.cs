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
        families.MapGet("/", List).WithName("ListFamilies").Tagged();
        families.MapGet("/{id}", Get).WithName("GetFamily").Tagged()
            .ProducesProblem(StatusCodes.Status404NotFound);
        families.MapGet("/export", ExportList).WithName("ExportFamilies")
            .ProducesExport();
        families.MapGet("/{id}/export", Export).WithName("ExportFamily")
            .ProducesExport().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<FamilyView>>, ProblemHttpResult> List(
        ReuseLedger ledger,
        [AsParameters] Page page,
        [Description("排列：size 处数多的在前，spread 涉及单位多的在前，age 年代早的在前。")] string order = "size")
    {
        if (!Order(order).TryGet(out FamilyOrder by, out Fault? fault) || !page.Start().TryGet(out ListPlace? place, out fault))
        {
            return Problems.From(fault);
        }

        int total = ledger.FamilyCount(), end = Math.Min(total, place.Offset + page.Top);
        return TypedResults.Ok(new Listing<FamilyView>(total, place.Offset, ledger.Families(page.Top, place.Offset, by), end < total ? new ListPlace(end, "").Write(page.Request.Question()) : null));
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> ExportList(
        OverviewDesk desk,
        [AsParameters] Page page,
        [Description("排列：size 处数多的在前，spread 涉及单位多的在前，age 年代早的在前。")] string order = "size",
        [Description("文件格式：html、docx、csv 或 json。")] string format = "html") =>
        Order(order).TryGet(out FamilyOrder by, out Fault? fault) && page.Start().TryGet(out ListPlace? place, out fault)
            ? ExportedFile.Send(format, "families", (wanted, file) => wanted.Write(desk.Families(page.Top, place.Offset, by), file))
            : Problems.From(fault);

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        [Description("同源族的编号。")] string id, OverviewDesk desk, [Description("文件格式：html、docx、csv 或 json。")] string format = "html") =>
        desk.Family(id) is { } family
            ? ExportedFile.Send(format, $"family-{family.Families[0].Family.Id}", (wanted, file) => wanted.Write(family, file))
            : Problems.NotFound("family", "同源族", id);

    private static Result<FamilyOrder> Order(string order) =>
        Names.OrderOf(order) is { } by ? by
            : new Fault("family.order", $"没有“{order}”这种排列，可用 size（处数）、spread（涉及单位）、age（最早年份）。");

    private static Results<Ok<FamilyDetailView>, ProblemHttpResult> Get([Description("同源族的编号。")] string id, ReuseLedger ledger) =>
        ledger.Family(id) is { } family ? TypedResults.Ok(family) : Problems.NotFound("family", "同源族", id);
}
