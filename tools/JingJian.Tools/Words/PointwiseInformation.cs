namespace JingJian.Tools.Words;

/// <summary>What each word tells of the words around it: positive pointwise mutual information.</summary>
/// <remarks><b>Source.</b> Levy, Goldberg, Dagan, TACL 3, 2015: the frequency of the word around counts to the power 0.75.</remarks>
internal static class PointwiseInformation
{
    private const double Smoothing = 0.75;

    /// <summary>What stood together less says nothing.</summary>
    private const float Least = 1.5f;

    /// <summary>Weighs how often each stood around each.</summary>
    /// <param name="rows">For each word the words around it, ascending, and how often they stood there.</param>
    public static SparseMatrix Of((int[] Columns, float[] Weights)[] rows)
    {
        double[] sums = new double[rows.Length];
        foreach ((int[] columns, float[] weights) in rows)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                sums[columns[i]] += weights[i];
            }
        }

        double smoothed = sums.Sum(sum => Math.Pow(sum, Smoothing));
        List<int> starts = [0], kept = [];
        List<float> values = [];
        foreach ((int[] columns, float[] weights) in rows)
        {
            double total = weights.Sum(weight => (double)weight);
            for (int i = 0; i < columns.Length; i++)
            {
                double information = Math.Log(weights[i] / total / (Math.Pow(sums[columns[i]], Smoothing) / smoothed));
                if (weights[i] >= Least && information > 0)
                {
                    kept.Add(columns[i]);
                    values.Add((float)information);
                }
            }

            starts.Add(kept.Count);
        }

        return new SparseMatrix([.. starts], [.. kept], [.. values]);
    }
}
