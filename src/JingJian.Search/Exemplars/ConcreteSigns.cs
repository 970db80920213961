using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Search.Exemplars;

/// <summary>The marks of a passage that says what was really done.</summary>
/// <param name="Quantities">Figures with a unit: 慰问困难职工23户, 提高15.6%. Years and numbers of order are none.</param>
/// <param name="Names">Named mechanisms and programmes in quotes: “五必访”.</param>
/// <param name="Titles">《…》: rules and documents.</param>
/// <param name="Deeds">How many different verbs of doing stand in it.</param>
internal sealed partial record ConcreteSigns(
    ImmutableArray<TextSpan> Quantities,
    ImmutableArray<TextSpan> Names,
    ImmutableArray<TextSpan> Titles,
    int Deeds)
{
    /// <summary>Verbs with somebody who does and something done; not 加强, 推进, 落实, which every slogan has.</summary>
    private static readonly string[] Verbs =
    [
        "成立", "建立", "设立", "组建", "创办", "举办", "召开", "制定", "修订", "出台", "印发", "下发", "签订", "聘请", "评选", "表彰", "奖励",
        "慰问", "走访", "看望", "发放", "筹集", "捐款", "捐助", "资助", "救助", "补助", "培训", "轮训", "调研", "座谈", "投入", "购置", "建成",
        "开通", "开设", "上线", "推出", "检查", "整改", "解决", "办理", "受理", "调解", "帮助", "安排", "选派", "结对", "报销", "减免", "公示",
    ];

    /// <summary>Reads the signs from a folded text.</summary>
    public static ConcreteSigns Of(string text) => new(
        Spans(QuantityPattern().Matches(text)),
        Spans(NamePattern().Matches(text)),
        Spans(TitlePattern().Matches(text)),
        Verbs.Count(verb => text.Contains(verb, StringComparison.Ordinal)));

    /// <summary>All spans, in order of place.</summary>
    public ImmutableArray<TextSpan> Evidence => [.. Quantities.Concat(Names).Concat(Titles).OrderBy(span => span.Start).ThenBy(span => span.End)];

    private static ImmutableArray<TextSpan> Spans(MatchCollection matches) => [.. matches.Select(match => new TextSpan(match.Index, match.Length))];

    // A figure and its unit; 年 月 日 号 are dates, 第3次 is an order, 1、 a list.
    [GeneratedRegex(
        @"(?<![第0-9._a-z])[0-9]+(?:[.,][0-9]+)*(?:%|个百分点|[余多几]?[百千万亿]*[余多]?(?:元|人|名|户|家|个|次|场|件|项|条|篇|期|份|台|套|吨|亩|公里|平方米|平米|天|小时|学时|课时|人次|对|支|所|处|间|批|册|块|幅|辆|栋|米|公斤|倍|岁|例|组|位))",
        RegexOptions.CultureInvariant)]
    private static partial Regex QuantityPattern();

    [GeneratedRegex("“[^“”,。;:!?]{2,14}”", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex("《[^《》]{2,40}》", RegexOptions.CultureInvariant)]
    private static partial Regex TitlePattern();
}
