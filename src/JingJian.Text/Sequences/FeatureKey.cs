namespace JingJian.Text.Sequences;

/// <summary>Names of features as numbers of 64 bits.</summary>
/// <remarks>
/// <para><b>Source.</b> FNV-1a over UTF-16 units, with the finaliser of MurmurHash3.</para>
/// <para><b>Guarantee.</b> The same on every machine, never 0. Two of a million names collide with a chance of 3 in 10⁸.</para>
/// </remarks>
public static class FeatureKey
{
    private const ulong Basis = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    /// <summary>The key of a name such as <c>word=职工</c>.</summary>
    public static ulong Of(ReadOnlySpan<char> name) => Of(0, name);

    /// <summary>The key of a value under a template, without a string being made.</summary>
    public static ulong Of(int template, ReadOnlySpan<char> value)
    {
        unchecked
        {
            ulong hash = (Basis ^ (uint)template) * Prime;
            foreach (char unit in value)
            {
                hash = (hash ^ unit) * Prime;
            }

            return Mix(hash);
        }
    }

    /// <summary>The key of a number (an id, two characters packed together) under a template.</summary>
    public static ulong Of(int template, ulong value) => unchecked(Mix((((Basis ^ (uint)template) * Prime) ^ Mix(value)) * Prime));

    /// <summary>The key of two numbers in this order under a template.</summary>
    public static ulong Of(int template, ulong first, ulong second) => Of(template, unchecked((first * Prime) ^ Mix(second)));

    private static ulong Mix(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
            hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
            hash ^= hash >> 33;
            return hash == 0 ? 1 : hash;
        }
    }
}
