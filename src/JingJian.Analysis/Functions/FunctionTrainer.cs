using System.Collections.Immutable;
using JingJian.Text.Sequences;

namespace JingJian.Analysis.Functions;

/// <summary>Trains a <see cref="FunctionModel"/> from labelled documents.</summary>
/// <remarks>
/// <para><b>Source.</b> Stacking: Wolpert, Neural Networks 5, 1992. What a later step sees of an earlier one (headings'
/// functions, probabilities for the calibration and for second functions) was answered by a model that had not been
/// trained on the same part.</para>
/// <para>Thousands of character features explain the training texts so well that little is left for headings, place and rules to
/// explain (Sutton, Sindelar, McCallum, HLT-NAACL 2006): the chains are trained step by step, with most features left out at
/// random in each. In cross-validation that is as good as the penalised likelihood, in a tenth of the time.</para>
/// <para><b>Guarantee.</b> The same samples in the same order and the same options give the same bytes.</para>
/// </remarks>
public sealed class FunctionTrainer
{
    private readonly FunctionTrainingOptions options;
    private readonly List<LabelledReport> reports = [];
    private readonly Action<string> progress;

    private FunctionTrainer(IReadOnlyList<FunctionSample> samples, FunctionTrainingOptions options, Action<string> progress)
    {
        this.options = options;
        this.progress = progress;
        foreach (FunctionSample sample in samples)
        {
            CueReading cues = CueClassifier.Read(sample.Document);
            reports.AddRange(sample.Document.Reports
                .Where(report => Enumerable.Range(report.FirstBlock, report.BlockCount).Any(ordinal => sample.Labels[ordinal] is not null))
                .Select(report => new LabelledReport(sample, report, new ReportFeatures(sample.Document, cues, report, options.Prior?.Vectors ?? options.Vectors))));
        }
    }

    /// <summary>Trains.</summary>
    /// <param name="samples">What to learn from.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Receives a sentence after each step.</param>
    /// <param name="cancellationToken">Ends the training with an exception.</param>
    public static FunctionTraining Train(
        IReadOnlyList<FunctionSample> samples, FunctionTrainingOptions options, Action<string> progress, CancellationToken cancellationToken) =>
        new FunctionTrainer(samples, options, progress).Run(withModel: true, cancellationToken);

    /// <summary>Only the cross-validation: the answers to each part by a model trained on the others.</summary>
    public static FunctionTraining Validate(
        IReadOnlyList<FunctionSample> samples, FunctionTrainingOptions options, Action<string> progress, CancellationToken cancellationToken) =>
        new FunctionTrainer(samples, options, progress).Run(withModel: false, cancellationToken);

    private FunctionTraining Run(bool withModel, CancellationToken cancellationToken)
    {
        SequenceModel? headings = TrainHeadings(withModel, cancellationToken);
        SequenceModel? units = TrainUnits(withModel, cancellationToken);
        float temperature = options.Prior?.Temperature ?? Temperature.Learn(reports.SelectMany(report => report.Opinions()));
        progress($"temperature: {temperature}");
        reports.ForEach(report => report.Temper(temperature));
        float[] trust = LearnTrust();
        List<UnitAnswer> answers = [.. reports.SelectMany(report => report.Answers())];
        Calibrate(answers);
        SequenceModel? seconds = TrainSeconds(withModel, cancellationToken);
        double secondThreshold = SecondThreshold(answers);
        double threshold = options.Prior?.Threshold ?? Threshold(answers);
        FunctionModel? model = withModel
            ? new FunctionModel(headings!, units!, seconds!, trust, options.Prior?.Calibrations ?? CalibrationsOf(answers), threshold, secondThreshold,
                options.Prior?.Vectors ?? options.Vectors,
                temperature)
            : null;
        return new FunctionTraining(model, answers, threshold, secondThreshold);
    }

    /// <summary>Runs K trainings without one part each, then one with all.</summary>
    private SequenceModel? CrossTrain(
        string what, bool withModel, Func<LabelledReport, IEnumerable<TrainingSequence>> sequences, IReadOnlyList<string> labels,
        Func<ImmutableArray<string>, IReadOnlyList<TrainingSequence>, SequenceModel> learn, Action<LabelledReport, SequenceDecoder> answer)
    {
        Dictionary<LabelledReport, TrainingSequence[]> all = reports.ToDictionary(report => report, report => sequences(report).ToArray());
        SequenceModel Without(int fold) => learn([.. labels], [.. reports.Where(report => report.Fold != fold).SelectMany(report => all[report])]);
        for (int fold = 0; fold < options.Folds; fold++)
        {
            SequenceModel model = Without(fold);
            var decoder = new SequenceDecoder(model);
            foreach (LabelledReport report in reports.Where(report => report.Fold == fold))
            {
                answer(report, decoder);
            }

            progress($"{what}: {fold + 1}/{options.Folds}");
        }

        return withModel ? Without(-1) : null;
    }

    /// <summary>How a chain is learned: anew with features left out, or near what is known.</summary>
    private Func<ImmutableArray<string>, IReadOnlyList<TrainingSequence>, SequenceModel> Chain(SequenceModel? prior, double penalty, CancellationToken cancellationToken)
    {
        if (prior is not null)
        {
            // Weights that are later divided by the temperature have that much further to go.
            return Likelihood(prior, penalty / (options.Prior!.Temperature * options.Prior.Temperature), cancellationToken);
        }

        var training = new OnlineTrainingOptions
        {
            Penalty = penalty, Dropout = options.Dropout, Rounds = options.Rounds, Trainings = options.Trainings, Step = options.Step, LeastCount = options.LeastCount, LeastWeight = options.LeastWeight,
        };
        return (labels, sequences) => OnlineTrainer.Train(labels, sequences, training, cancellationToken);
    }

