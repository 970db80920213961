using System.Numerics;

namespace JingJian.Search.Meaning;

/// <summary>Vectors of one signed byte a direction.</summary>
internal static class SignedBytes
{
    /// <summary>The sum of the products.</summary>
    public static int Dot(ReadOnlySpan<sbyte> one, ReadOnlySpan<sbyte> other)
    {
        int sum = 0, i = 0;
        for (; i <= one.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(one[i..]), out Vector<short> oneLow, out Vector<short> oneHigh);
            Vector.Widen(new Vector<sbyte>(other[i..]), out Vector<short> otherLow, out Vector<short> otherHigh);

            // 127 · 127 fits a short; two of them do not always.
            Vector.Widen(oneLow * otherLow, out Vector<int> a, out Vector<int> b);
            Vector.Widen(oneHigh * otherHigh, out Vector<int> c, out Vector<int> d);
            sum += Vector.Sum(a + b + c + d);
        }

        for (; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }
}
