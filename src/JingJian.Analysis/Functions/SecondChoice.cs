using JingJian.Analysis.Structure;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>Makes a label of the probabilities of a unit: first function, second function, how sure.</summary>
internal sealed class SecondChoice(FunctionModel model)
{
    private readonly SequenceDecoder decoder = new(model.Seconds);
    private readonly SequenceFeatures features = new();
    private readonly SecondFeatures builder = new();

    /// <summary>The label of a unit.</summary>
    /// <param name="block">The unit.</param>
    /// <param name="sort">The sort of its report.</param>
    /// <param name="cues">What the rules say of the document.</param>
    /// <param name="probabilities">Of its functions.</param>
    public FunctionLabel Label(Block block, int sort, CueReading cues, ReadOnlySpan<float> probabilities)
    {
        int primary = Trust.MostLikely(probabilities);
        Function? second = block.Kind == BlockKind.Paragraph ? Second(block, cues, probabilities, primary) : null;
        return new FunctionLabel((Function)primary, second, model.Calibrations.At(sort, probabilities[primary]));
    }

    private Function? Second(Block block, CueReading cues, ReadOnlySpan<float> probabilities, int primary)
    {
        features.Clear();
        features.NextPosition();
        builder.Add(block, cues, probabilities, features);
        ReadOnlySpan<double> seconds = decoder.Marginals(features);
        return Choose(seconds, primary, model.SecondThreshold);
    }

    /// <summary>The most probable second function that is not the first, when it is probable enough.</summary>
    public static Function? Choose(ReadOnlySpan<double> seconds, int primary, double threshold)
    {
        int best = -1;
        for (int function = 0; function < FunctionNames.Count; function++)
        {
            if (function != primary && (best < 0 || seconds[function] > seconds[best]))
            {
                best = function;
            }
        }

        return seconds[best] >= threshold ? (Function)best : null;
    }
}
