using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JingJian.Analysis.Structure;

/// <summary>Which of the characters that meet at line breaks usually stand side by side in the text.</summary>
/// <remarks>A lexicon of one text: enough to see that 热 at the end of a line and 点 at the start of the next were one word.
/// <para><b>Cost.</b> One pass over the text; only pairs that meet at some line break are counted.</para></remarks>
internal sealed class Neighbours
{
    /// <summary>Least share of a character's occurrences that are followed (preceded) by the other. Measured on the
    /// labelled compilations: cut words have 0.04 and more, chance meetings mostly none.</summary>
    private const double LeastShare = 0.03;

    private readonly Dictionary<int, int> pairs = [];
    private readonly int[] singles = new int[char.MaxValue + 1];

    /// <summary>Counts the neighbours inside the lines of a text, not across them.</summary>
    public Neighbours(string source, IReadOnlyList<SourceLine> lines)
    {
        var ends = new bool[char.MaxValue + 1];
        for (int i = 1; i < lines.Count; i++)
        {
            char last = source[lines[i - 1].Content.End - 1];
            ends[last] = true;
            pairs[Pair(last, source[lines[i].Content.Start])] = 0;
        }

        foreach (SourceLine line in lines)
        {
            Count(line.Content.In(source), ends);
        }
    }

    /// <summary>Whether the two, that meet at a line break, usually stand side by side.</summary>
    public bool Belong(char first, char second)
    {
        int together = pairs.GetValueOrDefault(Pair(first, second));
        return together > 0 && together >= LeastShare * singles[first] && together >= LeastShare * singles[second];
    }

    private void Count(ReadOnlySpan<char> content, bool[] ends)
    {
        bool wanted = false;
        for (int i = 0; i < content.Length; i++)
        {
            singles[content[i]]++;
            if (wanted)
            {
                ref int count = ref CollectionsMarshal.GetValueRefOrNullRef(pairs, Pair(content[i - 1], content[i]));
                if (!Unsafe.IsNullRef(ref count))
                {
                    count++;
                }
            }

            wanted = ends[content[i]];
        }
    }

    private static int Pair(char first, char second) => (first << 16) | second;
}
