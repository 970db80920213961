using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>A report with all its blocks: titles, headings, paragraphs and noise, in order.</summary>
/// <param name="Report">The report.</param>
/// <param name="Facts">What it says of itself, with the places that say so.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="Sections">What its sections do.</param>
internal sealed record ReportDetailView(ReportView Report, FactsView? Facts, IReadOnlyList<BlockView> Blocks, IReadOnlyList<SectionView> Sections);

/// <summary>The reports found in the sources.</summary>
internal static class ReportsApi
{
    public static void MapReports(this RouteGroupBuilder api)
    {
        RouteGroupBuilder reports = api.MapGroup("/reports").WithTags("Reports").ProducesProblem(StatusCodes.Status404NotFound);
        reports.MapGet("/", List).WithName("ListReports").Tagged();
        reports.MapGet("/{id}/sections", Sections).WithName("ListSections").Tagged();
        reports.MapGet("/{id}", Get).WithName("GetReport").Tagged();
    }

    private static Results<Ok<Listing<ReportView>>, ProblemHttpResult> List(
        Catalogue catalogue,
        [AsParameters] Page page,
        [Description("来源的编号或文件名；不给则列出全部。")] string? source = null)
    {
        if (source is null)
        {
            return page.Of(catalogue.Reports(null), report => report.Id);
        }

        IReadOnlyList<SourceView> sources = catalogue.FindSources(source);
        return sources.Count == 0
            ? Problems.NotFound("source", "来源文件", source)
            : page.Of([.. sources.SelectMany(one => catalogue.Reports(one.Id))], report => report.Id);
    }

    private static Results<Ok<Listing<SectionView>>, ProblemHttpResult> Sections([Description("报告的编号。")] string id, Catalogue catalogue) =>
        catalogue.Report(id) is null ? Problems.NotFound("report", "报告", id) : TypedResults.Ok(Listing<SectionView>.All(catalogue.Sections(id)));

    private static Results<Ok<ReportDetailView>, ProblemHttpResult> Get([Description("报告的编号。")] string id, Catalogue catalogue) =>
        catalogue.Report(id) is { } report
            ? TypedResults.Ok(new ReportDetailView(report, catalogue.Facts(id), catalogue.Blocks(id), catalogue.Sections(id)))
            : Problems.NotFound("report", "报告", id);
}
