using JingJian.Analysis.Functions;

namespace JingJian.Tests.Analysis.Functions;

/// <summary>What was achieved, and how much, inside a paragraph.</summary>
public sealed class ClauseReaderTests
{
    [Fact]
    public void Result_clauses_and_quantities_are_marked_where_they_stand()
    {
        const string text = "组织技能竞赛12场，1860人次参加，提高了职工的操作水平，废品率下降到2.9%。";
        Assert.Equal(
            ["Quantity 12场", "Quantity 1860人次", "Result 提高了职工的操作水平", "Result 废品率下降到2.9%", "Quantity 2.9%"],
            ClauseReader.Read(text).Select(mark => $"{mark.Sense} {text[mark.Span.Start..mark.Span.End]}"));
    }

    [Fact]
    public void A_paragraph_of_measures_alone_has_no_mark() => Assert.Empty(ClauseReader.Read("加强组织领导，健全工作制度，深入车间班组。"));

    [Theory]
    [InlineData("")]
    [InlineData("，。；")]
    [InlineData("𠮷9")]
    public void Hostile_texts_have_no_mark(string text) => Assert.Empty(ClauseReader.Read(text));
}
