using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>What a document earns for a word as whole numbers a little too large, by how often it has it and how long it is.</summary>
/// <remarks><para>All that is earned is a share of the word's idf plus what does not depend on the document: one multiplication an entry.</para></remarks>
internal static class WeightTable
{
    /// <summary>A row for each number of occurrences, the last for all larger ones.</summary>
    public const int Rows = 6;

    /// <summary>Entries of a table: row by row, one a length code.</summary>
    public const int Size = Rows * LengthCode.Count;

    // For the fraction that is cut off, and for the rounding of floating point.
    private const double Above = 2;

    /// <summary>Fills a table; numbers wrap round.</summary>
    /// <param name="shares">The share of idf that is earned, by row and length.</param>
    /// <param name="usual">What a share of 1 is worth and what is earned besides.</param>
    /// <param name="last">The same in the last row, which bounds any number of occurrences.</param>
    /// <param name="table">Receives the weights.</param>
    public static void Fill(ReadOnlySpan<float> shares, (double Share, double Besides) usual, (double Share, double Besides) last, Span<ushort> table)
    {
        int rest = Size - LengthCode.Count;
        Fill(shares[..rest], (float)usual.Share, (float)(usual.Besides + Above), table[..rest]);
        Fill(shares[rest..], (float)last.Share, (float)(last.Besides + Above), table[rest..]);
    }

    private static void Fill(ReadOnlySpan<float> shares, float share, float besides, Span<ushort> table)
    {
        ref float from = ref MemoryMarshal.GetReference(shares);
        ref ushort to = ref MemoryMarshal.GetReference(table);
        Vector256<float> of = Vector256.Create(share), and = Vector256.Create(besides);
        for (int i = 0; i < shares.Length; i += Vector256<ushort>.Count)
        {
            Vector256<int> low = Vector256.ConvertToInt32((Vector256.LoadUnsafe(ref from, (nuint)i) * of) + and);
            Vector256<int> high = Vector256.ConvertToInt32((Vector256.LoadUnsafe(ref from, (nuint)(i + Vector256<float>.Count)) * of) + and);
            Vector256.Narrow(low, high).AsUInt16().StoreUnsafe(ref to, (nuint)i);
        }
    }
}
