using JingJian.Text.Sequences;

namespace JingJian.Tests.Text.Sequences;

/// <summary>Small random models and sequences; the same seed gives the same ones.</summary>
internal static class Chains
{
    private const int Vocabulary = 6;

    public static SequenceModel Model(Random random, int labels, bool forbid = false)
    {
        ulong[] keys = [.. Enumerable.Range(0, Vocabulary).Select(Key).Order()];
        var chain = new ChainWeights(labels, Weights(labels), Weights(labels), Weights(labels * labels));
        if (forbid)
        {
            chain.Transitions[1] = double.NegativeInfinity;
        }

        return new SequenceModel(
            [.. Enumerable.Range(0, labels).Select(label => $"label {label}")],
            chain,
            FeatureWeights.Of(keys, [.. Enumerable.Range(0, Vocabulary + 1).Select(feature => feature * labels)], [.. Enumerable.Range(0, Vocabulary * labels).Select(weight => (byte)(weight % labels))], Weights(Vocabulary * labels), 0));

        double[] Weights(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)(float)(4 * (random.NextDouble() - 0.5)))];
    }

    public static SequenceFeatures Features(Random random, int length)
    {
        var features = new SequenceFeatures();
        for (int position = 0; position < length; position++)
        {
            features.NextPosition();
            for (int count = random.Next(4); count > 0; count--)
            {
                features.Add(Key(random.Next(Vocabulary + 1)), random.Next(2) == 0 ? 1 : (float)random.NextDouble());
            }
        }

        return features;
    }

    /// <summary>Sequences whose labels mostly follow their features.</summary>
    public static List<TrainingSequence> Training(Random random, int count, int labels) =>
        [.. Enumerable.Range(0, count).Select(_ =>
        {
            SequenceFeatures features = Features(random, 1 + random.Next(5));
            int[] right = [.. Enumerable.Range(0, features.Length).Select(position =>
                features.Keys(position).IsEmpty ? random.Next(labels) : (int)(features.Keys(position)[0] % (ulong)labels))];
            return new TrainingSequence(features, right, 0.5 + random.NextDouble());
        })];

    private static ulong Key(int word) => FeatureKey.Of($"word {word}");
}
