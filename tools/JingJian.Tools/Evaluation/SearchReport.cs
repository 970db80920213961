using System.Globalization;
using JingJian.Search.Meaning;
using JingJian.Search.Ranking;
using JingJian.Text;

namespace JingJian.Tools.Evaluation;

/// <summary><c>evaluate search</c>: the judged needs answered by plain BM25, by Lucene and by the whole search, and this with each part left out.</summary>
internal static class SearchReport
{
    private const string LuceneProgram = "tools/JingJian.Tools/Peers/SmartCnSearch.java";

    public static int Run(string shared, string more, string unjudged, bool byNeed, bool fresh)
    {
        using var judged = new JudgedArchive("corpus/labels", "corpus/samples", shared, "models", more, fresh);
        var rankers = new SearchRankers(judged);
        Console.WriteLine($"{judged.Passages.Length} paragraphs, {judged.Needs.Count} needs, {judged.Grades.Sum(need => need.Value.Count)} judged texts, {judged.Misplaced} judgements of no paragraph");
        SearchEvaluation words = Print(judged, "plain BM25 of ours, words only", rankers.Words());
        SearchEvaluation? lucene = LucenePeer.IsInstalled ? Print(judged, "Lucene 8 with SmartCN", rankers.Lucene(LuceneProgram)) : null;
        SearchEvaluation full = Print(judged, "whole search", rankers.Full(), halves: true);
        Console.WriteLine($"without a useful hit: {string.Join(' ', full.Empty)}");
        Print(judged, "passages like the query", rankers.Like(new RankingOptions()));
        PrintParts(judged, rankers);
        if (unjudged.Length > 0)
        {
            File.WriteAllLines(unjudged, Unjudged(judged, [words, full, .. lucene is null ? [] : new[] { lucene }]));
        }

        foreach (SearchNeed need in byNeed ? judged.Needs : [])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{need.Id} {need.Kind,-12} {words.Gains[need.Id]:F2} {full.Gains[need.Id]:F2} {need.Query[..Math.Min(40, need.Query.Length)]}"));
        }

        return 0;
    }

    private static void PrintParts(JudgedArchive judged, SearchRankers rankers)
    {
        SynonymTable.Parse(File.ReadAllText("models/words/synonyms.txt")).TryGet(out SynonymTable? synonyms, out Fault? fault);
        if (synonyms is null)
        {
            throw new InvalidOperationException(fault!.Message);
        }

        var help = new WordHelp(synonyms, File.Exists("models/words/related.words") ? RelatedWords.Load(File.ReadAllBytes("models/words/related.words"), "related.words") : null);
        var usual = new RankingOptions();
        foreach ((string part, RankingOptions options, WordHelp with) in new (string, RankingOptions, WordHelp)[]
        {
            ("all parts, by the searcher alone", usual, help),
            ("without words inside words", usual with { PartWeight = 0 }, help),
            ("without officials' words for what is said", usual with { SayingWeight = 0 }, help),
            ("without synonyms", usual with { SynonymWeight = 0 }, help),
            ("without related words", usual with { RelatedWeight = 0 }, help),
            ("without the bound of idf", usual with { MostIdfOfQuestion = 100, SayingTelling = 0 }, help),
            ("with all words of a saying counted whole", usual with { OthersShare = 1 }, help),
            ("with sayings of frequent words counted whole", usual with { SayingTelling = 0 }, help),
            ("with strings of several words counted whole", usual with { WholeWeight = 1 }, help),
            ("without headings", usual with { HeadingWeight = 0 }, help),
            ("without presence", usual with { PresenceWeight = 0 }, help),
            ("without nearness", usual with { NearnessWeight = 0 }, help),
            ("without the units that are asked about", usual with { UnitWeight = 0 }, help),
            ("without feedback", usual with { FeedbackWeight = 0 }, help),
            ("without the guard of short lines", usual with { ShortShare = 0 }, help),
            ("corpus alone: related words at 0.3, no table", usual with { RelatedWeight = 0.3f }, help with { Synonyms = SynonymTable.Empty }),
            ("question words dropped, no help", usual, WordHelp.None),
        })
        {
            Print(judged, part, rankers.With(options, with));
        }
    }

    private static SearchEvaluation Print(JudgedArchive judged, string name, IReadOnlyList<string[]> found, bool halves = false)
    {
        var evaluation = new SearchEvaluation();
        for (int i = 0; i < judged.Needs.Count; i++)
        {
            evaluation.Add(judged.Needs[i], judged.Grades[judged.Needs[i].Id], found[i]);
        }

        Console.WriteLine(name);
        Console.Write(evaluation.Table(_ => true));
        if (halves)
        {
            Console.Write($"  odd needs\n{evaluation.Table(need => need.IsOdd)}  even needs\n{evaluation.Table(need => !need.IsOdd)}");
        }

        return evaluation;
    }

    private static IEnumerable<string> Unjudged(JudgedArchive judged, IEnumerable<SearchEvaluation> evaluations)
    {
        ILookup<string, JudgedPassage> passages = judged.Passages.ToLookup(passage => passage.Key, StringComparer.Ordinal);
        yield return "need\tfile\tline";
        foreach ((string need, string key) in evaluations.SelectMany(evaluation => evaluation.Unjudged).Distinct().OrderBy(pair => pair.Need, StringComparer.Ordinal))
        {
            JudgedPassage passage = passages[key].First();
            yield return $"{need}\t{passage.File}\t{passage.Line}";
        }
    }
}
