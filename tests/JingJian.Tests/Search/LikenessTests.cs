using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;

namespace JingJian.Tests.Search;

public sealed class LikenessTests
{
    private static readonly SearchRequest Any = new(Query.Everything);

    [Fact]
    public void A_pasted_passage_finds_its_copies_and_its_like()
    {
        var searcher = new Searcher(
            Passages.Index(
                Passages.Of(1, "党建活动，学校教师"),
                Passages.Of(2, "开展劳动竞赛，慰问困难职工，处理医疗问题"),
                Passages.Of(3, "慰问困难职工"),
                Passages.Of(4, "民主管理公开")),
            Passages.Cut);

        SearchResult result = searcher.MoreLike("我们慰问困难职工，帮助处理医疗问题。", Any);

        Assert.Equal([2, 3], result.Hits.Select(hit => hit.PassageId));
        Assert.NotEmpty(result.Hits[0].Highlights);
    }

    [Fact]
    public void A_set_phrase_of_many_reports_does_not_decide()
    {
        Passage[] passages =
        [
            .. Enumerable.Range(1, 6).Select(id => Passages.Of(id, "加强党建组织建设，学校民主公开")),
            Passages.Of(7, "帮扶送温暖"),
            .. Enumerable.Range(8, 20).Select(id => Passages.Of(id, "计划")),
        ];

        SearchResult result = new Searcher(Passages.Index(passages), Passages.Cut).MoreLike("加强党建组织建设，帮扶教师", Any);

        Assert.Equal(7, result.Hits[0].PassageId);
    }

    [Fact]
    public void Conditions_of_the_request_hold()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "帮扶职工", year: 2019), Passages.Of(2, "帮扶职工", year: 2020)), Passages.Cut);

        Assert.Equal(2, Assert.Single(searcher.MoreLike("帮扶", new SearchRequest(QueryParserTests.Parsed("年份:2020"))).Hits).PassageId);
        Assert.Empty(searcher.MoreLike("", Any).Hits);
    }

    [Fact]
    public void Words_and_headings_are_suggested_the_most_frequent_first()
    {
        var searcher = new Searcher(
            Passages.Index(
                Passages.Of(1, "民主管理", "甲厂总结\n加强民主管理"), Passages.Of(2, "民主，民主管理", "甲厂总结\n加强民主管理"), Passages.Of(3, "民主")),
            Passages.Cut);

        Assert.Equal(
            [new Suggestion("民主", 3, SuggestionKind.Word), new Suggestion("民主管理", 2, SuggestionKind.Word), new Suggestion("加强民主管理", 2, SuggestionKind.Heading)], searcher.Suggest(" 民主", 10));
        Assert.Empty(searcher.Suggest("  ", 10));
        Assert.Empty(searcher.Suggest("量子", 10));
    }

    [Fact]
    public void Phrases_of_several_families_are_suggested_as_long_as_they_go_on_alike()
    {
        var searcher = new Searcher(
            Passages.Index(
                Passages.Of(1, "开展困难职工帮扶活动，慰问。"), Passages.Of(2, "加强困难职工帮扶活动。", year: 2020), Passages.Of(3, "困难职工帮扶活动"),
                Passages.Of(4, "困难职工医疗"), Passages.Of(5, "困难职工公开", family: 7, copies: 3), Passages.Of(6, "困难职工公开", family: 7, copies: 3), Passages.Of(7, "困难职工公开", family: 7, copies: 3)),
            Passages.Cut);

        Assert.Equal([new Suggestion("困难职工", 7, SuggestionKind.Word), new Suggestion("困难职工帮扶活动", 3, SuggestionKind.Phrase)], searcher.Suggest("困难职工", 10));
        Assert.Equal(3, searcher.Search(new SearchRequest(QueryParserTests.Parsed("“困难职工帮扶活动”"))).Paragraphs);
    }
}
