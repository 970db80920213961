using System.Text.RegularExpressions;

namespace JingJian.Analysis.Reuse;

/// <summary>Which of two organisations stands above the other, as far as their names tell.</summary>
/// <remarks>Only within one line: the names begin with the same place (青禾县教育局 above 青禾县第一中学), or both are trade unions
/// (云岭市总工会 above 青禾县总工会). What else stands above what, names do not say.</remarks>
public static partial class OrganisationRank
{
    private const string Levels = "省市县区镇乡村";

    /// <summary>Below zero when the first stands above the second, zero when the names do not tell.</summary>
    public static int Compare(string one, string other)
    {
        string placeA = Place().Match(one).Value, placeB = Place().Match(other).Value;
        bool sameLine = (placeA.Length > 0 && placeB.Length > 0 && (placeA.StartsWith(placeB, StringComparison.Ordinal) || placeB.StartsWith(placeA, StringComparison.Ordinal)))
            || (one.EndsWith("工会", StringComparison.Ordinal) && other.EndsWith("工会", StringComparison.Ordinal) && (IsAuthority(one) || IsAuthority(other)));
        return sameLine ? Rank(one, placeA).CompareTo(Rank(other, placeB)) : 0;
    }

    /// <summary>The level of the place, and half a step for a school, a hospital or a company below an authority.</summary>
    private static int Rank(string name, string place)
    {
        int level = place.Length == 0 ? Levels.Length : place[^1] switch { '省' => 0, '市' or '州' => 1, '县' or '区' => 2, '镇' or '乡' => 3, _ => 4 };
        return (2 * level) + (IsAuthority(name) ? 0 : 1);
    }

    private static bool IsAuthority(string name) => Authority().IsMatch(name);

    [GeneratedRegex("^(?:[^省市县区镇乡州]{2,6}[省市县区镇乡州])+", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("(?:政府|委员会|党委|[局委办]|总工会|[镇乡县市省区])$", RegexOptions.CultureInvariant)]
    private static partial Regex Authority();
}
