using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>What the directions of vectors weigh, in rows of numbers: as features they would be looked up hundreds of times a unit.</summary>
/// <remarks><b>Guarantee.</b> The scores are those that <see cref="FeatureSink.AddVector"/> would give, but for rounding; the same on
/// every machine, because no sum depends on how wide its registers are. <b>Threads.</b> Immutable, shared freely.</remarks>
internal sealed class VectorWeights
{
    /// <summary>A row has room for all functions, in two registers.</summary>
    private const int Row = 16;

    private readonly float[][] rows = new float[(int)ReportVectors.Last - (int)ReportVectors.First + 1][];

    public VectorWeights(SequenceModel units)
    {
        for (int template = 0; template < rows.Length; template++)
        {
            rows[template] = new float[PairVectors.Directions * Row];
            for (int cell = 0; cell < rows[template].Length; cell++)
            {
                (int direction, int function) = (cell / Row, cell % Row);
                rows[template][cell] = function < FunctionNames.Count
                    ? units.Weight(FeatureSink.KeyOf(ReportVectors.First + template, ReportFeatures.ParagraphKind, (ulong)direction), function)
                    : 0;
            }
        }
    }

    /// <summary>Adds to the scores of the functions of one unit.</summary>
    public void AddTo(Span<double> scores, VectorPart part)
    {
        Span<float> sums = stackalloc float[Row];
        Sum(part, sums);
        Add(scores, sums, part.Weight);
    }

    /// <summary>Adds to the scores of the functions of units, one after another: what says the same of the next unit is not added up again.</summary>
    public sealed class Run(VectorWeights weights)
    {
        private readonly ReadOnlyMemory<float>[] known = new ReadOnlyMemory<float>[weights.rows.Length];
        private readonly float[] sums = new float[weights.rows.Length * Row];

        /// <summary>Adds to those of the next.</summary>
        public void AddTo(Span<double> scores, VectorPart part)
        {
            int template = part.Template - ReportVectors.First;
            Span<float> last = sums.AsSpan(template * Row, Row);
            if (!known[template].Equals(part.Memory))
            {
                known[template] = part.Memory;
                weights.Sum(part, last);
            }

            Add(scores, last, part.Weight);
        }
    }

    private void Sum(VectorPart part, Span<float> sums)
    {
        ReadOnlySpan<Vector256<float>> cells = MemoryMarshal.Cast<float, Vector256<float>>(rows[part.Template - ReportVectors.First]);
        ReadOnlySpan<float> vector = part.Vector;
        Vector256<float> lower = default, upper = default;
        for (int direction = 0; direction < vector.Length; direction++)
        {
            lower += cells[2 * direction] * vector[direction];
            upper += cells[(2 * direction) + 1] * vector[direction];
        }

        lower.CopyTo(sums);
        upper.CopyTo(sums[Vector256<float>.Count..]);
    }

    private static void Add(Span<double> scores, ReadOnlySpan<float> sums, float weight)
    {
        for (int function = 0; function < FunctionNames.Count; function++)
        {
            scores[function] += sums[function] * weight;
        }
    }
}
