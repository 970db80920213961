using JingJian.Text.Sequences;

namespace JingJian.Tests.Text.Sequences;

public sealed class SequenceDecoderTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_best_labels_are_those_of_trying_all(int seed)
    {
        var random = new Random(seed);
        SequenceModel model = Chains.Model(random, 1 + random.Next(4), forbid: seed % 2 == 1 && seed > 10);
        var decoder = new SequenceDecoder(model);
        for (int length = 1; length <= 5; length++)
        {
            SequenceFeatures features = Chains.Features(random, length);

            Assert.Equal(SlowChain.Best(model, features), decoder.Decode(features).ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_best_of_many_labels_are_those_of_trying_all(int seed)
    {
        var random = new Random(seed);
        SequenceModel model = Chains.Model(random, 5 + random.Next(9), forbid: seed % 2 == 1);
        SequenceFeatures features = Chains.Features(random, 3);

        Assert.Equal(SlowChain.Best(model, features), new SequenceDecoder(model).Decode(features).ToArray());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_probability_of_a_label_is_the_share_of_all_labellings_that_have_it(int seed)
    {
        var random = new Random(seed);
        SequenceModel model = Chains.Model(random, 2 + random.Next(2), forbid: seed % 2 == 1);
        SequenceFeatures features = Chains.Features(random, 1 + random.Next(5));

        double[] marginals = new SequenceDecoder(model).Marginals(features).ToArray();

        for (int cell = 0; cell < marginals.Length; cell++)
        {
            Assert.Equal(SlowChain.Marginal(model, features, cell / model.Labels.Length, cell % model.Labels.Length), marginals[cell], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_sum_over_all_labellings_is_that_of_writing_them_out(int seed)
    {
        var random = new Random(seed);
        SequenceModel model = Chains.Model(random, 3, forbid: seed % 2 == 1);
        SequenceFeatures features = Chains.Features(random, 1 + random.Next(5));
        double[] scores = new double[features.Length * 3];
        model.AddScores(features, scores);

        Assert.Equal(SlowChain.LogSum(model, features), new ForwardBackward(model.Chain).Run(scores), 1e-9);
    }

    [Fact]
    public void A_forbidden_step_is_never_taken()
    {
        var random = new Random(1);
        SequenceModel model = Chains.Model(random, 2, forbid: true);
        int[] path = new SequenceDecoder(model).Decode(Chains.Features(random, 500)).ToArray();

        Assert.DoesNotContain(path.Zip(path.Skip(1)), step => step is (0, 1));
    }

    [Fact]
    public void A_sequence_without_positions_has_no_labels()
    {
        SequenceModel model = Chains.Model(new Random(1), 2);
        var decoder = new SequenceDecoder(model);

        Assert.True(decoder.Decode(new SequenceFeatures()).IsEmpty);
        Assert.True(decoder.Marginals(new SequenceFeatures()).IsEmpty);
    }

    [Fact]
    public void A_long_sequence_has_probabilities_that_sum_to_one()
    {
        var random = new Random(3);
        SequenceModel model = Chains.Model(random, 4);
        double[] marginals = new SequenceDecoder(model).Marginals(Chains.Features(random, 20_000)).ToArray();

        Assert.All(marginals.Chunk(4), row => Assert.Equal(1, row.Sum(), 1e-9));
    }

    [Fact]
    public void Extreme_values_give_labels_and_no_probability_that_is_not_a_number()
    {
        SequenceModel model = Chains.Model(new Random(4), 3, forbid: true);
        var features = new SequenceFeatures();
        foreach (float value in (float[])[1e30f, -1e30f, float.Epsilon, 0])
        {
            features.NextPosition();
            features.Add(FeatureKey.Of("word 1"), value);
        }

        var decoder = new SequenceDecoder(model);

        Assert.Equal(4, decoder.Decode(features).Length);
        Assert.DoesNotContain(decoder.Marginals(features).ToArray(), double.IsNaN);
    }

    [Fact]
    public void A_value_that_is_no_number_is_refused()
    {
        var features = new SequenceFeatures();
        Assert.Throws<InvalidOperationException>(() => features.Add(1));
        features.NextPosition();

        Assert.Throws<ArgumentOutOfRangeException>(() => features.Add(1, float.NaN));
    }

    [Fact]
    public void Decoding_again_allocates_nothing()
    {
        var random = new Random(5);
        SequenceModel model = Chains.Model(random, 5);
        SequenceFeatures features = Chains.Features(random, 300);
        var decoder = new SequenceDecoder(model);
        decoder.Decode(features);
        long before = GC.GetAllocatedBytesForCurrentThread();

        decoder.Decode(features);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
