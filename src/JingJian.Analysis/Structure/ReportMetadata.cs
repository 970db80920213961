using System.Globalization;
using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>What a report says of itself: year and sort of document. Its unit: <see cref="OrganisationName"/>.</summary>
internal static partial class ReportMetadata
{
    /// <summary>How much of a report's text is read for statements about itself.</summary>
    public const int OpeningCharacters = 400;

    /// <summary>A summary signed up to this month is about the year before.</summary>
    private const int LastMonthOfReview = 2;

    /// <summary>The year of the title, else of the signature's date, else the first year in the opening; masked years count as none.</summary>
    public static int? Year(string title, string opening, string ending, DocumentType type) =>
        TitleYear().Match(title) is { Success: true } inTitle ? ReadNumber(inTitle.Groups["y"].Value)
        : SignedDate().Match(ending) is { Success: true } signed ? ReportedYear(signed, type)
        : OpeningYear().Match(Start(opening)) is { Success: true } inOpening ? ReadNumber(inOpening.Groups["y"].Value)
        : null;

    /// <summary>The sort of document, by its title and then by its first words. A summary that ends in a plan is a summary.</summary>
    /// <param name="title">The title, empty when it is lost.</param>
    /// <param name="isOwn">Whether the title is the report's own, not one that a compilation numbers through.</param>
    /// <param name="opening">The first paragraph.</param>
    public static DocumentType Type(string title, bool isOwn, string opening) => title switch
    {
        _ when title.Contains("述职", StringComparison.Ordinal) || title.Contains("个人", StringComparison.Ordinal) => DocumentType.Personal,
        _ when PlanTitle().IsMatch(title) && !title.Contains("总结", StringComparison.Ordinal) => DocumentType.Plan,
        _ when !isOwn && PlanOpening().IsMatch(opening) => DocumentType.Plan,
        _ => DocumentType.Summary,
    };

    /// <summary>The first characters of a report's text.</summary>
    public static string Start(string opening) => opening[..Math.Min(OpeningCharacters, opening.Length)];

    private static int ReportedYear(Match date, DocumentType type)
    {
        bool review = type != DocumentType.Plan && date.Groups["m"] is { Success: true } month && ReadNumber(month.Value) <= LastMonthOfReview;
        return ReadNumber(date.Groups["y"].Value) - (review ? 1 : 0);
    }

    /// <summary>2021, 二〇二一, 12 and 十二.</summary>
    private static int ReadNumber(string digits) => digits switch
    {
        _ when char.IsAsciiDigit(digits[0]) => int.Parse(digits, CultureInfo.InvariantCulture),
        ['十', .. var units] => 10 + (units.Length == 0 ? 0 : Digit(units[0])),
        _ => digits.Aggregate(0, (value, digit) => (value * 10) + Digit(digit)),
    };

    private static int Digit(char digit) => Math.Max(0, "〇一二三四五六七八九".IndexOf(digit, StringComparison.Ordinal));

    private const string YearDigits = @"(?<y>(?:19[89]|20[0-4])\d|二[〇零○][〇零○一二三四][〇零○一二三四五六七八九])";

    [GeneratedRegex(@"(?<!\d)" + YearDigits + @"(?!\d)")]
    private static partial Regex TitleYear();

    [GeneratedRegex(@"(?<!\d)" + YearDigits + @"\s*年(?:\s*(?<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月)?")]
    private static partial Regex SignedDate();

    // Not 始建于1985年, nor 2036人.
    [GeneratedRegex(@"(?<![\d于自从至到])" + YearDigits + "年(?![底末初])")]
    private static partial Regex OpeningYear();

    [GeneratedRegex(@"(?:计划|要点|打算|安排|思路|方案|规划)(?:[（(].*[)）])?$")]
    private static partial Regex PlanTitle();

    [GeneratedRegex("^.{0,60}(?:总体要求|工作的总体思路|指导思想是)|制[定订](?:如下|本|此)[^。，]{0,10}[。：:]|(?:计划|打算|安排|要点|思路)如下[。：:]")]
    private static partial Regex PlanOpening();
}
