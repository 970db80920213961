using FsCheck;
using FsCheck.Fluent;
using JingJian.Analysis.Structure;
using JingJian.Text;

namespace JingJian.Tests.Analysis.Structure;

/// <summary>What web sites did to the characters is seen, named, and read as a person would have written it.</summary>
public sealed class RepairTests
{
    [Theory]
    [InlineData("共建\\\"阳光自主\\\"学校", "共建“阳光自主”学校", RepairKind.EscapedQuote)]
    [InlineData("开展&quot;当好主力军&quot;活动", "开展“当好主力军”活动", RepairKind.EscapedQuote)]
    [InlineData("开展‚当好主力军‛活动", "开展“当好主力军”活动", RepairKind.WrongQuote)]
    [InlineData("提出的”三年再造“战略", "提出的“三年再造”战略", RepairKind.WrongQuote)]
    [InlineData("日常工作的.重要职责", "日常工作的重要职责", RepairKind.InsertedStop)]
    [InlineData("现有的`各类组织", "现有的各类组织", RepairKind.Backtick)]
    [InlineData("不断提高提高我们的水平", "不断提高我们的水平", RepairKind.DoubledWord)]
    [InlineData("畅通的的连心桥", "畅通的连心桥", RepairKind.DoubledWord)]
    [InlineData("重要思想，，紧密联系", "重要思想，紧密联系", RepairKind.DoubledPunctuation)]
    [InlineData("走访２１４人次", "走访214人次", RepairKind.Width)]
    [InlineData("办实事,办好事", "办实事，办好事", RepairKind.Width)]
    [InlineData("开创了工会 工作的新局面", "开创了工会工作的新局面", RepairKind.Blank)]
    [InlineData("**食堂没有停。**供餐九万份", "食堂没有停。供餐九万份", RepairKind.Markup)]
    public void Damage_to_characters_is_repaired(string source, string repaired, RepairKind kind)
    {
        MappedText text = MappedText.From(source, new TextSpan(0, source.Length));

        Assert.Equal(repaired, Repairs.Apply(text));
        Assert.All(Repairs.Of(text), repair => Assert.Equal(kind, repair.Kind));
    }

    [Theory]
    [InlineData("“三.八”期间走访职工214人次，发放9.7万元。")]
    [InlineData("20_年，**区总工会研究研究再说，达到目的的三成。")]
    [InlineData("第一条　　为规范行为，制定本办法。")]
    [InlineData("比例为3:2，见http://example.com/a,b")]
    [InlineData("𠮷野家开业……（略）——完")]
    public void What_is_right_is_left_alone(string source)
    {
        MappedText text = MappedText.From(source, new TextSpan(0, source.Length));

        Assert.Equal(source.Replace("　　", " ", StringComparison.Ordinal), Repairs.Apply(text));
    }

    [Fact]
    public void A_soft_line_break_is_a_repair_with_its_place()
    {
        string source = "认真解决职工在工作和生活中存在的难点、热\n点问题，让职工满意。";
        MappedText text = Assert.Single(StructureReader.Read(source).Blocks).Text;

        Repair repair = Assert.Single(Repairs.Of(text));

        Assert.Equal((RepairKind.SoftBreak, "\n", ""), (repair.Kind, repair.Source.In(source).ToString(), repair.Replacement));
    }

    /// <summary>The obvious twin: the source without the gaps between pieces, each repair put in its place from the end.</summary>
    [Fact]
    public void Every_character_of_any_repaired_text_comes_from_the_source_or_from_one_repair()
    {
        Arbitrary<string> texts = Gen.ListOf(Gen.Elements(
            "工会", "的", "，", "。", "“", "”", "\\\"", "\"", "‚", "‛", ".", "`", "２", "9", ",", ":", " ", "　", "\n", "提高", "𠮷", "\uD842", "一是")).Select(string.Concat).ToArbitrary();
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts, source =>
            StructureReader.Read(source).Blocks.All(block =>
            {
                Repair[] repairs = [.. Repairs.Of(block.Text)];
                string slow = source[block.Source.Start..block.Source.End];
                foreach (Repair repair in repairs.Reverse())
                {
                    slow = slow[..(repair.Source.Start - block.Source.Start)] + repair.Replacement + slow[(repair.Source.End - block.Source.Start)..];
                }

                return repairs.All(repair => repair.Source.Length > 0)
                    && repairs.Zip(repairs.Skip(1)).All(pair => pair.First.Source.End <= pair.Second.Source.Start)
                    && slow == Repairs.Apply(block.Text);
            })));
    }
}
