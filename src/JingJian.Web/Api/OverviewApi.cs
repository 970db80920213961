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
        api.MapGet("/overview", Get).WithTags("Audit").WithName("GetOverview").Tagged();
        api.MapGet("/overview/export", Export).WithTags("Audit").WithName("ExportOverview")
            .ProducesExport();
    }

    private static Results<Ok<OverviewView>, ProblemHttpResult> Get(
        OverviewDesk desk,
        [Description("每个列表最多几条，1 到 1000。")] int top = 20) =>
        RequestLimits.Check(top, 0) is { } fault ? Problems.From(fault) : TypedResults.Ok(desk.Overview(top));

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        OverviewDesk desk,
        [Description("每个列表最多几条，1 到 1000。")] int top = 20,
        [Description("文件格式：html、docx、csv 或 json。")] string format = "html") =>
        RequestLimits.Check(top, 0) is { } fault
            ? Problems.From(fault)
            : ExportedFile.Send(format, "overview", (wanted, file) => wanted.Write(desk.Overview(top), file));
}
