using JingJian.Analysis.Structure;
using JingJian.Tests.Text;

namespace JingJian.Tests.Analysis.Structure;

/// <summary>What a report says of itself comes with the words that say so.</summary>
public sealed class FactsTests
{
    private const string Body = "组织劳动竞赛，走访困难职工，办好职工食堂，丰富业余生活，职工的干劲更足了，全年的各项任务都完成得很好。";

    [Fact]
    public void Each_statement_names_its_words_in_the_source()
    {
        string source = $"2023年青禾县人民政府工作报告\n——2024年1月10日在青禾县第十六届人民代表大会第三次会议上\n县长 罗小筝\n各位代表：\n{Body}\n一、主要工作\n{Body}";
        ReportFacts facts = Assert.Single(StructureReader.Read(source).Reports).Facts;

        Assert.Equal(("2023", 2023), (facts.Period!.Source.In(source).ToString(), facts.Period.Value.Year));
        Assert.Equal(("罗小筝", "罗小筝"), (facts.Author!.Source.In(source).ToString(), facts.Author.Value));
        Assert.Equal(("2024年1月10", "2024-01-10"), (facts.Date!.Source.In(source).ToString(), facts.Date.Value));
        Assert.Equal((UnitType.Government, UnitLevel.County), (facts.UnitType!.Value, facts.Level!.Value));
        Assert.Equal("青禾县", facts.Place!.Value);
    }

    [Fact]
    public void Topics_are_what_a_report_says_more_than_others_with_the_places_that_say_so()
    {
        string source = $"厂工会2018年工作总结\n困难职工有了依靠。{Body}\n职工食堂换了灶台，食堂的菜价降了，职工说食堂办得好，大家的工作更有劲了。";
        Topic[] topics = [.. Assert.Single(new TopicReader(Shipped.Lexicon).Of(StructureReader.Read(source)))];

        Assert.Equal(["职工食堂", "食堂", "职工"], topics.Take(3).Select(topic => topic.Word));
        Assert.DoesNotContain("工作", topics.Select(topic => topic.Word));
        Assert.All(topics, topic => Assert.All(topic.Sources, place => Assert.Equal(topic.Word, place.In(source).ToString())));
        Assert.All(topics, topic => Assert.InRange(topic.Confidence, 0.01, topic.Count > 1 ? 0.99 : 0.5));
    }

    [Theory]
    [InlineData("工会创新亮点工作总结14", "工会创新亮点工作总结", 0.7)]
    [InlineData("厂工会2018年工作总结", "厂工会2018年工作总结", 0.95)]
    [InlineData("今年以来，厂工会认真履职，成绩很大。", null, 0)]
    public void A_title_is_stated_as_it_stands_and_a_compilation_s_with_less_confidence(string line, string? title, double confidence)
    {
        string source = $"{line}\n{Body}";
        Statement<string>? stated = Assert.Single(StructureReader.Read(source).Reports).Facts.Title;

        Assert.Equal((title, title, confidence), (stated?.Value, stated?.Source.In(source).ToString(), stated?.Confidence ?? 0));
    }

    [Theory]
    [InlineData("20_年厂工会工作总结", "", null, true)]
    [InlineData("XX年年厂工会工作总结", "", null, true)]
    [InlineData("202_年厂工会工作总结", "二〇二一年十二月三十日", 2021, false)]
    [InlineData("厂工会工作总结", "", null, false)]
    public void A_masked_year_is_said_to_be_masked_unless_the_year_stands_elsewhere(string title, string date, int? year, bool masked)
    {
        ReportPeriod? period = Assert.Single(StructureReader.Read($"{title}\n{Body}\n{date}").Reports).Facts.Period?.Value;

        Assert.Equal((year, masked), (period?.Year, period?.IsMasked ?? false));
    }

    [Theory]
    [InlineData("制定了《2019年工会工作要点》，层层落实。", 2019, false)]
    [InlineData("今年下发《厂工会20_年班组考核细则》。", null, true)]
    [InlineData("学习了《2019年政府工作报告》。", null, false)]
    public void The_year_s_own_plan_says_which_year_it_is(string sentence, int? year, bool masked)
    {
        ReportPeriod? period = Assert.Single(StructureReader.Read($"厂工会工作总结\n{Body}\n{sentence}{Body}").Reports).Facts.Period?.Value;

        Assert.Equal((year, masked), (period?.Year, period?.IsMasked ?? false));
    }

