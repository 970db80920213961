using System.Globalization;
using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Text.Sequences;

namespace JingJian.Tools.Evaluation;

/// <summary>What simpler methods answer on the same units and parts.</summary>
internal static class FunctionBaselines
{
    private const float Norm = 4f;

    /// <summary>The cue rules.</summary>
    public static Confusion Cues(FunctionCorpus corpus, IReadOnlyList<UnitAnswer> answers)
    {
        Dictionary<Document, CueReading> readings = [];
        var confusion = new Confusion();
        foreach (UnitAnswer answer in answers.Where(corpus.Counts))
        {
            Document document = answer.Sample.Document;
            CueReading reading = readings.TryGetValue(document, out CueReading? known) ? known : readings[document] = CueClassifier.Read(document);
            confusion.Add(FunctionNames.ToEnglish(answer.Truth.Primary), FunctionNames.ToEnglish(reading.Labels[answer.Block.Ordinal].Primary));
        }

        return confusion;
    }

    /// <summary>Logistic regression over one to three characters of the unit alone.</summary>
    public static Confusion Logistic(FunctionCorpus corpus, IReadOnlyList<UnitAnswer> answers, int folds, int steps)
    {
        (UnitAnswer Answer, SequenceFeatures Features)[] units = [.. answers.Select(answer => (answer, Grams(answer.Block)))];
        var options = new TrainingOptions { MostSteps = steps, LeastCount = 3 };
        var confusion = new Confusion();
        for (int fold = 0; fold < folds; fold++)
        {
            SequenceModel model = SequenceTrainer.Train(
                FunctionModel.Labels,
                [.. units.Where(unit => unit.Answer.Sample.Fold != fold).Select(unit => new TrainingSequence(unit.Features, [(int)unit.Answer.Truth.Primary]))],
                options, null, default);
            var decoder = new SequenceDecoder(model);
            foreach ((UnitAnswer answer, SequenceFeatures features) in units.Where(unit => unit.Answer.Sample.Fold == fold && corpus.Counts(unit.Answer)))
            {
                confusion.Add(FunctionNames.ToEnglish(answer.Truth.Primary), model.Labels[decoder.Decode(features)[0]]);
            }
        }

        return confusion;
    }

    /// <summary>Writes the units for a program outside: part, whether it counts, function, text, tab-separated.</summary>
    public static void Export(FunctionCorpus corpus, IReadOnlyList<UnitAnswer> answers, string path)
    {
        var rows = new StringBuilder();
        foreach (UnitAnswer answer in answers)
        {
            rows.AppendLine(CultureInfo.InvariantCulture,
                $"{answer.Sample.Fold}\t{(corpus.Counts(answer) ? 1 : 0)}\t{FunctionNames.ToEnglish(answer.Truth.Primary)}\t{answer.Block.Text.Text.ReplaceLineEndings(" ").Replace('\t', ' ')}");
        }

        File.WriteAllText(path, rows.ToString());
    }

    private static SequenceFeatures Grams(Block block)
    {
        var features = new SequenceFeatures();
        features.NextPosition();
        ReadOnlySpan<char> text = new FoldedText().Fold(block.Text.Text);
        new FeatureSink(features, 0, null).AddGrams(FeatureTemplate.Gram, text, Norm / MathF.Sqrt((3 * text.Length) + 20));
        return features;
    }
}
