using System.ComponentModel;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Passages offered as best practice.</summary>
internal static class ExemplarsApi
{
    /// <summary>Most exemplars of one answer.</summary>
    private const int Most = 100;

    public static void MapExemplars(this RouteGroupBuilder api) =>
        api.MapGet("/exemplars", Find).WithTags("Exemplars").WithName("FindExemplars")
            .WithSummary("Concrete, original, undamaged passages of one function, best first, with the parts of their scores.");

    private static Results<Ok<ExemplarsView>, ProblemHttpResult> Find(
        SearchDesk desk,
        [Description("What the passage does: practice, result, plan, … or 主要做法, …")] string function,
        [Description("Words it should be about.")] string? topic = null,
        [Description("How many, 1 to 100.")] int top = 10)
    {
        if ((RequestLimits.Check(top, 0, Most) ?? RequestLimits.Check("topic", topic)) is { } bad)
        {
            return Problems.From(bad);
        }

        return desk.Exemplars(new ExemplarWish(function) { Topic = topic, Top = top }).TryGet(out ExemplarsView? found, out Fault? fault)
            ? TypedResults.Ok(found)
            : Problems.From(fault);
    }
}
