using System.Collections.Immutable;
using System.Text.RegularExpressions;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Search.Exemplars;

/// <summary>What of a passage the learned measure of concreteness looks at.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours, after the guide of the labels (<c>corpus/labels/README.md</c>, Usefulness as an exemplar): named mechanisms, who did
/// what for whom, figures before and after, causes of shortcomings, targets of plans; against them stock words, slogans, other genres.</para>
/// <para><b>Guarantee.</b> The values stand in the order of <see cref="Names"/>; all are finite.</para>
/// </remarks>
public static partial class ConcreteFeatures
{
    private static readonly Function[] Functions = Enum.GetValues<Function>();
    private static readonly DocumentType[] Types = Enum.GetValues<DocumentType>();

    /// <summary>Verbs with somebody who does and something done; not 加强, 推进, 落实, which every slogan has.</summary>
    private static readonly string[] Verbs =
    [
        "成立", "建立", "设立", "组建", "创办", "举办", "召开", "制定", "修订", "出台", "印发", "下发", "签订", "聘请", "评选", "表彰", "奖励",
        "慰问", "走访", "看望", "发放", "筹集", "捐款", "捐助", "资助", "救助", "补助", "培训", "轮训", "调研", "座谈", "投入", "购置", "建成",
        "开通", "开设", "上线", "推出", "检查", "整改", "解决", "办理", "受理", "调解", "帮助", "安排", "选派", "结对", "报销", "减免", "公示",
    ];

