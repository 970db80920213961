using FsCheck;
using FsCheck.Fluent;
using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

public sealed class WinnowingTests
{
    private const string Han = "的一是在了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动";

    [Fact]
    public void Two_texts_that_share_thirteen_letters_share_a_fingerprint()
    {
        Gen<string> run = Text(13, 13);
        Prop.ForAll(
            Arb.From(run.SelectMany(shared => Around(shared).Two())),
            texts => Fingerprints(texts.Item1).Overlaps(Fingerprints(texts.Item2))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_text_shorter_than_one_gram_has_no_fingerprint()
    {
        Assert.Empty(Fingerprints("工会工作总结报"));
        Assert.Single(Fingerprints("工会工作总结报告"));
    }

    [Fact]
    public void About_two_grams_of_seven_are_kept()
    {
        var random = new Random(7);
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(_ => (char)random.Next(0x4E00, 0x9FA5)));

        Assert.InRange(Fingerprints(text).Count, 20_000 * 0.26, 20_000 * 0.32);
    }

    [Fact]
    public void The_place_of_a_fingerprint_is_the_place_of_its_gram()
    {
        var fingerprints = new List<Fingerprint>();
        Winnowing.Fingerprints("坚持以职工为中心的工作导向不断提升服务水平", fingerprints);

        Assert.All(fingerprints, fingerprint =>
        {
            var alone = new List<Fingerprint>();
            Winnowing.Fingerprints("坚持以职工为中心的工作导向不断提升服务水平".AsSpan(fingerprint.At, Winnowing.GramLength), alone);
            Assert.Equal(fingerprint.Hash, Assert.Single(alone).Hash);
        });
    }

    private static Gen<string> Text(int least, int most) =>
        Gen.Choose(least, most).SelectMany(length => Gen.ArrayOf(Gen.Elements(Han.AsEnumerable()), length)).Select(letters => new string(letters));

    private static Gen<string> Around(string shared) =>
        Text(0, 40).SelectMany(before => Text(0, 40).Select(after => before + shared + after));

    private static HashSet<ulong> Fingerprints(string letters)
    {
        var fingerprints = new List<Fingerprint>();
        Winnowing.Fingerprints(letters, fingerprints);
        return [.. fingerprints.Select(fingerprint => fingerprint.Hash)];
    }
}
