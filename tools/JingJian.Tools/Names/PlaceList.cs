using JingJian.Text.Lexicons;

namespace JingJian.Tools.Names;

/// <summary>Known places, from the place names of THUOCL (one a line: name, tab, in how many documents it was counted).</summary>
/// <remarks>
/// The list holds much that names no place (医院, 路口). What the dictionary has as another kind of word is left out; the
/// rest gets a kind by what speaks for it, and the tagger learns what each kind is worth.
/// </remarks>
internal static class PlaceList
{
    private const int OftenCounted = 20;

    /// <summary>Ends without which a place is called for short: 金积镇, 金积.</summary>
    private static readonly string[] Ends =
        ["特别行政区", "自治区", "自治州", "自治县", "省", "市", "县", "区", "镇", "乡", "村", "街道", "江", "河", "湖", "山", "岛", "港", "水库", "社区", "国"];

    /// <summary>The names, and for short ones that are not in the list themselves, with their kinds.</summary>
    public static IReadOnlyDictionary<string, byte> Read(string path, Lexicon lexicon)
    {
        Dictionary<string, byte> places = new(StringComparer.Ordinal), shortened = new(StringComparer.Ordinal);
        foreach (string[] row in File.ReadLines(path).Select(line => line.Split('\t')).Where(row => row.Length == 2))
        {
            string? tag = lexicon.Tag(row[0]);
            if (tag is null or "ns" or "nr" or "nrt" or "nz" or "nt")
            {
                places[row[0]] = (byte)(tag is "ns" ? 1 : tag is not null ? 2 : Count(row[1]) > OftenCounted ? 3 : 4);
                if (Array.Find(Ends, end => row[0].EndsWith(end, StringComparison.Ordinal)) is { } end && row[0].Length - end.Length >= 2)
                {
                    string place = row[0][..^end.Length];
                    shortened[place] = KindOfShort(lexicon.Tag(place));
                }
            }
        }

        foreach ((string place, byte kind) in shortened)
        {
            places.TryAdd(place, kind);
        }

        return places;
    }

    private static byte KindOfShort(string? tag) => (byte)(tag is "ns" ? 5 : tag is null ? 6 : tag is ['n', _, ..] ? 7 : 8);

    private static int Count(string text) => int.Parse(text.TrimEnd('?'), System.Globalization.CultureInfo.InvariantCulture);
}
