namespace JingJian.Analysis.Functions;

/// <summary>How much the rules count beside the trained chain, in each sort of report.</summary>
/// <remarks>
/// <para><b>Source.</b> A logarithmic opinion pool (Genest, Zidek, Statistical Science 1, 1986): the probabilities of the
/// chain times those of the rules to a power, one power for a sort of report,
/// and the root that makes both together one opinion. Thousands of characters that explain the
/// training texts leave little for a few strong features to explain (Sutton, Sindelar, McCallum, HLT-NAACL 2006), so the
/// power is chosen by answers to texts that were not trained on.</para>
/// <para><b>Departures.</b> A second chain over both opinions, with those of the units around, was tried: it lost four
/// points of accuracy in cross-validation, and one number a sort does not.</para>
/// </remarks>
internal static class Trust
{
    /// <summary>How many sorts of report there are: by agreement, and whether a unit wrote it.</summary>
    public const int Sorts = 2 * Levels;

    /// <summary>Agreement of chain and rules, in steps.</summary>
    private const int Levels = 4;
    private static readonly float[] Agreements = [0.5f, 0.65f, 0.8f];

    /// <summary>The sorts from here on are of units, and both opinions mostly agree.</summary>
    private const int FewestOfUnits = Levels + 1;

    /// <summary>Rules that rule a function out still leave it this much: they have never seen everything.</summary>
    private const float Least = 0.01f;

    /// <summary>From the largest, which is taken of equally good ones: the rules are the simpler opinion.</summary>
    private static readonly float[] Powers = [5, 3, 2, 1.5f, 1, 0.7f, 0.5f, 0.3f, 0.2f, 0.1f, 0];

    /// <summary>Fewer answers than this decide nothing.</summary>
    private const int LeastAnswers = 100;

    /// <summary>The same of somebody's own texts, which are all of one archive.</summary>
    private const int LeastOwnAnswers = 8;

    /// <summary>Both opinions of one unit, and what is right.</summary>
    /// <param name="Sort">The sort of report.</param>
    /// <param name="Chain">The probabilities of the chain.</param>
    /// <param name="Rules">The shares of the rules.</param>
    /// <param name="Truth">The right function.</param>
    /// <param name="Weight">How often it counts.</param>
    public sealed record Evidence(int Sort, float[] Chain, float[] Rules, int Truth, double Weight);

    /// <summary>The sort of a report: how often chain and rules agree on it, and who wrote it.</summary>
    /// <param name="isOfUnit">Whether a unit accounts for its work.</param>
    /// <param name="agreed">On how many units both hold the same function most likely.</param>
    /// <param name="units">How many units there are.</param>
    public static int SortOf(bool isOfUnit, int agreed, int units)
    {
        float agreement = (agreed + 1f) / (units + 2f);
        int level = Agreements.Count(least => agreement >= least);
        return level + (isOfUnit ? Levels : 0);
    }

    /// <summary>How much chain and rules agree on reports of a sort, in steps.</summary>
    public static int LevelOf(int sort) => sort % Levels;

    /// <summary>Whether units write reports of a sort.</summary>
    public static bool IsOfUnits(int sort) => sort >= Levels;

    /// <summary>Joins two opinions.</summary>
    /// <param name="chain">The probabilities of the chain.</param>
    /// <param name="rules">The shares of the rules.</param>
    /// <param name="power">How much the rules count.</param>
    /// <param name="joined">Receives probabilities.</param>
    public static void Join(ReadOnlySpan<float> chain, ReadOnlySpan<float> rules, float power, Span<float> joined)
    {
        float total = 0;
        for (int function = 0; function < joined.Length; function++)
        {
            float product = chain[function] * MathF.Pow(Math.Max(Least, rules[function]), power);
            joined[function] = MathF.Pow(product, 1 / (1 + power));
            total += joined[function];
        }

        for (int function = 0; function < joined.Length; function++)
        {
            joined[function] /= total;
        }
    }

    /// <summary>The function that is most likely; of equal ones the first.</summary>
    public static int MostLikely(ReadOnlySpan<float> probabilities)
    {
        int best = 0;
        for (int function = 1; function < probabilities.Length; function++)
        {
            best = probabilities[function] > probabilities[best] ? function : best;
        }

        return best;
    }

    /// <summary>The power of each sort of report with which most answers are right.</summary>
    /// <remarks>Few labelled reports are by units, so those on at least half of which both opinions agree have one power
    /// together, and of powers that cannot be told apart (one standard error; Breiman et al., 1984) the largest is taken.</remarks>
    public static float[] Learn(IEnumerable<Evidence> answers)
    {
        var powers = new float[Sorts];
        foreach (var group in answers.GroupBy(answer => Math.Min(answer.Sort, FewestOfUnits)).Where(group => group.Count() >= LeastAnswers))
        {
            Evidence[] known = [.. group];
            double[] right = [.. Powers.Select(power => Right(known, power))];
            double least = right.Max() - (group.Key == FewestOfUnits ? Error(right.Max() / known.Sum(answer => answer.Weight), known) : 0);
            Array.Fill(powers, Powers[Array.FindIndex(right, some => some >= least)], group.Key, group.Key == FewestOfUnits ? Sorts - FewestOfUnits : 1);
        }

        return powers;
    }

    /// <summary>The standard error of the weight of right answers.</summary>
    private static double Error(double share, Evidence[] answers) => Math.Sqrt(share * (1 - share) * answers.Sum(answer => answer.Weight * answer.Weight));

    /// <summary>Powers of before, or one other power for all reports of units, or for all that are not, where it is right more often.</summary>
    /// <remarks>Answers to few texts say nothing of single sorts, and a report whose labels are learned moves from one to another.</remarks>
    /// <param name="before">By sort of report.</param>
    /// <param name="answers">Answers to texts that were not trained on.</param>
    public static float[] Adjusted(float[] before, IEnumerable<Evidence> answers)
    {
        float[] powers = [.. before];
        foreach (var group in answers.GroupBy(answer => IsOfUnits(answer.Sort)).Where(group => group.Count() >= LeastOwnAnswers))
        {
            Evidence[] known = [.. group];
            double best = known.Sum(answer => Right([answer], before[answer.Sort]));
            foreach (float power in Powers.Where(power => Right(known, power) > best))
            {
                best = Right(known, power);
                Array.Fill(powers, power, group.Key ? Levels : 0, Levels);
            }
        }

        return powers;
    }

    /// <summary>The share of right answers.</summary>
    private static double Right(Evidence[] answers, float power)
    {
        Span<float> joined = stackalloc float[FunctionNames.Count];
        double right = 0;
        foreach (Evidence answer in answers)
        {
            Join(answer.Chain, answer.Rules, power, joined);
            right += MostLikely(joined) == answer.Truth ? answer.Weight : 0;
        }

        return right;
    }
}
