namespace JingJian.Text.Sequences;

/// <summary>Leaves out features at random while training, and makes the others count for them.</summary>
/// <remarks><b>Source.</b> Wang, Wang, Wager, Liang, Manning, <i>Feature noising for log-linear structured prediction</i>, EMNLP 2013, drawn and not approximated.</remarks>
/// <param name="share">How many are left out, from 0 to below 1.</param>
/// <param name="seed">Decides which.</param>
internal sealed class FeatureDropout(double share, int seed)
{
    private readonly Random random = new(seed);
    private readonly double kept = 1 / (1 - share);
    private double[] factors = [];

    /// <summary>Draws for the features of a sequence.</summary>
    public void Draw(int count)
    {
        factors = factors.Length < count ? new double[count] : factors;
        for (int at = 0; share > 0 && at < count; at++)
        {
            factors[at] = random.NextDouble() < share ? 0 : kept;
        }
    }

    /// <summary>What the value of a feature is multiplied by; 0 for one that is left out.</summary>
    public double Factor(int feature) => share > 0 ? factors[feature] : 1;
}
