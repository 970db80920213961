using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Passages offered as best practice.</summary>
internal static class ExemplarsApi
{
    public static void MapExemplars(this RouteGroupBuilder api)
    {
        api.MapGet("/exemplars", Find).WithTags("Exemplars").WithName("FindExemplars")
            .WithSummary("Concrete, original, undamaged passages of one function, best first, with the parts of their scores and their weights. Names, telephone and identity numbers of persons are masked.")
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapGet("/paragraphs/{id}/template", Template).WithTags("Exemplars").WithName("GetTemplate")
            .WithSummary("A paragraph as a template: years, figures and names are empty slots, 〔待补：金额〕; nothing is prefilled.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<ExemplarsView>, ProblemHttpResult> Find(
        ExemplarDesk desk,
        PersonsGate persons,
        ClaimsPrincipal user,
        [Description("What the passage does: practice, result, plan, … or 主要做法, …")] string function,
        [Description("Words it should be about.")] string? topic = null,
        [Description("The sort of unit that writes: union, school, … or 工会, …; passages of its like lead.")] string? unitType = null,
        [Description("Whether to give each as a template, too.")] bool slots = false,
        [Description("Whether to show what belongs to persons; for auditors, editors and admins, and for all where the service was started with show-persons.")] bool showPersons = false,
        [Description("How many, 1 to 100.")] int top = 10)
    {
        if ((RequestLimits.Check(top, 0, ExemplarDesk.MostExemplars) ?? RequestLimits.Check("topic", topic) ?? RequestLimits.Check("unitType", unitType) ?? persons.Refusal(showPersons, user)) is { } bad)
        {
            return Problems.From(bad);
        }

        var wish = new ExemplarWish(function) { Topic = topic, UnitType = unitType, Templates = slots, ShowPersons = showPersons, Top = top };
        return desk.Find(wish).TryGet(out ExemplarsView? found, out Fault? fault) ? TypedResults.Ok(found) : Problems.From(fault);
    }

    private static Results<Ok<TemplateView>, ProblemHttpResult> Template(ExemplarDesk desk, [Description("Id of the paragraph.")] string id) =>
        desk.Template(id) is { } template ? TypedResults.Ok(template) : Problems.NotFound("paragraph", "段落", id);
}
