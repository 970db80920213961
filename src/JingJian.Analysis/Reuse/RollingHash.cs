namespace JingJian.Analysis.Reuse;

/// <summary>The polynomial hash of every gram of a text, each from the one before.</summary>
/// <param name="gram">Letters in a gram.</param>
/// <remarks><para><b>Source.</b> R. Karp, M. Rabin, "Efficient randomized pattern-matching algorithms", 1987, modulo 2⁶⁴.</para></remarks>
internal readonly struct RollingHash(int gram)
{
    private const ulong Base = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong leaving = Power(gram);

    /// <summary>The hash of the gram that ends at a letter, from the hash at the letter before; of fewer letters at the start.</summary>
    public ulong Next(ulong hash, ReadOnlySpan<char> letters, int at)
    {
        unchecked
        {
            hash = (hash * Base) + letters[at];
            return at < gram ? hash : hash - (letters[at - gram] * leaving);
        }
    }

    /// <summary>Spreads the bits, so that the order of hashes is random and the high bits may stand for all.</summary>
    public static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash ^= hash >> 32;
            hash *= 0xD6E8_FEB8_6659_FD93;
            return hash ^ (hash >> 32);
        }
    }

    private static ulong Power(int exponent)
    {
        ulong power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power = unchecked(power * Base);
        }

        return power;
    }
}
