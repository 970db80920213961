using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Search.Exemplars;

namespace JingJian.Tools.Exemplars;

/// <summary>How well the learned concreteness agrees with readers on texts that it was not trained on.</summary>
internal static class ConcretenessTrial
{
    private const int Folds = 10;

    /// <summary>The penalty of the shipped weights; between 10 and 100 the correlation hardly moves.</summary>
    public const double Penalty = 30;

    /// <summary>The correlation from which the model is wholly followed: that of practice and plan, of which there are most labels.</summary>
    private const double GoodCorrelation = 0.7;

    /// <summary>What a model trained on the other groups says of each passage.</summary>
    public static double[] CrossValidated(IReadOnlyList<UsefulPassage> passages, double penalty)
    {
        int[] folds = FoldsOf(passages);
        var answers = new double[passages.Count];
        for (int fold = 0; fold < Folds; fold++)
        {
            ConcretenessModel model = Train([.. passages.Where((_, i) => folds[i] != fold)], penalty, new double[Enum.GetValues<Function>().Length]);
            for (int i = 0; i < passages.Count; i++)
            {
                answers[i] = folds[i] == fold ? model.Of(passages[i].Features) : answers[i];
            }
        }

        return answers;
    }

    /// <summary>A model of all passages, with how far to follow it: its rank correlation in cross-validation, as a share of what counts as good.</summary>
    public static ConcretenessModel TrainWhole(IReadOnlyList<UsefulPassage> passages, double penalty)
    {
        double[] answers = CrossValidated(passages, penalty);
        double[] trust =
        [
            .. Enum.GetValues<Function>().Select(function => Enumerable.Range(0, passages.Count).Where(i => passages[i].Function == function).ToArray())
                .Select(rows => Math.Round(Math.Clamp(RankCorrelation.Of([.. rows.Select(i => passages[i].Grade)], [.. rows.Select(i => answers[i])]) / GoodCorrelation, 0, 1), 2)),
        ];
        return Train(passages, penalty, trust);
    }

    private static ConcretenessModel Train(IReadOnlyList<UsefulPassage> passages, double penalty, double[] trust)
    {
        (double intercept, double[] weights) = RidgeRegression.Fit([.. passages.Select(passage => passage.Features)], [.. passages.Select(passage => passage.Grade)], penalty);
        return new ConcretenessModel(intercept, weights, trust);
    }

    /// <summary>Prints agreement and correlation.</summary>
    public static void Print(UsefulnessCorpus corpus)
    {
        IReadOnlyList<UsefulPassage> passages = corpus.Passages;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{passages.Count} paragraphs in {passages.Select(passage => passage.Group).Distinct().Count()} groups, {corpus.Misplaced} labels of no paragraph; readers: {passages.Count(passage => passage.First == passage.Second) / (double)passages.Count:P1} equal, rank correlation {RankCorrelation.Of([.. passages.Select(passage => (double)passage.First)], [.. passages.Select(passage => (double)passage.Second)]):F3}"));
        foreach (double penalty in new[] { 3, 10, 30, 100, 300.0 })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  penalty {penalty,3}: rank correlation {Correlation(passages, CrossValidated(passages, penalty)):F3}"));
        }

        double[] learned = CrossValidated(passages, Penalty);
        double[] guessed = [.. passages.Select(passage => passage.Guessed)];
        Console.WriteLine("  rank correlation with the mean grade   learned  guessed");
        PrintRow("all", [.. Enumerable.Range(0, passages.Count)]);
        foreach (IGrouping<Function, int> function in Enumerable.Range(0, passages.Count).GroupBy(i => passages[i].Function).OrderBy(group => group.Key))
        {
            PrintRow(FunctionNames.ToEnglish(function.Key), [.. function]);
        }

        void PrintRow(string name, int[] rows)
        {
            double[] grades = [.. rows.Select(i => passages[i].Grade)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {name,-12} {rows.Length,4}                       {RankCorrelation.Of(grades, [.. rows.Select(i => learned[i])]):F3}    {RankCorrelation.Of(grades, [.. rows.Select(i => guessed[i])]):F3}"));
        }
    }

    private static double Correlation(IReadOnlyList<UsefulPassage> passages, double[] answers) =>
        RankCorrelation.Of([.. passages.Select(passage => passage.Grade)], answers);

    /// <summary>Whole groups, the largest first, each into the part that has fewest.</summary>
    private static int[] FoldsOf(IReadOnlyList<UsefulPassage> passages)
    {
        var sizes = new int[Folds];
        Dictionary<int, int> foldOf = [];
        foreach (IGrouping<int, UsefulPassage> group in passages.GroupBy(passage => passage.Group).OrderByDescending(group => group.Count()).ThenBy(group => group.Key))
        {
            int fold = Array.IndexOf(sizes, sizes.Min());
            foldOf[group.Key] = fold;
            sizes[fold] += group.Count();
        }

        return [.. passages.Select(passage => foldOf[passage.Group])];
    }
}
