using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using JingJian.Search.Indexing;

namespace JingJian.Tools.Readings;

/// <summary><c>readings compile DICT -o FILE</c>: the table of characters of npm <c>pinyin-pro</c> without tones, for the help with spelling.</summary>
internal static partial class ReadingsCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        if (args is not ["compile", var dictionary, "-o", var output])
        {
            Console.Error.WriteLine("usage: jingjian-tools readings compile DICT -o FILE");
            return 2;
        }

        Dictionary<char, string[]> table = Read(File.ReadAllText(dictionary));
        byte[] file = Search.Meaning.Readings.Write(table);
        File.WriteAllBytes(output, file);
        Console.Error.WriteLine($"{output}: {table.Count} characters, {file.Length:N0} bytes");
        Console.WriteLine(Convert.ToHexStringLower(SHA256.HashData(file)));
        return 0;
    }

    /// <summary>Characters of one unit that folding keeps: no other ever stands in an index.</summary>
    private static Dictionary<char, string[]> Read(string source)
    {
        var table = new Dictionary<char, string[]>();
        foreach (Match entry in Entry().Matches(source))
        {
            string[] readings = [.. entry.Groups["readings"].Value.Split(' ').Select(WithoutTone).Where(reading => reading.Length > 0).Distinct()];
            foreach (Match letter in Letter().Matches(entry.Groups["letters"].Value))
            {
                if (letter.Groups[1].Value is [var one] && Folding.Fold(one) == one && readings.Length > 0)
                {
                    table.TryAdd(one, readings);
                }
            }
        }

        return table;
    }

    /// <summary>lǚ becomes lv, as it is typed.</summary>
    private static string WithoutTone(string reading) => string.Concat(reading.Normalize(NormalizationForm.FormD)
        .Replace("u\u0308", "v", StringComparison.Ordinal).Where(char.IsAsciiLetterLower));

    [GeneratedRegex("""^\s*'?(?<readings>[^'\[\]:=]+?)'?: \[(?<letters>[^\]]*)\]""", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Letter();
}
