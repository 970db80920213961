using System.Text;
using JingJian.Ingest;
using static JingJian.Tests.Ingest.Formats.Reading;

namespace JingJian.Tests.Ingest;

/// <summary>A text may have so many characters, lines and characters in a line, whatever file it comes from.</summary>
public sealed class TextExtentTests
{
    [Theory]
    [InlineData("一二三四五六七八九十", null)]
    [InlineData("一二三四五六七八九十一", "ingest.too-large")]
    public void Characters_are_counted(string text, string? code) => Gives(code, text, IngestLimits.Default with { MaxCharacters = 10 });

    [Theory]
    [InlineData("一二三\n四五六\r七八九\r\n", null)]
    [InlineData("一二三\n四五六七\n八", "ingest.line-too-long")]
    [InlineData("一二三\r\n四五六七", "ingest.line-too-long")]
    public void The_length_of_a_line_is_counted(string text, string? code) => Gives(code, text, IngestLimits.Default with { MaxLineCharacters = 3 });

    [Theory]
    [InlineData("一\n\n\n \n二\r\n\r\n", null)]
    [InlineData("一\n二\n三", "ingest.too-many-lines")]
    public void Lines_that_are_not_blank_are_counted(string text, string? code) => Gives(code, text, IngestLimits.Default with { MaxLines = 2 });

    [Fact]
    public void One_character_thirty_million_times_is_refused() =>
        Assert.Equal("ingest.too-large", Refused(Encoding.ASCII.GetBytes(new string('a', 30_000_000))).Code);

    [Fact]
    public void A_refusal_names_the_line_and_the_limit() =>
        Assert.Equal("第 2 行有 4 个字而没有换行，上限是 3 个；请分段后再入库。", Refused(Utf8("一\n二三四五"), IngestLimits.Default with { MaxLineCharacters = 3 }).Message);

    [Fact]
    public void What_a_page_unfolds_to_is_counted() => Assert.Equal(
        "ingest.line-too-long", Refused(Utf8("<html><p>一<b>二</b>三\n四</p></html>"), IngestLimits.Default with { MaxLineCharacters = 3 }).Code);

    private static void Gives(string? code, string text, IngestLimits limits)
    {
        if (code is null)
        {
            Assert.Equal(text, Accepted(Utf8(text), limits).Text);
        }
        else
        {
            Assert.Equal(code, Refused(Utf8(text), limits).Code);
        }
    }
}
