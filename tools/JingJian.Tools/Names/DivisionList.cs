using JingJian.Text.Lexicons;

namespace JingJian.Tools.Names;

/// <summary>The administrative divisions of China: counties and above, an empty line, towns and streets.</summary>
/// <remarks>Each also stands for itself without 市, 镇 and the like, with a kind of its own: the dictionary may have that as another word.</remarks>
internal static class DivisionList
{
    private const byte Upper = 1;
    private const byte Lower = 2;

    private static readonly string[] Ends =
    [
        "特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "自治州", "自治县", "民族乡", "街道", "地区", "省", "市", "县", "区", "旗", "盟", "镇", "乡", "苏木", "农场", "林场",
    ];

    /// <summary>The names, with and without their ends, with their kinds.</summary>
    public static IReadOnlyDictionary<string, byte> Read(string path, Lexicon lexicon)
    {
        string[] lines = File.ReadAllLines(path);
        int gap = Array.IndexOf(lines, "");
        Dictionary<string, byte> divisions = new(StringComparer.Ordinal);
        Add(lines[..gap], Upper);
        Add(lines[(gap + 1)..], Lower);
        return divisions;

        void Add(string[] names, byte level)
        {
            foreach (string name in names)
            {
                divisions.TryAdd(name, level);
            }

            foreach (string name in names)
            {
                if (Array.Find(Ends, end => name.EndsWith(end, StringComparison.Ordinal)) is { } end && name.Length - end.Length >= 2)
                {
                    string place = name[..^end.Length];
                    divisions.TryAdd(place, (byte)(KindOfShort(lexicon.Tag(place)) + level));
                }
            }
        }
    }

    /// <summary>2 a place, 4 no word, 6 another noun, 8 another word.</summary>
    private static int KindOfShort(string? tag) => tag is "ns" ? 2 : tag is null ? 4 : tag[0] == 'n' ? 6 : 8;
}
