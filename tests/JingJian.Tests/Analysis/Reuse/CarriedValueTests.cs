using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>Which figures and dates a copy has as its source has them.</summary>
public sealed class CarriedValueTests
{
    private const string Source = "3．我镇2021年走访困难职工128户，发放慰问金25.6万元，办理医疗互助36人，逐月回访，办完一件销号一件，12月底全部办结。";

    [Theory]
    [InlineData("3．我镇2021年走访困难职工128户，发放慰问金25.6万元，办理医疗互助36人，逐月回访，办完一件销号一件，12月底全部办结。", "2021 128 25.6 36 12")]
    [InlineData("3．我镇2022年走访困难职工130户，发放慰问金25.6万元，办理医疗互助40人，逐月回访，办完一件销号一件，11月底全部办结。", "25.6")]
    [InlineData("4．我镇２０２１年走访困难职工１２８户，发放慰问金26万元，办理医疗互助xx人，逐月回访，办完一件销号一件，10月底全部办结。", "２０２１ １２８")]
    public void A_value_is_carried_over_when_it_is_the_same_at_the_same_place(string copy, string carried)
    {
        ReuseMatch match = Assert.Single(ReuseIndex.Build([new ReuseParagraph(0, Source)], new ReuseOptions()).Query(copy));

        Assert.Equal(carried, string.Join(' ', CarriedValues.In(match.Spans, Source, copy).Select(value => value.B.In(copy).ToString())));
    }

    [Theory]
    [InlineData("20_年走访××村，王*同志捐款xx元", "20_ ×× * xx")]
    [InlineData("2024年走访128户，3·15活动", "")]
    [InlineData("二〇_年，202_年", "二〇_ 202_")]
    [InlineData("_重点工作_：走访128户，__按月回访__。", "")]
    [InlineData("一、**走访慰问** 128户，*逐月回访*。", "")]
    [InlineData("学习_精神，贯彻_重要讲话", "_ _")]
    [InlineData("**支行和**支行，_年走访__户", "** ** _ __")]
    public void Gaps_are_what_somebody_blotted_out(string text, string gaps) =>
        Assert.Equal(gaps, string.Join(' ', Placeholders.In(text).Select(gap => gap.In(text).ToString())));
}
