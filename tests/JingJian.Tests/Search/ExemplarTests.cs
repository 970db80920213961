using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;

namespace JingJian.Tests.Search;

public sealed class ExemplarTests
{
    private const string Concrete = "开展帮扶活动，走访困难职工45户，发放慰问金12.6万元，建立“一户一档”台账，制定《困难职工帮扶办法》，由专人每月回访一次，解决子女上学问题8件。";
    private const string Vague = "不断加强帮扶工作，进一步提高认识，切实把各项要求落到实处，努力推动工作再上新台阶，为发展作出更大的贡献，开创工作的新局面，取得新的更大成绩。";
    private const string OtherTopic = "举办劳动竞赛6场，参赛职工320人次，评选“创新能手”15名，召开表彰会并发放奖励8万元，建成创新工作室2个，印发《竞赛管理办法》。";

    [Fact]
    public void The_concrete_passage_comes_before_the_vague_one()
    {
        ExemplarResult result = Rank(new ExemplarRequest(Function.Practice), Passages.Of(1, Vague, report: 1), Passages.Of(2, Concrete, report: 2));

        Assert.Equal([2, 1], result.Exemplars.Select(exemplar => exemplar.PassageId));
        Assert.True(result.Exemplars[0].Parts.Concreteness > 0.6 && result.Exemplars[1].Parts.Concreteness < 0.3);
    }

    [Fact]
    public void What_makes_a_passage_concrete_is_shown()
    {
        Exemplar exemplar = Assert.Single(Rank(new ExemplarRequest(Function.Practice), Passages.Of(1, Concrete)).Exemplars);

        Assert.Equal(["45户", "12.6万元", "“一户一档”", "《困难职工帮扶办法》", "8件"], exemplar.Evidence.Select(span => span.In(Concrete).ToString()));
    }

    [Theory]
    [InlineData("2019年3月5日召开第3次会议，1、加强学习；全年20_年共有xx人参加，第12期简报已经发出，请各位同志注意阅读，并且认真组织学习和讨论")]
    [InlineData("坚持一手抓生产一手抓生活，一是加强学习，二是加强管理，三是加强作风建设，四是加强宣传工作，五是加强制度的建设和落实")]
    public void Dates_orders_lists_and_masks_are_no_quantities(string text) =>
        Assert.Empty(Assert.Single(Rank(new ExemplarRequest(Function.Practice), Passages.Of(1, text)).Exemplars).Evidence);

    [Fact]
    public void A_slogan_in_quotes_is_no_mechanism()
    {
        string slogan = "组织职工学习“民主管理”的材料，走访车间12个，召开座谈会5次，切实增强责任感，把听到的意见带到会上讨论，使大家的认识进一步统一";
        Exemplar rare = Rank(new ExemplarRequest(Function.Practice), Passages.Of(1, slogan)).Exemplars[0];
        Exemplar common = Rank(
            new ExemplarRequest(Function.Practice),
            [Passages.Of(1, slogan), .. Enumerable.Range(2, 30).Select(id => Passages.Of(id, "民主管理"))]).Exemplars[0];

        Assert.True(common.Parts.Concreteness < rare.Parts.Concreteness, $"{common.Parts.Concreteness} and {rare.Parts.Concreteness}");
    }

    [Fact]
    public void A_second_function_counts_less_and_another_function_not_at_all()
    {
        ExemplarResult result = Rank(
            new ExemplarRequest(Function.Result),
            Passages.Of(1, Concrete, primary: Function.Practice, secondary: Function.Result, report: 1),
            Passages.Of(2, Concrete + "！", primary: Function.Result, report: 2),
            Passages.Of(3, Concrete + "？", primary: Function.Plan, report: 3));

        Assert.Equal([(2L, 1.0), (1L, 0.8)], result.Exemplars.Select(exemplar => (exemplar.PassageId, exemplar.Parts.Function)));
    }

