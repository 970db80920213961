using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Api;

/// <summary>What a search may ask.</summary>
internal sealed record SearchParameters(
    [FromQuery(Name = "q")][property: Description("Words, \"quoted phrases\", -words; empty to filter only.")] string Q = "",
    [FromQuery(Name = "function")][property: Description("What the paragraph does: practice, result, plan, … or 主要做法, …")] string? Function = null,
    [FromQuery(Name = "year")][property: Description("2021, 2019..2021, ..2021 or 2019..")] string? Year = null,
    [FromQuery(Name = "organisation")][property: Description("Whole name of the unit.")] string? Organisation = null,
    [FromQuery(Name = "report")][property: Description("Id of a report.")] string? Report = null,
    [FromQuery(Name = "source")][property: Description("Id or file name of a source.")] string? Source = null,
    [FromQuery(Name = "top")][property: Description("How many hits, 1 to 1000.")] int Top = 10,
    [FromQuery(Name = "offset")][property: Description("How many of the best to pass over, 0 to 10000.")] int Offset = 0,
    [FromQuery(Name = "collapse")][property: Description("Whether copies of one text give one hit.")] bool Collapse = true,
    [FromQuery(Name = "expand")][property: Description("Whether to look for words that mean the same, and for how officials write what is asked.")] bool Expand = true,
    [FromQuery(Name = "explain")][property: Description("Whether to explain the scores.")] bool Explain = false);
