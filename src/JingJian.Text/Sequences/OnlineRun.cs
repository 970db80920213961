namespace JingJian.Text.Sequences;

/// <summary>The weights of a training that goes sequence by sequence, and their sums over all steps.</summary>
internal sealed class OnlineRun
{
    private const double LeastMove = 1e-4;

    private readonly TrainingSet set;
    private readonly int labels;
    private readonly double penalty;
    private readonly FeatureDropout dropout;
    private readonly ChainWeights chain;
    private readonly ChainWeights chainSums;
    private readonly float[] weights;
    private readonly double[] sums;
    private readonly int[] summedUntil;
    private readonly double[] pairs;
    private readonly double[] moves;
    private double[] scores = [];
    private int steps;

    public OnlineRun(TrainingSet set, int labels, double penalty, FeatureDropout dropout, Func<int, int, bool>? mayFollow)
    {
        (this.set, this.labels, this.penalty, this.dropout) = (set, labels, penalty, dropout);
        chain = Chain((from, to) => mayFollow?.Invoke(from, to) ?? true ? 0 : double.NegativeInfinity);
        chainSums = Chain((_, _) => 0);
        weights = new float[set.Columns.Length];
        sums = new double[weights.Length];
        summedUntil = new int[weights.Length];
        pairs = new double[labels * labels];
        moves = new double[labels];
    }

    /// <summary>Goes a step towards the labels of a sequence.</summary>
    public void Step(int sequence, double rate)
    {
        int first = set.Starts[sequence], length = set.Starts[sequence + 1] - first;
        rate *= set.Weights[sequence];
        dropout.Draw(set.Positions[first + length] - set.Positions[first]);
        var probabilities = new ForwardBackward(chain);
        probabilities.Run(Scores(first, length));
        AddChainTo(chainSums);
        steps++;
        MovePairs(first, length, rate, probabilities);
        for (int position = 0; position < length; position++)
        {
            double most = 0;
            for (int label = 0; label < labels; label++)
            {
                moves[label] = rate * ((label == set.Labels[first + position] ? 1 : 0) - probabilities.Marginal(position, label));
                most = Math.Max(most, Math.Abs(moves[label]));
            }

            Move(chain.Start, position == 0);
            Move(chain.End, position == length - 1);
            if (most > LeastMove * rate)
            {
                MoveFeatures(first + position, set.Positions[first], rate);
            }
        }
    }

    /// <summary>The mean of the weights of the chain.</summary>
    public ChainWeights MeanChain()
    {
        return new ChainWeights(labels, Mean(chain.Start, chainSums.Start), Mean(chain.End, chainSums.End), Mean(chain.Transitions, chainSums.Transitions));

        double[] Mean(double[] now, double[] sum) =>
            [.. now.Zip(sum, (weight, total) => double.IsFinite(weight) ? total / Math.Max(steps, 1) : weight)];
    }

    /// <summary>The mean of the weights of the features.</summary>
    public double[] MeanWeights() =>
        [.. weights.Select((weight, at) => (sums[at] + ((double)(steps - summedUntil[at]) * weight)) / Math.Max(steps, 1))];

    private ChainWeights Chain(Func<int, int, double> weight) => new(
        labels,
        [.. Enumerable.Range(0, labels).Select(label => weight(TrainingOptions.Outside, label))],
        [.. Enumerable.Range(0, labels).Select(label => weight(label, TrainingOptions.Outside))],
        [.. Enumerable.Range(0, labels * labels).Select(pair => weight(pair / labels, pair % labels))]);

    private void AddChainTo(ChainWeights total)
    {
        Rows.Add(total.Start, chain.Start, 1);
        Rows.Add(total.End, chain.End, 1);
        Rows.Add(total.Transitions, chain.Transitions, 1);
    }

    private ReadOnlySpan<double> Scores(int first, int length)
    {
        scores = scores.Length < length * labels ? new double[length * labels] : scores;
        Span<double> rows = scores.AsSpan(0, length * labels);
        rows.Clear();
        for (int position = 0; position < length; position++)
        {
            Span<double> row = rows.Slice(position * labels, labels);
            for (int at = set.Positions[first + position]; at < set.Positions[first + position + 1]; at++)
            {
                double value = set.Values[at] * dropout.Factor(at - set.Positions[first]);
                if (value == 0)
                {
                    continue;
                }

                int end = set.Rows[set.Features[at] + 1];
                for (int pair = set.Rows[set.Features[at]]; pair < end; pair++)
                {
                    row[set.Columns[pair]] += weights[pair] * value;
                }
            }
        }

        return rows;
    }

    private void MovePairs(int first, int length, double rate, ForwardBackward probabilities)
    {
        Array.Clear(pairs);
        for (int position = 0; position + 1 < length; position++)
        {
            probabilities.AddPairs(position, 1, pairs);
            pairs[(set.Labels[first + position] * labels) + set.Labels[first + position + 1]] -= 1;
        }

        Rows.Add(chain.Transitions, pairs, -rate);
    }

    private void Move(double[] ends, bool isThere)
    {
        if (isThere)
        {
            Rows.Add(ends, moves, 1);
        }
    }

    private void MoveFeatures(int position, int start, double rate)
    {
        double least = LeastMove * rate;
        for (int at = set.Positions[position]; at < set.Positions[position + 1]; at++)
        {
            double value = set.Values[at] * dropout.Factor(at - start);
            if (value == 0)
            {
                continue;
            }

            int end = set.Rows[set.Features[at] + 1];
            for (int pair = set.Rows[set.Features[at]]; pair < end; pair++)
            {
                double move = moves[set.Columns[pair]];
                if (Math.Abs(move) > least)
                {
                    int since = steps - summedUntil[pair];
                    sums[pair] += (double)since * weights[pair];
                    summedUntil[pair] = steps;
                    weights[pair] = (float)((weights[pair] * Math.Max(0, 1 - (penalty * rate * since))) + (move * value));
                }
            }
        }
    }
}
