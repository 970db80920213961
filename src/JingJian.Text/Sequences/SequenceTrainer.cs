using System.Collections.Immutable;

namespace JingJian.Text.Sequences;

/// <summary>Trains a <see cref="SequenceModel"/> from labelled sequences.</summary>
/// <remarks>
/// <para><b>Source.</b> Sha, Pereira, <i>Shallow parsing with conditional random fields</i>, NAACL 2003: the penalised
/// likelihood by L-BFGS.</para>
/// <para><b>Guarantee.</b> The same sequences in the same order and the same options give the same bytes.</para>
/// <para><b>Cost.</b> Per step, positions × (features + labels) × labels; memory about 20 numbers of 8 bytes for each
/// feature and label.</para>
/// </remarks>
public static class SequenceTrainer
{
    /// <summary>Trains.</summary>
    /// <param name="labels">The names of the labels; sequences have indexes into them.</param>
    /// <param name="sequences">What to learn from.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Receives the loss after each step.</param>
    /// <param name="cancellationToken">Ends the training with an exception; checked before each step.</param>
    /// <exception cref="ArgumentException">A sequence has labels that are not there or may not follow one another, or not one a position.</exception>
    public static SequenceModel Train(
        ImmutableArray<string> labels,
        IReadOnlyList<TrainingSequence> sequences,
        TrainingOptions options,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        Check(labels, sequences, options.MayFollow);
        if (options.Prior is { } known && !known.Labels.SequenceEqual(labels))
        {
            throw new ArgumentException("The prior model has other labels.", nameof(options));
        }

        var set = new TrainingSet(sequences, labels.Length, options.LeastCount, options.OnlySeenPairs);
        var loss = new LabellingLoss(set, labels.Length, options);
        double[] weights = loss.Beginning();
        new LimitedMemory(loss.At, options.MostSteps, options.Tolerance).Minimise(weights, progress, cancellationToken);
        var learned = FeatureWeights.Of(set.Keys, set.Rows, set.Columns, weights.AsSpan(loss.ChainLength), options.LeastWeight);
        return new SequenceModel(
            labels, Rounded(loss.Chain(weights)), options.Prior is { } prior ? PriorWeights.Joined(learned, set.Keys, prior.Weights) : learned);
    }

    /// <summary>As they will be read from the file, so that a model answers alike before and after.</summary>
    private static ChainWeights Rounded(ChainWeights chain)
    {
        return new ChainWeights(chain.Labels, Round(chain.Start), Round(chain.End), Round(chain.Transitions));

        static double[] Round(double[] weights) => Array.ConvertAll(weights, weight => (double)(float)weight);
    }

    /// <summary>Refuses labels and sequences that cannot be trained on.</summary>
    internal static void Check(ImmutableArray<string> labels, IReadOnlyList<TrainingSequence> sequences, Func<int, int, bool>? mayFollow)
    {
        if (labels.Length is 0 or > SequenceModelFile.MostLabels || labels.Any(label => label.Length == 0 || label.Contains('\n', StringComparison.Ordinal)))
        {
            throw new ArgumentException($"1 to {SequenceModelFile.MostLabels} labels of one line each are expected.", nameof(labels));
        }

        foreach (TrainingSequence sequence in sequences)
        {
            if (sequence.Labels.Count != sequence.Features.Length || sequence.Labels.Any(label => label < 0 || label >= labels.Length))
            {
                throw new ArgumentException("A sequence has a known label for each position.", nameof(sequences));
            }

            if (mayFollow is not null && sequence.Labels.Count > 0
                && sequence.Labels.Append(TrainingOptions.Outside).Zip(sequence.Labels.Prepend(TrainingOptions.Outside)).Any(pair => !mayFollow(pair.Second, pair.First)))
            {
                throw new ArgumentException("A sequence has labels that may not follow one another.", nameof(sequences));
            }
        }
    }
}
