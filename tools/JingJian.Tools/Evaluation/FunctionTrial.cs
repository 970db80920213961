using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Tools.Evaluation;

/// <summary>The figures of functions: cross-validation with baselines, and the frozen test.</summary>
internal static class FunctionTrial
{
    private const int Bins = 10;
    private const string SvmProgram = "tools/JingJian.Tools/Peers/function_svm.py";
    private static readonly string[] Government = ["gov_work_reports", "provincial_2026", "state_council_wikisource"];

    /// <summary>The confusion of all units that count.</summary>
    public static Confusion ConfusionOf(FunctionCorpus corpus, IEnumerable<UnitAnswer> answers)
    {
        var confusion = new Confusion();
        foreach (UnitAnswer answer in answers.Where(corpus.Counts))
        {
            confusion.Add(FunctionNames.ToEnglish(answer.Truth.Primary), FunctionNames.ToEnglish(answer.Primary));
        }

        return confusion;
    }

    /// <summary>Prints what cross-validation gave.</summary>
    public static void Print(FunctionCorpus corpus, FunctionTraining training, int folds)
    {
        Confusion all = ConfusionOf(corpus, training.Answers);
        Line($"cross-validation: {folds} parts of {corpus.Groups} groups; copies test to train: {CopyRate(corpus, folds):P2} of the longer lines");
        Console.WriteLine(all.Table());
        UnitAnswer[] government = [.. training.Answers.Where(answer => Government.Contains(corpus.FolderOf(answer.Sample)))];
        PrintPart("government reports", ConfusionOf(corpus, government));
        Confusion two = ConfusionOf(corpus, government.Where(answer =>
            answer.Truth.Primary is Function.Plan or Function.Practice && answer.Primary is Function.Plan or Function.Practice));
        Line($"  plan against practice, lines that are and are called one of the two: F1 plan {two.F1("plan"):F3}, practice {two.F1("practice"):F3}");
        PrintPart("headings", ConfusionOf(corpus, training.Answers.Where(answer => answer.Block.Kind == BlockKind.Heading)));
        PrintPart("paragraphs", ConfusionOf(corpus, training.Answers.Where(answer => answer.Block.Kind == BlockKind.Paragraph)));
        foreach (var folder in training.Answers.GroupBy(answer => corpus.FolderOf(answer.Sample)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            PrintPart("  " + folder.Key, ConfusionOf(corpus, folder));
        }

        PrintConfidence([.. training.Answers.Where(corpus.Counts)], training.Threshold);
        PrintSeconds([.. training.Answers.Where(answer => corpus.Counts(answer) && answer.Block.Kind == BlockKind.Paragraph)]);
    }

    /// <summary>Prints what simpler methods reach on the same units and parts.</summary>
    public static void PrintBaselines(FunctionCorpus corpus, FunctionTraining training, int folds, int steps)
    {
        Line($"majority: accuracy {ConfusionOf(corpus, training.Answers).MajorityShare:F3}");
        PrintPart("cue rules", FunctionBaselines.Cues(corpus, training.Answers));
        PrintPart("logistic regression, characters of the unit", FunctionBaselines.Logistic(corpus, training.Answers, folds, steps));
        string table = Path.GetTempFileName();
        try
        {
            FunctionBaselines.Export(corpus, training.Answers, table);
            if (SklearnPeer.Answer(SvmProgram, table, out string missing) is { } answers)
            {
                PrintPart("scikit-learn, linear SVM, characters of the unit", answers);
            }
            else
            {
                Line($"scikit-learn, linear SVM: left out, {missing}");
            }
        }
        finally
        {
            File.Delete(table);
        }
    }

    /// <summary>Prints the frozen test, by the weights as shipped.</summary>
    public static void PrintFrozen(FunctionCorpus corpus, FunctionClassifier classifier)
    {
        IEnumerable<LabelledSource> frozen = corpus.Frozen.Select(sample => corpus.Sources[sample.Document]).Distinct();
        double copies = SharedLines.CopyRate(corpus.Frozen.SelectMany(SharedLines.TextsOf), corpus.Development.SelectMany(SharedLines.TextsOf));
        Line($"frozen test (s3, s4), weights as shipped; copies test to train: {copies:P2} of the longer lines");
        Confusion trained = FunctionEvaluation.Of(frozen, classifier.Classify).Primary;
        Console.WriteLine(trained.Table());
        Line($"macro-F1 of classes with 5 lines or more {trained.MacroF1(5):F3}; majority {trained.MajorityShare:F3}");
        PrintPart("cue rules", FunctionEvaluation.Of(frozen, CueClassifier.Classify).Primary);
    }

    /// <summary>Prints the fresh lines, by the weights as shipped.</summary>
    public static void PrintFresh(LabelledSource[] fresh, FunctionClassifier classifier)
    {
        Line($"fresh lines (passages-fresh.tsv), never trained on");
        PrintPart("all", FunctionEvaluation.Of(fresh, classifier.Classify).Primary);
        foreach (var folder in fresh.GroupBy(source => source.Name.Split('/')[0]).OrderBy(folder => folder.Key, StringComparer.Ordinal))
        {
            PrintPart("  " + folder.Key, FunctionEvaluation.Of(folder, classifier.Classify).Primary);
        }

        PrintPart("cue rules", FunctionEvaluation.Of(fresh, CueClassifier.Classify).Primary);
    }

    private static void PrintPart(string name, Confusion part) =>
        Line($"{name,-50}{part.Total,6} lines, accuracy {part.Accuracy:F3}, macro-F1 {part.MacroF1():F3}, of classes with 5 or more {part.MacroF1(5):F3}; F1 plan {part.F1("plan"):F3}, practice {part.F1("practice"):F3}, result {part.F1("result"):F3}");

    /// <summary>The share of longer lines of a part that are copies of lines of the others.</summary>
    public static double CopyRate(FunctionCorpus corpus, int folds) => Enumerable.Range(0, folds).Average(fold => SharedLines.CopyRate(
        corpus.Development.Where(sample => sample.Fold == fold).SelectMany(SharedLines.TextsOf),
        corpus.Development.Where(sample => sample.Fold != fold).SelectMany(SharedLines.TextsOf)));

    private static void PrintConfidence(UnitAnswer[] answers, double threshold)
    {
        double error = 0;
        Console.WriteLine("confidence: from, answers, mean confidence, share right");
        foreach (var bin in answers.GroupBy(answer => Math.Min(Bins - 1, (int)(answer.Confidence * Bins))).OrderBy(bin => bin.Key))
        {
            double confidence = bin.Average(answer => answer.Confidence), right = bin.Average(IsRight);
            error += bin.Count() * Math.Abs(confidence - right) / answers.Length;
            Line($"  {bin.Key / (double)Bins:F1}{bin.Count(),6}{confidence,7:F3}{right,7:F3}");
        }

        UnitAnswer[] decided = [.. answers.Where(answer => answer.Confidence >= threshold)];
        Line($"expected calibration error {error:F4}; decided from {threshold:F3}: {decided.Length / (double)answers.Length:P1} of the lines, {decided.Average(IsRight):F3} right");
    }

    private static double IsRight(UnitAnswer answer) => answer.Primary == answer.Truth.Primary ? 1 : 0;

    private static void PrintSeconds(UnitAnswer[] answers)
    {
        int given = answers.Count(answer => answer.Second is not null), stated = answers.Count(answer => answer.Truth.Secondary is not null);
        int right = answers.Count(answer => answer.Second is not null && answer.Second == answer.Truth.Secondary);
        Line($"second functions of paragraphs: {stated} stated, {given} given, precision {right / (double)given:F3}, recall {right / (double)stated:F3}");
        int results = answers.Count(answer => answer.Truth is { Primary: Function.Practice, Secondary: Function.Result });
        int found = answers.Count(answer => answer.Truth is { Primary: Function.Practice, Secondary: Function.Result }
            && (answer.Second == Function.Result || answer.Primary == Function.Result));
        Line($"practice that also states a result: {results}, found as either {found / (double)Math.Max(1, results):F3}");
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
