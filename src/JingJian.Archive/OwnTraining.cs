using System.Collections.Immutable;
using System.Security.Cryptography;
using JingJian.Analysis.Functions;
using JingJian.Archive.Store;
using JingJian.Archive.Views;

namespace JingJian.Archive;

/// <summary>Weights for an archive: the shipped ones, moved towards the labels of its own people, and how well that went.</summary>
/// <remarks>
/// <para><b>Source.</b> Maximum a posteriori adaptation: Chelba, Acero, <i>Adaptation of maximum entropy capitalizer: little
/// data can help a lot</i>, EMNLP 2004. The shipped weights are the mean of the prior, so that what the labels do not touch stays.</para>
/// <para><b>Guarantee.</b> The same labels and shipped weights give the same bytes. What is tested was not trained on.</para>
/// </remarks>
internal sealed class OwnTraining
{
    private const int MostParts = 5;
    private readonly OwnLabels own;
    private readonly IReadOnlyList<UnitAnswer> answers;
    private readonly IReadOnlyList<bool> rightBefore;
    private readonly int groups;

    private OwnTraining(OwnLabels own, IReadOnlyList<UnitAnswer> answers, IReadOnlyList<bool> rightBefore, int groups, byte[] weights)
    {
        this.own = own;
        this.answers = answers;
        this.rightBefore = rightBefore;
        this.groups = groups;
        Weights = weights;
    }

    /// <summary>The new weights.</summary>
    public byte[] Weights { get; }

    /// <summary>Share of the labels that the shipped weights get right.</summary>
    public double Before => rightBefore.Count(right => right) / (double)rightBefore.Count;

    /// <summary>The same of weights trained on the other groups; null with one group only.</summary>
    public double? After => groups < 2 ? null : answers.Count(IsRight) / (double)answers.Count;

    /// <summary>Trains and tests.</summary>
    public static OwnTraining Run(OwnLabels own, FunctionClassifier shipped, Action<string> progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<FunctionSample> samples = own.Samples(MostParts, out int groups);
        var options = new FunctionTrainingOptions { Prior = shipped.Model, Folds = Math.Min(MostParts, groups), LeastCount = 1, MostSteps = 60, LeastWeight = 0.001 };
        FunctionTraining training = FunctionTrainer.Train(samples, options, progress, cancellationToken);
        Dictionary<FunctionSample, ImmutableArray<FunctionLabel>> before = samples.ToDictionary(sample => sample, sample => shipped.Classify(sample.Document));
        bool[] right = [.. training.Answers.Select(answer => before[answer.Sample][answer.Block.Ordinal].Primary == answer.Truth.Primary)];
        return new OwnTraining(own, training.Answers, right, groups, training.Model!.Write());
    }

    /// <summary>What the note beside the weights says.</summary>
    /// <param name="shipped">Checksum of the weights that these were made from.</param>
    /// <param name="time">The clock.</param>
    public Dictionary<string, object> Facts(string shipped, TimeProvider time) => new()
    {
        ["madeBy"] = "jingjian functions train",
        ["madeAt"] = time.Stamp(),
        ["from"] = shipped,
        ["labels"] = answers.Count,
        ["groups"] = groups,
        ["before"] = Math.Round(Before, 4),
        ["after"] = After is { } after ? Math.Round(after, 4) : "not tested",
    };

    /// <summary>The outcome as shown outside.</summary>
    public TrainingView View(bool adopted)
    {
        List<string> notes = [.. own.Notes];
        if (groups < 2)
        {
            notes.Add("标注都在同一组文件里，无法分组检验；新权重未经检验。");
        }

        if (!adopted)
        {
            notes.Add("新权重在分组检验中不如原来的，没有启用；可增加标注后再训练，或加 --force 强行启用。");
        }

        return new TrainingView(
            answers.Count, answers.Select(answer => answer.Sample.Document).Distinct().Count(), groups, Math.Round(Before, 4), After is { } after ? Math.Round(after, 4) : null,
            [.. answers.Select((answer, index) => (answer, index)).GroupBy(pair => pair.answer.Truth.Primary).OrderBy(group => group.Key).Select(group => new FunctionScoreView(
                FunctionNames.ToEnglish(group.Key), group.Count(), group.Count(pair => rightBefore[pair.index]), groups < 2 ? null : group.Count(pair => IsRight(pair.answer))))],
            adopted, Convert.ToHexStringLower(SHA256.HashData(Weights)), notes);
    }

    private static bool IsRight(UnitAnswer answer) => answer.Primary == answer.Truth.Primary;
}
