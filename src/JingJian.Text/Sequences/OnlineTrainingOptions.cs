namespace JingJian.Text.Sequences;

/// <summary>How <see cref="OnlineTrainer"/> trains.</summary>
public sealed record OnlineTrainingOptions
{
    /// <summary>How often all sequences are gone through. Default 8; on some thousand lines of text 5 to 15 do equally well.</summary>
    public int Rounds { get; init; } = 8;

    /// <summary>How far the first step goes; the last goes a tenth of it. Default 0.05, for features of value 1, about a hundred a position.</summary>
    public double Step { get; init; } = 0.05;

    /// <summary>How strongly weights are drawn to zero, as <see cref="TrainingOptions.Penalty"/>. Default 0.5.</summary>
    public double Penalty { get; init; } = 0.5;

    /// <summary>The share of features that is left out at random in each step, so that no feature leans on another. Default 0.</summary>
    public double Dropout { get; init; }

    /// <summary>Features that occur less often are left out. Default 1, all.</summary>
    public int LeastCount { get; init; } = 1;

    /// <summary>Weights smaller than this are left out of the model. Default 0.</summary>
    public double LeastWeight { get; init; }

    /// <summary>
    /// How many trainings there are, each with another order and other features left out; the model is the mean of their
    /// weights and costs no more than one. Default 1.
    /// </summary>
    public int Trainings { get; init; } = 1;

    /// <summary>Decides the order of the sequences in each round, and which features are left out. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether a label may follow another; <see cref="TrainingOptions.Outside"/> stands before the first and after the last. Default: any.</summary>
    public Func<int, int, bool>? MayFollow { get; init; }
}