    [Theory]
    [InlineData("今年以来，", "2021年11月30日", 2021)]
    [InlineData("过去的一年，", "2021年6月30日", 2020)]
    public void A_relative_year_is_worked_out_from_the_date(string opening, string date, int year)
    {
        ReportPeriod? period = Assert.Single(StructureReader.Read($"厂工会工作总结\n{opening}{Body}\n{date}").Reports).Facts.Period?.Value;

        Assert.Equal((year, true), (period?.Year, period?.IsRelative));
    }

    [Theory]
    [InlineData("我校开展了竞赛，走访了26户职工，办好了食堂，今年还要接着办。", DocumentType.Summary)]
    [InlineData("工会必须改革，只有改革才能发展。工会要转变作风，意义重大，因此应当先行。", DocumentType.Essay)]
    [InlineData("今年我学会了不少，我还带了徒弟，我给自己打八十分，明年我想做得更好。", DocumentType.Personal)]
    public void An_essay_argues_and_a_person_says_I(string words, DocumentType type) =>
        Assert.Equal(type, Assert.Single(StructureReader.Read($"基层工会材料1\n{words}\n{words}\n{words}").Reports).Type);

    [Theory]
    [InlineData("5月4日，青禾县职工运动会在县城召开。")]
    [InlineData("记者从县总工会了解到，职工食堂办得很好。")]
    public void News_says_when_it_happened_or_who_asked(string opening) =>
        Assert.Equal(DocumentType.Press, Assert.Single(StructureReader.Read($"职工乐开怀\n{opening}{Body}\n{Body}").Reports).Type);

    [Fact]
    public void A_speaker_for_a_government_names_it_by_the_assembly()
    {
        ReportFacts facts = Assert.Single(StructureReader.Read(
            $"---\nsource: https://example.com/art/2024/2/4/1.html\n---\n**2024年1月29日在青禾市第十四届人民代表大会第四次会议上**\n各位代表：\n现在，我代表市人民政府向大会报告工作。全省、全省、全市都在看。{Body}\n一、2023年工作回顾\n{Body}").Reports).Facts;

        Assert.Equal(("青禾市人民政府", UnitLevel.City, "2024-01-29"), (facts.Unit!.Value, facts.Level!.Value, facts.Date!.Value));
    }

    [Theory]
    [InlineData("一年来，我校工会认真履职。", UnitType.Union, UnitLevel.Basic)]
    [InlineData("一年来，我镇认真履职。", UnitType.Township, UnitLevel.Township)]
    public void A_unit_without_a_name_has_a_sort_and_a_level(string opening, UnitType type, UnitLevel level)
    {
        ReportFacts facts = Assert.Single(StructureReader.Read($"工作总结1\n{opening}{Body}").Reports).Facts;

        Assert.Null(facts.Unit);
        Assert.Equal((type, level), (facts.UnitType!.Value, facts.Level!.Value));
    }

    [Fact]
    public void Each_report_says_why_it_begins_where_it_does()
    {
        Document document = StructureReader.Read($"工会工作总结1\n{Body}\n工会工作总结2\n{Body}\n 今年以来，厂工会认真履职。{Body}");

        Assert.Equal(
            [[BoundarySign.SourceStart, BoundarySign.NumberedTitle], [BoundarySign.NumberedTitle], [BoundarySign.LeadingSpace, BoundarySign.OpeningFormula]],
            document.Reports.Select(report => report.Boundary.Signs.ToArray()));
        Assert.All(document.Reports, report => Assert.InRange(report.Boundary.Confidence, 0.9, 1));
    }

    [Fact]
    public void Front_matter_bylines_and_buttons_around_a_title_are_residue() => Assert.Equal(
        [BlockKind.Noise, BlockKind.Noise, BlockKind.Title, BlockKind.Noise, BlockKind.Noise, BlockKind.Paragraph],
        StructureReader.Read($"下载\n打印\n把小事办好\n来源：青禾日报\n作者：罗小筝\n{Body}").Blocks.Select(block => block.Kind));
}
