namespace JingJian.Text.Sequences;

/// <summary>The probabilities of labels and of neighbouring labels, over all labellings of a sequence.</summary>
/// <remarks>
/// <para><b>Source.</b> Rabiner, <i>A tutorial on hidden Markov models</i>, Proc. IEEE 77(2), 1989, section V.A (scaling);
/// Lafferty, McCallum, Pereira, <i>Conditional random fields</i>, ICML 2001.</para>
/// <para><b>Bounds.</b> Scores of one position that lie more than 700 apart: the lower ones count as impossible.</para>
/// <para><b>Cost.</b> Length × labels². <b>Threads.</b> One at a time.</para>
/// </remarks>
internal sealed class ForwardBackward
{
    private readonly int labels;
    private readonly double[] start;
    private readonly double[] end;
    private readonly double[] transitions;
    private readonly double[] ahead;
    private double[] emissions = [];
    private double[] alpha = [];
    private double[] beta = [];
    private double[] scales = [];

    public ForwardBackward(ChainWeights weights)
    {
        labels = weights.Labels;
        start = Array.ConvertAll(weights.Start, Math.Exp);
        end = Array.ConvertAll(weights.End, Math.Exp);
        transitions = Array.ConvertAll(weights.Transitions, Math.Exp);
        ahead = new double[labels];
    }

    /// <summary>Runs over the scores of a sequence, labels of one position side by side.</summary>
    /// <returns>The logarithm of the sum over all labellings.</returns>
    public double Run(ReadOnlySpan<double> scores)
    {
        int length = scores.Length / labels;
        Reserve(scores.Length, length);
        double total = Exponentiate(scores, length);
        total += Forward(length);
        Backward(length);
        return total;
    }

    /// <summary>The probability of a label at a position.</summary>
    public double Marginal(int position, int label) => alpha[(position * labels) + label] * beta[(position * labels) + label];

    /// <summary>Adds the probabilities of all pairs of labels at a position and the next, times a weight.</summary>
    public void AddPairs(int position, double weight, Span<double> sums)
    {
        Ahead(position + 1, weight);
        for (int from = 0; from < labels; from++)
        {
            double before = alpha[(position * labels) + from];
            int row = from * labels;
            for (int to = 0; to < labels; to++)
            {
                sums[row + to] += before * transitions[row + to] * ahead[to];
            }
        }
    }

    private void Reserve(int cells, int length)
    {
        if (emissions.Length < cells)
        {
            emissions = new double[cells];
            alpha = new double[cells];
            beta = new double[cells];
        }

        if (scales.Length < length + 1)
        {
            scales = new double[length + 1];
        }
    }

    /// <summary>Makes factors of scores, the best of each position 1; returns what was taken out.</summary>
    private double Exponentiate(ReadOnlySpan<double> scores, int length)
    {
        double total = 0;
        for (int position = 0; position < length; position++)
        {
            ReadOnlySpan<double> row = scores.Slice(position * labels, labels);
            double best = Best(row);
            total += best;
            for (int label = 0; label < labels; label++)
            {
                emissions[(position * labels) + label] = Math.Exp(row[label] - best);
            }
        }

        return total;
    }

    private static double Best(ReadOnlySpan<double> row)
    {
        double best = row[0];
        foreach (double score in row)
        {
            best = Math.Max(best, score);
        }

        return best;
    }

    private double Forward(int length)
    {
        double total = 0;
        for (int position = 0; position < length; position++)
        {
            Span<double> now = alpha.AsSpan(position * labels, labels);
            if (position == 0)
            {
                start.CopyTo(now);
            }
            else
            {
                Step(alpha.AsSpan((position - 1) * labels, labels), now);
            }

            double sum = 0;
            for (int label = 0; label < labels; label++)
            {
                sum += now[label] *= emissions[(position * labels) + label];
            }

            total += Scale(now, position, sum);
        }

        double last = 0;
        for (int label = 0; label < labels; label++)
        {
            last += alpha[((length - 1) * labels) + label] * end[label];
        }

        scales[length] = Math.Max(last, double.Epsilon);
        return total + Math.Log(last);
    }

    private void Step(ReadOnlySpan<double> before, Span<double> now)
    {
        now.Clear();
        for (int from = 0; from < labels; from++)
        {
            Rows.Add(now, transitions.AsSpan(from * labels, labels), before[from]);
        }
    }

    private double Scale(Span<double> row, int position, double sum)
    {
        scales[position] = Math.Max(sum, double.Epsilon);
        foreach (ref double value in row)
        {
            value /= scales[position];
        }

        return Math.Log(sum);
    }

    private void Backward(int length)
    {
        for (int label = 0; label < labels; label++)
        {
            beta[((length - 1) * labels) + label] = end[label] / scales[length];
        }

        for (int position = length - 2; position >= 0; position--)
        {
            Ahead(position + 1, 1);
            for (int from = 0; from < labels; from++)
            {
                double sum = 0;
                for (int to = 0; to < labels; to++)
                {
                    sum += transitions[(from * labels) + to] * ahead[to];
                }

                beta[(position * labels) + from] = sum;
            }
        }
    }

    /// <summary>What each label of a position stands for when it is entered.</summary>
    private void Ahead(int position, double weight)
    {
        for (int label = 0; label < labels; label++)
        {
            ahead[label] = weight * emissions[(position * labels) + label] * beta[(position * labels) + label] / scales[position];
        }
    }
}
