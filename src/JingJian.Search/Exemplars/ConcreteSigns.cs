using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Text;

namespace JingJian.Search.Exemplars;

/// <summary>The marks of a passage that says what was really done, and those of one that only says how good it was.</summary>
/// <param name="Quantities">Figures with a unit: 慰问困难职工23户, 提高15.6%. Years and numbers of order are none.</param>
/// <param name="Names">Named mechanisms and programmes in quotes: “五必访”.</param>
/// <param name="Titles">《…》: rules and documents.</param>
/// <param name="Mechanisms">Arrangements without quotes: 台账, 联席会议, 一户一档.</param>
/// <param name="Changes">Before and after: 由3家增加到8家, 同比下降12%.</param>
/// <param name="Recipients">For whom: 慰问困难职工, 为学生.</param>
internal sealed partial record ConcreteSigns(
    ImmutableArray<TextSpan> Quantities,
    ImmutableArray<TextSpan> Names,
    ImmutableArray<TextSpan> Titles,
    ImmutableArray<TextSpan> Mechanisms,
    ImmutableArray<TextSpan> Changes,
    ImmutableArray<TextSpan> Recipients)
{
    /// <summary>How many figures with a unit a folded text states.</summary>
    public static int CountQuantities(ReadOnlySpan<char> text) => QuantityPattern().Count(text);

    /// <summary>Reads the signs from a folded text.</summary>
    public static ConcreteSigns Of(string text) => new(
        Spans(QuantityPattern().Matches(text)),
        Spans(NamePattern().Matches(text)),
        Spans(TitlePattern().Matches(text)),
        Spans(MechanismPattern().Matches(text)),
        Spans(ChangePattern().Matches(text)),
        Spans(RecipientPattern().Matches(text)));

    /// <summary>What a reader is shown, in order of place: quantities, names and titles.</summary>
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

    [GeneratedRegex(
        "台账|名册|档案|联席会|领导小组|工作室|服务站|清单|[一每][户人事件村企校]一[档策案卡表责]|结对|试点|示范点|专班|热线|信箱|公示栏|例会|通报制|责任制|责任书|承诺书|[办考]法[(》]|专项资金|基金|预案",
        RegexOptions.CultureInvariant)]
    private static partial Regex MechanismPattern();

    [GeneratedRegex(
        "[由从][^,。;]{0,24}?[0-9][^,。;]{0,12}[到至为][^,。;]{0,8}?[0-9]|同比|[较比](?:上年|去年|往年|同期|年初)|(?:增长|增加|提高|提升|上升|下降|降低|减少|缩短|压缩)[了到至为]?[约近]?[0-9]",
        RegexOptions.CultureInvariant)]
    private static partial Regex ChangePattern();

    [GeneratedRegex(
        "(?:为|向|给|对|帮助|慰问|走访|看望|救助|资助|培训|服务|组织|安排|表彰|奖励)[^,。;:]{0,14}?(?:职工|工人|农民工|群众|学生|教师|企业|居民|村民|老人|儿童|家庭|患者|病人|党员|干部|农户|贫困户|残疾人|用户|客户|旅客|社区|员工|村)",
        RegexOptions.CultureInvariant)]
    private static partial Regex RecipientPattern();
}
