namespace JingJian.Text.Sequences;

/// <summary>The weights of features, a row of labels each, without those that are zero.</summary>
/// <param name="Keys">The features, ascending.</param>
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
    /// <param name="keys">The features, ascending.</param>
    /// <param name="dense">A weight for each label of each feature.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="least">The smallest size that stays.</param>
    public static FeatureWeights Of(ReadOnlySpan<ulong> keys, ReadOnlySpan<double> dense, int labels, double least)
    {
        List<ulong> kept = [];
        List<int> rows = [0];
        List<byte> columns = [];
        List<float> weights = [];
        for (int feature = 0; feature < keys.Length; feature++)
        {
            for (int label = 0; label < labels; label++)
            {
                float weight = (float)dense[(feature * labels) + label];
                if (weight != 0 && Math.Abs(weight) >= least)
                {
                    columns.Add((byte)label);
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
