using JingJian.Ingest.Formats.Docx;

namespace JingJian.Tests.Ingest.Formats;

/// <summary>List numbers as Word writes them.</summary>
public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(1, "chineseCounting", "一")]
    [InlineData(10, "chineseCounting", "十")]
    [InlineData(11, "chineseCountingThousand", "十一")]
    [InlineData(20, "chineseCounting", "二十")]
    [InlineData(101, "chineseCountingThousand", "一百零一")]
    [InlineData(110, "chineseCountingThousand", "一百一十")]
    [InlineData(1010, "chineseCountingThousand", "一千零一十")]
    [InlineData(0, "chineseCounting", "零")]
    [InlineData(12, "chineseLegalSimplified", "壹拾贰")]
    [InlineData(2024, "ideographDigital", "二〇二四")]
    [InlineData(3, "decimalEnclosedCircle", "③")]
    [InlineData(2, "ideographTraditional", "乙")]
    [InlineData(27, "lowerLetter", "aa")]
    [InlineData(1994, "upperRoman", "MCMXCIV")]
    [InlineData(7, "decimalZero", "07")]
    [InlineData(12, "decimalFullWidth", "１２")]
    [InlineData(int.MaxValue, "chineseCounting", "2147483647")]
    [InlineData(int.MinValue, "lowerLetter", "-2147483648")]
    [InlineData(21, "decimalEnclosedCircle", "21")]
    [InlineData(5, "no such format", "5")]
    public void A_number_is_written_as_its_format_says(int number, string format, string written) => Assert.Equal(written, NumberFormat.Write(number, format));
}
