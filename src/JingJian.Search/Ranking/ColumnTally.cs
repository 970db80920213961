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

    /// <summary>Counts documents each of which is a family of its own.</summary>
    public void AddAlone(ReadOnlySpan<int> documents, ReadOnlySpan<int> valueOf)
    {
        // Every document has a value, and every value a count: no need to check each of them.
        ref int count = ref MemoryMarshal.GetArrayDataReference(Paragraphs);
        ref int value = ref MemoryMarshal.GetReference(valueOf);
        unchecked
        {
            foreach (int document in documents)
            {
                Unsafe.Add(ref count, Unsafe.Add(ref value, document))++;
            }
        }
    }

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
}
