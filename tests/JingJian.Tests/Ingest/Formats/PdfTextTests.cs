using JingJian.Ingest.Formats.Converters;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>Lines on paper become running text.</summary>
public sealed class PdfTextTests
{
    private const string First = """
                       青禾县总工会2021年工作总结

            全年走访职工214人次，发放慰问金9.7万元，开展
        技能竞赛6场，参加职工1200人，评出技术能手18名，
        并推荐3人参加市级竞赛。
            一、坚持服务为本
            建成职工驿站12个，做到冷可取暖、热可纳凉、渴
        可饮水、累可歇脚，覆盖全部8个乡镇和2个街道，全

                               — 1 —
        """;

    private const string Second = """
        年服务户外劳动者3万人次，群众满意度达到九成八。
            项目          数量
            培训          12

                               — 2 —
        """;

    [Fact]
    public void Paragraphs_are_joined_across_lines_and_pages_and_page_numbers_go() => Assert.Equal(
        """
        青禾县总工会2021年工作总结
        全年走访职工214人次，发放慰问金9.7万元，开展技能竞赛6场，参加职工1200人，评出技术能手18名，并推荐3人参加市级竞赛。
        一、坚持服务为本
        建成职工驿站12个，做到冷可取暖、热可纳凉、渴可饮水、累可歇脚，覆盖全部8个乡镇和2个街道，全年服务户外劳动者3万人次，群众满意度达到九成八。
        项目	数量
        培训	12
        """, PdfText.Of(First + "\f" + Second + "\f"));

    [Fact]
    public void A_header_on_every_page_goes_and_a_number_that_counts_no_pages_stays() => Assert.Equal(
        "第一页\n37\n第二页\n第三页",
        PdfText.Of("某县工会　第 1 页\n第一页\n37\n\f某县工会　第 2 页\n第二页\n\f某县工会　第 3 页\n第三页\n"));

    [Theory]
    [InlineData("")]
    [InlineData("\f\f\n \n\f")]
    public void No_text_gives_no_text(string laidOut) => Assert.Equal("", PdfText.Of(laidOut));
}
