using JingJian.Text.Sequences;

namespace JingJian.Tests.Text.Sequences;

/// <summary>The slow twin: every labelling written out and scored by the definition.</summary>
internal static class SlowChain
{
    /// <summary>All labellings of a length, the lower labels first.</summary>
    public static IEnumerable<int[]> Labellings(int length, int labels)
    {
        int[] labelling = new int[length];
        for (int count = (int)Math.Pow(labels, length); count > 0; count--)
        {
            yield return [.. labelling];
            for (int at = length - 1; at >= 0 && ++labelling[at] == labels; at--)
            {
                labelling[at] = 0;
            }
        }
    }

    public static double Score(SequenceModel model, SequenceFeatures features, int[] labelling)
    {
        double score = model.Chain.Start[labelling[0]] + model.Chain.End[labelling[^1]];
        for (int at = 0; at < labelling.Length; at++)
        {
            score += at > 0 ? model.Transition(labelling[at - 1], labelling[at]) : 0;
            for (int i = 0; i < features.Keys(at).Length; i++)
            {
                score += model.Weight(features.Keys(at)[i], labelling[at]) * (double)features.Values(at)[i];
            }
        }

        return score;
    }

    public static int[] Best(SequenceModel model, SequenceFeatures features) =>
        Labellings(features.Length, model.Labels.Length).MaxBy(labelling => Score(model, features, labelling))!;

    public static double LogSum(SequenceModel model, SequenceFeatures features) =>
        Math.Log(Labellings(features.Length, model.Labels.Length).Sum(labelling => Math.Exp(Score(model, features, labelling))));

    public static double Marginal(SequenceModel model, SequenceFeatures features, int position, int label)
    {
        double total = LogSum(model, features);
        return Labellings(features.Length, model.Labels.Length)
            .Where(labelling => labelling[position] == label)
            .Sum(labelling => Math.Exp(Score(model, features, labelling) - total));
    }
}
