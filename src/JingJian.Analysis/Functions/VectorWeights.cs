using System.Numerics;
using System.Runtime.InteropServices;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>What the directions of vectors weigh, in rows of numbers: as features they would be looked up hundreds of times a unit.</summary>
/// <remarks><b>Guarantee.</b> The scores are those that <see cref="FeatureSink.AddVector"/> would give, but for rounding; the same on
/// every machine, because no sum depends on how wide its registers are. <b>Threads.</b> Immutable, shared freely.</remarks>
internal sealed class VectorWeights
{
    /// <summary>A row has room for all functions and is a multiple of every register.</summary>
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
        sums.Clear();
        Span<Vector<float>> totals = MemoryMarshal.Cast<float, Vector<float>>(sums);
        ReadOnlySpan<Vector<float>> weights = MemoryMarshal.Cast<float, Vector<float>>(rows[part.Template - ReportVectors.First]);
        ReadOnlySpan<float> vector = part.Vector;
        for (int direction = 0; direction < vector.Length; direction++)
        {
            for (int i = 0; i < totals.Length; i++)
            {
                totals[i] += weights[(direction * totals.Length) + i] * vector[direction];
            }
        }

        for (int function = 0; function < FunctionNames.Count; function++)
        {
            scores[function] += sums[function] * part.Weight;
        }
    }
}
