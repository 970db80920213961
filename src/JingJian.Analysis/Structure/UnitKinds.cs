using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Tells what sort of unit reports and how high it stands: by its name, or by what it calls itself (我校工会, 全镇, 支行).</summary>
internal static partial class UnitKinds
{
    private const int BlocksRead = 4;

    /// <summary>The sort of unit.</summary>
    public static Statement<UnitType>? Type(ReportParts parts, Statement<string>? unit) =>
        unit is not null && TypeOf(unit.Value) is { } named ? new Statement<UnitType>(named, unit.Source, unit.Confidence)
        : Self(parts, SelfType(), match => TypeOf(match.Groups["s"].Value));

    /// <summary>How high the unit stands; where it is not named, the place whose assembly it reports to.</summary>
    public static Statement<UnitLevel>? Level(ReportParts parts, Statement<string>? unit, Statement<string>? place) =>
        unit is not null && LevelOf(unit.Value) is { } named ? new Statement<UnitLevel>(named, unit.Source, unit.Confidence)
        : unit is null && place is not null && LevelOf(place.Value) is { } placed ? new Statement<UnitLevel>(placed, place.Source, place.Confidence)
        : Self(parts, SelfLevel(), match => LevelOf(match.Groups["s"].Value.TrimStart('我', '全', '本')));

    private static Statement<T>? Self<T>(ReportParts parts, Regex pattern, Func<Match, T?> read)
        where T : struct =>
        parts.Titles.Concat(parts.Body.Take(BlocksRead)).Concat(parts.Ending)
            .SelectMany(block => pattern.Matches(ReportMetadata.Start(block.Text.Text)).Select(match => (Block: block, Match: match, Value: read(match))))
            .Where(found => found.Value is not null)
            // 全省 in a city's report compares: what it calls itself it says more often.
            .GroupBy(found => found.Value!.Value)
            .MaxBy(group => group.Count())?
            .Select(found => FactsReader.State(found.Value!.Value, found.Block, found.Match.Groups["s"], 0.6))
            .First();

    /// <summary>The sort that a name ends in; the union of a school is a union.</summary>
    private static UnitType? TypeOf(string name) => name switch
    {
        _ when Ends(name, "工会", "总工会", "工会小组", "工会委员会") => UnitType.Union,
        _ when Ends(name, "法院", "检察院") => UnitType.Court,
        _ when Ends(name, "学校", "中学", "小学", "大学", "学院", "幼儿园", "一中", "二中", "三中", "我校", "我园", "本校") => UnitType.School,
        _ when Ends(name, "医院", "卫生院") => UnitType.Hospital,
        _ when TownName().IsMatch(name) => UnitType.Township,
        _ when Ends(name, "政府") || PlaceName().IsMatch(name) => UnitType.Government,
        _ when Ends(name, "公司", "集团", "厂", "矿", "支行", "分行", "银行", "我司", "矿务局", "煤业", "连", "车间") => UnitType.Enterprise,
        _ when Ends(name, "党委", "党支部", "党总支") => UnitType.Party,
        _ when Ends(name, "局", "部", "厅", "委员会", "办公室", "管理处", "中心", "办公厅") => UnitType.Bureau,
        _ => null,
    };

    private static UnitLevel? LevelOf(string name) => name switch
    {
        _ when NationalName().IsMatch(name) => UnitLevel.National,
        _ when MunicipalityName().IsMatch(name) => UnitLevel.Province,
        _ when TownName().IsMatch(name) => UnitLevel.Township,
        _ when Ends(name, "公司", "厂", "矿", "支行", "分行", "学校", "中学", "小学", "大学", "学院", "幼儿园", "医院", "校", "园", "司", "院", "本部", "村", "小组", "车间工会", "公司工会",
            "支行工会", "中心工会", "管理处工会", "矿工会", "厂工会", "校工会", "园工会", "司工会", "院工会", "连工会", "连") => UnitLevel.Basic,
        _ when CountyName().IsMatch(name) => UnitLevel.County,
        _ when CityName().IsMatch(name) => UnitLevel.City,
        _ when ProvinceName().IsMatch(name) => UnitLevel.Province,
        _ => null,
    };

    private static bool Ends(string name, params ReadOnlySpan<string> endings)
    {
        foreach (string ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex("[镇乡]$|(?:[镇乡]|街道)(?:人民政府|政府|党委|党工委|办事处)$|街道$|社区$|村$")]
    private static partial Regex TownName();

    [GeneratedRegex("[省市县区州]$")]
    private static partial Regex PlaceName();

    [GeneratedRegex("^(?:全国|国家|国务院|中共中央|中央|中华)|^[^省市县区]{1,12}部$")]
    private static partial Regex NationalName();

    // 北京市人民政府, not 北京市海淀区人民政府.
    [GeneratedRegex("^(?:北京|天津|上海|重庆)市?(?:总?工会|教育工会|人民政府|政府|委|[^区县镇乡]{0,8}局|[^区县镇乡]{0,4}法院|检察院)?$")]
    private static partial Regex MunicipalityName();

    [GeneratedRegex("[县区旗](?:总?工会|教育工会|人民政府|政府|委|.{0,8}局|.{0,4}法院|.{0,4}检察院)?$")]
    private static partial Regex CountyName();

    [GeneratedRegex("[市州盟](?:总?工会|教育工会|人民政府|政府|委|.{0,8}局|.{0,4}法院|.{0,4}检察院)?$")]
    private static partial Regex CityName();

    [GeneratedRegex("(?:省|自治区)(?:总?工会|教育工会|人民政府|政府|委|.{0,8}厅|.{0,4}法院|.{0,4}检察院)?$")]
    private static partial Regex ProvinceName();

    // 我校工会 · 支行工会 · 公司工会 · 工会小组 · 我镇 · 我乡 · 我院 · 镇人民政府
    [GeneratedRegex("(?<s>(?:我[校园院司厂矿局])?(?:车间|公司|支行|分公司|煤矿|区|市|县|省|校|园|院|分)?总?工会(?:小组)?|我[镇乡]|全[镇乡]|[镇乡]人民政府|我校|本校|我园|我司|学校|支行|法院|医院)")]
    private static partial Regex SelfType();

    [GeneratedRegex("(?<s>[我全][省市县区镇乡校园院司厂矿](?:工会)?|(?:公司|支行|车间|分公司|煤矿)工会|[区县市省]总工会|[镇乡]人民政府|支行|学校|本部|工会小组)")]
    private static partial Regex SelfLevel();
}
