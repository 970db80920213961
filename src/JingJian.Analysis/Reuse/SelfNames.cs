using System.Text.RegularExpressions;

namespace JingJian.Analysis.Reuse;

/// <summary>Tells of which organisation a report seems to be that states none: by what it calls itself.</summary>
/// <remarks>
/// <para>A report speaks of its own unit by the end of the unit's name: 厂工会 for 恒力机械厂工会, 市总工会 for 云岭市总工会. Such words count
/// where a clause begins with them, so that 在县总工会指导下 does not make a report one of the county's union.</para>
/// <para><b>Guarantee.</b> Words that fit several organisations of the archive tell nothing; nor do two sorts of words that occur equally often.</para>
/// <para><b>Source.</b> Ours. It is a hint for a reader, not a fact: figures do not rest on it.</para>
/// </remarks>
internal sealed partial class SelfNames
{
    private const string ClauseEnds = "，。；：！？、,;:!?（(“‘\"";

    private readonly Dictionary<string, string?> organisationOf = new(StringComparer.Ordinal);

    /// <summary>The words for some organisations.</summary>
    public SelfNames(IEnumerable<string> organisations)
    {
        foreach (string organisation in organisations.Distinct(StringComparer.Ordinal))
        {
            foreach (Match start in Start().Matches(organisation))
            {
                string words = organisation[start.Index..];
                organisationOf[words] = organisationOf.ContainsKey(words) ? null : organisation;
            }
        }
    }

    /// <summary>The organisation that paragraphs seem to be of, and what they call it; null when they do not tell.</summary>
    public (string Organisation, string Words)? In(IEnumerable<string> paragraphs)
    {
        string[] texts = [.. paragraphs];
        var counts = organisationOf.Keys.Select(words => (Words: words, Count: texts.Sum(text => Count(text, words))))
            .Where(item => item.Count > 0).OrderByDescending(item => item.Count).Take(2).ToArray();
        bool isClear = counts.Length == 1 || (counts.Length == 2 && counts[0].Count > counts[1].Count);
        return isClear && organisationOf[counts[0].Words] is { } organisation ? (organisation, counts[0].Words) : null;
    }

    private static int Count(string text, string words)
    {
        int count = 0;
        for (int at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
        {
            count += at == 0 || ClauseEnds.Contains(text[at - 1], StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Where the end of a name begins that says what the unit is: of three characters or more, and not the whole name.</summary>
    [GeneratedRegex("(?<=.)(?:[省市州县区旗镇乡厂矿局](?=..)|公司(?=.)|集团(?=.)|医院(?=.)|学校(?=.)|街道(?=.)|社区(?=.))", RegexOptions.CultureInvariant)]
    private static partial Regex Start();
}
