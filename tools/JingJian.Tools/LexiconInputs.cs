using System.Globalization;
using JingJian.Text.Lexicons;

namespace JingJian.Tools;

/// <summary>Reads the text files that jieba's data is published in.</summary>
internal static class LexiconInputs
{
    /// <summary>Lines of word, frequency and tag, separated by one space.</summary>
    public static IReadOnlyList<LexiconEntry> Dictionary(string path) =>
        [.. Rows(path).Select(row => new LexiconEntry(row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row.Length > 2 ? row[2] : ""))];

    /// <summary>Lines of word and inverse document frequency.</summary>
    public static IReadOnlyList<(string Word, double Idf)> Idf(string path) => [.. Rows(path).Select(row => (row[0], Number(row[1])))];

    /// <summary>cppjieba's text form of the character model.</summary>
    /// <remarks>
    /// Comment lines aside: one line of start probabilities, four of transitions, four of emissions as
    /// <c>character:probability,…</c>; the states come in the order B E M S.
    /// </remarks>
    public static CharacterModel Characters(string path)
    {
        int[] order = [0, 2, 1, 3];
        string[] lines = [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#')];
        double[] start = new double[4];
        double[] transition = new double[16];
        var emission = new Dictionary<char, double[]>();
        string[] startFields = lines[0].Split(' ');
        for (int from = 0; from < 4; from++)
        {
            start[order[from]] = Number(startFields[from]);
            string[] fields = lines[1 + from].Split(' ');
            for (int to = 0; to < 4; to++)
            {
                transition[(order[from] * 4) + order[to]] = Number(fields[to]);
            }

            foreach (string item in lines[5 + from].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!emission.TryGetValue(item[0], out double[]? row))
                {
                    row = [.. Enumerable.Repeat(CharacterModel.Impossible, 4)];
                    emission.Add(item[0], row);
                }

                row[order[from]] = Number(item[2..]);
            }
        }

        return new CharacterModel { Start = start, Transition = transition, Emission = emission };
    }

    private static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => line.Split(' '));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
