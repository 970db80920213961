using System.ComponentModel;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Api;

/// <summary>What a search may ask.</summary>
internal sealed record SearchParameters(
    [FromQuery(Name = "q")][property: Description("Words, \"quoted phrases\", -words; empty to filter only.")] string Q = "",
    [FromQuery(Name = "function")][property: Description("What the paragraph does: practice, result, plan, … or 主要做法, …")] string? Function = null,
    [FromQuery(Name = "undecided")][property: Description("true: only paragraphs whose function is too unsure to count as decided; false: only decided ones.")] bool? Undecided = null,
    [FromQuery(Name = "year")][property: Description("2021, 2019..2021, ..2021 or 2019..")] string? Year = null,
    [FromQuery(Name = "organisation")][property: Description("Whole name of the unit.")] string? Organisation = null,
    [FromQuery(Name = "type")][property: Description("Sort of document: summary, plan, essay, press, personal, other, or 工作总结, …")] string? Type = null,
    [FromQuery(Name = "unitType")][property: Description("Sort of unit: union, school, hospital, township, government, bureau, enterprise, court, party, other, or 工会, …")] string? UnitType = null,
    [FromQuery(Name = "copies")][property: Description("How many copies of it there are, itself included: 1, 3..5 or 11..")] string? Copies = null,
    [FromQuery(Name = "originality")][property: Description("How many percent of its report stand in no other: 90..100")] string? Originality = null,
    [FromQuery(Name = "quantities")][property: Description("How many figures with a unit the paragraph states: 0, 1.., 3..5")] string? Quantities = null,
    [FromQuery(Name = "damaged")][property: Description("true: only paragraphs in which something is masked, lost or cut off; false: only whole ones.")] bool? Damaged = null,
    [FromQuery(Name = "sort")][property: Description("relevance, newest, oldest or originality.")] string? Sort = null,
    [FromQuery(Name = "report")][property: Description("Id of a report.")] string? Report = null,
    [FromQuery(Name = "source")][property: Description("Id or file name of a source.")] string? Source = null,
    [FromQuery(Name = "top")][property: Description("How many hits, 1 to 1000.")] int Top = 10,
    [FromQuery(Name = "offset")][property: Description("How many of the best to pass over, 0 to 10000.")] int Offset = 0,
    [FromQuery(Name = "collapse")][property: Description("Whether copies of one text give one hit.")] bool Collapse = true,
    [FromQuery(Name = "expand")][property: Description("Whether to look for words that mean the same, and for how officials write what is asked.")] bool Expand = true,
    [FromQuery(Name = "explain")][property: Description("Whether to explain the scores.")] bool Explain = false)
{
    /// <summary>What is wrong with the parameters as such, or null.</summary>
    public Fault? Check(int longestQuery) => RequestLimits.Check(Top, Offset) ?? RequestLimits.Check("q", Q, longestQuery)
        ?? RequestLimits.Check("organisation", Organisation) ?? RequestLimits.Check("source", Source);

    /// <summary>The same for the archive.</summary>
    public SearchWish Wish() => new(Q ?? "")
    {
        Function = Function,
        Undecided = Undecided,
        Years = Year,
        Organisation = Organisation,
        Type = Type,
        UnitType = UnitType,
        Copies = Copies,
        Originality = Originality,
        Quantities = Quantities,
        Damaged = Damaged,
        Sort = Sort,
        Report = Report,
        Source = Source,
        Top = Top,
        Offset = Offset,
        Collapse = Collapse,
        Expand = Expand,
        Explain = Explain,
    };
}
