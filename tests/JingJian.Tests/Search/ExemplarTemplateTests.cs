using FsCheck;
using FsCheck.Fluent;
using JingJian.Search.Exemplars;
using JingJian.Tests.Text;
using JingJian.Text;
using JingJian.Text.Slots;

namespace JingJian.Tests.Search;

public sealed class ExemplarTemplateTests
{
    private static readonly SlotRecognizer Recognizer = new(Shipped.Lexicon, Shipped.Names);

    [Theory]
    [InlineData("2021年走访慰问困难职工88户，发放慰问金12.6万元，覆盖率达到98.5%。", "〔待补：年份〕走访慰问困难职工〔待补：数量〕户，发放慰问金〔待补：金额〕，覆盖率达到〔待补：百分比〕。")]
    [InlineData("1、3月5日召开第三届职代会。2、组织学习《工会法》和《石潭镇帮扶办法》。", "1、〔待补：日期〕召开〔待补：届次〕职代会。2、组织学习《工会法》和〔待补：文件名称〕。")]
    [InlineData("由工会主席赵华立同志牵头，电话13812345678。", "由工会主席〔待补：人名〕同志牵头，电话〔待补：联系方式〕。")]
    [InlineData("党中央、国务院高度重视，全国一盘棋。", "党中央、国务院高度重视，全国一盘棋。")]
    public void What_belongs_to_one_unit_is_left_empty(string text, string template) => Assert.Equal(template, Template(text));

    [Fact]
    public void Names_that_many_units_use_stay_and_a_units_own_do_not()
    {
        const string text = "开展“安康杯”竞赛，建成“枫林小屋”，推行“一户一策”。";

        Assert.Equal("开展“安康杯”竞赛，建成〔待补：活动或机制名称〕，推行〔待补：活动或机制名称〕。", Template(text, isCommon: name => name == "“安康杯”"));
    }

    [Fact]
    public void What_copies_have_otherwise_is_empty_too_and_said_to_vary()
    {
        const string text = "在青山片区设立服务点，服务群众30人。";
        (TextSpan, OpenSlot)[] varying = [(new TextSpan(1, 4), OpenSlot.Place), (new TextSpan(text.IndexOf("30", StringComparison.Ordinal), 2), OpenSlot.Quantity)];

        TemplatePart[] parts = [.. ExemplarTemplate.Of(text, Recognizer.Find(text), varying, _ => false)];

        Assert.Equal(["在", "〔待补：地名〕", "设立服务点，服务群众", "〔待补：数量〕", "人。"], parts.Select(part => part.Text));
        Assert.Equal([false, true, false, true, false], parts.Select(part => part.Varies));
    }

    [Fact]
    public void No_figure_of_the_passage_is_in_the_words_to_keep()
    {
        string[] pieces = ["2021年", "3月5日", "88户", "12.6万元", "98%", "第12期", "１２３", "7.5", "20_年", "职工", "，", "。", "“三必访”", "《办法》", "xx", "电话13812345678", "A4", "-3", "5.", "𠮷"];
        Prop.ForAll(Gen.Elements(pieces).ListOf(12).Select(string.Concat).ToArbitrary(), text =>
        {
            string kept = string.Concat(ExemplarTemplate.Of("职工" + text, Recognizer.Find("职工" + text), [], _ => true).Where(part => part.Slot is null).Select(part => part.Text));
            string afterStops = System.Text.RegularExpressions.Regex.Replace(kept, "[。；：]\\s?[0-9０-９]{1,2}([、）)]|[.．](?![0-9０-９]))", "");
            return !afterStops.Any(unit => char.IsDigit(unit) && !"“三”".Contains(unit, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    private static string Template(string text, Func<string, bool>? isCommon = null) =>
        string.Concat(ExemplarTemplate.Of(text, Recognizer.Find(text), [], isCommon ?? (_ => false)).Select(part => part.Text));
}
