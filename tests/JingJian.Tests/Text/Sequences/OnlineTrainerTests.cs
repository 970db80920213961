using System.Collections.Immutable;
using JingJian.Text.Sequences;

namespace JingJian.Tests.Text.Sequences;

public sealed class OnlineTrainerTests
{
    private const int Labels = 3;

    private static readonly ImmutableArray<string> Names = ["a", "b", "c"];

    [Fact]
    public void It_answers_like_the_trainer_that_sees_all_at_once()
    {
        List<TrainingSequence> sequences = Chains.Training(new Random(3), 300, Labels);
        var slow = new SequenceDecoder(SequenceTrainer.Train(Names, sequences, new TrainingOptions { OnlySeenPairs = true }, null, CancellationToken.None));
        var fast = new SequenceDecoder(Train(sequences, new OnlineTrainingOptions { Rounds = 20 }));

        int same = sequences.Sum(sequence => slow.Decode(sequence.Features).ToArray().Zip(fast.Decode(sequence.Features).ToArray(), (one, other) => one == other ? 1 : 0).Sum());

        Assert.True(same >= 0.97 * sequences.Sum(sequence => sequence.Features.Length), $"{same} labels are the same");
    }

    [Fact]
    public void The_same_training_gives_the_same_bytes() =>
        Assert.Equal(Train(Chains.Training(new Random(9), 30, Labels), new OnlineTrainingOptions()).Write(), Train(Chains.Training(new Random(9), 30, Labels), new OnlineTrainingOptions()).Write());

    [Fact]
    public void Leaving_features_out_gives_the_same_bytes_again_and_lets_a_lesser_feature_speak_for_itself()
    {
        List<TrainingSequence> sequences = [.. Enumerable.Range(0, 200).Select(at => Single(at % 2, at % 2 == 0 ? [1, 3] : at % 3 == 0 ? [2] : [2, 4]))];
        SequenceModel whole = Train(sequences, new OnlineTrainingOptions { Rounds = 20 }), noised = Train(sequences, new OnlineTrainingOptions { Rounds = 20, Dropout = 0.5 });

        Assert.Equal(noised.Write(), Train(sequences, new OnlineTrainingOptions { Rounds = 20, Dropout = 0.5 }).Write());
        Assert.True(Odds(noised, 4) / Odds(noised, 2) > Odds(whole, 4) / Odds(whole, 2));

        static TrainingSequence Single(int label, ulong[] keys) => new(Features(keys), [label]);
        static double Odds(SequenceModel model, ulong key)
        {
            ReadOnlySpan<double> probabilities = new SequenceDecoder(model).Marginals(Features(key));
            return Math.Log(probabilities[1] / probabilities[0]);
        }

        static SequenceFeatures Features(params ulong[] keys)
        {
            var features = new SequenceFeatures();
            features.NextPosition();
            Array.ForEach(keys, key => features.Add(key));
            return features;
        }
    }

    [Fact]
    public void Several_trainings_are_one_model_with_the_mean_of_their_weights()
    {
        List<TrainingSequence> sequences = Chains.Training(new Random(5), 60, Labels);
        var options = new OnlineTrainingOptions { Dropout = 0.5 };

        SequenceModel first = Train(sequences, options with { Seed = 1 }), second = Train(sequences, options with { Seed = 2 });
        SequenceModel mean = Train(sequences, options with { Seed = 1, Trainings = 2 });

        foreach (ulong key in first.Weights.Keys)
        {
            Assert.All(Enumerable.Range(0, Labels), label => Assert.Equal((first.Weight(key, label) + second.Weight(key, label)) / 2, mean.Weight(key, label), 1e-5f));
        }

        Assert.Equal((first.Transition(0, 1) + second.Transition(0, 1)) / 2, mean.Transition(0, 1), 1e-6);
    }

    [Fact]
    public void No_training_at_all_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Train([], new OnlineTrainingOptions { Trainings = 0 }));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void A_share_that_leaves_nothing_in_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Train([], new OnlineTrainingOptions { Dropout = share }));

    [Fact]
    public void What_may_not_follow_never_follows()
    {
        static bool MayFollow(int from, int to) => (from, to) is not ((0, 1) or (2, TrainingOptions.Outside));
        List<TrainingSequence> sequences = [.. Chains.Training(new Random(5), 200, Labels).Where(sequence =>
            sequence.Labels.Append(TrainingOptions.Outside).Zip(sequence.Labels.Prepend(TrainingOptions.Outside)).All(pair => MayFollow(pair.Second, pair.First)))];
        var decoder = new SequenceDecoder(Train(sequences, new OnlineTrainingOptions { MayFollow = MayFollow }));

        foreach (TrainingSequence sequence in Chains.Training(new Random(6), 200, Labels))
        {
            int[] found = decoder.Decode(sequence.Features).ToArray();
            Assert.All(found.Append(TrainingOptions.Outside).Zip(found.Prepend(TrainingOptions.Outside)), pair => Assert.True(MayFollow(pair.Second, pair.First)));
        }
    }

    [Fact]
    public void No_sequences_and_empty_ones_give_a_model_without_features()
    {
        Assert.Equal(0, Train([], new OnlineTrainingOptions()).FeatureCount);
        Assert.Equal(0, Train([new TrainingSequence(new SequenceFeatures(), [])], new OnlineTrainingOptions()).FeatureCount);
    }

    [Fact]
    public void A_favoured_label_is_found_more_often_and_the_others_less()
    {
        List<TrainingSequence> sequences = Chains.Training(new Random(4), 100, Labels);
        SequenceModel model = Train(sequences, new OnlineTrainingOptions());

        Assert.Equal(model.Write(), model.Favouring([0, 0, 0]).Write());
        Assert.True(Count(model.Favouring([0, 1, 0])) > Count(model));
        Assert.True(Count(model.Favouring([0, -1, 0])) < Count(model));

        int Count(SequenceModel with) => sequences.Sum(sequence => new SequenceDecoder(with).Decode(sequence.Features).ToArray().Count(label => label == 1));
    }

    private static SequenceModel Train(IReadOnlyList<TrainingSequence> sequences, OnlineTrainingOptions options) =>
        OnlineTrainer.Train(Names, sequences, options, CancellationToken.None);
}
