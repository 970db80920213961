using JingJian.Analysis.Functions;

namespace JingJian.Tests.Analysis.Functions;

/// <summary>How much the rules count beside the trained chain.</summary>
public sealed class TrustTests
{
    private const int OfUnitsAgreed = 6;
    private const int OfOthers = 0;

    [Fact]
    public void Rules_that_are_always_wrong_are_not_heard()
    {
        float[] powers = Trust.Learn(Enumerable.Range(0, 300).Select(_ => Evidence(OfOthers, rulesRight: false)));

        Assert.Equal(0, powers[OfOthers]);
    }

    [Fact]
    public void Where_nothing_can_be_told_apart_rules_lead_with_reports_of_units()
    {
        float[] powers = Trust.Learn(Enumerable.Range(0, 300).Select(number => Evidence(OfUnitsAgreed, rulesRight: number % 2 == 0)));

        Assert.Equal(powers[OfUnitsAgreed], powers[^1]);
        Assert.True(powers[OfUnitsAgreed] > 0);
    }

    [Fact]
    public void Too_few_answers_teach_nothing() =>
        Assert.All(Trust.Learn(Enumerable.Range(0, 20).Select(_ => Evidence(OfUnitsAgreed, rulesRight: true))), power => Assert.Equal(0, power));

    [Fact]
    public void Somebodys_own_answers_change_the_power_for_all_reports_of_units_where_another_one_is_right_more_often()
    {
        float[] before = [.. Enumerable.Repeat(5f, Trust.Sorts)];

        float[] powers = Trust.Adjusted(before, Enumerable.Range(0, 9).Select(number => Evidence(OfUnitsAgreed - (number % 2), rulesRight: false)));

        Assert.Equal(before[..4], powers[..4]);
        Assert.All(powers[4..], power => Assert.Equal(0, power));
        Assert.Equal(before, Trust.Adjusted(before, Enumerable.Range(0, 9).Select(_ => Evidence(OfUnitsAgreed, rulesRight: true))));
        Assert.Equal(before, Trust.Adjusted(before, Enumerable.Range(0, 5).Select(_ => Evidence(OfUnitsAgreed, rulesRight: false))));
    }

    /// <summary>The chain is right with little certainty where the rules are wrong, and wrong where they are right.</summary>
    private static Trust.Evidence Evidence(int sort, bool rulesRight)
    {
        float[] chain = new float[FunctionNames.Count], rules = new float[FunctionNames.Count];
        chain[(int)Function.Practice] = 0.505f;
        chain[(int)Function.Result] = 0.495f;
        rules[(int)Function.Practice] = 0.2f;
        rules[(int)Function.Result] = 0.8f;
        return new Trust.Evidence(sort, chain, rules, (int)(rulesRight ? Function.Result : Function.Practice), 1);
    }
}
