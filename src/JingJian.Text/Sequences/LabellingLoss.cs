namespace JingJian.Text.Sequences;

/// <summary>What a chain's weights lose on a training set, and in which direction it would be less.</summary>
/// <remarks>
/// <para>The loss is the sum over sequences of weight × −log P(labels | features), and half the penalty times the squared weights.
/// Weights stand in one vector: start, end, transitions (the chain), then labels side by side for each feature.
/// A transition that may not be stays at zero there, and has no gradient.</para>
/// </remarks>
internal sealed class LabellingLoss
{
    private readonly TrainingSet set;
    private readonly int labels;
    private readonly double penalty;
    private readonly bool[] forbidden;
    private double[] scores = [];

    public LabellingLoss(TrainingSet set, int labels, double penalty, Func<int, int, bool>? mayFollow)
    {
        this.set = set;
        this.labels = labels;
        this.penalty = penalty;
        forbidden = new bool[ChainLength];
        for (int label = 0; label < labels && mayFollow is not null; label++)
        {
            forbidden[label] = !mayFollow(TrainingOptions.Outside, label);
            forbidden[labels + label] = !mayFollow(label, TrainingOptions.Outside);
            for (int to = 0; to < labels; to++)
            {
                forbidden[((label + 2) * labels) + to] = !mayFollow(label, to);
            }
        }
    }

    /// <summary>How many weights there are.</summary>
    public int Length => ChainLength + (set.Keys.Length * labels);

    /// <summary>How many of them are the chain's.</summary>
    public int ChainLength => labels * (labels + 2);

    /// <summary>The chain's weights, negative infinity where they are forbidden.</summary>
    public ChainWeights Chain(ReadOnlySpan<double> weights)
    {
        double[] chain = weights[..ChainLength].ToArray();
        for (int i = 0; i < chain.Length; i++)
        {
            chain[i] = forbidden[i] ? double.NegativeInfinity : chain[i];
        }

        return new ChainWeights(labels, chain[..labels], chain[labels..(2 * labels)], chain[(2 * labels)..]);
    }

    /// <summary>The loss at some weights; <paramref name="gradient"/> receives its gradient.</summary>
    public double At(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        double loss = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            loss += weights[i] * weights[i];
            gradient[i] = penalty * weights[i];
        }

        loss *= penalty / 2;
        ChainWeights chain = Chain(weights);
        var probabilities = new ForwardBackward(chain);
        for (int sequence = 0; sequence < set.Weights.Length; sequence++)
        {
            if (set.Starts[sequence + 1] > set.Starts[sequence])
            {
                loss += AddSequence(sequence, chain, weights[ChainLength..], probabilities, gradient);
            }
        }

        for (int i = 0; i < forbidden.Length; i++)
        {
            gradient[i] = forbidden[i] ? 0 : gradient[i];
        }

        return loss;
    }

    private double AddSequence(int sequence, ChainWeights chain, ReadOnlySpan<double> weights, ForwardBackward probabilities, Span<double> gradient)
    {
        int first = set.Starts[sequence], length = set.Starts[sequence + 1] - first;
        double times = set.Weights[sequence];
        ReadOnlySpan<double> rows = Score(first, length, weights);
        double total = probabilities.Run(rows);
        double own = chain.Start[set.Labels[first]] + chain.End[set.Labels[first + length - 1]];
        gradient[set.Labels[first]] -= times;
        gradient[labels + set.Labels[first + length - 1]] -= times;
        Span<double> transitions = gradient.Slice(2 * labels, labels * labels);
        for (int i = 0; i < length; i++)
        {
            int label = set.Labels[first + i];
            own += rows[(i * labels) + label];
            if (i + 1 < length)
            {
                int step = (label * labels) + set.Labels[first + i + 1];
                own += chain.Transitions[step];
                transitions[step] -= times;
                probabilities.AddPairs(i, times, transitions);
            }

            AddPosition(first + i, i, times, probabilities, gradient[ChainLength..]);
        }

        for (int label = 0; label < labels; label++)
        {
            gradient[label] += times * probabilities.Marginal(0, label);
            gradient[labels + label] += times * probabilities.Marginal(length - 1, label);
        }

        return times * (total - own);
    }

    private ReadOnlySpan<double> Score(int first, int length, ReadOnlySpan<double> weights)
    {
        if (scores.Length < length * labels)
        {
            scores = new double[length * labels];
        }

        Span<double> rows = scores.AsSpan(0, length * labels);
        rows.Clear();
        for (int i = 0; i < length; i++)
        {
            Span<double> row = rows.Slice(i * labels, labels);
            for (int at = set.Positions[first + i]; at < set.Positions[first + i + 1]; at++)
            {
                ReadOnlySpan<double> feature = weights.Slice(set.Features[at] * labels, labels);
                double value = set.Values[at];
                for (int label = 0; label < row.Length; label++)
                {
                    row[label] += feature[label] * value;
                }
            }
        }

        return rows;
    }

    /// <summary>Adds what is expected of a position, less what it is.</summary>
    private void AddPosition(int position, int inSequence, double times, ForwardBackward probabilities, Span<double> gradient)
    {
        Span<double> difference = stackalloc double[labels];
        for (int label = 0; label < labels; label++)
        {
            difference[label] = times * (probabilities.Marginal(inSequence, label) - (set.Labels[position] == label ? 1 : 0));
        }

        for (int at = set.Positions[position]; at < set.Positions[position + 1]; at++)
        {
            Span<double> feature = gradient.Slice(set.Features[at] * labels, labels);
            double value = set.Values[at];
            for (int label = 0; label < feature.Length; label++)
            {
                feature[label] += difference[label] * value;
            }
        }
    }
}
