using FsCheck;
using FsCheck.Fluent;
using JingJian.Text;
using JingJian.Text.Normalisation;

namespace JingJian.Tests.Text.Normalisation;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("２０２１年，ＯＡ办公", "2021年,OA办公")]
    [InlineData("“一户一策”和‚暖心‛", "\"一户一策\"和'暖心'")]
    [InlineData("面积15㎡　气温3℃", "面积15m2 气温3°C")]
    [InlineData("工\u200B会\uFEFF工\u00AD作", "工会工作")]
    [InlineData("㈠第Ⅱ期①3个……", "(一)第II期①3个……")]
    [InlineData("𠮷祥", "𠮷祥")]
    [InlineData("", "")]
    public void Variant_forms_become_plain(string source, string plain) => Assert.Equal(plain, PlainText.Of(source).Text);

    [Fact]
    public void A_compatibility_ideograph_outside_the_plane_becomes_its_plain_form_and_leads_back()
    {
        PlainText plain = PlainText.Of("甲\U0002F800乙");

        Assert.Equal("甲\u4E3D乙", plain.Text);
        Assert.Equal(new TextSpan(1, 2), plain.ToSource(new TextSpan(1, 1)));
        Assert.Equal(new TextSpan(1, 1), plain.FromSource(new TextSpan(2, 1)));
    }

    [Fact]
    public void Half_of_a_pair_is_widened_to_the_pair()
    {
        PlainText plain = PlainText.Of("\u200B𠮷");

        Assert.Equal(new TextSpan(1, 2), plain.ToSource(new TextSpan(1, 1)));
        Assert.Equal(new TextSpan(0, 2), plain.FromSource(new TextSpan(1, 1)));
    }

    [Fact]
    public void A_lone_surrogate_stays() => Assert.Equal("一\uD842一\uDFB7", PlainText.Of("一\uD842一\uDFB7").Text);

    [Fact]
    public void Making_plain_twice_changes_nothing_more() => Prop.ForAll(Texts(), source =>
    {
        string plain = PlainText.Of(source).Text;
        return PlainText.Of(plain).Text == plain;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_map_is_that_of_a_list_with_one_entry_a_unit() => Prop.ForAll(Texts(), source =>
    {
        PlainText plain = PlainText.Of(source);
        List<(TextSpan Source, TextSpan Plain)> characters = Characters(source);
        Assert.Equal(plain.Text.Length, characters.Sum(character => character.Plain.Length));
        foreach (TextSpan span in Spans(plain.Text.Length))
        {
            var inside = characters.Where(character => character.Plain.Overlaps(span)).ToList();
            TextSpan expected = TextSpan.Between(inside[0].Source.Start, inside[^1].Source.End);
            Assert.Equal(expected, plain.ToSource(span));
        }

        foreach (TextSpan span in Spans(source.Length))
        {
            var inside = characters.Where(character => character.Source.Overlaps(span)).ToList();
            Assert.Equal(TextSpan.Between(inside[0].Plain.Start, inside[^1].Plain.End), plain.FromSource(span));
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>Each character by itself: slow and obvious.</summary>
    private static List<(TextSpan Source, TextSpan Plain)> Characters(string source)
    {
        List<(TextSpan, TextSpan)> characters = [];
        int plainAt = 0;
        for (int at = 0; at < source.Length;)
        {
            int length = at + 1 < source.Length && char.IsSurrogatePair(source, at) ? 2 : 1;
            int plainLength = PlainText.Of(source.Substring(at, length)).Text.Length;
            characters.Add((new TextSpan(at, length), new TextSpan(plainAt, plainLength)));
            at += length;
            plainAt += plainLength;
        }

        return characters;
    }

    private static IEnumerable<TextSpan> Spans(int length) =>
        from start in Enumerable.Range(0, length)
        from end in Enumerable.Range(start + 1, length - start)
        select TextSpan.Between(start, end);

    private static Arbitrary<string> Texts() => Gen
        .Elements("工", "会", "1", "２", "㎡", "㈠", "\u200B", "\uFEFF", "𠮷", "\U0002F800", "\uD842", "“", "‛", "　", "\U000E0101", "\u0007")
        .ListOf().Select(parts => string.Concat(parts.Take(14))).ToArbitrary();
}
