using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Audits of reports.</summary>
internal static class AuditApi
{
    public static void MapAudit(this RouteGroupBuilder api)
    {
        api.MapGet("/audit/{id}", Get).WithTags("Audit").WithName("Audit")
            .WithSummary("How much of a report stands elsewhere, with findings and evidence; for a source, of each of its reports.").Tagged()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/audit/{id}/export", Export).WithTags("Audit").WithName("ExportAudit")
            .WithSummary("The same as a file that stands by itself: html, docx, csv or json.")
            .ProducesExport()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<Listing<AuditView>>, ProblemHttpResult> Get(
        [Description("Id of a report or of a source.")] string id, AuditDesk desk)
    {
        IReadOnlyList<AuditView> audits = desk.Audit(id);
        return audits.Count == 0
            ? Problems.NotFound("report", "报告或来源文件", id)
            : TypedResults.Ok(Listing<AuditView>.All(audits));
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        [Description("Id of a report or of a source.")] string id,
        AuditDesk desk,
        [Description("html, docx, csv or json.")] string format = "html")
    {
        IReadOnlyList<AuditView> audits = desk.Audit(id);
        return audits.Count == 0
            ? Problems.NotFound("report", "报告或来源文件", id)
            : ExportedFile.Send(format, $"audit-{audits[0].Report.Id}", (wanted, file) => wanted.Write(audits, file));
    }
}
