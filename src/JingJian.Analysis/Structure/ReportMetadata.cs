using System.Globalization;
using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>What a report says of itself: year, organisation, sort of document.</summary>
internal static partial class ReportMetadata
{
    /// <summary>How much of a report's text is read for statements about itself.</summary>
    private const int OpeningCharacters = 400;

    /// <summary>The year of the title, else of the signature's date, else the first year in the opening; masked years count as none.</summary>
    public static int? Year(string title, string opening, string ending)
    {
        foreach (string text in (string[])[title, ending, opening[..Math.Min(OpeningCharacters, opening.Length)]])
        {
            if (YearPattern().Match(text) is { Success: true } match)
            {
                return ReadYear(match.Groups["y"].Value);
            }
        }

        return null;
    }

    /// <summary>The organisation named in the title, else in a signature line, else at the start of the opening; null for a
    /// masked name (xx公司) or one that names a kind of unit rather than a unit (基层工会).</summary>
    public static string? Organisation(string title, string opening, string? signature)
    {
        string start = opening[..Math.Min(OpeningCharacters, opening.Length)];
        Match[] places = [LeadingOrganisation().Match(title), LeadingOrganisation().Match(signature ?? ""), OpeningOrganisation().Match(start)];
        return places.Where(match => match.Success).Select(match => match.Groups["o"].Value).FirstOrDefault(IsProperName);
    }

    private static bool IsProperName(string name) => !NoName().IsMatch(name);

    /// <summary>The sort of document, by its title and then by its first words.</summary>
    public static DocumentType Type(string title, bool hasTitle, string opening) => title switch
    {
        _ when !hasTitle => PlanOpening().IsMatch(opening) ? DocumentType.Plan : DocumentType.Summary,
        _ when title.Contains("述职", StringComparison.Ordinal) || title.Contains("个人", StringComparison.Ordinal) => DocumentType.Personal,
        _ when PlanTitle().IsMatch(title) => DocumentType.Plan,
        _ => DocumentType.Summary,
    };

    private static int ReadYear(string digits) => char.IsAsciiDigit(digits[0])
        ? int.Parse(digits, CultureInfo.InvariantCulture)
        : digits.Aggregate(0, (value, digit) => (value * 10) + (digit is '零' or '○' ? 0 : "〇一二三四五六七八九".IndexOf(digit, StringComparison.Ordinal)));

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19[89]|20[0-4])\d|二[〇零○][〇零○一二三四][〇零○一二三四五六七八九])年?")]
    private static partial Regex YearPattern();

    private const string OrganisationEnd =
        "总工会|工会委员会|工会|人民政府|政府|委员会|党委|党支部|管理处|管理局|办公室|中心|公司|集团|医院|中学|小学|学校|学院|大学|幼儿园|支行|分行|银行|局|厂|站|所|队|社区|街道|村";

    [GeneratedRegex(@"^(?:关于)?(?<o>[^，。；：！？、《》“”\s\d]{2,24}?(?:" + OrganisationEnd + @"))(?=[\d_xX×*\s　（(]|二[〇○零]|年|工作|关于|上半年|下半年|半年|述职|党建|$)")]
    private static partial Regex LeadingOrganisation();

    [GeneratedRegex(@"(?:^|[。，,])(?:20[\d_xX×*]{1,3}年(?:来|以来|上半年|度|是)?[，,]?|一年来[，,]?|今年(?:以来)?[，,]?|上半年[，,]?)?(?:我们)?(?<o>[^，。；：！？、“”\s\d]{2,20}?(?:" + OrganisationEnd + @"))(?=在[^。]{2,40}(?:领导|指导|关心|支持)|认真贯彻|紧紧围绕|坚持以|深入贯彻|深入学习|以[^。]{2,30}为|围绕|始终坚持|全面贯彻|共有|现有|领导班子)")]
    private static partial Regex OpeningOrganisation();

    // Masks; verbs and particles, which no name has; kinds of units.
    [GeneratedRegex(@"[_xX×*○]|[的是在把为从不以及与和对被让使将要通了着过]|必须|措施|努力|创新|加强|开展|年|^(?:基层|各级|各|企业|国有企业|国企|省直|市直|县直|全[省市县区镇乡国]|我|本|该|上级|学校|教育|车间|机关)(?:工会|公司|局|党委|委员会|政府)?$|^(?:[省市县区镇乡厂校]|乡镇|公司|医院|集团)(?:总?工会|人民政府|政府|党委|党支部|[^省市县区镇乡]{2,6}局)$")]
    private static partial Regex NoName();

    [GeneratedRegex(@"(?:计划|要点|打算|安排|思路|方案|规划)(?:[（(].*[)）])?$")]
    private static partial Regex PlanTitle();

    [GeneratedRegex(@"^.{0,60}(?:总体要求|工作的总体思路|指导思想是)")]
    private static partial Regex PlanOpening();
}
