using System.ComponentModel;
using System.Security.Claims;
using JingJian.Archive;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Access;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

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
            .WithSummary("The sections that reports of some sort usually have, in their usual order with their share of the length, learned from the archive, each with exemplars.")
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapPost("/outlines/check", Check).WithTags("Outlines").WithName("CheckOutline")
            .WithSummary("An outline or half-written draft beside what is usual: exemplars for each of its sections, and the sections that are missing. Nothing of it is stored.")
            .Accepts<OutlineBody>("application/json")
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<OutlineView>, ProblemHttpResult> Usual(
        OutlineDesk desk,
        PersonsGate persons,
        ClaimsPrincipal user,
        [Description("The sort of unit: union, school, … or 工会, ….")] string? unitType = null,
        [Description("annual, half-year, special or personal, or 年度总结, 半年总结, 专项, 述职.")] string? occasion = null,
        [Description("What it is about.")] string? topic = null,
        [Description("How many exemplars for each section, 0 to 10.")] int exemplars = 3,
        [Description("Whether to show what belongs to persons; for auditors, editors and admins, and for all where the service was started with show-persons.")] bool showPersons = false)
    {
        if ((RequestLimits.Check("topic", topic) ?? RequestLimits.Check("unitType", unitType) ?? RequestLimits.Check("occasion", occasion) ?? persons.Refusal(showPersons, user)) is { } bad)
        {
            return Problems.From(bad);
        }

        var wish = new OutlineWish { UnitType = unitType, Occasion = occasion, Topic = topic, Exemplars = exemplars, ShowPersons = showPersons };
        return desk.Usual(wish).TryGet(out OutlineView? outline, out Fault? fault) ? TypedResults.Ok(outline) : Problems.From(fault);
    }

    private static async Task<Results<Ok<OutlineCheckView>, ProblemHttpResult>> Check(
        HttpRequest request, OutlineDesk desk, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json, CancellationToken cancellationToken)
    {
        Result<OutlineBody> read = await JsonBody.ReadAsync(
            request, json.Value.SerializerOptions, new OutlineBody(null), "{\"text\":\"…\",\"unitType\":\"工会\",\"occasion\":\"年度总结\"}", cancellationToken);
        if (!read.TryGet(out OutlineBody? body, out Fault? fault) || (fault = Refusal(body)) is not null)
        {
            return Problems.From(fault);
        }

        var wish = new OutlineWish { UnitType = body.UnitType, Occasion = body.Occasion, Topic = body.Topic, Exemplars = body.Exemplars };
        return desk.Check(body.Text!, wish).TryGet(out OutlineCheckView? check, out fault) ? TypedResults.Ok(check) : Problems.From(fault);
    }

    private static Fault? Refusal(OutlineBody body) => body.Text switch
    {
        { Length: > RequestLimits.DraftCharacters } text => new Fault("draft.too-long", $"草稿太长（{text.Length} 字），一次最多看 {RequestLimits.DraftCharacters} 字。"),
        { } text when !string.IsNullOrWhiteSpace(text) => RequestLimits.Check("topic", body.Topic) ?? RequestLimits.Check("unitType", body.UnitType) ?? RequestLimits.Check("occasion", body.Occasion),
        _ => new Fault("draft.empty", "提纲是空的，请给出小标题或正文。"),
    };
}
