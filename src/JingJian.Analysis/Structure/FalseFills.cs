using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Finds the copies of a paragraph that state a year where another copy has it masked: somebody filled it in.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours. Web sites mask years (20_年) and others fill them in again, always with the same year. A place is
/// known by the letters behind it, so that small edits elsewhere do no harm. Which copy is right no copy tells: the one
/// with the year is flagged, the masked one is masked anyway.</para>
/// </remarks>
public static partial class FalseFills
{
    /// <summary>How many letters behind a year name its place.</summary>
    private const int Context = 8;

    /// <summary>For each copy whether it states a year that another one masks.</summary>
    public static bool[] Of(IReadOnlyList<string> copies)
    {
        List<(string Place, bool Masked)>[] years = [.. copies.Select(Years)];
        HashSet<string> masked = [.. years.SelectMany(copy => copy).Where(year => year.Masked).Select(year => year.Place)];
        return [.. years.Select(copy => copy.Any(year => !year.Masked && masked.Contains(year.Place)))];
    }

    private static List<(string Place, bool Masked)> Years(string text) =>
        [.. Year().Matches(text).Select(match => (PlaceBehind(text, match.Index + match.Length), match.Groups["masked"].Success)).Where(year => year.Item1.Length == Context)];

    private static string PlaceBehind(string text, int at) =>
        string.Concat(text.Skip(at).Where(c => char.IsLetter(c) && !char.IsAscii(c)).Take(Context));

    [GeneratedRegex(@"(?:(?<masked>(?<!\d)20\d?[_\-xX×*○]{1,2}|(?<![A-Za-z\d])[xX×*]{2,4})|(?<!\d)(?:19|20)\d\d)年")]
    private static partial Regex Year();
}
