namespace JingJian.Text.Lexicons;

/// <summary>One unit of the double array: a trie node packed into 64 bits.</summary>
/// <remarks>
/// <code>
/// 63 ........ 32 | 31 ... 16 | 15 ... 0
///  base of the   | value     | code of the character
///  children      | (0: none) | that leads here
/// </code>
/// <para>The child of a node by the character with code c is the unit at base + c, provided that this unit carries c.
/// That test is enough because no two nodes share a base: whoever finds c at base + c came from the owner of base.
/// A free unit carries <see cref="Free"/>, a leaf has base 0, and no node owns base 0.</para>
/// </remarks>
internal static class DoubleArray
{
    /// <summary>What a free unit carries: the code of no character.</summary>
    public const ulong Free = 0xFFFF;

    /// <summary>The base of the root's children.</summary>
    public const int RootBase = 1;

    public static ulong Pack(int childBase, ushort value, ushort code) => ((ulong)(uint)childBase << 32) | ((ulong)value << 16) | code;

    public static int Base(ulong unit) => unchecked((int)(unit >> 32));

    public static ushort Value(ulong unit) => unchecked((ushort)(unit >> 16));

    public static ushort Code(ulong unit) => unchecked((ushort)unit);

    /// <summary>The index of the unit that <paramref name="word"/> leads to, or -1.</summary>
    public static int Find(ReadOnlySpan<ulong> units, ReadOnlySpan<ushort> codes, ReadOnlySpan<char> word)
    {
        int at = -1;
        int childBase = RootBase;
        foreach (char letter in word)
        {
            ushort code = codes[letter];
            at = childBase + code;
            if (Code(units[at]) != code)
            {
                return -1;
            }

            childBase = Base(units[at]);
        }

        return at;
    }
}