    [Fact]
    public void The_topic_comes_first()
    {
        ExemplarResult result = Rank(
            new ExemplarRequest(Function.Practice) { Topic = QueryParserTests.Parsed("困难职工 没有的词") },
            Passages.Of(1, OtherTopic, report: 1), Passages.Of(2, Concrete, report: 2));

        Exemplar exemplar = Assert.Single(result.Exemplars);
        Assert.Equal((2L, 1.0, true), (exemplar.PassageId, exemplar.Parts.Relevance, result.TopicFound));
        Assert.NotEmpty(exemplar.Highlights);
        Assert.Equal("没有的词", Assert.Single(result.Dropped).Text);
    }

    [Fact]
    public void A_topic_that_stands_nowhere_still_gives_passages_and_says_so()
    {
        ExemplarResult result = Rank(new ExemplarRequest(Function.Practice) { Topic = QueryParserTests.Parsed("“量子计算”") }, Passages.Of(1, Concrete));

        Assert.False(result.TopicFound);
        Assert.Equal(0, Assert.Single(result.Exemplars).Parts.Relevance);
    }

    [Fact]
    public void Copies_in_other_units_count_against_a_passage_and_copies_of_its_own_unit_do_not()
    {
        ExemplarResult result = Rank(
            new ExemplarRequest(Function.Practice),
            [
                .. Enumerable.Range(0, 4).Select(year => Passages.Of(10 + year, Concrete, organisation: "甲厂工会", report: year, family: 1, copies: 4)),
                .. Enumerable.Range(0, 4).Select(unit => Passages.Of(20 + unit, OtherTopic, organisation: "单位" + unit, report: 10 + unit, family: 2, copies: 4)),
            ]);

        Assert.Equal([1, 1 / (1 + 1.5)], result.Exemplars.OrderBy(exemplar => exemplar.PassageId).Select(exemplar => exemplar.Parts.Originality));
        Assert.Equal([10, 20], result.Exemplars.Select(exemplar => exemplar.PassageId));
    }

    [Fact]
    public void A_damaged_passage_is_flagged_and_stands_behind_its_sound_copy()
    {
        ExemplarResult result = Rank(
            new ExemplarRequest(Function.Practice),
            Passages.Of(1, Concrete, report: 1, family: 1, copies: 2, damaged: true),
            Passages.Of(2, Concrete, report: 2, family: 1, copies: 2),
            Passages.Of(3, OtherTopic, report: 3, damaged: true));

        Assert.Equal([(2L, false), (3L, true)], result.Exemplars.Select(exemplar => (exemplar.PassageId, exemplar.Damaged)));
    }

    [Fact]
    public void A_masked_date_costs_little_and_what_misleads_comes_last_however_good_it_is()
    {
        Passage[] passages = [Passages.Of(1, Concrete, report: 1, damaged: true), Passages.Of(2, OtherTopic, report: 2, damaged: true), Passages.Of(3, Vague, report: 3)];

        ExemplarResult result = Rank(
            new ExemplarRequest(Function.Practice) { DamageOf = id => id == 1 ? Damage.MaskedDate | Damage.LostFigure : Damage.MaskedDate }, passages);

        Assert.Equal([(2L, true, false), (3L, false, false), (1L, true, true)],
            result.Exemplars.Select(exemplar => (exemplar.PassageId, exemplar.Damaged, exemplar.Misleading)));
    }

    [Fact]
    public void Units_of_the_writers_sort_lead_and_the_others_stay()
    {
        Passage[] passages = [Passages.Of(1, Concrete, report: 1) with { UnitType = UnitType.School }, Passages.Of(2, Concrete + "。", report: 2) with { UnitType = UnitType.Union }];

        Assert.Equal([2, 1], Rank(new ExemplarRequest(Function.Practice) { UnitType = UnitType.Union }, passages).Exemplars.Select(exemplar => exemplar.PassageId));
        Assert.Equal([1, 2], Rank(new ExemplarRequest(Function.Practice), passages).Exemplars.Select(exemplar => exemplar.PassageId));
    }

