using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

public sealed class NormalizedTextTests
{
    [Theory]
    [InlineData("20_年")]
    [InlineData("202_年")]
    [InlineData("20-年")]
    [InlineData("20xx年")]
    [InlineData("20XX年")]
    [InlineData("××年")]
    [InlineData("xx年")]
    [InlineData("2024年")]
    [InlineData("２０２４年")]
    [InlineData("二〇二四年")]
    [InlineData("二○二四年")]
    [InlineData("二零一×年")]
    public void However_a_year_is_written_or_masked_it_is_one_slot_before_the_same_letter(string year)
    {
        Assert.Equal($"全年 | Year:{year[..^1]}@1", Picture("全" + year));
    }

    [Theory]
    [InlineData("投入12.5万元", "投入万元 | Figure:12.5@2")]
    [InlineData("下降3，500人次", "下降人次 | Figure:3，500@2")]
    [InlineData("完成98%，其中", "完成其中 | Figure:98%@2")]
    [InlineData("5月1日前", "月日前 | Date:5@0 Date:1@1")]
    [InlineData("学习_精神", "学习精神 | Mask:_@2")]
    [InlineData("***公司", "公司 | Mask:***@0")]
    [InlineData("推进OA办公、5G应用", "推进oa办公g应用 | Figure:5@6")]
    [InlineData("ＯＡ系统", "oa系统 |")]
    [InlineData("MaxX方案", "maxx方案 |")]
    [InlineData("共5年", "共年 | Figure:5@1")]
    [InlineData("二十年来，一九五线", "二十年来一九五线 |")]
    [InlineData("，。　 \t—", "|")]
    [InlineData("", "|")]
    public void Letters_and_slots_of_a_text(string text, string expected)
    {
        Assert.Equal(expected, Picture(text));
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_never_cut()
    {
        var text = new NormalizedText("老𠮷家");

        Assert.Equal("老𠮷家", new string(text.Letters));
        Assert.Equal("[0..1)", text.SpanOf(0, 2).ToString());
        Assert.Equal("[3..4)", text.SpanOf(2, 2).ToString());
        Assert.Equal("[1..3)", text.SpanOf(1, 2).ToString());
    }

    [Fact]
    public void Half_a_character_is_no_letter()
    {
        Assert.Equal("前后 |", Picture("前\uD842，\uDFB7后"));
    }

    [Fact]
    public void A_buffer_forgets_what_it_read_before()
    {
        var text = new NormalizedText("2024年投入12万元");
        text.Read("短");

        Assert.Equal("短", new string(text.Letters));
        Assert.Empty(text.Slots);
    }

    private static string Picture(string source)
    {
        var text = new NormalizedText(source);
        IEnumerable<string> slots = text.Slots.Select(slot => $"{slot.Kind}:{source[slot.Start..slot.End]}@{slot.Letter}");
        return $"{new string(text.Letters)} | {string.Join(' ', slots)}".Trim();
    }
}
