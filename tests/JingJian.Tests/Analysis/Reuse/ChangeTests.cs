using JingJian.Analysis.Reuse;
using JingJian.Tests.Text;
using JingJian.Text.Slots;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>What sort of change an auditor is told, for one sentence turned into another.</summary>
public sealed class ChangeTests
{
    private const string Before = "围绕中心任务，办公室逐条分解落实责任，按周调度、按月通报，";
    private const string After = "全体干部深入一线走访群众，收集意见建议并逐一建账销号，年底前全部办结并公开结果。";

    [Theory]
    [InlineData("今年以来扎实推进", "2023年以来扎实推进", "Year 今年→2023年")]
    [InlineData("已经完成建设", "2022年已经完成建设", "Year →2022年")]
    [InlineData("七月九日开展检查", "六月二十七日开展检查", "Date 七月九日→六月二十七日")]
    [InlineData("收购粮食1.3万吨以上", "收购粮食960吨以上", "Figure 1.3万→960")]
    [InlineData("培养徒弟17人上岗", "培养学徒23人上岗", "Wording 徒弟→学徒; Figure 17→23")]
    [InlineData("覆盖率达到七成五以上", "覆盖率达到八成以上", "Figure 七成五→八成")]
    [InlineData("举办第十二届技能大赛", "举办第十五届技能大赛", "Figure 十二→十五")]
    [InlineData("学习贯彻十九届五中全会精神", "学习贯彻二十大精神", "Slogan 十九届五中全会→二十大")]
    [InlineData("学习贯彻十九大精神", "学习贯彻十九届六中全会精神", "Slogan 十九大→十九届六中全会")]
    [InlineData("实施“十三五”规划任务", "实施“十四五”规划任务", "Slogan 十三五→十四五")]
    [InlineData("上门七次，两人轮换", "上门×次，×人轮换", "Mask 七次，两→×次，×")]
    [InlineData("联系点设在大门口的位置", "联系点设在厂门口的位置", "Wording 大→厂")]
    [InlineData("职工书屋正常开放", "公司职工书屋正常开放", "Organisation →公司")]
    [InlineData("石潭镇召开会议部署", "柳河镇召开会议部署", "Place 石潭镇→柳河镇")]
    [InlineData("华泰公司召开会议部署", "恒力公司召开会议部署", "Organisation 华泰→恒力")]
    [InlineData("在上坪村、枫树湾两处试点", "在双堰村、梅子坳两处试点", "Place 上坪村→双堰村; Place 枫树湾→梅子坳")]
    [InlineData("让贫困村的面貌改变", "让脱贫村的面貌改变", "Wording 贫困→脱贫")]
    [InlineData("覆盖全县各类学校", "覆盖全镇各类学校", "Place 县→镇")]
    public void A_change_is_told_by_its_words_and_its_sort(string from, string to, string changes) =>
        Assert.Equal(changes, Told(Before + from + "，" + After, Before + to + "，" + After));

    [Theory]
    [InlineData("二、", "三、", "Numbering 二、→三、")]
    [InlineData("（二）", "2.", "Numbering （二）→2.")]
    [InlineData("四是", "", "Numbering 四是→")]
    [InlineData("（一）", "一、", "")]
    [InlineData("二、2021年，", "三、2022年，", "Numbering 二、→三、; Year 2021年→2022年")]
    public void The_mark_of_enumeration_is_no_figure(string from, string to, string changes) =>
        Assert.Equal(changes, Told(from + Before + After, to + Before + After));

    [Fact]
    public void Figures_inside_a_moved_sentence_are_told_too()
    {
        const string Moved = "窗口全年受理各类服务事项共计326件全部按时办结。";

        string told = Told(Moved + Before + After, Before + After + Moved.Replace("326", "281", StringComparison.Ordinal));

        Assert.Contains("Reordered", told, StringComparison.Ordinal);
        Assert.Contains("Figure 326→281", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_of_changes_hold_the_words_that_are_told()
    {
        string a = "（一）石潭镇2021年" + Before + "十九大以来，" + After, b = "2、柳河镇2023年" + Before + "二十大以来，" + After;

        foreach (ReuseChange change in Changes(a, b))
        {
            Assert.Equal((change.From, change.To), (change.A.In(a).ToString(), change.B.In(b).ToString()));
        }
    }

    private static string Told(string a, string b) => string.Join("; ", Changes(a, b).Select(change => $"{change.Type} {change.From}→{change.To}"));

    private static IEnumerable<ReuseChange> Changes(string a, string b)
    {
        ReusePair pair = Assert.Single(ReuseEngine.Find([new ReuseParagraph(0, a), new ReuseParagraph(1, b)], new ReuseOptions()).Pairs);
        return new NameChanges(new SlotRecognizer(Shipped.Lexicon), Shipped.Lexicon).Typed(pair.Changes, a, b);
    }
}
