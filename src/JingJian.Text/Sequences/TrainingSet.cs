using System.Runtime.InteropServices;

namespace JingJian.Text.Sequences;

/// <summary>All training sequences one behind the other, features as indexes into <see cref="Keys"/>.</summary>
internal sealed class TrainingSet
{
    public TrainingSet(IReadOnlyList<TrainingSequence> sequences, int labelCount, int leastCount, bool onlySeenPairs)
    {
        Keys = Frequent(sequences, leastCount);
        var table = new KeyTable(Keys);
        List<int> features = [];
        List<float> values = [];
        List<int> labels = [], positions = [0], starts = [0];
        foreach (TrainingSequence sequence in sequences)
        {
            for (int position = 0; position < sequence.Features.Length; position++)
            {
                ReadOnlySpan<float> given = sequence.Features.Values(position);
                ReadOnlySpan<ulong> keys = sequence.Features.Keys(position);
                for (int i = 0; i < keys.Length; i++)
                {
                    int feature = table.IndexOf(keys[i]);
                    if (feature >= 0)
                    {
                        features.Add(feature);
                        values.Add(given[i]);
                    }
                }

                positions.Add(features.Count);
            }

            labels.AddRange(sequence.Labels);
            starts.Add(labels.Count);
        }

        Features = [.. features];
        Values = [.. values];
        Labels = [.. labels];
        Positions = [.. positions];
        Starts = [.. starts];
        Weights = [.. sequences.Select(sequence => sequence.Weight)];
        (Rows, Columns) = onlySeenPairs ? SeenPairs() : AllPairs(labelCount);
    }

    /// <summary>The features that occur often enough, the most frequent first, so that the weights most used lie together.</summary>
    public ulong[] Keys { get; }

    /// <summary>Where the weights of a feature begin, and the end of the last.</summary>
    public int[] Rows { get; }

    /// <summary>The label of each weight.</summary>
    public byte[] Columns { get; }

    /// <summary>The features of all positions.</summary>
    public int[] Features { get; }

    /// <summary>Their values.</summary>
    public float[] Values { get; }

    /// <summary>The label of each position.</summary>
    public int[] Labels { get; }

    /// <summary>Where the features of a position begin, and the end of the last.</summary>
    public int[] Positions { get; }

    /// <summary>Where the positions of a sequence begin, and the end of the last.</summary>
    public int[] Starts { get; }

    /// <summary>How often each sequence counts.</summary>
    public double[] Weights { get; }

    private (int[] Rows, byte[] Columns) AllPairs(int labelCount)
    {
        int[] rows = [.. Enumerable.Range(0, Keys.Length + 1).Select(feature => feature * labelCount)];
        return (rows, [.. Enumerable.Range(0, rows[^1]).Select(weight => (byte)(weight % labelCount))]);
    }

    private (int[] Rows, byte[] Columns) SeenPairs()
    {
        HashSet<long> pairs = [];
        for (int position = 0; position < Labels.Length; position++)
        {
            for (int at = Positions[position]; at < Positions[position + 1]; at++)
            {
                pairs.Add(((long)Features[at] << 8) + Labels[position]);
            }
        }

        int[] rows = new int[Keys.Length + 1];
        foreach (long pair in pairs)
        {
            rows[(pair >> 8) + 1]++;
        }

        for (int feature = 0; feature < Keys.Length; feature++)
        {
            rows[feature + 1] += rows[feature];
        }

        return (rows, [.. pairs.Order().Select(pair => (byte)(pair & 0xFF))]);
    }

    private static ulong[] Frequent(IReadOnlyList<TrainingSequence> sequences, int leastCount)
    {
        Dictionary<ulong, int> counts = [];
        foreach (TrainingSequence sequence in sequences)
        {
            for (int position = 0; position < sequence.Features.Length; position++)
            {
                foreach (ulong key in sequence.Features.Keys(position))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
                }
            }
        }

        return [.. counts.Where(pair => pair.Value >= leastCount).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => pair.Key)];
    }
}
