using System.Text.RegularExpressions;

namespace JingJian.Analysis.Reuse;

/// <summary>Words by which a unit speaks of itself and of those below it: 全县, 我校, 各乡镇, 市总.</summary>
internal static partial class UnitWords
{
    /// <summary>Place when the words are of administrative levels, organisation when one of them is of a unit; else null. One may be empty.</summary>
    public static ChangeType? TypeOf(string from, string to)
    {
        if ((from.Length > 0 && !Word().IsMatch(from)) || (to.Length > 0 && !Word().IsMatch(to)))
        {
            return null;
        }

        return (from.Length == 0 || Level().IsMatch(from)) && (to.Length == 0 || Level().IsMatch(to)) ? ChangeType.Place : ChangeType.Organisation;
    }

    /// <summary>Whether a word is one of these.</summary>
    public static bool IsOne(string word) => Word().IsMatch(word);

    [GeneratedRegex("^在?[全本我各该两]?(?:省|市|县|区|乡|镇|村|州|县区|市县|区县|乡镇|镇村|街道|社区)[内里]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Level();

    [GeneratedRegex("^在?[全本我各该两]?(?:省|市|县|区|乡|镇|村|州|县区|市县|区县|乡镇|镇村|街道|社区|校|院|厂|局|所|站|司|学校|中学|小学|医院|公司|集团|工厂|单位|机关|企业|车间|供电所|部门|科室|处室|[市县省区]总(?:工会)?|总工会|工会|厂工会|公司工会|县属企业|市属企业)[内里]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
