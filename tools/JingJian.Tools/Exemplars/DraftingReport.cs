using System.Globalization;
using JingJian.Search.Exemplars;
using JingJian.Tools.Evaluation;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Exemplars;

/// <summary><c>evaluate exemplars</c>: the judged needs of drafters (<c>--fresh</c>: those that nothing was chosen by) answered by exemplars, by search filtered by function, by chance; and concreteness against readers.</summary>
internal static class DraftingReport
{
    private const int Shown = 10;

    public static int Run(string[] args)
    {
        string labels = Option(args, "--labels", "corpus/labels"), set = args.Contains("--fresh") ? "-fresh" : "";
        using var judged = new JudgedArchive(labels, "corpus/samples", Option(args, "--shared", "../shared"), "models", "");
        IReadOnlyList<DraftingNeed> needs = DraftingNeed.Read(labels, set);
        Dictionary<string, Dictionary<string, double>> grades = Grades(judged, labels, set);
        if (Option(args, "--pool", "") is { Length: > 0 } folder)
        {
            DraftingPool.Write(judged, needs, grades, folder);
            return 0;
        }

        if (args.Contains("--tune"))
        {
            DraftingTuning.Run(new DraftingRankers(judged), [.. needs.Where(need => need.IsDevelopment && grades.ContainsKey(need.Id))], grades);
            return 0;
        }

        ConcretenessTrial.Print(new UsefulnessCorpus(judged, labels));
        var rankers = new DraftingRankers(judged);
        needs = [.. needs.Where(need => grades.ContainsKey(need.Id))];
        Console.WriteLine($"{needs.Count} needs, {grades.Sum(need => need.Value.Count)} graded texts");
        Print("exemplars", need => rankers.Ours(need));
        Print("search filtered by function", need => rankers.PlainSearch(need));
        Print("search filtered by function and sort of unit", need => rankers.PlainSearch(need, unitToo: true));
        Print("chance", rankers.Random);
        if (args.Contains("--parts"))
        {
            foreach ((string name, ExemplarOptions options) in Variants())
            {
                Print(name, need => rankers.Ours(need, options));
            }
        }

        return 0;

        void Print(string name, Func<DraftingNeed, JudgedPassage[]> ranker)
        {
            var evaluation = new SearchEvaluation();
            int families = int.MaxValue;
            foreach (DraftingNeed need in needs)
            {
                JudgedPassage[] found = ranker(need);
                families = Math.Min(families, found.Take(Shown).DistinctBy(passage => passage.Key).Count());
                evaluation.Add(need.AsSearchNeed, grades[need.Id], found.Select(passage => passage.Key));
            }

            IReadOnlyDictionary<string, double> gains = evaluation.Gains;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: nDCG@10 development {gains.Where(gain => needs.First(need => need.Id == gain.Key).IsDevelopment).Average(gain => gain.Value):F3}, test {gains.Where(gain => !needs.First(need => need.Id == gain.Key).IsDevelopment).Select(gain => gain.Value).DefaultIfEmpty().Average():F3}, fewest families among the first ten {families}"));
            Console.Write(evaluation.Table(_ => true));
            if (args.Contains("--needs"))
            {
                Console.WriteLine(string.Join(' ', gains.Select(gain => string.Create(CultureInfo.InvariantCulture, $"{gain.Key}:{gain.Value:F2}"))));
            }
        }
    }

    /// <summary>The shipped constants with one thing changed.</summary>
    private static IEnumerable<(string Name, ExemplarOptions Options)> Variants()
    {
        var usual = new ExemplarOptions();
        yield return ("without relevance", usual with { RelevanceWeight = 0 });
        yield return ("without concreteness", usual with { ConcretenessWeight = 0 });
        yield return ("without originality", usual with { OriginalityWeight = 0 });
        yield return ("without integrity", usual with { IntegrityWeight = 0 });
        yield return ("without recency", usual with { RecencyWeight = 0 });
        yield return ("without the sort of unit", usual with { OtherUnitShare = 1, UnknownUnitShare = 1 });
        yield return ("without diversity", usual with { RelevanceOverDiversity = 1 });
    }

    /// <summary>The mean grade of the readers for each text, by need; copies have the best of their grades.</summary>
    private static Dictionary<string, Dictionary<string, double>> Grades(JudgedArchive judged, string labels, string set)
    {
        Dictionary<(string, int), string> keys = [];
        foreach (JudgedPassage passage in judged.Passages)
        {
            keys.TryAdd((passage.File, passage.Line), passage.Key);
        }

        Dictionary<string, Dictionary<string, double>> grades = new(StringComparer.Ordinal);
        string path = Path.Combine(labels, $"drafting-judgements{set}.tsv");
        foreach (string[] cells in File.Exists(path) ? File.ReadLines(path).Skip(1).Select(line => line.Split('\t')) : [])
        {
            if (keys.TryGetValue((cells[1], int.Parse(cells[2], CultureInfo.InvariantCulture)), out string? key))
            {
                grades.TryAdd(cells[0], new Dictionary<string, double>(StringComparer.Ordinal));
                grades[cells[0]][key] = Math.Max(cells[3..5].Where(grade => grade != "-").Average(grade => grade[0] - '0'), grades[cells[0]].GetValueOrDefault(key));
            }
        }

        return grades;
    }
}
