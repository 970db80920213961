using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;

namespace JingJian.Tests.Search;

public sealed class PruningTests
{
    private static readonly string[] Items =
    [
        "工会", "职工", "困难职工", "帮扶", "民主", "管理", "处理", "会", "难", "app", "劳动竞赛", "送温暖", "“工会职工”", "工*",
        "标题:党建", "正文:学校", "标题:职工", "没有",
    ];

    private static readonly SynonymTable Sayings = MeaningTests.Table("难 > 帮扶 慰问 医疗\n竞赛 > 先锋 工人 活动\n工会 = 组织");

    [Theory]
    [InlineData(1, 300)]
    [InlineData(2, 9000)]
    [InlineData(3, 13000)]
    public void Pruning_changes_neither_hits_nor_scores_nor_order(int seed, int count)
    {
        List<Passage> passages = Passages.Random(seed, count);
        IndexReader reader = Passages.Index(passages);
        var random = new Random(seed);
        foreach (RankingOptions options in new[] { new RankingOptions { FeedbackWeight = 0, UnitWeight = 0 }, new RankingOptions { NearnessWeight = 0, PresenceWeight = 0, ShortShare = 0, FeedbackWeight = 0, UnitWeight = 0 } })
        {
            var help = new WordHelp(Sayings, null);
            var index = new RankedIndex(reader, Passages.Cut, options, help);
            var searcher = new Searcher(reader, Passages.Cut, options, help);
            for (int round = 0; round < 60; round++)
            {
                SearchRequest request = RandomRequest(random);
                IEnumerable<(long, float)> expected = Exhaustive(index, request);

                Assert.Equal(expected, searcher.Search(request).Hits.Select(hit => (hit.PassageId, hit.Score)));
                Assert.Equal(expected, searcher.Search(request with { CountMatches = true }).Hits.Select(hit => (hit.PassageId, hit.Score)));
            }
        }
    }

    private static SearchRequest RandomRequest(Random random)
    {
        bool demandsAll = random.Next(4) == 0;
        string query = string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(6) switch
        {
            _ when demandsAll => "+" + random.GetItems(Items, 1)[0],
            0 => "+" + random.GetItems(Items, 1)[0],
            1 when random.Next(2) == 0 => "-" + random.GetItems(Items, 1)[0],
            2 => $"{random.GetItems(Items, 1)[0]} OR {random.GetItems(Items, 1)[0]}",
            _ => random.GetItems(Items, 1)[0],
        }));
        query = random.Next(4) == 0 ? random.GetItems<string>(["职工有难怎么帮扶", "竞赛里遇到困难职工", "工会怎样开展劳动竞赛"], 1)[0] : query;
        return new SearchRequest(QueryParserTests.Parsed(query))
        {
            CountMatches = false,
            CountFacets = false,
            CollapseFamilies = random.Next(2) == 0,
            Top = random.GetItems([1, 3, 10, 50], 1)[0],
            Offset = random.Next(3) == 0 ? 5 : 0,
            Years = random.Next(3) == 0 ? new YearRange(2016, 2019) : null,
            Function = random.Next(4) == 0 ? Function.Plan : null,
            Expand = random.Next(2) == 0,
        };
    }

    /// <summary>The slow, obvious twin: scores everything, sorts, keeps the first of each family.</summary>
    private static IEnumerable<(long, float)> Exhaustive(RankedIndex index, SearchRequest request)
    {
        QueryPlan plan = QueryPlanner.Plan(index, request);
        var nearness = new Nearness(plan.Pairs, index.Options);
        PassageColumns columns = index.Reader.Columns;
        var all = new List<(int Document, float Score)>();
        WindowSweep.Over(index, plan, new AllowedDocuments(columns, []), (start, found, scores) =>
        {
            for (int offset = 0; offset < Matcher.Window; offset++)
            {
                int document = start + offset;
                if ((found[offset / 64] >> (offset % 64) & 1) == 1
                    && (request.Years is not { } years || years.Contains(columns.Years[document]))
                    && (request.Function is not { } function || columns.PrimaryOf(document) == function || columns.SecondaryOf(document) == function))
                {
                    all.Add((document, (float)(scores[offset] + nearness.Of(index.Reader.Texts.TextOf(document)))));
                }
            }
        });
        return all
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => columns.Ids[hit.Document])
            .DistinctBy(hit => request.CollapseFamilies ? columns.Groups[hit.Document] : hit.Document)
            .Skip(request.Offset)
            .Take(request.Top)
            .Select(hit => (columns.Ids[hit.Document], hit.Score));
    }
}
