using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace JingJian.Web.Api;

/// <summary>An outline or a half-written draft.</summary>
/// <param name="Text">Its text.</param>
/// <param name="UnitType">The sort of unit, or null.</param>
/// <param name="Occasion">annual, half-year, special or personal; null for annual.</param>
/// <param name="Topic">What it is about, or null.</param>
/// <param name="Exemplars">How many exemplars for each section, 0 to 10.</param>
internal sealed record OutlineBody(string? Text, string? UnitType = null, string? Occasion = null, string? Topic = null, int Exemplars = 3);

/// <summary>Outlines: what is usual, what a draft lacks.</summary>
internal static class OutlinesApi
{
    public static void MapOutlines(this RouteGroupBuilder api)
    {
        api.MapGet("/outlines", Usual).WithTags("Outlines").WithName("GetOutline")
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapPost("/outlines/check", Check).WithTags("Outlines").WithName("CheckOutline")
            .Accepts<OutlineBody>("application/json")
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<OutlineView>, ProblemHttpResult> Usual(
        OutlineDesk desk,
        PersonsGate persons,
        ClaimsPrincipal user,
        [Description("单位类型：union、school……或 工会、学校……")] string? unitType = null,
        [Description("场合：annual 年度总结（默认）、half-year 半年总结、special 专项、personal 述职；中英文均可。")] string? occasion = null,
        [Description("主题。")] string? topic = null,
        [Description("每节附几个范例，0 到 10。")] int exemplars = 3,
        [Description("是否显示人名、电话和证件号；限审计、编辑、管理角色，服务以 show-persons 启动时人人可用。")] bool showPersons = false)
    {
        if ((RequestLimits.Check("topic", topic) ?? RequestLimits.Check("unitType", unitType) ?? RequestLimits.Check("occasion", occasion) ?? persons.Refusal(showPersons, user)) is { } bad)
        {
            return Problems.From(bad);
        }

        var wish = new OutlineWish { UnitType = unitType, Occasion = occasion, Topic = topic, Exemplars = exemplars, ShowPersons = showPersons };
        return desk.Usual(wish).TryGet(out OutlineView? outline, out Fault? fault) ? TypedResults.Ok(outline) : Problems.From(fault);
    }

    private static Task<Results<Ok<OutlineCheckView>, ProblemHttpResult>> Check(HttpRequest request, OutlineDesk desk, CancellationToken cancellationToken) =>
        JsonBody.AnswerAsync(
            request, "{\"text\":\"…\",\"unitType\":\"工会\",\"occasion\":\"年度总结\"}",
            (OutlineBody body) => Refusal(body) is { } refusal
                ? refusal
                : desk.Check(body.Text!, new OutlineWish { UnitType = body.UnitType, Occasion = body.Occasion, Topic = body.Topic, Exemplars = body.Exemplars }),
            cancellationToken);

    private static Fault? Refusal(OutlineBody body) => body.Text switch
    {
        { Length: > RequestLimits.DraftCharacters } text => new Fault("draft.too-long", $"草稿太长（{text.Length} 字），一次最多看 {RequestLimits.DraftCharacters} 字。"),
        { } text when !string.IsNullOrWhiteSpace(text) => RequestLimits.Check("topic", body.Topic) ?? RequestLimits.Check("unitType", body.UnitType) ?? RequestLimits.Check("occasion", body.Occasion),
        _ => new Fault("draft.empty", "提纲是空的，请给出小标题或正文。"),
    };
}
