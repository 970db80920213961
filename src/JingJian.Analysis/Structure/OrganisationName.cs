using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Finds the name of the unit that reports, as the report itself gives it.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. A wrong or generic name is worse than none: it would count copies within a unit as copies
/// between units. So a name ends in a word for a kind of unit, stands where reports name themselves (title, signature,
/// subject of the opening), and is dropped when it names a kind (县教育局, 公司工会) or is masked (xx公司).</para>
/// <para>A unit's office, department or party committee speaks for the unit: 青禾县第一中学办公室 is 青禾县第一中学.</para>
/// </remarks>
internal static partial class OrganisationName
{
    /// <summary>The unit named in a title.</summary>
    public static Group? InTitleLine(string title) => First(InTitle().Matches(title));

    /// <summary>The unit that signs in a line.</summary>
    public static Group? InSignatureLine(string line) => First(InSignature().Matches(line));

    /// <summary>The unit that is the subject of an opening.</summary>
    public static Group? InOpeningText(string opening) => First(InOpening().Matches(opening));

    /// <summary>The unit that says its name elsewhere: 我代表某市人民政府, 作者单位：某局, 某省总工会第三次代表大会.</summary>
    public static Group? InBodyText(string text) => First(InBody().Matches(text));

    /// <summary>The name of the unit itself: a unit's office or party committee speaks for the unit.</summary>
    public static string WithoutPart(string name) => Part().Replace(Party().Replace(name, "${o}"), "");

    private static Group? First(MatchCollection matches) =>
        matches.Select(match => match.Groups["o"]).FirstOrDefault(group => IsProper(WithoutPart(group.Value)));

    private static bool IsProper(string name) => name.Length >= 2 && (name.Length >= 3 || Numbered().IsMatch(name)) && !NoName().IsMatch(Company().Replace(name, ""));

    private const string Kind =
        "总工会|工会委员会|工会小组|工会|人民法院|法院|人民检察院|检察院|人民政府|政府|委员会|党委|党支部|管理处|管理局|办公室|中心|公司|集团|医院|中学|小学|学校|学院|大学|幼儿园|[一二三四五六七八九十]{1,2}中(?!学)|支行|分行|银行|局|厂|站|所|队|社区|街道|[镇乡村]|矿务局|矿(?!务)";

    private const string Bureaus = "教育局|财政局|民政局|公安局|卫生局|农业农村局|税务局|水务局|住建局|人社局|法院|检察院|人民法院|人民检察院";

    private const string Letters = @"[^，。；：！？、《》“”‘’（）()…\s\d]";

    // 恒力机械厂工会2018年…… · 关于石潭镇…… · 石潭镇镇长2023年…… · ……述职报告（青禾县城关小学）
    [GeneratedRegex("(?:^|^关于|^(?:关于)?(?:20[\\d_xX×*]{2}|202_)年(?:度|上半年)?|[（(](?=[^）)]*[）)]$))(?<o>" + Letters + "{2,24}?(?:" + Kind + "))"
        + @"(?=[\d_xX×*\s　（()）]|二[〇○零]|年|工作|政府工作报告|关于|上半年|下半年|半年|述职|党建|镇长|乡长|主席|校长|院长|局长|厂长|总?经理|书记|主任|$)")]
    private static partial Regex InTitle();

    // 青禾县总工会　2021年12月28日 · 城关小学总务处　二〇二四年一月八日
    [GeneratedRegex("^(?<o>" + Letters + "{2,24}?(?:" + Kind + @"))(?:" + Letters + @"{2,3}[处科室部])?(?=[\d_xX×*\s　（(]|二[〇○零]|$)")]
    private static partial Regex InSignature();

