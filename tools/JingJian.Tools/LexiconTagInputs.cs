using System.Globalization;
using JingJian.Text.Lexicons;

namespace JingJian.Tools;

/// <summary>Reads cppjieba's text form of jieba's tag model: a folder of four files.</summary>
internal static class LexiconTagInputs
{
    /// <param name="folder">Where the files are.</param>
    /// <param name="missing">Candidate states that the copy of the table lost, in the form of its lines: <c>跛:S,a</c>.</param>
    public static TagModel Tags(string folder, IReadOnlyList<string> missing)
    {
        string[] start = Lines(folder, "prob_start.utf8");
        string[] states = [.. start.Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal)];
        Dictionary<string, byte> indexes = states.Select((state, i) => (state, i)).ToDictionary(pair => pair.state, pair => (byte)pair.i);
        double[] starts = new double[states.Length];
        foreach (string[] fields in start.Select(line => line.Split(':')))
        {
            starts[indexes[fields[0]]] = Number(fields[1]);
        }

        double[] transitions = new double[states.Length * states.Length];
        Array.Fill(transitions, double.NegativeInfinity);
        foreach (string[] fields in Lines(folder, "prob_trans.utf8").Select(line => line.Split(':')))
        {
            transitions[(indexes[fields[0]] * states.Length) + indexes[fields[1]]] = Number(fields[2]);
        }

        return new TagModel { States = states, Start = starts, Transition = transitions, Emission = Emission(folder, missing, indexes) };
    }

    /// <summary>Joins what a character emits with the states to be tried for it.</summary>
    private static Dictionary<char, IReadOnlyList<TagEmission>> Emission(string folder, IReadOnlyList<string> missing, Dictionary<string, byte> indexes)
    {
        var scores = new Dictionary<char, SortedDictionary<byte, double>>();
        foreach (string line in Lines(folder, "prob_emit.utf8"))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (string item in line[(colon + 1)..].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                StatesOf(item[0])[indexes[line[..colon]]] = Number(item[2..]);
            }
        }

        var candidates = new HashSet<(char, byte)>();
        foreach (string line in Lines(folder, "char_state_tab.utf8").Concat(missing))
        {
            foreach (string state in line[2..].Split(';', StringSplitOptions.RemoveEmptyEntries))
            {
                candidates.Add((line[0], indexes[state]));
                StatesOf(line[0]).TryAdd(indexes[state], CharacterModel.Impossible);
            }
        }

        return scores.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<TagEmission>)[.. pair.Value.Select(item => new TagEmission(item.Key, item.Value, candidates.Contains((pair.Key, item.Key))))]);

        SortedDictionary<byte, double> StatesOf(char letter)
        {
            if (!scores.TryGetValue(letter, out SortedDictionary<byte, double>? states))
            {
                scores.Add(letter, states = []);
            }

            return states;
        }
    }

    private static string[] Lines(string folder, string file) =>
        [.. File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0 && line[0] != '#')];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
