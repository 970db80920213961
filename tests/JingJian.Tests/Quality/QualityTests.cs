using System.Text.Json;

namespace JingJian.Tests.Quality;

/// <summary>What the stages reach on labelled texts does not fall. <c>baseline.json</c> is changed by hand, with a reason.</summary>
public sealed class QualityTests
{
    /// <summary>One line more or less may flip when a rule becomes more general.</summary>
    private const double Slack = 0.01;

    private static readonly Dictionary<string, Baseline> Baselines = JsonSerializer.Deserialize<Dictionary<string, Baseline>>(
        File.ReadAllText(Repository.At("tests", "JingJian.Tests", "Quality", "baseline.json")), JsonSerializerOptions.Web)!;

    public static TheoryData<string> OfSamples => [.. Baselines.Keys.Where(IsOfSamples)];

    public static TheoryData<string> OfSeeds => [.. Baselines.Keys.Where(name => !IsOfSamples(name))];

    [Theory]
    [MemberData(nameof(OfSamples))]
    public void A_figure_on_the_sample_archive_does_not_fall(string name) => AssertHolds(name, Figures.Samples[name]);

    [Theory]
    [MemberData(nameof(OfSeeds))]
    public void A_figure_on_the_labelled_seeds_does_not_fall(string name) => AssertHolds(name, Figures.Seeds[name]);

    [Fact]
    public void Every_figure_that_is_measured_has_a_baseline() =>
        Assert.Equal(Baselines.Keys.Order(StringComparer.Ordinal), Figures.Samples.Keys.Concat(Figures.Seeds.Keys).Order(StringComparer.Ordinal));

    private static bool IsOfSamples(string name) => name.StartsWith("samples", StringComparison.Ordinal);

    private static void AssertHolds(string name, double figure)
    {
        Baseline baseline = Baselines[name];
        Assert.True(figure >= baseline.Least, $"{name} is {figure:F3}; it must be {baseline.Least:F3} or more");
        Assert.True(figure >= baseline.Reached - Slack, $"{name} is {figure:F3}; it was {baseline.Reached:F3}");
    }

    /// <param name="Reached">What was measured when the line was last changed.</param>
    /// <param name="Least">What the product promises.</param>
    private sealed record Baseline(double Reached, double Least);
}
