namespace JingJian.Analysis.Functions;

/// <summary>How the function model is trained.</summary>
public sealed record FunctionTrainingOptions
{
    /// <summary>
    /// Weights to start from and stay near, for further labels of one's own: calibration and thresholds are kept, how much the
    /// rules count only changes where enough answers speak for it. Default: none, everything is learned from the samples.
    /// </summary>
    public FunctionModel? Prior { get; init; }

    /// <summary>Where pairs of characters stand; default nowhere.</summary>
    public PairVectors Vectors { get; init; } = PairVectors.None;

    /// <summary>How many parts the cross-validation has that calibrates the answers. From 2; default 5.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The penalty on squared weights of the chain over all units.</summary>
    public double Penalty { get; init; } = 1;

    /// <summary>The same of the headings' chain.</summary>
    public double HeadingPenalty { get; init; } = 1;

    /// <summary>The same of second functions.</summary>
    public double SecondPenalty { get; init; } = 1;

    /// <summary>Features that occur less often are left out. Default 3.</summary>
    public int LeastCount { get; init; } = 3;

    /// <summary>How often the chains go through all sequences. Default 15.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>How many trainings of the chains there are, whose weights are averaged. Default 4: one more adds little.</summary>
    public int Trainings { get; init; } = 4;

    /// <summary>The share of features that the chains leave out at random in each step. Default 0.7.</summary>
    public double Dropout { get; init; } = 0.7;

    /// <summary>How far the first step goes. Default 0.1.</summary>
    public double Step { get; init; } = 0.1;

    /// <summary>The most steps where weights are moved from earlier ones, and for second functions. Default 60.</summary>
    public int MostSteps { get; init; } = 60;

    /// <summary>Weights smaller than this are not kept.</summary>
    public double LeastWeight { get; init; } = 0.01;

    /// <summary>The share of decided answers that must be right. Default 0.90.</summary>
    public double WantedPrecision { get; init; } = 0.90;
}
