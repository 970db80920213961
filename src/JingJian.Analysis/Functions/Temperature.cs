namespace JingJian.Analysis.Functions;

/// <summary>Makes the probabilities of a chain as sure as its answers deserve.</summary>
/// <remarks><b>Source.</b> Guo, Pleiss, Sun, Weinberger, <i>On calibration of modern neural networks</i>, ICML 2017: every
/// probability to the power 1/T, one number T for all, chosen for the likelihood of answers to texts that were not trained on.
/// A chain that was trained with features left out is far too sure when all are there; joined with the rules it would not hear them.</remarks>
internal static class Temperature
{
    private static readonly float[] Choices = [1, 1.25f, 1.5f, 1.75f, 2, 2.5f, 3, 3.5f, 4, 5, 6, 8];

    /// <summary>The least that a function is left: a chain that rules one out has never seen everything.</summary>
    private const float Least = 1e-30f;

    /// <summary>Applies it to the probabilities of one unit after another.</summary>
    public static void Apply(float temperature, Span<float> probabilities)
    {
        for (int unit = 0; unit < probabilities.Length; unit += FunctionNames.Count)
        {
            Span<float> its = probabilities.Slice(unit, FunctionNames.Count);
            float total = 0;
            for (int function = 0; function < its.Length; function++)
            {
                its[function] = MathF.Pow(Math.Max(Least, its[function]), 1 / temperature);
                total += its[function];
            }

            for (int function = 0; function < its.Length; function++)
            {
                its[function] /= total;
            }
        }
    }

    /// <summary>The temperature with which the right functions were most probable.</summary>
    public static float Learn(IEnumerable<Trust.Evidence> answers)
    {
        Trust.Evidence[] known = [.. answers];
        return known.Length == 0 ? 1 : Choices.MaxBy(temperature => Likelihood(known, temperature));
    }

    private static double Likelihood(Trust.Evidence[] answers, float temperature)
    {
        Span<float> tempered = stackalloc float[FunctionNames.Count];
        double sum = 0;
        foreach (Trust.Evidence answer in answers)
        {
            answer.Chain.CopyTo(tempered);
            Apply(temperature, tempered);
            sum += answer.Weight * Math.Log(Math.Max(Least, tempered[answer.Truth]));
        }

        return sum;
    }
}
