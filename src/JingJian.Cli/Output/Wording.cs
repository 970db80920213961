using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Archive.Views;

namespace JingJian.Cli.Output;

/// <summary>The Chinese words for the names that views carry, as people read them.</summary>
internal static class Wording
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["title"] = "标题",
        ["heading"] = "小标题",
        ["paragraph"] = "正文",
        ["noise"] = "其他行",
        ["masked-date"] = "日期被遮盖",
        ["falsely-filled-date"] = "日期可能是误填",
        ["lost-figure"] = "数字丢失",
        ["lost-beginning"] = "开头缺失",
        ["truncated"] = "结尾被截断",
        ["teaser"] = "网站摘要",
        ["source-start"] = "文件开头",
        ["numbered-title"] = "带编号的标题",
        ["leading-space"] = "行首空格",
        ["opening-formula"] = "开头套语",
        ["closed-before"] = "上一篇已结束",
        ["chapters-restart"] = "章节重新编号",
        ["other-unit"] = "换了单位",
        ["glued-title"] = "标题与正文相连",
        ["same-opening"] = "开头与另一篇相同",
        ["press-opening"] = "新闻开头",
        ["union"] = "工会",
        ["school"] = "学校",
        ["hospital"] = "医院",
        ["township"] = "乡镇",
        ["government"] = "政府",
        ["bureau"] = "部门",
        ["enterprise"] = "企业",
        ["court"] = "法院、检察院",
        ["party"] = "党组织",
        ["national"] = "国家级",
        ["province"] = "省级",
        ["city"] = "市级",
        ["county"] = "县级",
        ["basic"] = "基层",
    };

    /// <summary>The Chinese word for a name; the name itself when there is none.</summary>
    public static string Of(string name) => ReuseWords.Find(name) ?? Words.GetValueOrDefault(name, name);

    /// <summary>A function and the second one.</summary>
    public static string OfFunction(string primary, string? secondary) =>
        secondary is null ? Function(primary) : $"{Function(primary)}·{Function(secondary)}";

    /// <summary>A share as people read it.</summary>
    public static string Percent(double share) => share.ToString("P1", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>How many units have something; of reports that state none nobody knows.</summary>
    public static string Units(int count) => count > 0 ? $"{count} 个单位" : "单位不详";

    /// <summary>Year and unit, as far as they are known.</summary>
    public static string Origin(int? year, string? organisation) => (year, organisation) switch
    {
        (null, null) => "单位、年份不详",
        (null, _) => organisation,
        (_, null) => $"{year}年",
        _ => $"{organisation} {year}年",
    };

    /// <summary>From when to when.</summary>
    public static string Years(int? first, int? last) => (first, last) switch
    {
        (null, _) or (_, null) => "年份不详",
        (int from, int to) => from == to ? $"{from}年" : $"{from}—{to}年",
    };

    /// <summary>Where a paragraph stands.</summary>
    public static string Lines(int line, int lineEnd) => line == lineEnd ? $"第{line}行" : $"第{line}—{lineEnd}行";

    private static string Function(string name) => FunctionNames.TryParse(name, out Function function) ? FunctionNames.ToChinese(function) : name;
}
