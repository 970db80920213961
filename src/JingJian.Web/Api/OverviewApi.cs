using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>What is recycled in the archive as a whole.</summary>
internal static class OverviewApi
{
    public static void MapOverview(this RouteGroupBuilder api)
    {
        api.MapGet("/overview", Get).WithTags("Audit").WithName("GetOverview")
            .WithSummary("The archive as a whole: units by units, largest, widest and oldest families, most recycled passages, most and least original reports.").Tagged();
        api.MapGet("/overview/export", Export).WithTags("Audit").WithName("ExportOverview")
            .WithSummary("The same as a file that stands by itself: html, docx, csv or json.")
            .ProducesExport();
    }

    private static Results<Ok<OverviewView>, ProblemHttpResult> Get(
        OverviewDesk desk,
        [Description("How many entries in each list, 1 to 1000.")] int top = 20) =>
        RequestLimits.Check(top, 0) is { } fault ? Problems.From(fault) : TypedResults.Ok(desk.Overview(top));

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        OverviewDesk desk,
        [Description("How many entries in each list, 1 to 1000.")] int top = 20,
        [Description("html, docx, csv or json.")] string format = "html") =>
        RequestLimits.Check(top, 0) is { } fault
            ? Problems.From(fault)
            : ExportedFile.Send(format, "overview", (wanted, file) => wanted.Write(desk.Overview(top), file));
}