    [Fact]
    public void Newer_reports_lead_when_all_else_is_equal()
    {
        ExemplarResult result = Rank(
            new ExemplarRequest(Function.Practice),
            Passages.Of(1, Concrete, report: 1, year: 2012), Passages.Of(2, OtherTopic, report: 2, year: 2018), Passages.Of(3, Concrete + "。", report: 3, year: 2018));

        Assert.Equal([3, 1], result.Exemplars.Select(exemplar => exemplar.PassageId).Where(id => id != 2));
        Assert.Equal([0.5, 1, 1], result.Exemplars.OrderBy(exemplar => exemplar.PassageId).Select(exemplar => exemplar.Parts.Recency));
    }

    [Theory]
    [InlineData("", 0.85)]
    [InlineData("某局总结\n送温暖", 1)]
    [InlineData("送温暖总结\n其他工作", 0.85)]
    public void A_passage_that_names_the_topic_late_and_under_another_heading_is_less_about_it(string headings, double share)
    {
        string soon = "送温暖" + OtherTopic, late = OtherTopic + "送温暖";
        Passage[] passages = [Passages.Of(1, late, headings, report: 1), Passages.Of(2, soon, headings, report: 2)];

        ExemplarResult result = Rank(new ExemplarRequest(Function.Practice) { Topic = QueryParserTests.Parsed("送温暖") }, passages);

        Assert.Equal([(1L, share), (2L, 1.0)], result.Exemplars.OrderBy(exemplar => exemplar.PassageId).Select(exemplar => (exemplar.PassageId, Math.Round(exemplar.Parts.Relevance, 6))));
    }

    [Fact]
    public void A_list_of_all_that_an_office_did_waits_behind_a_passage_about_the_topic()
    {
        RelatedWords related = RelatedWords.Load(
            RelatedWords.Write([("帮扶", [1, 0]), ("慰问", [0.9f, 0.1f]), ("医疗", [0.8f, 0.2f]), ("党建", [0, 1]), ("竞赛", [0.1f, 1]), ("管理", [0, 0.9f])]), "模型");
        Passage[] passages =
        [
            Passages.Of(1, "帮扶12户，党建活动6次，竞赛8场，管理制度4项，全年参加的共有三百二十人次，召开表彰会一次并发放奖励。", report: 1),
            Passages.Of(2, "帮扶12户，慰问住户6次，医疗补助8人，上门回访4轮，全年受益的共有三百二十人次，召开座谈会一次并发放物资。", report: 2),
        ];
        var request = new ExemplarRequest(Function.Practice) { Topic = QueryParserTests.Parsed("帮扶") };

        double[] Relevances(WordHelp help) =>
            [.. new ExemplarRanker(Passages.Index(passages), Passages.Cut, Passages.Concreteness, null, help).Rank(request).Exemplars.OrderBy(exemplar => exemplar.PassageId).Select(exemplar => exemplar.Parts.Relevance)];

        Assert.Equal([1, 1], Relevances(WordHelp.None));
        Assert.Equal(1, Relevances(new WordHelp(SynonymTable.Empty, related))[1]);
        Assert.InRange(Relevances(new WordHelp(SynonymTable.Empty, related))[0], 0.1, 0.6);
    }

    [Fact]
    public void A_passage_like_one_already_shown_waits()
    {
        ExemplarResult result = Rank(
            new ExemplarRequest(Function.Practice),
            Passages.Of(1, Concrete, report: 1),
            Passages.Of(2, Concrete.Replace("45户", "46户", StringComparison.Ordinal), report: 2),
            Passages.Of(3, "举办劳动竞赛，参赛职工320人次，职工们热情很高，比学赶帮超的氛围十分浓厚，大家纷纷表示要立足岗位，为企业发展多作贡献。", report: 3));

        Assert.True(result.Exemplars[1].Score < result.Exemplars[2].Score);
        Assert.Equal([1, 3, 2], result.Exemplars.Select(exemplar => exemplar.PassageId));
    }

