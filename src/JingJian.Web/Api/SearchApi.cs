using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Hosting;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Search over paragraphs.</summary>
internal static class SearchApi
{
    public static void MapSearch(this RouteGroupBuilder api) =>
        api.MapGet("/search", Find).WithTags("Search").WithName("Search").WithSummary("Paragraphs that match, best first, one hit a family of copies.");

    private static Results<Ok<SearchView>, ProblemHttpResult> Find(
        SearchDesk desk,
        Readiness readiness,
        [Description("Words, \"quoted phrases\", -words; empty to filter only.")] string q = "",
        [Description("What the paragraph does: practice, result, plan, … or 主要做法, …")] string? function = null,
        [Description("2021, 2019..2021, ..2021 or 2019..")] string? year = null,
        [Description("Whole name of the unit.")] string? organisation = null,
        [Description("Id of a report.")] string? report = null,
        [Description("Id or file name of a source.")] string? source = null,
        [Description("How many hits, 1 to 1000.")] int top = 10,
        [Description("How many of the best to pass over, 0 to 10000.")] int offset = 0,
        [Description("Whether copies of one text give one hit.")] bool collapse = true,
        [Description("Whether to explain the scores.")] bool explain = false)
    {
        Fault? fault = RequestLimits.Check(top, offset) ?? RequestLimits.Check("q", q)
            ?? RequestLimits.Check("organisation", organisation) ?? RequestLimits.Check("source", source);
        if (fault is not null)
        {
            return Problems.From(fault);
        }

        Result<SearchView> found = desk.Search(new SearchWish(q)
        {
            Function = function,
            Years = year,
            Organisation = organisation,
            Report = report,
            Source = source,
            Top = top,
            Offset = offset,
            Collapse = collapse,
            Explain = explain,
        });
        return found.TryGet(out SearchView? view, out fault) ? TypedResults.Ok(WithNotice(view, readiness.WaitingFor)) : Problems.From(fault);
    }

    /// <summary>Says that the archive is still being filled: what is not found yet may be found soon.</summary>
    private static SearchView WithNotice(SearchView view, string? waitingFor) => waitingFor is null
        ? view
        : view with { Notes = [$"{waitingFor}，结果还不全，请稍候再试。", .. view.Notes] };
}
