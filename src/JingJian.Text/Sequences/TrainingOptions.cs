namespace JingJian.Text.Sequences;

/// <summary>How a model is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Half of this times the square of each weight is added to the loss; larger keeps weights smaller. Above 0; 1 is the usual start.</summary>
    public double Penalty { get; init; } = 1;

    /// <summary>Features that occur less often are left out. From 1; default 1, all.</summary>
    public int LeastCount { get; init; } = 1;

    /// <summary>
    /// Whether a feature gets weights only for the labels it was seen with. Default false: all labels. With many labels and
    /// features true makes training several times faster and the model smaller, for about the same answers.
    /// </summary>
    public bool OnlySeenPairs { get; init; }

    /// <summary>The most steps. Default 200; text usually needs 50 to 100.</summary>
    public int MostSteps { get; init; } = 200;

    /// <summary>Training ends when ten steps together lower the loss by less than this share. Default 1 in 10,000.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>Weights smaller than this are not kept. Default 0, all but zeros are kept.</summary>
    public double LeastWeight { get; init; }

    /// <summary>
    /// A model with the same labels that training starts from and stays near: the penalty is on what differs from it, and
    /// features that the sequences do not have keep its weights. Default: none, all weights start at and are drawn to zero.
    /// </summary>
    public SequenceModel? Prior { get; init; }

    /// <summary>Whether a label may follow another; <see cref="Outside"/> stands before the first and after the last. Default: any.</summary>
    public Func<int, int, bool>? MayFollow { get; init; }

    /// <summary>
    /// Does the parts of a step, numbered from 0 to below the given count, in any order or at once. Default: one after the
    /// other. What comes out is the same to the byte.
    /// </summary>
    public Action<int, Action<int>>? ForEachPart { get; init; }

    /// <summary>What stands before and after a sequence.</summary>
    public const int Outside = -1;
}

/// <summary>A sequence with its right labels.</summary>
/// <param name="Features">What is seen.</param>
/// <param name="Labels">The label of each position, as an index.</param>
/// <param name="Weight">How often it counts; default once.</param>
public sealed record TrainingSequence(SequenceFeatures Features, IReadOnlyList<int> Labels, double Weight = 1);
