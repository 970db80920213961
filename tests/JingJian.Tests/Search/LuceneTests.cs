using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Tools.Benchmarks;

namespace JingJian.Tests.Search;

/// <summary>The oracle of ranking: Lucene 8 itself, run through Java.</summary>
public sealed class LuceneTests
{
    private const double Close = 1e-5;

    [Fact]
    public void Scores_are_those_of_Lucene_on_the_same_words()
    {
        Assert.SkipUnless(LucenePeer.IsInstalled, "Lucene 8 and Java are not installed.");
        Passage[] passages = [.. Passages.Random(11, 5000).Select((passage, place) => passage with { Id = place })];
        string[] words = ["工会", "职工", "困难职工", "帮扶", "民主", "管理", "民主管理", "处理", "劳动竞赛", "20", "app", "学校", "的", "医疗"];
        var random = new Random(12);
        string[][] queries = [.. Enumerable.Range(0, 60).Select(_ => random.GetItems(words, random.Next(1, 5)).Distinct(StringComparer.Ordinal).ToArray())];
        using var lucene = new LucenePeer(passages, new SearchQueries(queries, [], []), Passages.Cut);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut, SearchBenchmark.Bm25Alone);

        foreach ((string kind, string[] query, (int Document, float Score)[] best) in lucene.Answers())
        {
            string sign = kind == "and" ? "+" : "";
            YearRange? years = kind == "years" ? new YearRange(SearchQueries.FirstYear, SearchQueries.LastYear) : null;
            var request = new SearchRequest(QueryParserTests.Parsed(string.Join(' ', query.Select(word => $"{sign}正文:{word}")))) { Years = years, CollapseFamilies = false, CountMatches = false, CountFacets = false };

            // What only has the string inside other words scores 0 here, and is not found there.
            SearchHit[] ours = [.. searcher.Search(request with { Top = 1000 }).Hits.Where(hit => hit.Score > 0)];
            SearchHit[] first = [.. ours.Take(10)];

            Assert.Equal(best.Length, first.Length);
            for (int place = 0; place < best.Length; place++)
            {
                Assert.Equal(best[place].Score, first[place].Score, Close);
                Assert.Equal(best[place].Score, ours.Single(hit => hit.PassageId == best[place].Document).Score, Close);
            }
        }
    }
}
