using JingJian.Tests.Text;
using JingJian.Text.Slots;
using JingJian.Tools.Evaluation;

namespace JingJian.Tests.Quality;

/// <summary>What the slot recogniser reaches on labelled lines does not fall. The figures are changed by hand, with a reason.</summary>
public sealed class SlotQualityTests
{
    /// <summary>One slot more or less may flip when a rule becomes more general.</summary>
    private const double Slack = 0.015;

    private static readonly Lazy<SlotEvaluation> TestHalf = new(() => SlotEvaluation.Of(
        new SlotRecognizer(Shipped.Lexicon, Shipped.Names),
        SlotLine.Read(Repository.At("corpus", "labels"), Repository.Shared()).Where(line => line.IsTest)));

    [Theory]
    [InlineData(SlotType.Year, 1.000, 0.963)]
    [InlineData(SlotType.Date, 1.000, 0.955)]
    [InlineData(SlotType.Amount, 0.970, 0.962)]
    [InlineData(SlotType.Percentage, 1.000, 1.000)]
    [InlineData(SlotType.Ordinal, 0.902, 0.917)]
    [InlineData(SlotType.Mask, 1.000, 1.000)]
    [InlineData(SlotType.Title, 1.000, 1.000)]
    [InlineData(SlotType.Programme, 0.855, 0.934)]
    [InlineData(SlotType.Organisation, 0.898, 0.801)]
    [InlineData(SlotType.Place, 0.851, 0.810)]
    [InlineData(SlotType.Person, 0.898, 0.855)]
    public void Precision_and_recall_on_the_test_half_do_not_fall(SlotType type, double precision, double recall)
    {
        Repository.Shared("seeds");
        Repository.Shared("corpora", "open");
        SlotCounts counts = TestHalf.Value.Counts[type];

        Assert.True(counts.Precision >= precision - Slack, $"precision of {type} is {counts.Precision:F3}; it was {precision:F3}");
        Assert.True(counts.Recall >= recall - Slack, $"recall of {type} is {counts.Recall:F3}; it was {recall:F3}");
    }
}
