using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace JingJian.Search.Ranking;

/// <summary>Counts paragraphs and families by a column of many values, document by document.</summary>
internal sealed class ColumnTally(int values)
{
    // Paragraphs whose family was counted before.
    private readonly int[] repeats = new int[values];

    // The last family counted, plus one.
    private readonly int[] last = new int[values];

    /// <summary>Paragraphs by value.</summary>
    public int[] Paragraphs { get; } = new int[values];

    public int Families(int value) => Paragraphs[value] - repeats[value];

    /// <summary>Counts documents that come family by family.</summary>
    public void AddMembers(ReadOnlySpan<int> documents, ReadOnlySpan<int> valueOf, ReadOnlySpan<int> groups)
    {
        foreach (int document in documents)
        {
            int value = valueOf[document], group = groups[document] + 1;
            Paragraphs[value]++;
            repeats[value] += last[value] == group ? 1 : 0;
            last[value] = group;
        }
    }

    /// <summary>The values that any document has, most families first, then most paragraphs, then by number.</summary>
    public int[] MostFirst()
    {
        int[] filled = [.. Filled()];
        long[] order = [.. filled.Select(value => -(((long)Families(value) << 32) + Paragraphs[value]))];
        Array.Sort(order, filled);
        for (int first = 0, end; first < filled.Length; first = end)
        {
            for (end = first + 1; end < filled.Length && order[end] == order[first]; end++)
            {
            }

            Array.Sort(filled, first, end - first);
        }

        return filled;
    }

    /// <summary>The values that any document has.</summary>
    public IEnumerable<int> Filled() => Enumerable.Range(0, Paragraphs.Length).Where(value => Paragraphs[value] > 0);

    /// <summary>Counts by two columns at once: the neighbours of a report have one value, and a count waits for the one before it.</summary>
    public readonly ref struct Both(ColumnTally one, ReadOnlySpan<int> valueOfOne, ColumnTally other, ReadOnlySpan<int> valueOfOther)
    {
        private readonly ref int counts = ref MemoryMarshal.GetArrayDataReference(one.Paragraphs);
        private readonly ref int otherCounts = ref MemoryMarshal.GetArrayDataReference(other.Paragraphs);
        private readonly ref int values = ref MemoryMarshal.GetReference(valueOfOne);
        private readonly ref int otherValues = ref MemoryMarshal.GetReference(valueOfOther);

        /// <summary>Counts documents each of which is a family of its own.</summary>
        /// <param name="documents">The documents, as bits.</param>
        /// <param name="first">The document of the lowest bit.</param>
        public void AddAlone(ulong documents, int first)
        {
            // Every document has a value, and every value a count: no need to check each of them.
            unchecked
            {
                for (; documents != 0; documents &= documents - 1)
                {
                    int document = first + BitOperations.TrailingZeroCount(documents);
                    Unsafe.Add(ref counts, Unsafe.Add(ref values, document))++;
                    Unsafe.Add(ref otherCounts, Unsafe.Add(ref otherValues, document))++;
                }
            }
        }
    }
}
