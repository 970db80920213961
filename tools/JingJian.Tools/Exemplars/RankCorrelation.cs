namespace JingJian.Tools.Exemplars;

/// <summary>How well two orders agree.</summary>
/// <remarks><para><b>Source.</b> Spearman, 1904: the correlation of the ranks; equal values share the mean of their ranks.</para></remarks>
internal static class RankCorrelation
{
    /// <summary>From -1 to 1; 0 when one side does not vary.</summary>
    public static double Of(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        double[] a = Ranks(left), b = Ranks(right);
        double mean = (left.Count + 1) / 2.0;
        double both = a.Zip(b, (x, y) => (x - mean) * (y - mean)).Sum();
        double each = Math.Sqrt(a.Sum(x => (x - mean) * (x - mean)) * b.Sum(y => (y - mean) * (y - mean)));
        return each > 0 ? both / each : 0;
    }

    private static double[] Ranks(IReadOnlyList<double> values)
    {
        var ranks = new double[values.Count];
        int[] order = [.. Enumerable.Range(0, values.Count).OrderBy(i => values[i])];
        for (int start = 0, end; start < order.Length; start = end)
        {
            for (end = start + 1; end < order.Length && values[order[end]] == values[order[start]];)
            {
                end++;
            }

            for (int i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
        }

        return ranks;
    }
}
