using JingJian.Text;
using JingJian.Text.Sequences;

namespace JingJian.Tests.Text.Sequences;

public sealed class SequenceModelTests
{
    private static readonly byte[] File = Chains.Model(new Random(1), 3, forbid: true).Write();

    [Fact]
    public void A_model_read_back_answers_as_before()
    {
        SequenceModel model = Chains.Model(new Random(1), 3, forbid: true);
        SequenceModel read = SequenceModel.Load(File, "test");
        SequenceFeatures features = Chains.Features(new Random(2), 50);

        Assert.Equal(model.Labels, read.Labels);
        Assert.Equal(double.NegativeInfinity, read.Transition(0, 1));
        Assert.Equal(new SequenceDecoder(model).Marginals(features).ToArray(), new SequenceDecoder(read).Marginals(features).ToArray());
        Assert.Equal(File, read.Write());
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        for (int length = 0; length < File.Length; length++)
        {
            Assert.Throws<CorruptArtifactException>(() => SequenceModel.Load(File.AsMemory(0, length), "test"));
        }
    }

    [Fact]
    public void A_file_with_any_byte_changed_is_refused()
    {
        for (int at = 0; at < File.Length; at++)
        {
            byte[] changed = [.. File];
            changed[at] ^= 1;
            Assert.Throws<CorruptArtifactException>(() => SequenceModel.Load(changed, "test"));
        }
    }

    [Fact]
    public void A_lexicon_is_no_model()
    {
        CorruptArtifactException error = Assert.Throws<CorruptArtifactException>(() => SequenceModel.Load(Shipped.Bytes(), "models/names/names.chain"));

        Assert.StartsWith("models/names/names.chain 已损坏或版本不符：应为 文件标识", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_never_zero_and_differ_by_template()
    {
        Assert.NotEqual(FeatureKey.Of(1, "职工"), FeatureKey.Of(2, "职工"));
        Assert.NotEqual(FeatureKey.Of(1, 7UL), FeatureKey.Of(2, 7UL));
        Assert.Equal(FeatureKey.Of("职工"), FeatureKey.Of(0, "职工"));
        Assert.Equal(200_000, Enumerable.Range(0, 200_000).Select(i => FeatureKey.Of(i % 7, (ulong)i)).Where(key => key != 0).Distinct().Count());
    }
}
