namespace JingJian.Analysis.Reuse;

/// <summary>Sorts packed keys.</summary>
/// <remarks>
/// <para><b>Source.</b> One pass over the highest eight bits into partitions that fit the cache, then least significant
/// digit first inside each partition.</para>
/// <para><b>Guarantee.</b> Stable: keys that agree in the sorted bits keep their order.</para>
/// <para><b>Cost.</b> Linear; a second array of the same length while it runs.</para>
/// </remarks>
internal static class RadixSort
{
    private const int TopBits = 8;
    private const int DigitBits = 10;
    private const int Digits = 1 << DigitBits;

    /// <summary>The keys of some blocks in one array, sorted by the bits [<paramref name="fromBit"/>, <paramref name="toBit"/>).</summary>
    public static ulong[] Sort(KeyBlocks blocks, int fromBit, int toBit)
    {
        var sorted = new ulong[blocks.Count];
        int topBit = Math.Max(fromBit, toBit - TopBits);
        int[] starts = Scatter(blocks, sorted, topBit);
        var scratch = new ulong[LargestPartition(starts)];
        for (int partition = 0; partition + 1 < starts.Length; partition++)
        {
            SortPartition(sorted.AsSpan(starts[partition]..starts[partition + 1]), scratch, fromBit, topBit);
        }

        return sorted;
    }

    private static int[] Scatter(KeyBlocks blocks, ulong[] sorted, int topBit)
    {
        var starts = new int[(1 << TopBits) + 1];
        foreach (ReadOnlyMemory<ulong> block in blocks.Blocks)
        {
            foreach (ulong key in block.Span)
            {
                starts[(int)((key >> topBit) & 0xFF) + 1]++;
            }
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        int[] next = [.. starts];
        foreach (ReadOnlyMemory<ulong> block in blocks.Blocks)
        {
            foreach (ulong key in block.Span)
            {
                sorted[next[(int)((key >> topBit) & 0xFF)]++] = key;
            }
        }

        return starts;
    }

    private static int LargestPartition(int[] starts)
    {
        int largest = 0;
        for (int i = 1; i < starts.Length; i++)
        {
            largest = Math.Max(largest, starts[i] - starts[i - 1]);
        }

        return largest;
    }

    private static void SortPartition(Span<ulong> keys, ulong[] scratch, int fromBit, int toBit)
    {
        Span<ulong> source = keys;
        Span<ulong> target = scratch.AsSpan(0, keys.Length);
        Span<int> next = stackalloc int[Digits];
        for (int bit = fromBit; bit < toBit && keys.Length > 1; bit += DigitBits)
        {
            ulong mask = (1UL << Math.Min(DigitBits, toBit - bit)) - 1;
            CountDigits(source, next, bit, mask);
            foreach (ulong key in source)
            {
                target[next[(int)((key >> bit) & mask)]++] = key;
            }

            Span<ulong> swap = source;
            source = target;
            target = swap;
        }

        if (source != keys)
        {
            source.CopyTo(keys);
        }
    }

    private static void CountDigits(Span<ulong> keys, Span<int> next, int bit, ulong mask)
    {
        next.Clear();
        foreach (ulong key in keys)
        {
            next[(int)((key >> bit) & mask)]++;
        }

        int total = 0;
        for (int digit = 0; digit < next.Length; digit++)
        {
            int count = next[digit];
            next[digit] = total;
            total += count;
        }
    }
}

/// <summary>A growing list of keys that is never copied while it grows.</summary>
internal sealed class KeyBlocks
{
    private const int MaxBlock = 1 << 19;

    private readonly List<ulong[]> blocks = [];
    private ulong[] current = [];
    private int used;

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The keys, in the order they were added.</summary>
    public IEnumerable<ReadOnlyMemory<ulong>> Blocks =>
        blocks.Select(block => (ReadOnlyMemory<ulong>)block.AsMemory(0, block == current ? used : block.Length));

    /// <summary>Adds a key.</summary>
    public void Add(ulong key)
    {
        if (used == current.Length)
        {
            current = new ulong[Math.Clamp(current.Length * 2, 256, MaxBlock)];
            blocks.Add(current);
            used = 0;
        }

        current[used] = key;
        used++;
        Count++;
    }
}
