using System.Globalization;
using System.Text;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Search.Meaning;

/// <summary>How characters are read, in pinyin without tones: what sounds the same is typed in the place of each other.</summary>
/// <remarks>
/// <para><b>Format.</b> UTF-8. Each line: readings joined by commas, the usual one first, a blank, the characters that are read so.
/// The last line: <c>checksum</c>, a blank, the checksum of all above in hexadecimal.</para>
/// <para><b>Source.</b> Made by <c>tools readings compile</c>; <c>models/readings/MODEL.md</c> says from what.</para>
/// <para><b>Threads.</b> Immutable.</para>
/// </remarks>
public sealed class Readings
{
    /// <summary>No syllable is longer: zhuang.</summary>
    private const int LongestSyllable = 6;

    /// <summary>More ways to divide letters into syllables than these are not looked at.</summary>
    private const int MostDivisions = 8;

    private const string ChecksumLabel = "checksum ";

    private readonly Dictionary<char, string[]> readings;
    private readonly HashSet<string> syllables;

    private Readings(Dictionary<char, string[]> readings)
    {
        this.readings = readings;
        syllables = [.. readings.Values.SelectMany(all => all)];
    }

    /// <summary>No character is known.</summary>
    public static Readings Empty { get; } = new([]);

    /// <summary>How many characters it knows.</summary>
    public int Count => readings.Count;

    /// <summary>Reads a table.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="name">What to call it when it is damaged.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, or something else.</exception>
    public static Readings Load(ReadOnlySpan<byte> file, string name)
    {
        string text = Encoding.UTF8.GetString(file);
        int end = text.LastIndexOf(ChecksumLabel, StringComparison.Ordinal);
        if (end < 0 || text[end..] != ChecksumLine(text[..end]))
        {
            throw new CorruptArtifactException(name, "读音表", "被改动过或不完整的文件");
        }

        var readings = new Dictionary<char, string[]>();
        foreach (string line in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            string[] of = line[..Math.Max(0, blank)].Split(',');
            foreach (char letter in line[(blank + 1)..])
            {
                readings[letter] = of;
            }
        }

        return new Readings(readings);
    }

    /// <summary>Writes a table: by readings, then by character.</summary>
    /// <param name="table">Each character with its readings, the usual one first.</param>
    public static byte[] Write(IEnumerable<KeyValuePair<char, string[]>> table)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, char> line in table.GroupBy(entry => string.Join(',', entry.Value), entry => entry.Key).OrderBy(line => line.Key, StringComparer.Ordinal))
        {
            text.Append(line.Key).Append(' ').Append([.. line.Order()]).Append('\n');
        }

        string content = text.ToString();
        return Encoding.UTF8.GetBytes(content + ChecksumLine(content));
    }

    /// <summary>The readings of a folded character, the usual one first; none when it is not known.</summary>
    internal ReadOnlySpan<string> Of(char letter) => readings.GetValueOrDefault(letter);

    /// <summary>A reading as those say it who do not tell zh from z, n from l, ing from in.</summary>
    internal static string Blurred(string syllable)
    {
        string start = syllable is ['z' or 'c' or 's', 'h', ..] ? syllable[..1] + syllable[2..] : syllable is ['n', _, ..] ? "l" + syllable[1..] : syllable;
        return start.EndsWith("ng", StringComparison.Ordinal) && start[^3] is 'a' or 'e' or 'i' ? start[..^1] : start;
    }

    /// <summary>The ways to divide Latin letters into syllables, fewest syllables first; none when they are no pinyin.</summary>
    internal IReadOnlyList<string[]> Divide(string latin)
    {
        var divisions = new List<string[]>();
        Divide(latin, 0, [], divisions);
        return [.. divisions.OrderBy(division => division.Length).Take(MostDivisions)];
    }

    private void Divide(string latin, int at, Stack<string> before, List<string[]> divisions)
    {
        if (at == latin.Length)
        {
            divisions.Add([.. before.Reverse()]);
            return;
        }

        for (int length = Math.Min(LongestSyllable, latin.Length - at); length > 0 && divisions.Count < MostDivisions * MostDivisions; length--)
        {
            string syllable = latin.Substring(at, length);
            if (syllables.Contains(syllable))
            {
                before.Push(syllable);
                Divide(latin, at + length, before, divisions);
                before.Pop();
            }
        }
    }

    private static string ChecksumLine(string content) =>
        string.Create(CultureInfo.InvariantCulture, $"{ChecksumLabel}{Checksum.Of(Encoding.UTF8.GetBytes(content)):x16}\n");
}