    /// <summary>By the penalised likelihood of all labels.</summary>
    private Func<ImmutableArray<string>, IReadOnlyList<TrainingSequence>, SequenceModel> Likelihood(SequenceModel? prior, double penalty, CancellationToken cancellationToken)
    {
        var training = new TrainingOptions { Prior = prior, Penalty = penalty, LeastCount = options.LeastCount, MostSteps = options.MostSteps, LeastWeight = options.LeastWeight };
        return (labels, sequences) => SequenceTrainer.Train(labels, sequences, training, null, cancellationToken);
    }

    private SequenceModel? TrainHeadings(bool withModel, CancellationToken cancellationToken) => CrossTrain(
        "headings", withModel, report => report.HeadingSequences(), FunctionModel.Labels, Chain(options.Prior?.Headings, options.HeadingPenalty, cancellationToken),
        (report, decoder) => report.AnswerHeadings(decoder));

    private SequenceModel? TrainUnits(bool withModel, CancellationToken cancellationToken) => CrossTrain(
        "units", withModel, report => report.UnitSequences(), FunctionModel.Labels, Chain(options.Prior?.Units, options.Penalty, cancellationToken),
        (report, decoder) => report.AnswerUnits(decoder));

    /// <summary>Each part is joined by what the others taught; the shipped powers come from all.</summary>
    private float[] LearnTrust()
    {
        for (int fold = 0; fold < options.Folds; fold++)
        {
            float[] powers = PowersOf(reports.Where(report => report.Fold != fold));
            foreach (LabelledReport report in reports.Where(report => report.Fold == fold))
            {
                report.Join(powers);
            }
        }

        float[] trust = PowersOf(reports);
        progress("powers of the rules: " + string.Join(' ', trust));
        return trust;
    }

    private float[] PowersOf(IEnumerable<LabelledReport> some)
    {
        IEnumerable<Trust.Evidence> opinions = some.SelectMany(report => report.Opinions());
        return options.Prior is { } prior ? Trust.Adjusted(prior.Trust, opinions) : Trust.Learn(opinions);
    }

    private SequenceModel? TrainSeconds(bool withModel, CancellationToken cancellationToken) => CrossTrain(
        "second functions", withModel, report => report.SecondSequences(), FunctionModel.SecondLabels, Likelihood(options.Prior?.Seconds, options.SecondPenalty, cancellationToken),
        (report, decoder) => report.AnswerSeconds(decoder));

    /// <summary>The confidence of an answer comes from the answers of the other parts.</summary>
    private void Calibrate(List<UnitAnswer> answers)
    {
        for (int fold = 0; fold < options.Folds; fold++)
        {
            Calibrations calibrations = options.Prior?.Calibrations ?? CalibrationsOf(answers.Where(answer => answer.Fold != fold));
            foreach (UnitAnswer answer in answers.Where(answer => answer.Fold == fold))
            {
                answer.Confidence = calibrations.At(answer.Sort, answer.Probabilities[(int)answer.Primary]);
            }
        }
    }

    private static Calibrations CalibrationsOf(IEnumerable<UnitAnswer> answers) =>
        Calibrations.Of(answers.Select(answer => (answer.Sort, (double)answer.Probabilities[(int)answer.Primary], answer.Primary == answer.Truth.Primary)));

    /// <summary>The lowest confidence from which on answers are right often enough.</summary>
    private double Threshold(List<UnitAnswer> answers)
    {
        int right = 0, count = 0;
        double threshold = 1;
        foreach (UnitAnswer answer in answers.OrderByDescending(answer => answer.Confidence))
        {
            count++;
            right += answer.Primary == answer.Truth.Primary ? 1 : 0;
            threshold = right >= options.WantedPrecision * count ? answer.Confidence : threshold;
        }

        return threshold;
    }

    /// <summary>The threshold with the best balance of second functions found and given rightly.</summary>
    private double SecondThreshold(List<UnitAnswer> answers)
    {
        UnitAnswer[] paragraphs = [.. answers.Where(answer => answer.Seconds.Length > 0)];
        double best = options.Prior?.SecondThreshold ?? 0.5, bestScore = -1;
        for (int percent = 15; percent <= 70 && options.Prior is null; percent += 5)
        {
            int right = 0, given = 0, stated = 0;
            foreach (UnitAnswer answer in paragraphs)
            {
                Function? second = SecondChoice.Choose(answer.Seconds, (int)answer.Primary, percent / 100.0);
                given += second is null ? 0 : 1;
                stated += answer.Truth.Secondary is null ? 0 : 1;
                right += second is not null && second == answer.Truth.Secondary ? 1 : 0;
            }

            double score = given + stated == 0 ? 0 : 2.0 * right / (given + stated);
            (best, bestScore) = score > bestScore ? (percent / 100.0, score) : (best, bestScore);
        }

        foreach (UnitAnswer answer in paragraphs)
        {
            answer.Second = SecondChoice.Choose(answer.Seconds, (int)answer.Primary, best);
        }

        return best;
    }
}
