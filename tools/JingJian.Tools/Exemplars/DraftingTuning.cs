using System.Globalization;
using JingJian.Search.Exemplars;
using JingJian.Tools.Evaluation;

namespace JingJian.Tools.Exemplars;

/// <summary>Chooses the constants of exemplar ranking on the needs of development: one constant after the other, twice.</summary>
internal static class DraftingTuning
{
    private const int Shown = 10;
    private const int Rounds = 2;

    /// <summary>A gain below this is chance.</summary>
    private const double LeastGain = 0.001;

    private static readonly (string Name, double[] Values, Func<ExemplarOptions, double, ExemplarOptions> With)[] Constants =
    [
        ("repeat", [0, 0.7, 0.8, 0.9, 0.95], (options, value) => options with { RepeatShare = value }),
        ("headings", [0.3, 0.45, 0.7, 1], (options, value) => options with { HeadingShare = value }),
        ("meaning", [0, 0.3, 0.6, 0.9], (options, value) => options with { MeaningWeight = value }),
        ("title", [0, 0.35, 0.7, 1], (options, value) => options with { TitleShare = value }),
        ("late", [0.7, 0.85, 1], (options, value) => options with { LateShare = value }),
        ("enough", [0.5, 0.7, 0.85, 1], (options, value) => options with { EnoughRelevance = value }),
        ("relevance", [0.8, 1.2, 1.6, 2, 2.4], (options, value) => options with { RelevanceWeight = value }),
        ("concreteness", [0.6, 1, 1.5, 2], (options, value) => options with { ConcretenessWeight = value }),
        ("least part", [0.05, 0.1, 0.2, 0.3], (options, value) => options with { LeastPart = value }),
        ("originality", [0, 0.15, 0.3, 0.6], (options, value) => options with { OriginalityWeight = value }),
        ("recency", [0, 0.1, 0.2, 0.4], (options, value) => options with { RecencyWeight = value }),
        ("secondary", [0.4, 0.6, 0.8, 0.9], (options, value) => options with { SecondaryShare = value }),
        ("other unit", [0.4, 0.55, 0.7, 0.85], (options, value) => options with { OtherUnitShare = value }),
        ("unknown unit", [0.6, 0.75, 0.85, 1], (options, value) => options with { UnknownUnitShare = value }),
        ("diversity", [0.6, 0.7, 0.8, 0.9], (options, value) => options with { RelevanceOverDiversity = value }),
    ];

    public static void Run(DraftingRankers rankers, IReadOnlyList<DraftingNeed> needs, Dictionary<string, Dictionary<string, double>> grades)
    {
        var best = new ExemplarOptions();
        double most = Gain(best);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{needs.Count} development needs, as shipped {most:F4}"));
        for (int round = 0; round < Rounds; round++)
        {
            foreach ((string name, double[] values, Func<ExemplarOptions, double, ExemplarOptions> with) in Constants)
            {
                foreach (double value in values)
                {
                    ExemplarOptions tried = with(best, value);
                    double gain = tried == best ? most : Gain(tried);
                    (best, most) = gain > most + LeastGain ? (tried, gain) : (best, most);
                    Console.Write(string.Create(CultureInfo.InvariantCulture, $"{name} {value}: {gain:F4}  "));
                }

                Console.WriteLine();
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{most:F4} with {best}"));

        double Gain(ExemplarOptions options)
        {
            var evaluation = new SearchEvaluation();
            foreach (DraftingNeed need in needs)
            {
                evaluation.Add(need.AsSearchNeed, grades[need.Id], rankers.Ours(need, options, Shown).Select(passage => passage.Key));
            }

            return evaluation.Gains.Values.Average();
        }
    }
}
