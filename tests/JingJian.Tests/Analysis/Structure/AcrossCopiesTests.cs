using JingJian.Analysis.Structure;

namespace JingJian.Tests.Analysis.Structure;

/// <summary>What only several texts tell: years that somebody filled in, lines that a site puts around its articles.</summary>
public sealed class AcrossCopiesTests
{
    [Fact]
    public void A_year_that_another_copy_masks_is_filled_in() => Assert.Equal(
        [false, true, true, false],
        FalseFills.Of(
        [
            "20_年支行提出把业务学习同职业教育一起抓，效果很好。",
            "2024年支行提出把业务学习同职业教育一起抓，效果好。",
            "去年先走一步，2024年支行提出把业务学习同职业教育一起抓。",
            "2024年分行搬进新的办公大楼，条件大为改善，职工满意。",
        ]));

    [Fact]
    public void Copies_that_state_different_years_or_mask_them_all_have_nothing_filled_in()
    {
        Assert.DoesNotContain(true, FalseFills.Of(["2019年支行提出把业务学习同职业教育", "2020年支行提出把业务学习同职业教育"]));
        Assert.DoesNotContain(true, FalseFills.Of(["20_年支行提出把业务学习同职业教育", "20xx年支行提出把业务学习同职业教育"]));
        Assert.DoesNotContain(true, FalseFills.Of(["20_年完。", "2024年完。"]));
    }

    [Fact]
    public void Short_lines_around_the_body_may_be_a_site_s()
    {
        const string Body = "组织劳动竞赛，走访困难职工，办好职工食堂，丰富业余生活，职工的干劲更足了，全年的各项任务都完成得很好。";
        Document document = StructureReader.Read($"厂工会2018年工作总结\n{Body}\n抓竞赛\n{Body}\n谢谢大家。\n青禾文库，专注办公写作二十年，欢迎常来");

        Assert.Equal(["青禾文库，专注办公写作二十年，欢迎常来"], EdgeLines.Of(document).Select(ordinal => document.Blocks[ordinal].Text.Text));
    }

    [Fact]
    public void A_source_without_a_body_has_no_edges() => Assert.Empty(EdgeLines.Of(StructureReader.Read("抓竞赛\n办食堂\n")));
}