    [Theory]
    [InlineData(OtherTopic, 3, 2)]
    [InlineData(Vague, 2, 3)]
    public void A_second_passage_of_a_unit_waits_for_one_as_good_of_another_unit_but_not_for_a_worse(string other, long second, long third)
    {
        ExemplarResult result = Rank(
            new ExemplarRequest(Function.Practice),
            Passages.Of(1, Concrete, organisation: "甲", report: 1),
            Passages.Of(2, OtherTopic, organisation: "甲", report: 2),
            Passages.Of(3, other, organisation: "乙", report: 3));

        Assert.Equal([1, second, third], result.Exemplars.Select(exemplar => exemplar.PassageId));
    }

    [Fact]
    public void Short_passages_are_no_exemplars() =>
        Assert.Empty(Rank(new ExemplarRequest(Function.Practice), Passages.Of(1, "慰问职工45户，发放慰问金12.6万元。")).Exemplars);

    [Theory]
    [InlineData(Function.Opening)]
    [InlineData(Function.Closing)]
    public void An_opening_or_a_closing_may_be_one_sentence(Function function)
    {
        Passage[] passages = [Passages.Of(1, "以上是我的履职情况，敬请各位评议并多提宝贵意见。", primary: function), Passages.Of(2, "谢谢大家！", primary: function)];

        Assert.Equal(1, Assert.Single(Rank(new ExemplarRequest(function), passages).Exemplars).PassageId);
    }

    [Fact]
    public void Units_and_years_can_be_chosen()
    {
        Passage[] passages = [Passages.Of(1, Concrete, organisation: "甲医院", year: 2015), Passages.Of(2, OtherTopic, organisation: "乙学校", year: 2019)];

        Assert.Equal(1, Assert.Single(Rank(new ExemplarRequest(Function.Practice) { Organisations = name => name.EndsWith("医院", StringComparison.Ordinal) }, passages).Exemplars).PassageId);
        Assert.Equal(2, Assert.Single(Rank(new ExemplarRequest(Function.Practice) { Years = new YearRange(2018, 2020) }, passages).Exemplars).PassageId);
    }

    [Fact]
    public void The_parts_lie_between_0_and_1_one_passage_a_family_and_twice_the_same()
    {
        IndexReader index = Passages.Index(Passages.Random(12, 1500));
        var request = new ExemplarRequest(Function.Practice) { Topic = QueryParserTests.Parsed("职工 帮扶"), Top = 50 };

        ExemplarResult result = new ExemplarRanker(index, Passages.Cut, Passages.Concreteness).Rank(request);

        Assert.All(result.Exemplars, exemplar => Assert.All(
            new[] { exemplar.Parts.Function, exemplar.Parts.Relevance, exemplar.Parts.Concreteness, exemplar.Parts.Originality, exemplar.Parts.Integrity, exemplar.Parts.Recency, exemplar.Score },
            part => Assert.InRange(part, 0, 1)));
        Assert.Distinct(result.Exemplars.Where(exemplar => exemplar.Family >= 0).Select(exemplar => exemplar.Family));
        Assert.Equal(
            result.Exemplars.Select(exemplar => (exemplar.PassageId, exemplar.Score)),
            new ExemplarRanker(index, Passages.Cut, Passages.Concreteness).Rank(request).Exemplars.Select(exemplar => (exemplar.PassageId, exemplar.Score)));
    }

    private static ExemplarResult Rank(ExemplarRequest request, params IEnumerable<Passage> passages) =>
        new ExemplarRanker(Passages.Index(passages), Passages.Cut, Passages.Concreteness).Rank(request);
}
