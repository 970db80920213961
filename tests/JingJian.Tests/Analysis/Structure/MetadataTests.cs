using JingJian.Analysis.Structure;

namespace JingJian.Tests.Analysis.Structure;

/// <summary>What a report is found to say of itself: year, unit, sort of document.</summary>
public sealed class MetadataTests
{
    private const string Body = "组织劳动竞赛，走访困难职工，办好职工食堂，丰富业余生活。";

    [Theory]
    [InlineData("总结", "青禾县水务局2020年工作总结")]
    [InlineData("青禾县水务局2020年工作总结_青禾网", "青禾县水务局2020年工作总结")]
    public void The_title_below_the_name_of_a_page_is_the_report_s(string page, string title) =>
        Assert.Equal(title, Assert.Single(StructureReader.Read($"{page}\n首页 新闻\n您现在的位置：首页 > 正文\n{title}\n一年来，县水务局认真落实各项任务，群众的饮水难题解决了，取得了新的成绩。\n一、抓供水\n{Body}").Reports).Title);

    [Theory]
    [InlineData("厂工会2018年工作总结", Body, "2019年1月6日", 2018)]
    [InlineData("工会工作总结篇二", "2019年是我厂搬迁改造的关键之年。", "", 2019)]
    [InlineData("工会工作总结篇二", Body, "二〇二〇年十二月三十日", 2020)]
    [InlineData("工会工作总结篇二", Body, "2021年1月5日", 2020)]
    [InlineData("工会工作计划篇二", Body, "2021年1月5日", 2021)]
    [InlineData("工会工作总结篇二", "我校始建于1985年，现有教职工2036人。", "", null)]
    [InlineData("202_年工会工作总结：", "20_年，厂工会办了几件实事。", "20xx年12月30日", null)]
    public void The_year_is_the_reported_one(string title, string body, string date, int? year) =>
        Assert.Equal(year, Outline(title, body, date).Year);

    [Theory]
    [InlineData("青禾县总工会2021年工作总结", "", "青禾县总工会")]
    [InlineData("2021年青禾县总工会工作总结", "", "青禾县总工会")]
    [InlineData("恒力机械厂工会主席2022年述职报告", "", "恒力机械厂工会")]
    [InlineData("石潭镇镇长2023年述职报告", "", "石潭镇")]
    [InlineData("青禾一中2020年度工作总结", "", "青禾一中")]
    [InlineData("2022年度校长述职报告（青禾县城关小学）", "", "青禾县城关小学")]
    [InlineData("工作总结1", "城关小学总务处　2024年1月8日", "城关小学")]
    [InlineData("工作总结1", "青禾县第一中学办公室", "青禾县第一中学")]
    [InlineData("工作总结1", "中共柳河镇委员会　柳河镇人民政府　二〇二三年一月十六日", "柳河镇")]
    [InlineData("工作总结1", "镇江市总工会　2023年1月16日", "镇江市总工会")]
    public void The_unit_is_named_by_the_title_or_the_signature(string title, string signature, string unit) =>
        Assert.Equal(unit, Outline(title, Body, signature).Organisation);

    [Theory]
    [InlineData("2021年，青禾县总工会认真学习贯彻上级精神，办了几件实事。", "青禾县总工会")]
    [InlineData("一年来，柳河镇干部群众边修复、边生产、边谋划。", "柳河镇")]
    [InlineData("城关小学现有42个教学班，学生2086人。", "城关小学")]
    public void The_unit_is_the_subject_of_the_opening(string opening, string unit) =>
        Assert.Equal(unit, Outline("工作总结1", opening, "").Organisation);

    [Theory]
    [InlineData("基层工会工作总结1", Body)]
    [InlineData("工作总结1", "2021年，市总工会认真学习贯彻上级精神，办了几件实事。")]
    [InlineData("工作总结1", "今年以来，公司工会坚持以职工为本，办了几件实事。")]
    [InlineData("工作总结1", "各级工会坚持以职工为本，办了几件实事。")]
    [InlineData("xx公司工会2021年工作总结", Body)]
    [InlineData("工作总结1", "我局认真贯彻上级精神，办了几件实事。")]
    public void A_name_that_fits_many_units_or_is_masked_is_none(string title, string opening) =>
        Assert.Null(Outline(title, opening, "").Organisation);

    [Theory]
    [InlineData("厂工会2021年工作总结", DocumentType.Summary)]
    [InlineData("厂工会2021年工作总结及2022年工作计划", DocumentType.Summary)]
    [InlineData("柳河镇2023年工作要点", DocumentType.Plan)]
    [InlineData("厂长2021年述职报告", DocumentType.Personal)]
    public void The_title_says_what_sort_of_document_it_is(string title, DocumentType type) => Assert.Equal(type, Outline(title, Body, "").Type);

    private static ReportOutline Outline(string title, string body, string signature) =>
        Assert.Single(StructureReader.Read($"{title}\n{body}\n{Body}\n{signature}").Reports);
}
