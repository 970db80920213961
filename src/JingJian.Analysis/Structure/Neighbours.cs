namespace JingJian.Analysis.Structure;

/// <summary>Which characters stand side by side in a text, and how regularly.</summary>
/// <remarks>A lexicon of one text: enough to see that 热 at the end of a line and 点 at the start of the next were one word.</remarks>
internal sealed class Neighbours
{
    /// <summary>Least share of a character's occurrences that are followed (preceded) by the other. Measured on the
    /// labelled compilations: cut words have 0.04 and more, chance meetings mostly none.</summary>
    private const double LeastShare = 0.03;

    private readonly Dictionary<int, int> pairs = [];
    private readonly Dictionary<char, int> singles = [];

    /// <summary>Counts the neighbours inside the lines of a text, not across them.</summary>
    public Neighbours(string source, IReadOnlyList<SourceLine> lines)
    {
        foreach (SourceLine line in lines)
        {
            ReadOnlySpan<char> content = line.Content.In(source);
            for (int i = 0; i < content.Length; i++)
            {
                singles[content[i]] = singles.GetValueOrDefault(content[i]) + 1;
                if (i > 0)
                {
                    int pair = Pair(content[i - 1], content[i]);
                    pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
                }
            }
        }
    }

    /// <summary>Whether the two usually stand side by side.</summary>
    public bool Belong(char first, char second)
    {
        int together = pairs.GetValueOrDefault(Pair(first, second));
        return together > 0 && together >= LeastShare * singles[first] && together >= LeastShare * singles[second];
    }

    private static int Pair(char first, char second) => (first << 16) | second;
}
