namespace JingJian.Text.Lexicons;

/// <summary>Which characters stand before and after some words, and how often.</summary>
internal sealed class NeighbourCounts
{
    private readonly Dictionary<string, (Dictionary<char, int> Before, Dictionary<char, int> After)> neighbours;

    public NeighbourCounts(IReadOnlyList<string> texts, int maxLength, IReadOnlyList<string> words)
    {
        neighbours = words.ToDictionary(word => word, _ => (new Dictionary<char, int>(), new Dictionary<char, int>()), StringComparer.Ordinal);
        var byWord = neighbours.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string text in texts)
        {
            for (int start = 0; start < text.Length; start++)
            {
                for (int length = 2; length <= maxLength && start + length <= text.Length; length++)
                {
                    if (byWord.TryGetValue(text.AsSpan(start, length), out var sides))
                    {
                        Add(sides.Before, start == 0 ? '\n' : text[start - 1]);
                        Add(sides.After, start + length == text.Length ? '\n' : text[start + length]);
                    }
                }
            }
        }
    }

    public IEnumerable<string> Words => neighbours.Keys;

    /// <summary>The lesser of the entropies of the two sides, in nats.</summary>
    public double Branching(string word) => Math.Min(Entropy(neighbours[word].Before), Entropy(neighbours[word].After));

    private static double Entropy(Dictionary<char, int> counts)
    {
        double total = counts.Values.Sum();
        return counts.Values.Order().Sum(count => -count / total * Math.Log(count / total));
    }

    private static void Add(Dictionary<char, int> counts, char letter) => counts[letter] = counts.GetValueOrDefault(letter) + 1;
}
