using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using JingJian.Text.Lexicons;

namespace JingJian.Text.Sequences;

/// <summary>A trained model as a file of sections.</summary>
internal static class SequenceModelFile
{
    public const int MostLabels = 255;

    private const string Magic = "JJCHAIN1";
    private const string Labels = "LABL";
    private const string Chain = "CHAI";
    private const string Keys = "KEYS";
    private const string RowLengths = "ROWS";
    private const string Columns = "COLS";
    private const string Weights = "WGHT";

    public static byte[] Write(ImmutableArray<string> labels, ChainWeights chain, FeatureWeights weights)
    {
        float[] chained = [.. chain.Start.Concat(chain.End).Concat(chain.Transitions).Select(weight => (float)weight)];
        byte[] lengths = [.. weights.Rows.Skip(1).Zip(weights.Rows, (end, start) => (byte)(end - start))];
        return SectionedFile.Write(
            [
                SectionedFile.Section(Labels, labels),
                SectionedFile.Section<float>(Chain, chained),
                SectionedFile.Section<ulong>(Keys, weights.Keys),
                SectionedFile.Section<byte>(RowLengths, lengths),
                SectionedFile.Section<byte>(Columns, weights.Labels),
                SectionedFile.Section<float>(Weights, weights.Weights),
            ],
            Magic);
    }

    public static SequenceModel Read(ReadOnlyMemory<byte> bytes, string name)
    {
        SectionedFile file = SectionedFile.Open(bytes, name, Magic);
        ImmutableArray<string> labels = [.. file.Lines(Labels)];
        int count = labels.Length;
        Expect(name, $"1 至 {MostLabels} 个标签", count is > 0 and <= MostLabels, $"{count}");
        double[] chain = [.. file.Section<float>(Chain).Span.ToArray().Select(weight => (double)weight)];
        Expect(name, $"{count * (count + 2)} 个转移权重", chain.Length == count * (count + 2), $"{chain.Length}");
        var weights = new FeatureWeights(
            file.Section<ulong>(Keys).Span.ToArray(),
            RowsOf(file.Section<byte>(RowLengths).Span),
            file.Section<byte>(Columns).Span.ToArray(),
            file.Section<float>(Weights).Span.ToArray());
        Expect(name, $"{weights.Keys.Length} 行", weights.Rows.Length == weights.Keys.Length + 1, $"{weights.Rows.Length - 1} 行");
        Expect(name, $"{weights.Rows[^1]} 个权重", weights.Weights.Length == weights.Rows[^1] && weights.Labels.Length == weights.Rows[^1], $"{weights.Weights.Length}");
        Expect(name, $"标签小于 {count}", weights.Labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(count - 1)) < 0, "更大的标签");
        return new SequenceModel(labels, new ChainWeights(count, chain[..count], chain[count..(2 * count)], chain[(2 * count)..]), weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] RowsOf(ReadOnlySpan<byte> lengths)
    {
        int[] rows = new int[lengths.Length + 1];
        for (int i = 0; i < lengths.Length; i++)
        {
            rows[i + 1] = rows[i] + lengths[i];
        }

        return rows;
    }

    private static void Expect(string name, string expected, bool holds, string found)
    {
        if (!holds)
        {
            throw new CorruptArtifactException(name, expected, found);
        }
    }
}
