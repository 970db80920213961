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
        api.MapGet("/audit/{id}", Get).WithTags("Audit").WithName("Audit").Tagged()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/audit/{id}/export", Export).WithTags("Audit").WithName("ExportAudit")
            .ProducesExport()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Results<Ok<Listing<AuditView>>, ProblemHttpResult> Get(
        [Description("报告或来源的编号。")] string id, AuditDesk desk)
    {
        IReadOnlyList<AuditView> audits = desk.Audit(id);
        return audits.Count == 0
            ? NoAudit(desk, id)
            : TypedResults.Ok(Listing<AuditView>.All(audits));
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Export(
        [Description("报告或来源的编号。")] string id,
        AuditDesk desk,
        [Description("文件格式：html、docx、csv 或 json。")] string format = "html")
    {
        IReadOnlyList<AuditView> audits = desk.Audit(id);
        return audits.Count == 0
            ? NoAudit(desk, id)
            : ExportedFile.Send(format, $"audit-{audits[0].Report.Id}", (wanted, file) => wanted.Write(audits, file));
    }

    private static ProblemHttpResult NoAudit(AuditDesk desk, string id) =>
        desk.NotCompared(id) is { } fault ? Problems.From(fault) : Problems.NotFound("report", "报告或来源文件", id);
}
