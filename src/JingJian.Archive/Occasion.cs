using System.Text.RegularExpressions;
using JingJian.Analysis.Structure;

namespace JingJian.Archive;

/// <summary>For what a report is written.</summary>
internal enum Occasion
{
    /// <summary>年度总结.</summary>
    Annual,

    /// <summary>半年总结.</summary>
    HalfYear,

    /// <summary>专项: on one piece of work.</summary>
    Special,

    /// <summary>述职、个人总结.</summary>
    Personal,
}

/// <summary>The names of occasions, and which reports are of which.</summary>
internal static partial class Occasions
{
    private static readonly (Occasion Occasion, string[] Names)[] All =
    [
        (Occasion.Annual, ["年度总结", "annual", "年终总结", "全年", "年度"]),
        (Occasion.HalfYear, ["半年总结", "half-year", "半年", "上半年", "半年度"]),
        (Occasion.Special, ["专项", "special", "专项总结", "专题"]),
        (Occasion.Personal, ["述职", "personal", "述职报告", "个人总结"]),
    ];

    /// <summary>The names to offer.</summary>
    public static string Offered { get; } = string.Join('、', All.Select(known => known.Names[0]));

    /// <summary>Its name.</summary>
    public static string NameOf(Occasion occasion) => All.First(known => known.Occasion == occasion).Names[0];

    /// <summary>Reads a name; nothing means a year.</summary>
    public static bool TryParse(string? name, out Occasion occasion)
    {
        occasion = Occasion.Annual;
        if (string.IsNullOrWhiteSpace(name))
        {
            return true;
        }

        foreach ((Occasion known, string[] names) in All)
        {
            if (names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase))
            {
                occasion = known;
                return true;
            }
        }

        return false;
    }

    /// <summary>For what a report was written; null when it is no summary.</summary>
    /// <param name="type">The sort of document.</param>
    /// <param name="part">The part of the time it is about, as views name it.</param>
    /// <param name="title">Its title.</param>
    public static Occasion? Of(DocumentType type, string? part, string title) => type switch
    {
        DocumentType.Personal => Occasion.Personal,
        DocumentType.Summary when part is "first-half" or "second-half" || title.Contains("半年", StringComparison.Ordinal) => Occasion.HalfYear,
        DocumentType.Summary when SpecialTitle().IsMatch(title) => Occasion.Special,
        DocumentType.Summary => Occasion.Annual,
        _ => null,
    };

    [GeneratedRegex("专项|行动|活动|整治|创建|竞赛|专题|试点|疫情|防汛|扶贫|脱贫|普法|演练|[“《]", RegexOptions.CultureInvariant)]
    private static partial Regex SpecialTitle();
}
