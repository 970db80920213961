using JingJian.Text;

namespace JingJian.Tests.Text;

/// <summary>Texts that are cut short stay texts.</summary>
public sealed class ShorteningTests
{
    [Theory]
    [InlineData("", 3, "")]
    [InlineData("职工之", 3, "职工之")]
    [InlineData("职工之家", 3, "职工之…")]
    [InlineData("职工\U00020BB7家", 3, "职工…")]
    [InlineData("职工\U00020BB7家", 4, "职工\U00020BB7…")]
    [InlineData("\U00020BB7家", 1, "…")]
    public void An_excerpt_never_ends_within_a_letter(string text, int most, string expected)
    {
        Assert.Equal(expected, Shortening.Excerpt(text, most));
        Assert.Equal(expected.TrimEnd('…'), Shortening.Beginning(text, most));
    }
}
