namespace JingJian.Tests.Analysis.Reuse;

/// <summary>The ways in which people disguise what they copied, each applied by rule and seed.</summary>
internal sealed class Disguises(IReadOnlyList<string> others, int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Each disguise by name.</summary>
    public IReadOnlyDictionary<string, Func<string, string>> All => new Dictionary<string, Func<string, string>>
    {
        ["three words swapped"] = text => Repeat(3, text, one => Replace(one, random.Next(one.Length - 4), 4, Take(4))),
        ["four masks"] = text => Repeat(4, text, one => Replace(one, random.Next(one.Length - 3), 3, "_")),
        ["10 % replaced"] = text => Noise(text, 0.1),
        ["20 % replaced"] = text => Noise(text, 0.2),
        ["30 % replaced"] = text => Noise(text, 0.3),
        ["sentences shuffled"] = Shuffle,
        ["40 % deleted"] = text => text.Remove(text.Length / 4, text.Length * 2 / 5),
        ["half inside others"] = text => Other() + text[..(text.Length / 2)] + Other(),
        ["40 characters inside others"] = text => Inside(text, 40),
        ["first half alone"] = text => text[..(text.Length / 2)],
        ["three merged"] = text => Other() + text + Other(),
    };

    private static string Repeat(int times, string text, Func<string, string> once) =>
        Enumerable.Range(0, times).Aggregate(text, (one, _) => once(one));

    private static string Replace(string text, int at, int length, string by) => text.Remove(at, length).Insert(at, by);

    private string Noise(string text, double share) =>
        string.Concat(text.Select(letter => random.NextDouble() < share ? Take(1)[0] : letter));

    private string Shuffle(string text)
    {
        string[] sentences = text.Split('，');
        random.Shuffle(sentences);
        return string.Join('，', sentences);
    }

    private string Inside(string text, int length)
    {
        int start = random.Next(text.Length - length);
        return Other() + text[start..(start + length)] + Other();
    }

    private string Other() => others[random.Next(others.Count)];

    private string Take(int length)
    {
        string other = Other();
        return other.Substring(random.Next(other.Length - length), length);
    }
}
