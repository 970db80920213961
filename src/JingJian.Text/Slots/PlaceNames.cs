using System.Collections.Frozen;
using JingJian.Text.Lexicons;

namespace JingJian.Text.Slots;

/// <summary>Whether one word names a place.</summary>
/// <remarks>
/// <para>The tag <c>ns</c> alone is not believed: the dictionary gives it to 福利, 美德 and 青春 too. A word counts when it is a
/// known city, country or region, when it ends as places do, or when the dictionary has it with 市, 县 … behind it.</para>
/// </remarks>
internal sealed class PlaceNames(Lexicon lexicon)
{
    private const int LongestShortName = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NoPlaces = NameWords.NoPlaces.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Regions = NameWords.Regions.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abroad = NameWords.Abroad.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Cities = NameWords.Cities.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlsoWords = NameWords.AlsoWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is a region, larger than what has offices.</summary>
    public static bool IsRegion(ReadOnlySpan<char> word) => Regions.Contains(word);

    /// <summary>Whether a word with this tag names a place.</summary>
    public bool Contains(ReadOnlySpan<char> word, string tag)
    {
        if (word.Length < 2 || NoPlaces.Contains(word))
        {
            return false;
        }

        if (Regions.Contains(word) || Abroad.Contains(word) || (Cities.Contains(word) && (tag == "ns" || !AlsoWords.Contains(word))))
        {
            return true;
        }

        bool nameLike = tag is "ns" or "nr" or "nrt" or "nz";
        bool unheard = tag is "nr" or "nrt" && !lexicon.Contains(word) && (EndsAsPlace(word) || word is [_, '塬' or '庄' or '寨' or '屯']);
        return nameLike && (unheard || (tag is "ns" && EndsAsPlace(word)) || (word.Length <= LongestShortName && HasDivision(word, tag)));
    }

    private static bool EndsAsPlace(ReadOnlySpan<char> word) =>
        (word.Length >= 3 && NameWords.PlaceLast.Contains(word[^1], StringComparison.Ordinal)) || word is [_, '山' or '江' or '河' or '湖' or '岛'];

    /// <summary>Whether the dictionary knows the word with its level as a place.</summary>
    private bool HasDivision(ReadOnlySpan<char> word, string tag)
    {
        Span<char> whole = stackalloc char[word.Length + 1];
        word.CopyTo(whole);
        foreach (string division in NameWords.Divisions)
        {
            whole[^1] = division[0];
            if (lexicon.Tag(whole) is "ns" && (tag == "ns" || division is "市" or "县" or "省"))
            {
                return true;
            }
        }

        return false;
    }
}
