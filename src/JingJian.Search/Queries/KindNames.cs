using JingJian.Analysis.Structure;

namespace JingJian.Search.Queries;

/// <summary>The Chinese and English names by which people ask for sorts of documents and of units.</summary>
public static class KindNames
{
    private static readonly (DocumentType Type, string[] Names)[] Types =
    [
        (DocumentType.Summary, ["工作总结", "总结"]),
        (DocumentType.Plan, ["工作计划", "计划", "工作要点"]),
        (DocumentType.Essay, ["文章"]),
        (DocumentType.Press, ["新闻稿", "新闻"]),
        (DocumentType.Personal, ["个人总结", "述职", "述职报告"]),
        (DocumentType.Other, ["其他"]),
    ];

    private static readonly (UnitType Type, string[] Names)[] UnitTypes =
    [
        (UnitType.Union, ["工会"]),
        (UnitType.School, ["学校"]),
        (UnitType.Hospital, ["医院"]),
        (UnitType.Township, ["乡镇", "街道"]),
        (UnitType.Government, ["政府"]),
        (UnitType.Bureau, ["部门", "机关"]),
        (UnitType.Enterprise, ["企业", "公司"]),
        (UnitType.Court, ["法院", "检察院"]),
        (UnitType.Party, ["党组织"]),
        (UnitType.Other, ["其他"]),
    ];

    /// <summary>The names to offer for sorts of documents.</summary>
    public static string OfTypes { get; } = string.Join('、', Types.Select(type => type.Names[0]));

    /// <summary>The names to offer for sorts of units.</summary>
    public static string OfUnitTypes { get; } = string.Join('、', UnitTypes.Select(type => type.Names[0]));

    /// <summary>Reads a sort of document by its name, in Chinese or English.</summary>
    public static bool TryParse(string name, out DocumentType type) => TryFind(Types, name, out type);

    /// <summary>Reads a sort of unit by its name, in Chinese or English.</summary>
    public static bool TryParse(string name, out UnitType type) => TryFind(UnitTypes, name, out type);

    /// <summary>The sorts of units whose names stand in a text.</summary>
    internal static IEnumerable<UnitType> UnitTypesIn(string text) =>
        UnitTypes.Where(type => type.Type != UnitType.Other && type.Names.Any(name => text.Contains(name, StringComparison.Ordinal))).Select(type => type.Type);

    private static bool TryFind<T>((T Type, string[] Names)[] known, string name, out T type)
        where T : struct, Enum
    {
        foreach ((T candidate, string[] names) in known)
        {
            if (names.Contains(name, StringComparer.Ordinal) || string.Equals(candidate.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                type = candidate;
                return true;
            }
        }

        type = default;
        return false;
    }
}
