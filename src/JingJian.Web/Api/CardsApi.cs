using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>Best practice cards.</summary>
internal static class CardsApi
{
    public static void MapCards(this RouteGroupBuilder api) =>
        api.MapGet("/cards", Find).WithTags("Exemplars").WithName("FindCards")
            .WithSummary("Best practice cards: what was needed, what was done, what came of it (需求—做法—成效), each from one report with citations, and every unit that has the practice, the earliest first, with the figures it reports.")
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static Results<Ok<CardsView>, ProblemHttpResult> Find(
        CardDesk desk,
        PersonsGate persons,
        ClaimsPrincipal user,
        [Description("What the practices are about.")] string? topic = null,
        [Description("The sort of unit that writes: union, school, … or 工会, …; practices of its like lead.")] string? unitType = null,
        [Description("Whether to show what belongs to persons; for auditors, editors and admins, and for all where the service was started with show-persons.")] bool showPersons = false,
        [Description("How many, 1 to 20.")] int top = 5)
    {
        if ((RequestLimits.Check(top, 0, CardDesk.MostCards) ?? RequestLimits.Check("topic", topic) ?? RequestLimits.Check("unitType", unitType) ?? persons.Refusal(showPersons, user)) is { } bad)
        {
            return Problems.From(bad);
        }

        var wish = new CardWish { Topic = topic, UnitType = unitType, Top = top, ShowPersons = showPersons };
        return desk.Find(wish).TryGet(out CardsView? found, out Fault? fault) ? TypedResults.Ok(found) : Problems.From(fault);
    }
}
