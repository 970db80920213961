namespace JingJian.Text.Sequences;

/// <summary>What a chain's weights lose on a training set, and in which direction it would be less.</summary>
/// <remarks>
/// <para>The loss is the sum over sequences of weight × −log P(labels | features), and half the penalty times the squared
/// distance of the weights from the prior ones, zero without a prior (Chelba, Acero, EMNLP 2004).
/// Weights stand in one vector: start, end, transitions (the chain), then those of the features as the rows of the set say.
/// A transition that may not be stays at zero there, and has no gradient.</para>
/// </remarks>
internal sealed class LabellingLoss
{
    private const int PartCount = 8;

    private readonly TrainingSet set;
    private readonly int labels;
    private readonly double penalty;
    private readonly double[]? prior;
    private readonly bool[] forbidden;
    private readonly Action<int, Action<int>> forEachPart;
    private readonly Part[] parts = [.. Enumerable.Range(0, PartCount).Select(_ => new Part())];

    public LabellingLoss(TrainingSet set, int labels, TrainingOptions options)
    {
        prior = options.Prior is { } model ? PriorWeights.In(model, set) : null;
        this.set = set;
        this.labels = labels;
        penalty = options.Penalty;
        forEachPart = options.ForEachPart ?? OneByOne;
        Func<int, int, bool>? mayFollow = options.MayFollow;
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
    public int Length => ChainLength + set.Columns.Length;

    /// <summary>How many of them are the chain's.</summary>
    public int ChainLength => labels * (labels + 2);

    /// <summary>Where training begins.</summary>
    public double[] Beginning() => prior is null ? new double[Length] : [.. prior];

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
            double away = prior is null ? weights[i] : weights[i] - prior[i];
            loss += away * away;
            gradient[i] = penalty * away;
        }

        loss *= penalty / 2;
        ChainWeights chain = Chain(weights);
        double[] all = weights.ToArray();
        forEachPart(PartCount, part => parts[part].Run(this, part, chain, all));
        foreach (Part part in parts)
        {
            loss += part.Loss;
            Rows.Add(gradient, part.Gradient, 1);
        }

        for (int i = 0; i < forbidden.Length; i++)
        {
            gradient[i] = forbidden[i] ? 0 : gradient[i];
        }

        return loss;
    }

    private static void OneByOne(int count, Action<int> part)
    {
        for (int i = 0; i < count; i++)
        {
            part(i);
        }
    }

    private double AddSequence(int sequence, ChainWeights chain, ReadOnlySpan<double> weights, Part part, ForwardBackward probabilities, Span<double> gradient)
    {
        int first = set.Starts[sequence], length = set.Starts[sequence + 1] - first;
        double times = set.Weights[sequence];
        ReadOnlySpan<double> rows = part.Score(this, first, length, weights);
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
            double value = set.Values[at];
            int end = set.Rows[set.Features[at] + 1];
            for (int pair = set.Rows[set.Features[at]]; pair < end; pair++)
            {
                gradient[pair] += difference[set.Columns[pair]] * value;
            }
        }
    }

    /// <summary>A share of the sequences, with buffers of its own; the shares do not depend on who runs them.</summary>
    private sealed class Part
    {
        private double[] scores = [];

        public double Loss { get; private set; }

        public double[] Gradient { get; private set; } = [];

        public void Run(LabellingLoss loss, int part, ChainWeights chain, double[] weights)
        {
            Gradient = Gradient.Length == 0 ? new double[weights.Length] : Gradient;
            Array.Clear(Gradient);
            Loss = 0;
            var probabilities = new ForwardBackward(chain);
            for (int sequence = part; sequence < loss.set.Weights.Length; sequence += PartCount)
            {
                if (loss.set.Starts[sequence + 1] > loss.set.Starts[sequence])
                {
                    Loss += loss.AddSequence(sequence, chain, weights.AsSpan(loss.ChainLength), this, probabilities, Gradient);
                }
            }
        }

        public ReadOnlySpan<double> Score(LabellingLoss loss, int first, int length, ReadOnlySpan<double> weights)
        {
            if (scores.Length < length * loss.labels)
            {
                scores = new double[length * loss.labels];
            }

            Span<double> rows = scores.AsSpan(0, length * loss.labels);
            rows.Clear();
            for (int i = 0; i < length; i++)
            {
                Span<double> row = rows.Slice(i * loss.labels, loss.labels);
                for (int at = loss.set.Positions[first + i]; at < loss.set.Positions[first + i + 1]; at++)
                {
                    double value = loss.set.Values[at];
                    int end = loss.set.Rows[loss.set.Features[at] + 1];
                    for (int pair = loss.set.Rows[loss.set.Features[at]]; pair < end; pair++)
                    {
                        row[loss.set.Columns[pair]] += weights[pair] * value;
                    }
                }
            }

            return rows;
        }
    }
}
