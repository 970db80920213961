using JingJian.Analysis.Structure;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>The features of the second function of a paragraph: what it mainly does, and what else its clauses say.</summary>
internal sealed class SecondFeatures
{
    private const int Kind = 2;
    private const float GramNorm = 2f;

    private readonly FoldedText folded = new();

    /// <summary>Adds the features of one paragraph.</summary>
    /// <param name="block">The paragraph.</param>
    /// <param name="cues">What the rules say of the document.</param>
    /// <param name="probabilities">Of its functions.</param>
    /// <param name="features">Receives the features.</param>
    public void Add(Block block, CueReading cues, ReadOnlySpan<float> probabilities, SequenceFeatures features)
    {
        var sink = new FeatureSink(features, Kind, null);
        string text = block.Text.Text;
        int primary = Trust.MostLikely(probabilities);
        sink.Add(FeatureTemplate.Always, 0);
        sink.Add(FeatureTemplate.Primary, (ulong)primary, 2);
        for (int function = 0; function < probabilities.Length; function++)
        {
            sink.Add(FeatureTemplate.Probability, (ulong)function, probabilities[function]);
        }

        FunctionLabel vote = cues.Labels[block.Ordinal];
        sink.Add(FeatureTemplate.RuleVote, (ulong)vote.Primary);
        sink.Add(FeatureTemplate.RuleSecond, vote.Secondary is { } second ? (ulong)second : 15);
        for (ulong fired = cues.Fired[block.Ordinal]; fired != 0; fired &= fired - 1)
        {
            ulong cue = (ulong)System.Numerics.BitOperations.TrailingZeroCount(fired);
            sink.Add(FeatureTemplate.Cue, cue);
            sink.Add(FeatureTemplate.Cue, 100 + (cue * 16) + (ulong)primary);
        }

        int effects = Math.Min(3, cues.Effects[block.Ordinal]), outcomes = Math.Min(4, cues.Outcomes[block.Ordinal]);
        Shape shape = Shape.Of(text);
        sink.Add(FeatureTemplate.Effect, (ulong)(effects + (16 * primary)));
        sink.Add(FeatureTemplate.Effect, (ulong)(1000 + outcomes + (16 * primary)));
        sink.Add(FeatureTemplate.Quantities, (ulong)(Math.Min(6, shape.Quantities) + (16 * primary)));
        sink.Add(FeatureTemplate.Length, (ulong)(2 * MathF.Log2(text.Length + 1)) + (ulong)(64 * primary));
        Signs signs = cues.Signs[block.Ordinal];
        sink.Add(FeatureTemplate.Sign, (ulong)(Math.Min(3, signs.Done) + (4 * Math.Min(3, signs.Ahead)) + (16 * primary)));
        ReadOnlySpan<char> grams = folded.Fold(text);
        sink.AddPairs(FeatureTemplate.Gram, grams, GramNorm / MathF.Sqrt(grams.Length + 10));
    }
}
