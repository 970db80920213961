using JingJian.Text.Sequences;

namespace JingJian.Tests.Text.Sequences;

public sealed class SequenceTrainerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_gradient_is_the_slope_that_small_steps_measure(bool forbid)
    {
        const int Labels = 3;
        var random = new Random(7);
        List<TrainingSequence> sequences = [.. Chains.Training(random, 12, Labels).Where(sequence => !forbid || !Steps(sequence).Contains((0, 1)))];
        var loss = new LabellingLoss(new TrainingSet(sequences, 3, 1, onlySeenPairs: false), Labels, new TrainingOptions { Penalty = 0.3, MayFollow = forbid ? (from, to) => (from, to) is not (0, 1) : null });
        double[] weights = [.. Enumerable.Range(0, loss.Length).Select(_ => random.NextDouble() - 0.5)];
        weights[(Labels * 2) + 1] = 0;
        double[] gradient = new double[loss.Length];
        loss.At(weights, gradient);

        for (int i = 0; i < weights.Length; i++)
        {
            bool isForbidden = forbid && i == (Labels * 2) + 1;
            Assert.Equal(isForbidden ? 0 : Slope(loss, weights, i), gradient[i], 1e-5);
        }
    }

    [Fact]
    public void The_loss_is_minus_the_logarithm_of_the_probability_of_the_right_labels()
    {
        var random = new Random(8);
        List<TrainingSequence> sequences = Chains.Training(random, 5, 3);
        SequenceModel model = Train(sequences, 3, new TrainingOptions { Tolerance = 0 });
        var set = new TrainingSet(sequences, 3, 1, onlySeenPairs: false);
        double[] weights =
        [
            .. model.Chain.Start, .. model.Chain.End, .. model.Chain.Transitions,
            .. set.Keys.SelectMany(key => Enumerable.Range(0, 3).Select(label => (double)model.Weight(key, label))),
        ];

        double loss = new LabellingLoss(set, 3, new TrainingOptions { Penalty = 0 }).At(weights, new double[weights.Length]);

        double slow = sequences.Sum(sequence => sequence.Weight
            * (SlowChain.LogSum(model, sequence.Features) - SlowChain.Score(model, sequence.Features, [.. sequence.Labels])));
        Assert.Equal(slow, loss, 1e-9);
    }

    [Fact]
    public void A_label_that_only_its_neighbour_shows_is_learned()
    {
        // The second of two equal words is the other label: features alone cannot tell.
        var features = new SequenceFeatures();
        for (int position = 0; position < 4; position++)
        {
            features.NextPosition();
            features.Add(FeatureKey.Of("same"));
        }

        SequenceModel model = Train([new TrainingSequence(features, [0, 1, 0, 1])], 2, new TrainingOptions { Penalty = 0.01 });

        Assert.Equal([0, 1, 0, 1], new SequenceDecoder(model).Decode(features).ToArray());
    }

    [Fact]
    public void The_same_training_gives_the_same_bytes()
    {
        byte[] first = Train(Chains.Training(new Random(9), 30, 4), 4, new TrainingOptions()).Write();

        Assert.Equal(first, Train(Chains.Training(new Random(9), 30, 4), 4, new TrainingOptions()).Write());
    }

    [Fact]
    public void Training_on_several_threads_gives_the_same_bytes()
    {
        List<TrainingSequence> sequences = Chains.Training(new Random(11), 60, 4);

        Assert.Equal(
            Train(sequences, 4, new TrainingOptions()).Write(),
            Train(sequences, 4, new TrainingOptions { ForEachPart = (count, part) => Parallel.For(0, count, part) }).Write());
    }

    [Fact]
    public void Only_pairs_that_were_seen_have_weights_when_asked()
    {
        List<TrainingSequence> sequences = Chains.Training(new Random(12), 6, 4);
        SequenceModel model = Train(sequences, 4, new TrainingOptions { OnlySeenPairs = true });
        HashSet<(ulong, int)> seen = [.. sequences.SelectMany(sequence => Enumerable.Range(0, sequence.Labels.Count)
            .SelectMany(at => sequence.Features.Keys(at).ToArray().Select(key => (key, sequence.Labels[at]))))];

        foreach (ulong key in seen.Select(pair => pair.Item1))
        {
            Assert.All(Enumerable.Range(0, 4), label => Assert.True(seen.Contains((key, label)) || model.Weight(key, label) == 0));
        }
    }

    [Fact]
    public void Rare_features_and_small_weights_are_left_out_when_asked()
    {
        List<TrainingSequence> sequences = Chains.Training(new Random(10), 30, 3);

        Assert.Equal(7, Train(sequences, 3, new TrainingOptions()).FeatureCount);
        Assert.Equal(0, Train(sequences, 3, new TrainingOptions { LeastCount = 1000 }).FeatureCount);
        Assert.Equal(0, Train(sequences, 3, new TrainingOptions { LeastWeight = 100 }).FeatureCount);
    }

    [Fact]
    public void A_prior_is_kept_where_the_sequences_say_nothing_and_left_where_they_do()
    {
        SequenceModel prior = Chains.Model(new Random(21), 2);
        var features = new SequenceFeatures();
        features.NextPosition();
        ulong seen = FeatureKey.Of("only here");
        features.Add(seen);

        SequenceModel moved = Train([new TrainingSequence(features, [1])], 2, new TrainingOptions { Prior = prior });
        SequenceModel untouched = Train([], 2, new TrainingOptions { Prior = prior });

        Assert.True(moved.Weight(seen, 1) > moved.Weight(seen, 0));
        Assert.All(prior.Weights.Keys, key => Assert.Equal(prior.Weight(key, 1), moved.Weight(key, 1)));
        Assert.Equal(prior.Write(), untouched.Write());
    }

    [Fact]
    public void A_prior_of_other_labels_is_refused() => Assert.Throws<ArgumentException>(
        () => Train([], 3, new TrainingOptions { Prior = Chains.Model(new Random(21), 2) }));

    [Fact]
    public void Labels_that_do_not_fit_their_sequence_are_refused()
    {
        SequenceFeatures two = Chains.Features(new Random(1), 2);

        Assert.Throws<ArgumentException>(() => Train([new TrainingSequence(two, [0])], 2, new TrainingOptions()));
        Assert.Throws<ArgumentException>(() => Train([new TrainingSequence(two, [0, 2])], 2, new TrainingOptions()));
        Assert.Throws<ArgumentException>(() => Train([new TrainingSequence(two, [0, 1])], 2, new TrainingOptions { MayFollow = (from, to) => from == to }));
    }

    private static SequenceModel Train(IReadOnlyList<TrainingSequence> sequences, int labels, TrainingOptions options) =>
        SequenceTrainer.Train([.. Enumerable.Range(0, labels).Select(label => $"label {label}")], sequences, options, null, CancellationToken.None);

    private static IEnumerable<(int, int)> Steps(TrainingSequence sequence) => sequence.Labels.Zip(sequence.Labels.Skip(1));

    private static double Slope(LabellingLoss loss, double[] weights, int at)
    {
        const double Step = 1e-5;
        double[] unused = new double[weights.Length], moved = [.. weights];
        moved[at] = weights[at] + Step;
        double above = loss.At(moved, unused);
        moved[at] = weights[at] - Step;
        return (above - loss.At(moved, unused)) / (2 * Step);
    }
}
