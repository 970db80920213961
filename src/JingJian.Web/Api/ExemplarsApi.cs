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
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapGet("/paragraphs/{id}/template", Template).WithTags("Exemplars").WithName("GetTemplate")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<ExemplarsView>, ProblemHttpResult> Find(
        ExemplarDesk desk,
        PersonsGate persons,
        ClaimsPrincipal user,
        [Description("段落的功能：practice、result、plan……或 主要做法、工作成效、下步计划……")] string function,
        [Description("主题词。")] string? topic = null,
        [Description("写稿单位的类型：union、school……或 工会、学校……；同类单位的段落在前。")] string? unitType = null,
        [Description("是否另附模板。")] bool slots = false,
        [Description("是否显示人名、电话和证件号；限审计、编辑、管理角色，服务以 show-persons 启动时人人可用。")] bool showPersons = false,
        [Description("最多几条，1 到 100。")] int top = 10)
    {
        if ((RequestLimits.Check(top, 0, ExemplarDesk.MostExemplars) ?? RequestLimits.Check("topic", topic) ?? RequestLimits.Check("unitType", unitType) ?? persons.Refusal(showPersons, user)) is { } bad)
        {
            return Problems.From(bad);
        }

        var wish = new ExemplarWish(function) { Topic = topic, UnitType = unitType, Templates = slots, ShowPersons = showPersons, Top = top };
        return desk.Find(wish).TryGet(out ExemplarsView? found, out Fault? fault) ? TypedResults.Ok(found) : Problems.From(fault);
    }

    private static Results<Ok<TemplateView>, ProblemHttpResult> Template(ExemplarDesk desk, [Description("段落的编号。")] string id) =>
        desk.Template(id) is { } template ? TypedResults.Ok(template) : Problems.NotFound("paragraph", "段落", id);
}
