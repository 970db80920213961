using System.Collections;
using System.Runtime.InteropServices;

namespace JingJian.Analysis.Reuse;

/// <summary>Pairs of texts, put in in any order and read in that of their texts.</summary>
/// <remarks>
/// <para>They are kept by the partitions of their keys: the pairs of a large archive are never moved as a whole.</para>
/// <para><b>Threads.</b> Several may add, each to partitions of its own.</para>
/// </remarks>
internal sealed class PairTable(PairKeys keys) : IEnumerable<TextPair>
{
    private readonly List<TextPair>[] parts = [.. Enumerable.Range(0, IPartitionStore.Partitions).Select(_ => new List<TextPair>())];

    /// <summary>Adds a pair; one may be added twice.</summary>
    public void Add(TextPair pair) => PartOf(pair.A).Add(pair);

    /// <summary>Puts all pairs in order, each once.</summary>
    public void Sort(IReuseWorkers workers) => workers.Run(parts.Length, part =>
    {
        List<TextPair> pairs = parts[part];
        pairs.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        int kept = 0;
        for (int i = 0; i < pairs.Count; i++)
        {
            if (i == 0 || pairs[i] != pairs[i - 1])
            {
                pairs[kept] = pairs[i];
                kept++;
            }
        }

        pairs.RemoveRange(kept, pairs.Count - kept);
        pairs.TrimExcess();
    });

    /// <summary>Of sorted pairs those of which a text is the first.</summary>
    public ReadOnlySpan<TextPair> Of(int text)
    {
        ReadOnlySpan<TextPair> pairs = CollectionsMarshal.AsSpan(PartOf(text));
        int start = FirstFrom(pairs, text);
        int end = start;
        while (end < pairs.Length && pairs[end].A == text)
        {
            end++;
        }

        return pairs[start..end];
    }

    /// <inheritdoc/>
    public IEnumerator<TextPair> GetEnumerator() => parts.SelectMany(part => part).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<TextPair> PartOf(int first) => parts[PartitionWriter.PartitionOf(keys.Of(first, 0))];

    private static int FirstFrom(ReadOnlySpan<TextPair> pairs, int text)
    {
        int low = 0, high = pairs.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (pairs[middle].A < text)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
