using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;

namespace JingJian.Tests.Analysis.Functions;

/// <summary>Which reports are a unit's account of its work: there the cue rules lead.</summary>
public sealed class GenreTests
{
    [Theory]
    [InlineData("河口镇2021年工作总结\n一年来，全镇修渠三十里。\n明年再修二十里。")]
    [InlineData("李明述职报告\n我到任一年，我走遍了各村，我记下了难处。")]
    [InlineData("职工之家建设材料\n车间工会办起阅览室，我厂工会每月送书上门。")]
    public void A_unit_that_accounts_for_its_work_is_told_by_title_or_by_speaking_of_itself(string text) => Assert.True(IsOfUnit(text));

    [Theory]
    [InlineData("我的2021\n我换了工作，我学会了游泳，我想明年跑一次马拉松。")]
    [InlineData("在第九次全国代表大会上的报告\n同志们：五年来，事业向前走了一大步。")]
    [InlineData("河东县人民政府工作报告\n各位代表：现在，我代表县人民政府，向大会报告工作。")]
    public void Weblogs_of_single_persons_and_reports_of_parties_and_governments_are_not(string text) => Assert.False(IsOfUnit(text));

    private static bool IsOfUnit(string text)
    {
        Document document = StructureReader.Read(text);
        ReportOutline report = document.Reports[0];
        string[] texts = [.. document.Blocks.Where(block => block.Kind is BlockKind.Heading or BlockKind.Paragraph).Select(block => block.Text.Text)];
        return Genres.IsOfUnit(Genres.Of(report, texts.Take(3)), report, texts);
    }
}
