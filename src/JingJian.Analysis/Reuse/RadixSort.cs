namespace JingJian.Analysis.Reuse;

/// <summary>Sorts packed keys that fit the cache.</summary>
/// <remarks>
/// <para><b>Source.</b> Least significant digit first.</para>
/// <para><b>Guarantee.</b> Stable: keys that agree in the sorted bits keep their order.</para>
/// <para><b>Cost.</b> Linear.</para>
/// </remarks>
internal static class RadixSort
{
    private const int DigitBits = 10;
    private const int Digits = 1 << DigitBits;

    /// <summary>Sorts by the bits [<paramref name="fromBit"/>, <paramref name="toBit"/>).</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="scratch">At least as long.</param>
    /// <param name="fromBit">The least significant bit that counts.</param>
    /// <param name="toBit">The bit after the most significant one.</param>
    public static void Sort(Span<ulong> keys, ulong[] scratch, int fromBit, int toBit)
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
                int digit = (int)((key >> bit) & mask);
                target[next[digit]] = key;
                next[digit]++;
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
