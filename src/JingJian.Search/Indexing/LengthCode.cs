using System.Numerics;

namespace JingJian.Search.Indexing;

/// <summary>The length of a text in words, in one byte: exact up to 39, above that to three binary digits.</summary>
/// <remarks>
/// <para><b>Source.</b> Lucene's <c>SmallFloat.intToByte4</c>, so that BM25 of the same words is the same number there and here.</para>
/// <para><b>Guarantee.</b> A longer text never has a smaller code, and a code never means more than the length it stands for.</para>
/// </remarks>
internal static class LengthCode
{
    /// <summary>How many codes there are.</summary>
    public const int Count = 256;

    // Below this a code is the length itself.
    private const int Free = 24;

    public static byte Of(int length) => (byte)(length < Free ? length : Free + Rounded(length - Free));

    /// <summary>The length that a code stands for.</summary>
    public static int Length(int code) => code < Free ? code : Free + Unrounded(code - Free);

    private static int Rounded(int value)
    {
        int bits = 32 - BitOperations.LeadingZeroCount((uint)value);
        return bits < 4 ? value : ((value >> (bits - 4)) & 7) | ((bits - 3) << 3);
    }

    private static int Unrounded(int code)
    {
        int shift = (code >> 3) - 1;
        return shift < 0 ? code & 7 : (int)Math.Min(int.MaxValue - Free, ((code & 7) | 8L) << shift);
    }
}
