using JingJian.Analysis.Functions;
using JingJian.Search.Exemplars;

namespace JingJian.Tests.Search;

public sealed class UsualSectionsTests
{
    [Fact]
    public void Sections_come_in_the_order_of_the_reports_with_their_share()
    {
        ReportSections report = Report([], (Function.Opening, 100), (Function.Practice, 600), (Function.Problem, 100), (Function.Plan, 200));

        UsualSection[] usual = [.. UsualSections.Of([report, report])];

        Assert.Equal([Function.Opening, Function.Practice, Function.Result, Function.Problem, Function.Plan], usual.Select(section => section.Function));
        Assert.Equal([0.1, 0.6, 0, 0.1, 0.2], usual.Select(section => Math.Round(section.Share, 6)));
        Assert.Equal([1, 1, 0, 1, 1], usual.Select(section => section.Present));
    }

    [Fact]
    public void What_a_sort_of_report_has_elsewhere_is_put_there()
    {
        ReportSections report = Report([], (Function.Plan, 100), (Function.Practice, 600), (Function.Opening, 100));

        Assert.Equal([Function.Plan, Function.Practice, Function.Opening],
            UsualSections.Of([report]).Where(section => section.Present > 0).Select(section => section.Function));
    }

    [Fact]
    public void Rare_sections_are_left_out_unless_the_genre_wants_them()
    {
        ReportSections with = Report([], (Function.Experience, 100), (Function.Problem, 100), (Function.Practice, 600)), without = Report([], (Function.Practice, 600));

        UsualSection[] usual = [.. UsualSections.Of([with, without, without, without])];

        Assert.DoesNotContain(Function.Experience, usual.Select(section => section.Function));
        Assert.Equal((0.25, true), (usual.Single(section => section.Function == Function.Problem).Present, usual.Single(section => section.Function == Function.Problem).Expected));
    }

    [Fact]
    public void What_a_heading_announces_is_there_and_what_is_unsure_is_not()
    {
        ReportSections announced = Report([Function.Problem], (Function.Practice, 100)), unsure = new([new SectionPiece(Function.Problem, 100, false)], new HashSet<Function>());

        Assert.Equal(0.5, UsualSections.Of([announced, unsure]).Single(section => section.Function == Function.Problem).Present);
    }

    [Fact]
    public void Without_reports_the_genre_speaks() =>
        Assert.Equal([Function.Opening, Function.Practice, Function.Result, Function.Problem, Function.Plan], UsualSections.Of([]).Select(section => section.Function));

    private static ReportSections Report(IEnumerable<Function> announced, params (Function Function, int Length)[] pieces) =>
        new([.. pieces.Select(piece => new SectionPiece(piece.Function, piece.Length, true))], announced.ToHashSet());
}
