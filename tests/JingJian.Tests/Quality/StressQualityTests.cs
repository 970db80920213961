using JingJian.Analysis.Reuse;
using JingJian.Tools.Stress;

namespace JingJian.Tests.Quality;

/// <summary>Copies in disguise, made from the sample archive by rule and seed: what is found of them does not fall.</summary>
/// <remarks>Larger sets are measured by <c>stress evaluate</c>; the figures are in <c>tools/README.md</c>.</remarks>
public sealed class StressQualityTests(StressQualityTests.Samples samples) : IClassFixture<StressQualityTests.Samples>
{
    public static TheoryData<string> Kinds => [.. Disguises.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_disguised_copy_is_compared_with_its_original_and_told(string kind)
    {
        StressScore score = samples.Evaluation.Scores.Single(score => score.Kind == kind);

        Assert.InRange(score.Variants, 40, 60);
        Assert.True(score.Candidates >= (kind == "30 % replaced" ? 0.9 : 0.99), $"candidates {score.Candidates:F3}");
        Assert.True(score.Verdicts >= (kind == "30 % replaced" ? 0.85 : 0.98), $"verdicts {score.Verdicts:F3}");
        Assert.True(score.Precision >= 0.95, $"character precision {score.Precision:F3}");
        Assert.True(score.Recall >= 0.8, $"character recall {score.Recall:F3}");
        Assert.True(score.Plagdet >= 0.7, $"plagdet {score.Plagdet:F3}");
    }

    [Fact]
    public void Hardly_any_pair_is_told_that_was_not_made() => Assert.True(samples.Evaluation.PairPrecision >= 0.99);

    [Fact]
    public void A_stress_set_read_back_is_the_one_that_was_written()
    {
        using var folder = new ScratchFolder();
        samples.Set.Write(folder.Path);

        StressSet read = StressSet.Read(folder.Path);

        Assert.Equal(samples.Set.Sources, read.Sources);
        Assert.Equal(samples.Set.Variants.Select(Told), read.Variants.Select(Told));
    }

    [Fact]
    public void The_truth_says_where_unchanged_text_was_taken_from()
    {
        foreach (Variant variant in samples.Set.Variants.Where(variant => !variant.Kind.Contains("replaced", StringComparison.Ordinal)))
        {
            foreach (CopiedPassage passage in variant.Passages.Where(passage => passage.End - passage.Start == passage.SourceEnd - passage.SourceStart))
            {
                int same = variant.Text[passage.Start..passage.End].Zip(passage.Source.Text[passage.SourceStart..passage.SourceEnd]).Count(pair => pair.First == pair.Second);
                Assert.True(same >= passage.End - passage.Start - 12);
            }
        }
    }

    private static string Told(Variant variant) => $"{variant.Kind} {variant.Text} {string.Join(' ', variant.Passages)}";

    /// <summary>The set and what the engine finds in it; made once.</summary>
    public sealed class Samples
    {
        internal StressSet Set { get; } = StressSet.Make(StressPool.Choose(Repository.At("corpus", "samples"), documents: int.MaxValue, originals: 40), seed: 1);

        internal StressEvaluation Evaluation => field ??= StressEvaluation.Of(Set, new ReuseOptions());
    }
}
