using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace JingJian.Text.Sequences;

/// <summary>The weights of features with those of all labels side by side, zeros included, so that several are added at once.</summary>
/// <remarks><b>Guarantee.</b> The sums are those of <see cref="FeatureWeights.AddTo"/>, to the last digit, on every machine.
/// <b>Threads.</b> Immutable, shared freely.</remarks>
internal sealed class WeightRows
{
    /// <summary>With more labels most of a row would be zeros.</summary>
    public const int MostLabels = 12;

    private const int Parts = 3;

    private readonly Vector128<float>[] rows;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public WeightRows(FeatureWeights weights)
    {
        rows = new Vector128<float>[weights.Keys.Length * Parts];
        Span<float> cells = MemoryMarshal.Cast<Vector128<float>, float>(rows.AsSpan());
        for (int feature = 0; feature < weights.Keys.Length; feature++)
        {
            for (int at = weights.Rows[feature]; at < weights.Rows[feature + 1]; at++)
            {
                cells[(feature * MostLabels) + weights.Labels[at]] = weights.Weights[at];
            }
        }
    }

    /// <summary>Adds the weights of features, each times its value.</summary>
    /// <param name="scores">By label.</param>
    /// <param name="features">The features; those below 0 weigh nothing.</param>
    /// <param name="values">Their values.</param>
    public void AddTo(Span<double> scores, ReadOnlySpan<int> features, ReadOnlySpan<float> values)
    {
        Span<Vector256<double>> sums = stackalloc Vector256<double>[Parts];
        sums.Clear();
        scores.CopyTo(MemoryMarshal.Cast<Vector256<double>, double>(sums));
        (Vector256<double> first, Vector256<double> second, Vector256<double> third) = (sums[0], sums[1], sums[2]);
        for (int i = 0; i < features.Length; i++)
        {
            if (features[i] >= 0)
            {
                ReadOnlySpan<Vector128<float>> row = rows.AsSpan(features[i] * Parts, Parts);
                Vector256<double> value = Vector256.Create((double)values[i]);
                first += Wide(row[0]) * value;
                second += Wide(row[1]) * value;
                third += Wide(row[2]) * value;
            }
        }

        (sums[0], sums[1], sums[2]) = (first, second, third);
        MemoryMarshal.Cast<Vector256<double>, double>(sums)[..scores.Length].CopyTo(scores);
    }

    private static Vector256<double> Wide(Vector128<float> part) => Vector256.WidenLower(part.ToVector256Unsafe());
}
