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
    private readonly ImmutableArray<Saying> sayings;

    private SynonymTable(Dictionary<string, ImmutableArray<string>> same, ImmutableArray<Saying> sayings)
    {
        this.same = same;
        this.sayings = sayings;
    }

    /// <summary>No synonyms.</summary>
    public static SynonymTable Empty { get; } = new([], []);

    /// <summary>Reads a table; a fault names the line that is not understood.</summary>
    /// <param name="text">The whole text of one or several tables.</param>
    public static Result<SynonymTable> Parse(string text)
    {
        if (text.Length > LongestTable)
        {
            return new Fault("synonyms.too-long", $"近义词表有 {text.Length} 个字符，最多 {LongestTable} 个。");
        }

        Dictionary<string, SortedSet<string>> same = new(StringComparer.Ordinal);
        ImmutableArray<Saying>.Builder sayings = ImmutableArray.CreateBuilder<Saying>();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            string entry = Folding.Fold(line.Split('#')[0]).Trim();
            if (entry.Length > 0 && !AddSame(entry, same) && !AddSaying(entry, sayings))
            {
                return new Fault("synonyms.bad-line", $"近义词表第 {number} 行看不懂，应写成“甲 = 乙”或“甲, 乙 > 丙 丁”：{entry}");
            }
        }

        return new SynonymTable(same.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal), sayings.ToImmutable());
    }

    /// <summary>The words that mean the same as a folded word.</summary>
    internal ImmutableArray<string> SameAs(string word) => same.GetValueOrDefault(word, []);

    /// <summary>The lines whose left side stands in a folded query.</summary>
    internal IEnumerable<(ImmutableArray<string> Said, ImmutableArray<string> Written)> SaidIn(string query)
    {
        foreach (Saying saying in sayings)
        {
            ImmutableArray<string> said = saying.FoundIn(query);
            if (!said.IsEmpty)
            {
                yield return (said, saying.Written);
            }
        }
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

    private static bool AddSaying(string entry, ImmutableArray<Saying>.Builder sayings)
    {
        int arrow = entry.IndexOf('>', StringComparison.Ordinal);
        if (arrow < 0)
        {
            return false;
        }

        string[] said = Words(entry[..arrow].Replace('、', ','), ','), written = Words(entry[(arrow + 1)..].Replace('、', ' ').Replace(',', ' '), ' ');
        if (said.Length == 0 || written.Length == 0)
        {
            return false;
        }

        sayings.Add(new Saying([.. said.Select(alternative => Words(alternative, '+').ToImmutableArray())], [.. written]));
        return true;
    }

    private static string[] Words(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>One line: any of the alternatives, all words of it, leads to what is written.</summary>
    private sealed record Saying(ImmutableArray<ImmutableArray<string>> Said, ImmutableArray<string> Written)
    {
        public ImmutableArray<string> FoundIn(string query) =>
            [.. Said.Where(words => words.All(word => query.Contains(word, StringComparison.Ordinal))).SelectMany(words => words).Distinct(StringComparer.Ordinal)];
    }
}