    // The subject of the opening: 2021年，青禾县总工会认真…… · 一年来，石潭镇干部…… · 柳河镇位于……
    [GeneratedRegex("(?:^|[。，,])(?:20[\\d_xX×*]{1,3}年(?:来|以来|上半年|度|是)?[，,]?|(?:回望|回顾)?(?:这|过去)?一年来?[，,]?|今年(?:以来)?[，,]?|上半年[，,]?)?(?:我们)?(?<o>" + Letters + "{2,20}?(?:" + Kind + "))"
        + @"(?=在[^。]{2,40}(?:领导|指导|关心|支持)|认真(?:贯彻|学习|落实)|紧[紧扣]|坚持|深入(?:贯彻|学习)|以[^。]{2,30}为|围绕|始终|全面(?:贯彻|落实)|共有|现有|现?辖|位于|迎来|立足|领导班子|党政|广大|全体|干部|把[“‘]|自成立|20\d\d年)")]
    private static partial Regex InOpening();

    // 作者单位：某管理局 · 我们某矿务局 · 查看某省总工会几年来 · 这是某市总工会主席 · 二矿特色 · 由某大学 ·
    // 20_年某乡对外宣传工作要点 · 某办公厅、某办公厅印发了《
    [GeneratedRegex("作者单位[：:](?<o>" + Letters + "{2,20}?(?:" + Kind + "))"
        + "|我们(?<o>[\\u4E00-\\u9FFF]{2,8}(?:矿务局|公司|集团|医院|中学|大学))"
        + "|(?<=^|[，。：；“”（）…\\s]|是|由|对|为|翻阅)(?<o>[^，。；：！？、《》“”‘’（）()…\\s\\d的是在阅]{2,6}[省市县区](?:总工会|人民政府|" + Bureaus + "))(?=第[一二三四五六七八九十]{1,3}次|主席|局长|院长|主任|召开|举办)"
        + "|(?<o>(?<![第一二三四五六七八九十])[一二三四五六七八九十]{1,2}(?:矿|连|分厂|车间))(?=特色|职工|工会|“)"
        + "|由(?<o>[\\u4E00-\\u9FFF]{2,4}大学)"
        + "|(?:20[\\d_xX×*]{1,2}|[_xX×*]{2,4})年(?<o>[\\u4E00-\\u9FFF]{2,3}[乡镇])(?!镇|村|[县级企])"
        + "|(?<o>[\\u4E00-\\u9FFF]{4,12}(?:办公厅|委员会|部))(?:、[\\u4E00-\\u9FFF]{2,12})?(?:联合)?印发了?《")]
    private static partial Regex InBody();

    [GeneratedRegex("^[一二三四五六七八九十]{1,2}(?:矿|连|分厂|车间)")]
    private static partial Regex Numbered();

    // A company chooses its name freely: 华为 has a particle in it.
    [GeneratedRegex("^.*(?=(?:有限|集团|股份)公司$)")]
    private static partial Regex Company();

    // 中共柳河镇委员会 is 柳河镇's.
    [GeneratedRegex("^中(?:共|国共产党)(?<o>.{3,20}?)(?:机关)?(?:委员会|党委)$")]
    private static partial Regex Party();

    [GeneratedRegex("(?<=(?:工会|政府|公司|集团|医院|中学|小学|学校|学院|大学|局|厂)(?:委员会)?)(?:委员会|办公室|党委|党支部)$")]
    private static partial Regex Part();

    // Masks; verbs and particles, which no name has; kinds of units; a unit seen from inside (县总工会, 镇政府), unless the
    // letter belongs to a place (镇江市, 市南区).
    [GeneratedRegex("[_xX×*○]|[的是在把为从不以及与和对被让使将要通了着过]|必须|措施|努力|积极|参加|上级|近日|日前|创新|加强|开展|实现|推进|做好|抓好|提高|促进|深化|强化|年|会议|第.{1,3}届|^(?:基层|各级|企业|国有企业|国企|省直|市直|县直|上级|学校|教育|车间|机关|乡镇|公司|医院|集团|单位|街道|社区|村|优秀|先进)(?:基层)?(?:总?工会|人民政府|政府|公司|局|党委|党支部|委员会|中心)?$"
        + "|^[我本该各全](?!椒|州)|^自治|^[省市县区镇乡厂校院局村](?!.{1,2}[市县区])|^(?:人民|总)")]
    private static partial Regex NoName();
}
