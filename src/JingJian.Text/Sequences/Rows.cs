using System.Numerics;
using System.Runtime.InteropServices;

namespace JingJian.Text.Sequences;

/// <summary>Sums of rows of numbers.</summary>
internal static class Rows
{
    /// <summary>Adds a row, times a number, to another of the same length.</summary>
    public static void Add(Span<double> sum, ReadOnlySpan<double> row, double times)
    {
        row = row[..sum.Length];
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(sum);
        ReadOnlySpan<Vector<double>> rows = MemoryMarshal.Cast<double, Vector<double>>(row);
        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] += rows[i] * times;
        }

        for (int i = sums.Length * Vector<double>.Count; i < sum.Length; i++)
        {
            sum[i] += row[i] * times;
        }
    }
}
