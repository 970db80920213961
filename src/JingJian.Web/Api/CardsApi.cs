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
            .ProducesProblem(StatusCodes.Status403Forbidden);

    private static Results<Ok<CardsView>, ProblemHttpResult> Find(
        CardDesk desk,
        PersonsGate persons,
        ClaimsPrincipal user,
        [Description("做法的主题。")] string? topic = null,
        [Description("写稿单位的类型：union、school……或 工会、学校……；同类单位的做法在前。")] string? unitType = null,
        [Description("是否显示人名、电话和证件号；限审计、编辑、管理角色，服务以 show-persons 启动时人人可用。")] bool showPersons = false,
        [Description("最多几张，1 到 20。")] int top = 5)
    {
        if ((RequestLimits.Check(top, 0, CardDesk.MostCards) ?? RequestLimits.Check("topic", topic) ?? RequestLimits.Check("unitType", unitType) ?? persons.Refusal(showPersons, user)) is { } bad)
        {
            return Problems.From(bad);
        }

        var wish = new CardWish { Topic = topic, UnitType = unitType, Top = top, ShowPersons = showPersons };
        return desk.Find(wish).TryGet(out CardsView? found, out Fault? fault) ? TypedResults.Ok(found) : Problems.From(fault);
    }
}
