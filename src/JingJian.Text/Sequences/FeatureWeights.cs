namespace JingJian.Text.Sequences;

/// <summary>The weights of features, a row of labels each, without those that are zero.</summary>
/// <param name="Keys">The features.</param>
/// <param name="Rows">Where the row of a feature begins, and the end of the last one.</param>
/// <param name="Labels">The label of a weight.</param>
/// <param name="Weights">The weights.</param>
internal sealed record FeatureWeights(ulong[] Keys, int[] Rows, byte[] Labels, float[] Weights)
{
    public float Of(int feature, int label)
    {
        for (int i = Rows[feature]; i < Rows[feature + 1]; i++)
        {
            if (Labels[i] == label)
            {
                return Weights[i];
            }
        }

        return 0;
    }

    public void AddTo(Span<double> scores, int feature, float value)
    {
        int end = Rows[feature + 1];
        for (int i = Rows[feature]; i < end; i++)
        {
            scores[Labels[i]] += Weights[i] * (double)value;
        }
    }

    /// <summary>Leaves out weights whose size is below a threshold, and features that have none left.</summary>
    /// <param name="keys">The features.</param>
    /// <param name="allRows">Where the weights of a feature begin, and the end of the last.</param>
    /// <param name="allLabels">The label of each weight.</param>
    /// <param name="all">The weights.</param>
    /// <param name="least">The smallest size that stays.</param>
    public static FeatureWeights Of(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> allRows, ReadOnlySpan<byte> allLabels, ReadOnlySpan<double> all, double least)
    {
        List<ulong> kept = [];
        List<int> rows = [0];
        List<byte> columns = [];
        List<float> weights = [];
        for (int feature = 0; feature < keys.Length; feature++)
        {
            for (int at = allRows[feature]; at < allRows[feature + 1]; at++)
            {
                float weight = (float)all[at];
                if (weight != 0 && Math.Abs(weight) >= least)
                {
                    columns.Add(allLabels[at]);
                    weights.Add(weight);
                }
            }

            if (weights.Count > rows[^1])
            {
                kept.Add(keys[feature]);
                rows.Add(weights.Count);
            }
        }

        return new FeatureWeights([.. kept], [.. rows], [.. columns], [.. weights]);
    }
}
