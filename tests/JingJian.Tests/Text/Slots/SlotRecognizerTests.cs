using System.Text;
using FsCheck;
using FsCheck.Fluent;
using JingJian.Text.Slots;

namespace JingJian.Tests.Text.Slots;

public sealed class SlotRecognizerTests
{
    private static readonly SlotRecognizer Recognizer = new(Shipped.Lexicon);

    [Theory]
    [InlineData("2021年工作", "<year 2021年>工作")]
    [InlineData("20_年、202_年、20xx年、××年、XX年年、二〇二四年", "<year 20_年>、<year 202_年>、<year 20xx年>、<year ××年>、<year XX年年>、<year 二〇二四年>")]
    [InlineData("2019—2021年", "<year 2019>—<year 2021年>")]
    [InlineData("2021年度总结", "<year 2021年>度总结")]
    [InlineData("２０２１年", "<year ２０２１年>")]
    [InlineData("3月5日，2021年3月，2021年3月5日，x月x日，十二月", "<date 3月5日>，<date 2021年3月>，<date 2021年3月5日>，<date x月x日>，<date 十二月>")]
    [InlineData("每月5次，3个月", "每月<amount 5次>，<amount 3个月>")]
    [InlineData("投资11.6亿元，救助88名，造林5000亩", "投资<amount 11.6亿元>，救助<amount 88名>，造林<amount 5000亩>")]
    [InlineData("发放20多万元，慰问三十二个，帮扶两千余人", "发放<amount 20多万元>，慰问<amount 三十二个>，帮扶<amount 两千余人>")]
    [InlineData("装机150万千瓦，面积3千平方米，培育6大产业、10大类", "装机<amount 150万千瓦>，面积<amount 3千平方米>，培育<amount 6大>产业、<amount 10大类>")]
    [InlineData("三次产业比例为8.8:64.6:26.6，9:30开会", "三次产业比例为<amount 8.8:64.6:26.6>，9:30开会")]
    [InlineData("2026年年会，2009级学生，XX年年度", "<year 2026年>年会，<year 2009>级学生，<year XX年>年度")]
    [InlineData("建成5万~10万亩良田，吞吐2.5万标箱，60周岁以上，车流8000辆次", "建成<amount 5万~10万亩>良田，吞吐<amount 2.5万标箱>，<amount 60周岁>以上，车流<amount 8000辆次>")]
    [InlineData("浓度降到32微克/立方米，水费3元/吨，6.7级地震，3级台阶", "浓度降到<amount 32微克/立方米>，水费<amount 3元/吨>，<amount 6.7级>地震，3级台阶")]
    [InlineData("产量占全省1/3，2020/1/3，第1/2栏", "产量占全省<percentage 1/3>，<date 2020/1/3>，<ordinal 第1>/2栏")]
    [InlineData("开展三个一次活动", "开展三个一次活动")]
    [InlineData("共1,200人", "共<amount 1,200人>")]
    [InlineData("98.6%，20％，百分之三十，3.8个百分点，十分之一", "<percentage 98.6%>，<percentage 20％>，<percentage 百分之三十>，<percentage 3.8个百分点>，<percentage 十分之一>")]
    [InlineData("第三届、第十五次，位居第一", "<ordinal 第三届>、<ordinal 第十五次>，位居<ordinal 第一>")]
    [InlineData("十八届五中全会，二十大精神", "<ordinal 十八届><ordinal 五中>全会，<ordinal 二十大>精神")]
    [InlineData("生产第一线", "生产第一线")]
    [InlineData("职工***、××和____", "职工<mask ***>、<mask ××>和<mask ____>")]
    [InlineData("按照《工会法》开展“工人先锋号”创建", "按照<title 《工会法》>开展<programme “工人先锋号”>创建")]
    [InlineData("学习《关于“一户一策”的通知》", "学习<title 《关于“一户一策”的通知》>")]
    [InlineData("在省总工会和区水务局指导下", "在<organisation 省总工会>和<organisation 区水务局>指导下")]
    [InlineData("各级工会和公司党委", "各级工会和公司党委")]
    [InlineData("赴河南、深圳学习", "赴<place 河南>、<place 深圳>学习")]
    [InlineData("习近平总书记强调，张书记陪同", "<person 习近平>总书记强调，<person 张>书记陪同")]
    [InlineData("坚持马克思主义", "坚持马克思主义")]
    [InlineData("建成京沪高铁", "建成<place 京沪高铁>")]
    [InlineData("版本2.0.7，PM2.5", "版本2.0.7，PM2.5")]
    [InlineData("", "")]
    public void Slots_are_found_where_a_reader_sees_them(string text, string picture) => Assert.Equal(picture, Picture(text));

    [Fact]
    public void Slots_come_in_order_do_not_overlap_and_split_no_character() => Prop.ForAll(Texts(), text =>
    {
        int last = 0;
        foreach (Slot slot in Recognizer.Find(text))
        {
            Assert.True(slot.Span.Start >= last && slot.Span.Length > 0 && slot.Span.End <= text.Length);
            Assert.False(CutsPair(text, slot.Span.Start) || CutsPair(text, slot.Span.End));
            last = slot.Span.End;
        }
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("_")]
    [InlineData("x")]
    [InlineData("9")]
    [InlineData("十")]
    [InlineData("第")]
    [InlineData("《")]
    [InlineData("“")]
    [InlineData("\"")]
    [InlineData("1 ")]
    [InlineData("年月")]
    [InlineData("一九")]
    [InlineData("河南省")]
    [InlineData("李××")]
    [InlineData("\uD842")]
    public void A_long_line_of_one_sign_is_read_to_its_end(string sign)
    {
        string text = string.Concat(Enumerable.Repeat(sign, 50_000)) + "，2021年";

        Slot last = Recognizer.Find(text)[^1];

        Assert.Equal("2021年", last.Span.In(text).ToString());
    }

    private static string Picture(string text)
    {
        var picture = new StringBuilder();
        int at = 0;
        foreach (Slot slot in Recognizer.Find(text))
        {
            picture.Append(text, at, slot.Span.Start - at);
            picture.Append('<').Append(slot.Type.ToString().ToLowerInvariant()).Append(' ').Append(slot.Span.In(text)).Append('>');
            at = slot.Span.End;
        }

        return picture.Append(text, at, text.Length - at).ToString();
    }

    private static bool CutsPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text, at - 1);

    private static Arbitrary<string> Texts() => Gen
        .Elements("2021", "年", "月", "第", "届", "_", "xx", "×", "《", "》", "“", "”", "\"", "省", "委", "局", "工会", "河南", "李", "主任", "𠮷", "\uD842", "３", "%", "百分之", "万", "元", "，", " ", "\u200B", "㎡")
        .ListOf().Select(parts => string.Concat(parts)).ToArbitrary();
}
