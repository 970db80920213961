using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Ranking;

namespace JingJian.Tests.Search;

public sealed class UnitFitTests
{
    private const string Question = "学校里职工有困难怎么帮扶";

    private static readonly RankingOptions Without = new() { UnitWeight = 0 };

    [Theory]
    [InlineData("医院开展护理的成效", "Hospital")]
    [InlineData("企业借不到钱政府怎么帮", "Government Enterprise")]
    [InlineData("街道怎样防火", "Township")]
    [InlineData("怎么让年轻人尽快独当一面", "")]
    [InlineData("其他办法", "")]
    public void A_question_names_whom_it_is_about(string question, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<UnitType>), AskedUnits.In(question).Order());

    [Fact]
    public void The_unit_where_one_works_is_any_but_those_that_report_about_a_place() =>
        Assert.Equal(Enum.GetValues<UnitType>().Except([UnitType.Government, UnitType.Township]).Order(), AskedUnits.In("单位给大家买了什么").Order());

    [Fact]
    public void Reports_of_those_who_are_asked_about_lead_equal_ones()
    {
        Passage[] passages =
        [
            Passages.Of(1, "职工有困难，开展帮扶") with { UnitType = UnitType.Government },
            Passages.Of(2, "职工有困难，开展帮扶"),
            Passages.Of(3, "职工有困难，开展帮扶") with { UnitType = UnitType.School },
            .. Enumerable.Range(4, 9).Select(id => Passages.Of(id, "民主，管理，组织，活动")),
        ];

        Assert.Equal([1, 2, 3], Hits(passages, Question, Without).Select(hit => hit.PassageId).Take(3));
        Assert.Equal([3, 1, 2], Hits(passages, Question, new RankingOptions()).Select(hit => hit.PassageId).Take(3));
        Assert.Equal([1, 2, 3], Hits(passages, "职工有困难怎么帮扶", new RankingOptions()).Select(hit => hit.PassageId).Take(3));
    }

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 3000)]
    public void The_first_hits_are_those_without_it_in_the_order_of_a_plain_reckoning(int seed, int count)
    {
        var random = new Random(seed);
        Passage[] passages = [.. Passages.Random(seed, count).Select(passage => passage with { UnitType = random.Next(3) == 0 ? UnitType.School : UnitType.Government })];
        Dictionary<long, UnitType?> units = passages.ToDictionary(passage => passage.Id, passage => passage.UnitType);

        SearchHit[] before = Hits(passages, Question, Without), after = Hits(passages, Question, new RankingOptions());

        var expected = before.Take(100).Select(hit => (hit.PassageId, Score: hit.Score + (units[hit.PassageId] == UnitType.School ? 0.4f * before[0].Score : 0)))
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.PassageId).Concat(before.Skip(100).Select(hit => (hit.PassageId, hit.Score)));
        Assert.Equal(expected, after.Select(hit => (hit.PassageId, hit.Score)));
        Assert.All(after, hit => Assert.Equal(hit.Score, hit.Explanation!.Parts.Sum(part => part.Score), 1e-4f));
        Assert.Contains(after, hit => hit.Explanation!.Parts.Any(part => part.Reason == "出自所问的那类单位的报告"));
    }

    [Fact]
    public void Pages_fit_together()
    {
        Passage[] passages = [.. Passages.Random(3, 2000).Select(passage => passage with { UnitType = passage.Id % 3 == 0 ? UnitType.School : null })];

        Assert.Equal(
            Hits(passages, Question, new RankingOptions()).Take(130).Select(hit => hit.PassageId),
            Enumerable.Range(0, 13).SelectMany(page => Hits(passages, Question, new RankingOptions(), page * 10, 10)).Select(hit => hit.PassageId));
    }

    private static SearchHit[] Hits(Passage[] passages, string query, RankingOptions options, int offset = 0, int top = 150) =>
    [
        .. new Searcher(Passages.Index(passages), Passages.Cut, options)
            .Search(new SearchRequest(QueryParserTests.Parsed(query)) { Expand = true, Explain = true, Offset = offset, Top = top }).Hits,
    ];
}
