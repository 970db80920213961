using System.Collections.Immutable;
using JingJian.Search.Indexing;
using JingJian.Text;

namespace JingJian.Search.Meaning;

/// <summary>Words that mean the same, and how officials write what people say; lists that users edit.</summary>
/// <remarks>
/// <para>One group a line; # begins a comment:</para>
/// <code>
/// 职代会 = 职工代表大会          the same: looking for one finds the others too
/// 天热, 中暑 > 送清凉 防暑降温    who says the left also looks for the right, not the other way round
/// 上大学+钱 > 金秋助学            said when both stand in the query
/// </code>
/// <para><b>Threads.</b> Immutable.</para>
/// </remarks>
public sealed class SynonymTable
{
    /// <summary>Longest accepted table, in UTF-16 units: far beyond what people write by hand.</summary>
    public const int LongestTable = 4_000_000;

    private readonly Dictionary<string, ImmutableArray<string>> same;
    private readonly ImmutableArray<Alternative> alternatives;
    private readonly ImmutableArray<ImmutableArray<string>> written;
    private readonly ILookup<string, int> byBeginning;

    private SynonymTable(Dictionary<string, ImmutableArray<string>> same, ImmutableArray<Alternative> alternatives, ImmutableArray<ImmutableArray<string>> written)
    {
        (this.same, this.alternatives, this.written) = (same, alternatives, written);
        byBeginning = Enumerable.Range(0, alternatives.Length).ToLookup(BeginningOf, StringComparer.Ordinal);

        string BeginningOf(int alternative) => alternatives[alternative].Words[0] is { Length: > 2 } word ? word[..2] : alternatives[alternative].Words[0];
    }

    /// <summary>No synonyms.</summary>
    public static SynonymTable Empty { get; } = new([], [], []);

    /// <summary>Reads a table; a fault names the line that is not understood.</summary>
    /// <param name="text">The whole text of one or several tables.</param>
    public static Result<SynonymTable> Parse(string text)
    {
        if (text.Length > LongestTable)
        {
            return new Fault("synonyms.too-long", $"近义词表有 {text.Length} 个字符，最多 {LongestTable} 个。");
        }

        Dictionary<string, SortedSet<string>> same = new(StringComparer.Ordinal);
        List<Alternative> alternatives = [];
        List<ImmutableArray<string>> written = [];
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            string entry = Folding.Fold(line.Split('#')[0]).Trim();
            if (entry.Length > 0 && !AddSame(entry, same) && !AddSaying(entry, alternatives, written))
            {
                return new Fault("synonyms.bad-line", $"近义词表第 {number} 行看不懂，应写成“甲 = 乙”或“甲, 乙 > 丙 丁”：{entry}");
            }
        }

        return new SynonymTable(same.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal), [.. alternatives], [.. written]);
    }

    /// <summary>The words that mean the same as a folded word.</summary>
    internal ImmutableArray<string> SameAs(string word) => same.GetValueOrDefault(word, []);

    /// <summary>The lines whose left side stands in a folded query, in the order of the table.</summary>
    internal IEnumerable<(ImmutableArray<string> Said, ImmutableArray<string> Written)> SaidIn(string query)
    {
        SortedSet<int> begun = [];
        for (int at = 0; at < query.Length; at++)
        {
            begun.UnionWith(byBeginning[query.Substring(at, 1)]);
            begun.UnionWith(at + 1 < query.Length ? byBeginning[query.Substring(at, 2)] : []);
        }

        return begun.Where(alternative => alternatives[alternative].Words.All(word => query.Contains(word, StringComparison.Ordinal)))
            .GroupBy(alternative => alternatives[alternative].Line)
            .Select(line => (line.SelectMany(alternative => alternatives[alternative].Words).Distinct(StringComparer.Ordinal).ToImmutableArray(), written[line.Key]));
    }

    private static bool AddSame(string entry, Dictionary<string, SortedSet<string>> same)
    {
        string[] words = Words(entry, '=');
        if (words.Length < 2 || entry.Contains('>', StringComparison.Ordinal))
        {
            return false;
        }

        foreach (string word in words)
        {
            same.TryAdd(word, new SortedSet<string>(StringComparer.Ordinal));
            same[word].UnionWith(words.Where(other => other != word));
        }

        return true;
    }

    private static bool AddSaying(string entry, List<Alternative> alternatives, List<ImmutableArray<string>> written)
    {
        int arrow = entry.IndexOf('>', StringComparison.Ordinal);
        if (arrow < 0)
        {
            return false;
        }

        string[][] said = [.. Words(entry[..arrow].Replace('、', ','), ',').Select(alternative => Words(alternative, '+')).Where(words => words.Length > 0)];
        string[] official = Words(entry[(arrow + 1)..].Replace('、', ' ').Replace(',', ' '), ' ');
        if (said.Length == 0 || official.Length == 0)
        {
            return false;
        }

        alternatives.AddRange(said.Select(words => new Alternative(written.Count, [.. words])));
        written.Add([.. official]);
        return true;
    }

    private static string[] Words(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>One way of saying something: all its words, in any order.</summary>
    private readonly record struct Alternative(int Line, ImmutableArray<string> Words);
}
