using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

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
        findings.MapGet("/", Find).WithName("ListFindings").Tagged();
        findings.MapPost("/verdicts", JudgeAsync).WithName("JudgeFindings")
            .Accepts<VerdictBody>("application/json").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<FindingsPageView>, ProblemHttpResult> Find(
        FindingDesk desk,
        HttpRequest request,
        CancellationToken cancellationToken,
        [Description("只要一种：only-year-changed 只改年份、stale-figures 数字未更新、spliced 拼接、left-over-name 漏改名称、slogan-changed 改口号、self-reuse 沿用旧文、spliced-report 拼接成篇、same-report 整篇相同。")] string? kind = null,
        [Description("只要有此结论的：confirmed 属实、dismissed 不成立、noted 备注、open 未处理。")] string? verdict = null,
        [Description("只要某单位的报告的（全称）。")] string? organisation = null,
        [Description("只要某年的报告的。")] int? year = null,
        [Description("只要一篇报告的（报告编号）。")] string? report = null,
        [Description("最多几条，1 到 1000；一篇报告的不拆开，罕见时可能更少，由 next 接着问。")] int top = 100,
        [Description("上一页给出的 next，原样传回；不给则从头。")] string? cursor = null)
    {
        Fault? fault = RequestLimits.Check(top, 0) ?? RequestLimits.Check("kind", kind) ?? RequestLimits.Check("organisation", organisation)
            ?? RequestLimits.Check("report", report) ?? RequestLimits.Check("cursor", cursor);
        ListPlace? place = ListPlace.Start;
        return fault is null && (cursor is null || ListPlace.Read(cursor, request.Question()).TryGet(out place, out fault))
            && desk.Find(new FindingsWish(kind, verdict, organisation, year, report), place.After.Length > 0 ? place.After : null, top, cancellationToken).TryGet(out FindingsPageView? page, out fault)
            ? TypedResults.Ok(page with { Next = page.Next is { } last ? new ListPlace(0, last).Write(request.Question()) : null })
            : Problems.From(fault!);
    }

    private static Task<Results<Ok<JudgedView>, ProblemHttpResult>> JudgeAsync(HttpRequest request, ClaimsPrincipal user, FindingDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(request, "{\"findings\":[\"…\"],\"verdict\":\"dismissed\",\"reason\":\"…\"}", (VerdictBody body) => Judge(desk, body, Gate.NameOf(user)), cancellationToken);

    private static Result<JudgedView> Judge(FindingDesk desk, VerdictBody body, string who) =>
        desk.Judge([.. (body.Findings ?? []).Select(id => id ?? "")], body.Verdict ?? "", body.Reason ?? "", who).TryGet(out int judged, out Fault? fault) ? new JudgedView(judged) : fault;
}