    /// <summary>The names of the features.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "quantities", "any quantity", "quantities for 100 units", "sorts of units", "changes", "names", "titles", "mechanisms", "recipients",
        "deeds", "deeds for 100 units", "issued rules", "responsible", "items", "times", "causes", "targets",
        "stock words share", "slogans share", "clause length", "length", "short", "middling", "long", "very long",
        "masked", "I and you", "we", "questions", "exclamations",
        "quantities of plans", "targets of plans", "causes of problems", "quantities of results",
        .. Functions.Select(function => "function " + FunctionNames.ToEnglish(function)),
        .. Types.Select(type => "type " + type),
    ];

    /// <summary>Reads the features of a passage.</summary>
    /// <param name="text">Its text, folded.</param>
    /// <param name="function">What it does.</param>
    /// <param name="type">What sort of document it stands in.</param>
    /// <param name="isSlogan">Whether a quoted string is so common that it names no mechanism of one unit.</param>
    public static double[] Of(string text, Function function, DocumentType type, Func<string, bool> isSlogan)
    {
        ConcreteSigns signs = ConcreteSigns.Of(text);
        int length = Math.Max(1, text.Length);
        double per100 = 100.0 / length;
        double quantities = Log(signs.Quantities.Length);
        int deeds = Verbs.Count(verb => text.Contains(verb, StringComparison.Ordinal));
        double causes = Log(CausePattern().Count(text)), targets = Log(TargetPattern().Count(text));
        double plan = function == Function.Plan ? 1 : 0, problem = function == Function.Problem ? 1 : 0, result = function == Function.Result ? 1 : 0;
        return
        [
            quantities, Flag(signs.Quantities.Length > 0), Math.Min(5, signs.Quantities.Length * per100),
            Log(signs.Quantities.Select(span => text[span.End - 1]).Distinct().Count()),
            Log(signs.Changes.Length), Log(signs.Names.Count(name => !isSlogan(text[(name.Start + 1)..(name.End - 1)]))), Log(signs.Titles.Length),
            Log(signs.Mechanisms.Length), Log(signs.Recipients.Length),
            Log(deeds), Math.Min(5, deeds * per100), Log(IssuedPattern().Count(text)), Log(ResponsiblePattern().Count(text)), Log(ItemPattern().Count(text)),
            Log(TimePattern().Count(text)), causes, targets,
            Share(StockPattern(), text), Share(SloganPattern(), text), Math.Min(40, length / (1.0 + text.Count(unit => unit is ',' or '。' or ';'))),
            Math.Log(length), Flag(length < 60), Flag(length is >= 60 and < 110), Flag(length > 450), Flag(length > 900),
            Flag(MaskPattern().IsMatch(text)), Math.Min(5, PersonPattern().Count(text) * per100), Math.Min(5, WePattern().Count(text) * per100),
            Log(text.Count(unit => unit == '?')), Log(text.Count(unit => unit == '!')),
            plan * quantities, plan * targets, problem * causes, result * quantities,
            .. Functions.Select(one => Flag(one == function)),
            .. Types.Select(one => Flag(one == type)),
        ];
    }

    private static double Log(int count) => Math.Log(1 + count);

    private static double Flag(bool holds) => holds ? 1 : 0;

    private static double Share(Regex words, string text)
    {
        int covered = 0;
        foreach (ValueMatch match in words.EnumerateMatches(text))
        {
            covered += match.Length;
        }

        return covered / (double)Math.Max(1, text.Length);
    }

    [GeneratedRegex("原因|由于|因为|导致|造成|致使|根源|主要是", RegexOptions.CultureInvariant)]
    private static partial Regex CausePattern();

    [GeneratedRegex("力争|达到|确保|目标|完成|以上|以内|底前|不低于|不少于|全覆盖", RegexOptions.CultureInvariant)]
    private static partial Regex TargetPattern();

    [GeneratedRegex("(?:制定|修订|出台|印发|下发|签订|编印|审议通过|建立健全)[^,。;]{0,10}(?:《|制度|办法|方案|规定|细则|意见|合同|协议)", RegexOptions.CultureInvariant)]
    private static partial Regex IssuedPattern();

    [GeneratedRegex("由[^,。;]{1,12}(?:负责|牵头|担任|组织)|专人|责任人|责任到人|包[片保干]|牵头", RegexOptions.CultureInvariant)]
    private static partial Regex ResponsiblePattern();

    [GeneratedRegex("[一二三四五六七八九]是|第[一二三四五六]|首先|其次|再次|[①-⑨]|[(][0-9一二三四五][)]", RegexOptions.CultureInvariant)]
    private static partial Regex ItemPattern();

    [GeneratedRegex("[0-9x]月|[0-9]日|季度|每[周月季年天日]|[0-9]点|[月年]底|上半年|下半年|周[一二三四五六日]", RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();

    [GeneratedRegex(
        "进一步|不断|切实|努力|积极|大力|深入|认真|扎实|充分|全面|有效|加强|加快|强化|推进|推动|促进|提高|提升|增强|完善|健全|落实|贯彻|坚持|围绕|树立|弘扬|营造|发挥|重要|关键|意识|认识|觉悟|氛围|作用|水平|素质|能力|要求|精神|思想|观念|作风|原则|方针|指导",
        RegexOptions.CultureInvariant)]
    private static partial Regex StockPattern();

    [GeneratedRegex(
        "新台阶|新局面|新水平|新成绩|新贡献|更大的?贡献|伟大|旗帜|三个代表|科学发展观|中国特色|社会主义|和谐|复兴|中国梦|时代|辉煌|奋斗|拼搏|凝心聚力|齐心协力|与时俱进|开拓创新|求真务实|锐意进取|团结拼搏|努力奋斗|使命|初心|春风|号角|篇章",
        RegexOptions.CultureInvariant)]
    private static partial Regex SloganPattern();

    [GeneratedRegex(@"xx|××|\*\*|_", RegexOptions.CultureInvariant)]
    private static partial Regex MaskPattern();

    [GeneratedRegex("你|您|咱|我(?![们市省县校院会局司区镇乡国厂矿部委街村段站馆处科行班级系园])", RegexOptions.CultureInvariant)]
    private static partial Regex PersonPattern();

    [GeneratedRegex("我们|大家", RegexOptions.CultureInvariant)]
    private static partial Regex WePattern();
}
