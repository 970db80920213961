using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace JingJian.Web.Api;

/// <summary>What an auditor says of findings.</summary>
/// <param name="Findings">Their ids.</param>
/// <param name="Verdict">confirmed, dismissed, noted, or open to take back what was said.</param>
/// <param name="Reason">Why; must be given to dismiss or note.</param>
internal sealed record VerdictBody(IReadOnlyList<string>? Findings, string? Verdict, string? Reason);

/// <summary>How many findings were judged.</summary>
/// <param name="Judged">The number.</param>
internal sealed record JudgedView(int Judged);

/// <summary>What stands out in the reports of the archive, and what auditors say of it.</summary>
internal static class FindingsApi
{
    public static void MapFindings(this RouteGroupBuilder api)
    {
        RouteGroupBuilder findings = api.MapGroup("/findings").WithTags("Findings");
        findings.MapGet("/", Find).WithName("ListFindings").WithSummary("What stands out in the reports of the archive, report by report, with what auditors said of it.").Tagged();
        findings.MapPost("/verdicts", JudgeAsync).WithName("JudgeFindings").WithSummary("Confirms, dismisses or notes findings, many at once; all of them, or none when one is not there.")
            .Accepts<VerdictBody>("application/json").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<FindingsPageView>, ProblemHttpResult> Find(
        FindingDesk desk,
        CancellationToken cancellationToken,
        [Description("Only one kind: only-year-changed, stale-figures, spliced, left-over-name, slogan-changed, self-reuse, spliced-report, same-report.")] string? kind = null,
        [Description("confirmed, dismissed, noted, or open for those of which nothing was said.")] string? verdict = null,
        [Description("Only those of a unit's reports.")] string? organisation = null,
        [Description("Only those of a year's reports.")] int? year = null,
        [Description("Only those of one report, by its id.")] string? report = null,
        [Description("How many, 1 to 1000; those of one report are not parted, and where they are rare fewer come, with the way on.")] int top = 100,
        [Description("What the page before gave as next.")] string? cursor = null)
    {
        Fault? fault = RequestLimits.Check(top, 0) ?? RequestLimits.Check("kind", kind) ?? RequestLimits.Check("organisation", organisation)
            ?? RequestLimits.Check("report", report) ?? RequestLimits.Check("cursor", cursor);
        return fault is null && desk.Find(new FindingsWish(kind, verdict, organisation, year, report), cursor, top, cancellationToken).TryGet(out FindingsPageView? page, out fault)
            ? TypedResults.Ok(page)
            : Problems.From(fault!);
    }

    private static async Task<Results<Ok<JudgedView>, ProblemHttpResult>> JudgeAsync(
        HttpRequest request, ClaimsPrincipal user, FindingDesk desk, IOptions<JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<VerdictBody> read = await JsonBody.ReadAsync(
            request, json.Value.SerializerOptions, new VerdictBody(null, null, null), "{\"findings\":[\"…\"],\"verdict\":\"dismissed\",\"reason\":\"…\"}", cancellationToken);
        return read.TryGet(out VerdictBody? body, out Fault? fault)
            && desk.Judge([.. (body.Findings ?? []).Select(id => id ?? "")], body.Verdict ?? "", body.Reason ?? "", Gate.NameOf(user)).TryGet(out int judged, out fault)
            ? TypedResults.Ok(new JudgedView(judged))
            : Problems.From(fault);
    }
}
