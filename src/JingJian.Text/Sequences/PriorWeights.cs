namespace JingJian.Text.Sequences;

/// <summary>The weights of an earlier model as the starting point of a training.</summary>
internal static class PriorWeights
{
    /// <summary>Its weights in the order of a training: start, end, transitions, then the features of the set.</summary>
    public static double[] In(SequenceModel model, TrainingSet set)
    {
        int labels = model.Labels.Length;
        var weights = new double[(labels * (labels + 2)) + set.Columns.Length];
        model.Chain.Start.CopyTo(weights, 0);
        model.Chain.End.CopyTo(weights, labels);
        model.Chain.Transitions.CopyTo(weights, 2 * labels);
        int first = labels * (labels + 2);
        for (int feature = 0; feature < set.Keys.Length; feature++)
        {
            for (int at = set.Rows[feature]; at < set.Rows[feature + 1]; at++)
            {
                weights[first + at] = model.Weight(set.Keys[feature], set.Columns[at]);
            }
        }

        return weights;
    }

    /// <summary>What was learned anew, and of what the training did not see the earlier weights.</summary>
    /// <param name="learned">The weights after training.</param>
    /// <param name="seen">The features that the training saw, those that have no weight left included.</param>
    /// <param name="earlier">The weights before.</param>
    public static FeatureWeights Joined(FeatureWeights learned, ulong[] seen, FeatureWeights earlier)
    {
        var known = new KeyTable(seen);
        List<ulong> keys = [.. learned.Keys];
        List<int> rows = [.. learned.Rows];
        List<byte> labels = [.. learned.Labels];
        List<float> weights = [.. learned.Weights];
        for (int feature = 0; feature < earlier.Keys.Length; feature++)
        {
            if (known.IndexOf(earlier.Keys[feature]) < 0)
            {
                keys.Add(earlier.Keys[feature]);
                labels.AddRange(earlier.Labels[earlier.Rows[feature]..earlier.Rows[feature + 1]]);
                weights.AddRange(earlier.Weights[earlier.Rows[feature]..earlier.Rows[feature + 1]]);
                rows.Add(weights.Count);
            }
        }

        return new FeatureWeights([.. keys], [.. rows], [.. labels], [.. weights]);
    }
}
