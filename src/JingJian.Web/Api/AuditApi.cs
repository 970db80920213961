using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Audits of reports.</summary>
internal static class AuditApi
{
    public static void MapAudit(this RouteGroupBuilder api) =>
        api.MapGet("/audit/{id}", Get).WithTags("Audit").WithName("Audit")
            .WithSummary("How much of a report stands elsewhere, with findings and evidence; for a source, of each of its reports.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<Listing<AuditView>>, ProblemHttpResult> Get(
        [Description("Id of a report or of a source.")] string id, AuditDesk desk)
    {
        IReadOnlyList<AuditView> audits = desk.Audit(id);
        return audits.Count == 0
            ? Problems.NotFound("report", "报告或来源文件", id)
            : TypedResults.Ok(new Listing<AuditView>(audits.Count, 0, audits));
    }
}
