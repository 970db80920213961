using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>What a training gave.</summary>
/// <param name="Model">The weights; null when only answers were wanted.</param>
/// <param name="Answers">The answer to each labelled unit by a model that was not trained on its part.</param>
/// <param name="Threshold">Answers less sure are 未定.</param>
/// <param name="SecondThreshold">From this probability on a second function is named.</param>
public sealed record FunctionTraining(FunctionModel? Model, IReadOnlyList<UnitAnswer> Answers, double Threshold, double SecondThreshold);

/// <summary>An answer beside the truth.</summary>
public sealed class UnitAnswer
{
    private readonly Dictionary<int, double[]> seconds;

    internal UnitAnswer(FunctionSample sample, Block block, GivenFunction truth, int sort, float[] probabilities, Dictionary<int, double[]> seconds)
    {
        Sample = sample;
        Block = block;
        Truth = truth;
        Sort = sort;
        Probabilities = probabilities;
        Primary = (Function)Array.IndexOf(probabilities, probabilities.Max());
        this.seconds = seconds;
    }

    /// <summary>Where it stands.</summary>
    public FunctionSample Sample { get; }

    /// <summary>The unit.</summary>
    public Block Block { get; }

    /// <summary>What readers say.</summary>
    public GivenFunction Truth { get; }

    /// <summary>The probability of each function.</summary>
    public IReadOnlyList<float> Probabilities { get; }

    /// <summary>The most probable one.</summary>
    public Function Primary { get; }

    /// <summary>The second function answered, or null.</summary>
    public Function? Second { get; internal set; }

    /// <summary>How sure the answer is, calibrated on the other parts.</summary>
    public double Confidence { get; internal set; }

    internal int Fold => Sample.Fold;

    /// <summary>The sort of its report, see <see cref="Trust"/>.</summary>
    internal int Sort { get; }

    internal double[] Seconds => seconds.GetValueOrDefault(Block.Ordinal, []);
}
