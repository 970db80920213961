using System.Globalization;
using JingJian.Search.Exemplars;
using JingJian.Tools.Evaluation;
using static JingJian.Tools.Arguments;

namespace JingJian.Tools.Exemplars;

/// <summary><c>evaluate exemplars</c>: the judged needs of drafters, set by set, answered by exemplars, by search filtered by function, by chance; and concreteness against readers.</summary>
internal static class DraftingReport
{
    private const int Shown = 10;

    public static int Run(string[] args)
    {
        string labels = Option(args, "--labels", "corpus/labels");
        using var judged = new JudgedArchive(labels, "corpus/samples", Option(args, "--shared", "../shared"), "models", "");
        Dictionary<string, Dictionary<string, double>> grades = Grades(judged, labels);
        ILookup<string, DraftingNeed> sets = DraftingNeed.Sets.SelectMany(set => DraftingNeed.Read(labels, set).Select(need => (set, need))).ToLookup(pair => pair.set, pair => pair.need);
        if (Option(args, "--pool", "") is { Length: > 0 } folder)
        {
            DraftingPool.Write(judged, [.. sets.SelectMany(set => set)], grades, folder);
            return 0;
        }

        var rankers = new DraftingRankers(judged);
        if (args.Contains("--tune"))
        {
            DraftingTuning.Run(rankers, [.. sets.Where(set => set.Key != DraftingNeed.Sets[^1]).SelectMany(set => set)], grades);
            return 0;
        }

        ConcretenessTrial.Print(new UsefulnessCorpus(judged, labels));
        foreach (string set in DraftingNeed.Sets)
        {
            Print(set.Length == 0 ? "first" : set[1..], [.. sets[set].Where(need => grades.ContainsKey(need.Id))], rankers, grades, args);
        }

        return 0;
    }

    private static void Print(string set, DraftingNeed[] needs, DraftingRankers rankers, Dictionary<string, Dictionary<string, double>> grades, string[] args)
    {
        Console.WriteLine($"== {set}: {needs.Length} needs, {needs.Sum(need => grades[need.Id].Count)} graded texts");
        if (needs.Length == 0)
        {
            return;
        }

        Answered("exemplars", need => rankers.Ours(need));
        Answered("search filtered by function", need => rankers.PlainSearch(need));
        Answered("search filtered by function and sort of unit", need => rankers.PlainSearch(need, unitToo: true));
        Answered("chance", rankers.Random);
        foreach ((string name, ExemplarOptions options) in args.Contains("--parts") ? Variants() : [])
        {
            Answered(name, need => rankers.Ours(need, options));
        }

        void Answered(string name, Func<DraftingNeed, JudgedPassage[]> ranker)
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
            double Mean(bool odd) => needs.Where(need => need.IsOdd == odd).Select(need => gains[need.Id]).DefaultIfEmpty().Average();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: nDCG@10 {gains.Values.Average():F3}, odd numbers {Mean(true):F3}, even {Mean(false):F3}, fewest families among the first ten {families}"));
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
        yield return ("without meaning", usual with { MeaningWeight = 0 });
        yield return ("without place", usual with { LateShare = 1 });
        yield return ("by the words of the topic only", DraftingRankers.WithoutFit);
        yield return ("without relevance", usual with { RelevanceWeight = 0 });
        yield return ("without concreteness", usual with { ConcretenessWeight = 0 });
        yield return ("without originality", usual with { OriginalityWeight = 0 });
        yield return ("without integrity", usual with { IntegrityWeight = 0 });
        yield return ("without recency", usual with { RecencyWeight = 0 });
        yield return ("without the sort of unit", usual with { OtherUnitShare = 1, UnknownUnitShare = 1 });
        yield return ("without diversity", usual with { RelevanceOverDiversity = 1 });
    }

    /// <summary>The mean grade of the readers for each text, by need; copies have the best of their grades.</summary>
    private static Dictionary<string, Dictionary<string, double>> Grades(JudgedArchive judged, string labels)
    {
        Dictionary<(string, int), string> keys = [];
        foreach (JudgedPassage passage in judged.Passages)
        {
            keys.TryAdd((passage.File, passage.Line), passage.Key);
        }

        Dictionary<string, Dictionary<string, double>> grades = new(StringComparer.Ordinal);
        IEnumerable<string> paths = DraftingNeed.Sets.Select(set => Path.Combine(labels, $"drafting-judgements{set}.tsv")).Where(File.Exists);
        foreach (string[] cells in paths.SelectMany(path => File.ReadLines(path).Skip(1)).Select(line => line.Split('\t')))
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
