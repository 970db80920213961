using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>Copies in disguise, made from real paragraphs: is the pair of original and copy reported?</summary>
/// <remarks>
/// Measured: 1 for seven of the eleven, 0.986 for forty characters inside others, 0.979 shuffled, 0.965 at 20 % and 0.681 at
/// 30 % replaced. What is missed at 20 and 30 % has no fingerprint left in common with its original, because scattered
/// edits leave few whole grams; shuffled text is missed when nearly all clauses are shorter than 13 letters.
/// </remarks>
public sealed class DisguiseTests(SeedTruthTests.Seeds seeds) : IClassFixture<SeedTruthTests.Seeds>
{
    [Theory]
    [InlineData("three words swapped", 0.98)]
    [InlineData("four masks", 0.98)]
    [InlineData("10 % replaced", 0.98)]
    [InlineData("20 % replaced", 0.95)]
    [InlineData("30 % replaced", 0.6)]
    [InlineData("sentences shuffled", 0.97)]
    [InlineData("40 % deleted", 0.98)]
    [InlineData("half inside others", 0.98)]
    [InlineData("40 characters inside others", 0.98)]
    [InlineData("first half alone", 0.98)]
    [InlineData("three merged", 0.98)]
    public void A_disguised_copy_is_found(string disguise, double least)
    {
        string[] distinct = [.. seeds.Paragraphs.Select(paragraph => paragraph.Text).Where(text => text.Length is >= 100 and <= 400).DistinctBy(text => new string(new NormalizedText(text).Letters))];
        string[] originals = [.. distinct.Where((_, i) => i % 2 == 0).Take(150)];
        string[] others = [.. distinct.Where((_, i) => i % 2 == 1)];
        Func<string, string> apply = new Disguises(others, seed: 5).All[disguise];
        string[] copies = [.. originals.Select(apply)];

        ReuseFindings findings = ReuseEngine.Find(
            [.. originals.Concat(others).Concat(copies).Select((text, i) => new ReuseParagraph(i, text))],
            new ReuseOptions());
        HashSet<(int, int)> found = [.. findings.Pairs.Select(pair => (pair.A, pair.B))];
        int first = originals.Length + others.Length;
        double recall = originals.Index().Count(original => found.Contains((original.Index, first + original.Index))) / (double)originals.Length;

        TestContext.Current.TestOutputHelper!.WriteLine($"RECALL {disguise}: {recall:F3} of {originals.Length}");
        Assert.True(recall >= least, $"{recall:F3}");
    }
}
