using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>Who copied from whom, told for B as the copy of A and the other way round.</summary>
public sealed class DirectionTests
{
    private const string Text = "坚持把困难职工帮扶放在心上，逐户走访建立档案，为患病职工申请专项救助，并安排骨干一对一联系，做到急事当天办、难事有回音。";

    private static readonly ReportOrigin Stone = new("青禾县石潭镇人民政府", null, "a.txt", ["石潭镇"]);
    private static readonly ReportOrigin River = new("青禾县柳河镇人民政府", null, "b.txt", ["柳河镇"]);
    private static readonly ReportOrigin Nobody = new(null, null, "c.txt", []);

    [Fact]
    public void The_report_of_the_earlier_year_had_it_first() =>
        Assert.Equal((true, "EarlierReport 2019、2021"), Judge(Text, Text, Stone with { Year = 2019 }, River with { Year = 2021 }));

    [Fact]
    public void Equal_texts_of_the_same_year_cannot_be_told_apart()
    {
        Assert.Equal((null, ""), Judge(Text, Text, Stone with { Year = 2021 }, River with { Year = 2021 }));
        Assert.Equal((null, ""), Judge(Text, Text, Nobody, Nobody));
    }

    [Fact]
    public void Another_towns_name_gives_the_copy_away() =>
        Assert.Equal((true, "LeftOverName 石潭镇"), Judge("石潭镇" + Text, "石潭镇" + Text, Stone, River));

    [Theory]
    [InlineData("学习贯彻十八大精神，", "学习贯彻十九大精神，", true, "LaterTerm 十八大→十九大")]
    [InlineData("学习贯彻十九届四中全会精神，", "学习贯彻十九届五中全会精神，", true, "LaterTerm 十九届四中全会→十九届五中全会")]
    [InlineData("2019年，", "2023年，", true, "LaterYearInText 2019年→2023年")]
    [InlineData("制定帮扶办法，", "执行帮扶办法，", true, "CarriesOut 制定→执行")]
    [InlineData("去年救助困难职工58人，", "去年救助困难职工××人，", null, "Masked 58→××")]
    public void What_was_changed_speaks_for_one_side(string from, string to, bool? firstIsOrigin, string reason) =>
        Assert.Equal((firstIsOrigin, reason), Judge(from + Text, to + Text, Nobody, Nobody));

    [Fact]
    public void A_masked_year_and_a_filled_one_cannot_be_told_apart() =>
        Assert.Equal((null, ""), Judge("20_年，" + Text, "2024年，" + Text, Nobody, Nobody));

    [Fact]
    public void Text_comes_down_from_a_superior_unless_a_date_says_otherwise()
    {
        ReportOrigin bureau = Nobody with { Organisation = "青禾县教育局" }, school = Nobody with { Organisation = "青禾县第一中学" };

        Assert.Equal((true, "FromSuperior 青禾县教育局、青禾县第一中学"), Judge(Text, Text, bureau, school));
        Assert.False(Judge(Text, Text, bureau with { Year = 2022 }, school with { Year = 2021 }).FirstIsOrigin);
        Assert.Equal((null, ""), Judge(Text, Text, bureau, Nobody with { Organisation = "白石市第一中学" }));
    }

    [Fact]
    public void A_source_that_a_person_marked_is_the_origin() =>
        Assert.Equal((true, "MarkedSource a.txt"), Judge(Text, Text, Stone with { Mark = SourceMark.Template }, River));

    /// <summary>Judges both ways round and checks that turning the pair turns the answer.</summary>
    private static (bool? FirstIsOrigin, string Reasons) Judge(string a, string b, ReportOrigin originA, ReportOrigin originB)
    {
        DirectionJudgement judgement = One(a, b, originA, originB), turned = One(b, a, originB, originA);
        Assert.Equal(!judgement.FirstIsOrigin, turned.FirstIsOrigin);
        Assert.Equal(Told(judgement), Told(turned));
        return (judgement.FirstIsOrigin, Told(judgement));
    }

    private static DirectionJudgement One(string a, string b, ReportOrigin originA, ReportOrigin originB) =>
        Directions.Of(Assert.Single(ReuseEngine.Find([new ReuseParagraph(0, a), new ReuseParagraph(1, b)], new ReuseOptions()).Pairs), a, b, originA, originB);

    private static string Told(DirectionJudgement judgement) => string.Join("; ", judgement.Reasons.Select(reason => $"{reason.Sign} {reason.Detail}"));
}
