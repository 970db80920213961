using System.ComponentModel;
using JingJian.Archive.Views;
using JingJian.Text;
using JingJian.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace JingJian.Web.Api;

/// <summary>What a search may ask.</summary>
internal sealed record SearchParameters(
    [FromQuery(Name = "q")][property: Description("检索式：词、\"原样的字串\"、-排除的词；为空则只按筛选条件列出。")] string Q = "",
    [FromQuery(Name = "function")][property: Description("段落的功能：practice、result、plan……或 主要做法、工作成效、下步计划……")] string? Function = null,
    [FromQuery(Name = "undecided")][property: Description("true：只要功能未定的段落；false：只要已定的。")] bool? Undecided = null,
    [FromQuery(Name = "year")][property: Description("年份或范围：2021、2019..2021、..2021、2019..。")] string? Year = null,
    [FromQuery(Name = "organisation")][property: Description("单位全称。")] string? Organisation = null,
    [FromQuery(Name = "type")][property: Description("文种：summary、plan、essay、press、personal、other，或 工作总结、工作计划……")] string? Type = null,
    [FromQuery(Name = "unitType")][property: Description("单位类型：union、school、hospital、township、government、bureau、enterprise、court、party、other，或 工会、学校……")] string? UnitType = null,
    [FromQuery(Name = "copies")][property: Description("相同的段落共有几处（含自身）：1、3..5、11..。")] string? Copies = null,
    [FromQuery(Name = "originality")][property: Description("所在报告的原创度（百分比）：90..100、60..89、..59。")] string? Originality = null,
    [FromQuery(Name = "quantities")][property: Description("段落里带单位的数字有几处：0、1..、3..5。")] string? Quantities = null,
    [FromQuery(Name = "damaged")][property: Description("true：只要有遮盖、缺失或截断的段落；false：只要完好的。")] bool? Damaged = null,
    [FromQuery(Name = "sort")][property: Description("排列：relevance 相关（默认）、newest 最新、oldest 最早、originality 原创度高的在前。")] string? Sort = null,
    [FromQuery(Name = "report")][property: Description("只要一篇报告的（报告编号）。")] string? Report = null,
    [FromQuery(Name = "source")][property: Description("只要一个来源的（编号或文件名）。")] string? Source = null,
    [FromQuery(Name = "top")][property: Description("最多几条命中，1 到 1000。")] int Top = 10,
    [FromQuery(Name = "cursor")][property: Description("上一页给出的 next，原样传回；除 top、explain 外的参数须与上一页相同。")] string? Cursor = null,
    [FromQuery(Name = "collapse")][property: Description("是否把相同文字的各个副本合并为一条。")] bool Collapse = true,
    [FromQuery(Name = "expand")][property: Description("是否同时检索同义词和公文里的相关说法。")] bool Expand = true,
    [FromQuery(Name = "explain")][property: Description("是否说明得分的由来。")] bool Explain = false)
{
    /// <summary>What is wrong with the parameters as such, or null.</summary>
    public Fault? Check(int longestQuery) => RequestLimits.Check(Top, 0) ?? RequestLimits.Check("cursor", Cursor) ?? RequestLimits.Check("q", Q, longestQuery)
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
        Cursor = Cursor,
        Collapse = Collapse,
        Expand = Expand,
        Explain = Explain,
    };
}
