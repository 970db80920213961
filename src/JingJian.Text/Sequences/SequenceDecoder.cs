using System.Numerics;
using System.Runtime.CompilerServices;

namespace JingJian.Text.Sequences;

/// <summary>Finds the best labels of sequences, and how sure each is.</summary>
/// <remarks>
/// <para><b>Source.</b> Viterbi, IEEE Trans. Inf. Theory 13(2), 1967.</para>
/// <para><b>Guarantee.</b> No other labelling scores higher; of equal ones that with the lower labels at the end. What is
/// returned is valid until the next call; nothing is allocated once the longest sequence has been seen.</para>
/// <para><b>Threads.</b> One at a time; the model is shared.</para>
/// </remarks>
/// <param name="model">The weights.</param>
public sealed class SequenceDecoder(SequenceModel model)
{
    private readonly int labels = model.Labels.Length;
    private readonly int stride = Stride(model.Labels.Length);
    private readonly ChainWeights chain = model.Chain;
    private readonly double[] transitions = Padded(model.Chain.Transitions, model.Labels.Length);
    private readonly ForwardBackward probabilities = new(model.Chain);
    private double[] scores = [];
    private double[] marginals = [];
    private readonly long[] origin = new long[Stride(model.Labels.Length)];
    private double[] best = new double[Stride(model.Labels.Length)];
    private double[] next = new double[Stride(model.Labels.Length)];
    private byte[] from = [];
    private int[] path = [];

    /// <summary>The best label of each position, as indexes into the labels of the model.</summary>
    public ReadOnlySpan<int> Decode(SequenceFeatures features)
    {
        int length = features.Length;
        if (length == 0)
        {
            return [];
        }

        ReadOnlySpan<double> rows = Score(features);
        for (int label = 0; label < labels; label++)
        {
            best[label] = chain.Start[label] + rows[label];
        }

        for (int position = 1; position < length; position++)
        {
            Step(rows.Slice(position * labels, labels), from.AsSpan(position * labels, labels));
        }

        return Trace(length);
    }

    /// <summary>The probability of every label at every position: labels of a position side by side.</summary>
    public ReadOnlySpan<double> Marginals(SequenceFeatures features) => features.Length == 0 ? [] : Marginals(Score(features));

    /// <summary>The same by scores that somebody else added up.</summary>
    /// <param name="sums">The score of each label at each position, side by side as the answer.</param>
    public ReadOnlySpan<double> Marginals(ReadOnlySpan<double> sums)
    {
        if (sums.IsEmpty)
        {
            return [];
        }

        Reserve(sums.Length);
        probabilities.Run(sums);
        for (int cell = 0; cell < sums.Length; cell++)
        {
            marginals[cell] = probabilities.Marginal(cell / labels, cell % labels);
        }

        return marginals.AsSpan(0, sums.Length);
    }

    private ReadOnlySpan<double> Score(SequenceFeatures features)
    {
        int cells = features.Length * labels;
        Reserve(cells);
        Span<double> rows = scores.AsSpan(0, cells);
        rows.Clear();
        model.AddScores(features, rows);
        return rows;
    }

    private void Reserve(int cells)
    {
        if (scores.Length < cells)
        {
            int room = Math.Max(cells, scores.Length * 2);
            scores = new double[room];
            marginals = new double[room];
            from = new byte[room];
            path = new int[room];
        }
    }

    /// <summary>As many labels that are entered at a time as a vector has lanes: no branch is guessed wrongly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(ReadOnlySpan<double> row, Span<byte> origins)
    {
        for (int to = 0; to < stride; to += Vector<double>.Count)
        {
            var highest = new Vector<double>(double.NegativeInfinity);
            Vector<long> itsOrigin = Vector<long>.Zero;
            for (int before = 0; before < labels; before++)
            {
                Vector<double> score = new Vector<double>(best[before]) + new Vector<double>(transitions, (before * stride) + to);
                Vector<long> isHigher = Vector.GreaterThan(score, highest);
                highest = Vector.ConditionalSelect(isHigher, score, highest);
                itsOrigin = Vector.ConditionalSelect(isHigher, new Vector<long>(before), itsOrigin);
            }

            highest.CopyTo(next, to);
            itsOrigin.CopyTo(origin, to);
        }

        for (int to = 0; to < labels; to++)
        {
            next[to] += row[to];
            origins[to] = (byte)origin[to];
        }

        (best, next) = (next, best);
    }

    private ReadOnlySpan<int> Trace(int length)
    {
        int last = 0;
        for (int label = 1; label < labels; label++)
        {
            last = best[label] + chain.End[label] > best[last] + chain.End[last] ? label : last;
        }

        path[length - 1] = last;
        for (int position = length - 1; position > 0; position--)
        {
            path[position - 1] = from[(position * labels) + path[position]];
        }

        return path.AsSpan(0, length);
    }

    /// <summary>How many labels fill whole vectors.</summary>
    private static int Stride(int labels) => (labels + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary>Rows of whole vectors; what is no label is never entered.</summary>
    private static double[] Padded(double[] transitions, int labels)
    {
        int stride = Stride(labels);
        var padded = new double[labels * stride];
        padded.AsSpan().Fill(double.NegativeInfinity);
        for (int row = 0; row < labels; row++)
        {
            transitions.AsSpan(row * labels, labels).CopyTo(padded.AsSpan(row * stride));
        }

        return padded;
    }
}
