using JingJian.Text.Sequences;

namespace JingJian.Tests.Text.Sequences;

/// <summary>Weights added several at a time give what they give one by one, to the last digit.</summary>
public sealed class WeightRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(WeightRows.MostLabels)]
    public void Sums_are_those_of_adding_weight_by_weight(int labels)
    {
        var random = new Random(labels);
        const int Features = 200;
        byte[][] columns = [.. Enumerable.Range(0, Features).Select(_ => Enumerable.Range(0, labels).Where(_ => random.Next(3) == 0).Select(label => (byte)label).ToArray())];
        int[] rows = [0, .. columns.Select((_, feature) => columns.Take(feature + 1).Sum(row => row.Length))];
        var weights = new FeatureWeights(
            [.. Enumerable.Range(1, Features).Select(key => (ulong)key)], rows, [.. columns.SelectMany(row => row)],
            [.. Enumerable.Range(0, rows[^1]).Select(_ => random.NextSingle() - 0.5f)]);
        int[] asked = [.. Enumerable.Range(0, 1_000).Select(_ => random.Next(-1, Features))];
        float[] values = [.. asked.Select(_ => random.NextSingle() - 0.3f)];
        double[] slow = [.. Enumerable.Range(0, labels).Select(_ => random.NextDouble())];
        double[] fast = [.. slow];

        new WeightRows(weights).AddTo(fast, asked, values);
        foreach ((int feature, float value) in asked.Zip(values).Where(pair => pair.First >= 0))
        {
            weights.AddTo(slow, feature, value);
        }

        Assert.Equal(slow, fast);
    }
}
