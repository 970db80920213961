namespace JingJian.Analysis.Functions;

/// <summary>Turns the share of probability that a model gives its answer into how often such answers are right.</summary>
/// <remarks>
/// <para><b>Source.</b> Isotonic regression by pool adjacent violators: Zadrozny, Elkan, KDD 2002. Between the means of the
/// pools the line is straight.</para>
/// <para><b>Guarantee.</b> A more probable answer is never called less sure.</para>
/// </remarks>
internal sealed class Calibration
{
    /// <summary>Pools smaller than this are joined: fewer answers say little.</summary>
    private const int LeastPool = 40;

    private readonly float[] points;

    /// <summary>From pairs of probability and share of right answers, ascending in both.</summary>
    public Calibration(float[] points) => this.points = points;

    /// <summary>Probability and share of right answers, one after the other.</summary>
    public ReadOnlySpan<float> Points => points;

    /// <summary>How often an answer of this probability is right.</summary>
    public double At(double probability)
    {
        if (points.Length == 0 || probability <= points[0])
        {
            return points.Length == 0 ? probability : points[1] * (points[0] <= 0 ? 1 : Math.Clamp(probability / points[0], 0, 1));
        }

        for (int i = 2; i < points.Length; i += 2)
        {
            if (probability <= points[i])
            {
                double share = (probability - points[i - 2]) / (points[i] - points[i - 2]);
                return points[i - 1] + (share * (points[i + 1] - points[i - 1]));
            }
        }

        return points[^1];
    }

    /// <summary>Learns from answers that were not trained on.</summary>
    public static Calibration Of(IEnumerable<(double Probability, bool Right)> answers)
    {
        List<(double Sum, double Right, int Count)> pools = [];
        foreach (var equal in answers.GroupBy(answer => answer.Probability).OrderBy(group => group.Key))
        {
            // Answers of one probability are one pool from the start: their order must not say which of them are right.
            pools.Add((equal.Key * equal.Count(), equal.Count(answer => answer.Right), equal.Count()));
            while (pools.Count > 1 && (pools[^1].Right * pools[^2].Count <= pools[^2].Right * pools[^1].Count || pools[^2].Count < LeastPool))
            {
                (double sum, double rights, int count) = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (pools[^1].Sum + sum, pools[^1].Right + rights, pools[^1].Count + count);
            }
        }

        List<float> points = [];
        foreach ((double sum, double rights, int count) in pools)
        {
            float mean = (float)(sum / count);
            if (points.Count == 0 || mean > points[^2])
            {
                points.Add(mean);
                points.Add((float)(rights / count));
            }
        }

        return new Calibration([.. points]);
    }
}
