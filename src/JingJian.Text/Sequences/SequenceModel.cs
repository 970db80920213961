using System.Collections.Immutable;

namespace JingJian.Text.Sequences;

/// <summary>A linear-chain conditional random field: what features and neighbouring labels weigh.</summary>
/// <remarks>
/// <para><b>Source.</b> Lafferty, McCallum, Pereira, <i>Conditional random fields</i>, ICML 2001. A labelling scores the sum
/// of its start, its transitions, its end, and of weight × value over the features of each position.</para>
/// <para><b>Unit.</b> Features are known by <see cref="FeatureKey"/>; one that was not trained weighs nothing.</para>
/// <para><b>Threads.</b> Immutable, shared freely; each thread has its own <see cref="SequenceDecoder"/>.</para>
/// </remarks>
public sealed class SequenceModel
{
    /// <summary>How many features are looked up at once.</summary>
    private const int Together = 256;

    private readonly FeatureWeights weights;
    private readonly KeyTable table;
    private readonly WeightRows? rows;

    internal SequenceModel(ImmutableArray<string> labels, ChainWeights chain, FeatureWeights weights)
    {
        Labels = labels;
        Chain = chain;
        this.weights = weights;
        table = new KeyTable(weights.Keys);
        rows = labels.Length <= WeightRows.MostLabels ? new WeightRows(weights) : null;
    }

    /// <summary>The names of the labels.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>How many features have a weight.</summary>
    public int FeatureCount => weights.Keys.Length;

    internal ChainWeights Chain { get; }

    internal FeatureWeights Weights => weights;

    /// <summary>Opens a trained model.</summary>
    /// <param name="bytes">The file; copied.</param>
    /// <param name="name">What to call it when it is damaged.</param>
    /// <exception cref="CorruptArtifactException">It is truncated, altered, or of another kind, version or byte order.</exception>
    public static SequenceModel Load(ReadOnlyMemory<byte> bytes, string name) => SequenceModelFile.Read(bytes, name);

    /// <summary>The model as a file.</summary>
    public byte[] Write() => SequenceModelFile.Write(Labels, Chain, weights);

    /// <summary>What a feature of value 1 adds to a label, for explanations.</summary>
    public float Weight(ulong key, int label)
    {
        int feature = table.IndexOf(key);
        return feature < 0 ? 0 : weights.Of(feature, label);
    }

    /// <summary>The same model with something added to the score each time a label is entered: more of them, or fewer.</summary>
    /// <param name="preferences">By label.</param>
    public SequenceModel Favouring(ReadOnlySpan<double> preferences)
    {
        double[] start = [.. Chain.Start], transitions = [.. Chain.Transitions];
        for (int label = 0; label < Labels.Length; label++)
        {
            start[label] = (float)(start[label] + preferences[label]);
            for (int from = 0; from < Labels.Length; from++)
            {
                transitions[(from * Labels.Length) + label] = (float)(transitions[(from * Labels.Length) + label] + preferences[label]);
            }
        }

        return new SequenceModel(Labels, Chain with { Start = start, Transitions = transitions }, weights);
    }

    /// <summary>What it weighs that one label follows another; negative infinity where it may not.</summary>
    public double Transition(int from, int to) => Chain.Transitions[(from * Labels.Length) + to];

    /// <summary>Adds to the scores of a sequence, labels of one position side by side.</summary>
    internal void AddScores(SequenceFeatures features, Span<double> scores)
    {
        Span<int> found = stackalloc int[Together];
        for (int position = 0; position < features.Length; position++)
        {
            Span<double> row = scores.Slice(position * Labels.Length, Labels.Length);
            ReadOnlySpan<ulong> keys = features.Keys(position);
            ReadOnlySpan<float> values = features.Values(position);
            for (int start = 0; start < keys.Length; start += Together)
            {
                int count = Math.Min(Together, keys.Length - start);
                table.IndexesOf(keys.Slice(start, count), found);
                AddScores(found[..count], values.Slice(start, count), row);
            }
        }
    }

    private void AddScores(ReadOnlySpan<int> found, ReadOnlySpan<float> values, Span<double> row)
    {
        if (rows is not null)
        {
            rows.AddTo(row, found, values);
            return;
        }

        for (int i = 0; i < found.Length; i++)
        {
            if (found[i] >= 0)
            {
                weights.AddTo(row, found[i], values[i]);
            }
        }
    }
}
