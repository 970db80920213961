using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Tests.Archive;

/// <summary>Best practice cards of the sample archive.</summary>
public sealed class CardTests(OutlineTests.Samples samples) : IClassFixture<OutlineTests.Samples>
{
    [Fact]
    public void A_card_has_measure_and_effect_of_one_report_with_places_that_hold_its_words()
    {
        CardsView found = Got(new CardWish { Topic = "困难职工帮扶", Top = 10, ShowPersons = true });

        Assert.NotEmpty(found.Cards);
        foreach (CardView card in found.Cards)
        {
            CitedView[] cited = [.. card.Need, .. card.Measure, .. card.Effect];
            Assert.True(card.Measure.Count > 0 && card.Effect.Count > 0);
            Assert.Single(cited.Select(one => one.Place.Report).Distinct());
            Assert.All(cited, one =>
            {
                BlockView block = samples.Archive.Catalogue.Block(one.Place.Paragraph)!;
                Assert.Contains(one.Text, block.Text, StringComparison.Ordinal);
                Assert.True(block.Start <= one.Place.Start && one.Place.End <= block.End && one.Place.Start < one.Place.End);
                Assert.StartsWith(one.Place.Paragraph[..12], one.Hash, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public void Every_unit_that_has_the_practice_is_named_once_a_report_the_earliest_first()
    {
        CardView[] cards = [.. Got(new CardWish { Topic = "帮扶", Top = 20 }).Cards];

        Assert.Contains(cards, card => card.Units.Count > 1);
        Assert.All(cards, card =>
        {
            Assert.Distinct(card.Units.Select(unit => unit.Place.Report));
            int[] years = [.. card.Units.Select(unit => unit.Year ?? int.MaxValue)];
            Assert.Equal(years.Order(), years);
            Assert.All(card.Units.Where(unit => unit.First), unit => Assert.Equal(years[0], unit.Year));
        });
    }

    [Fact]
    public void What_is_not_understood_is_named()
    {
        Assert.False(samples.Archive.Cards.Find(new CardWish { Top = 21 }).TryGet(out _, out Fault? range));
        Assert.False(samples.Archive.Cards.Find(new CardWish { UnitType = "火星站" }).TryGet(out _, out Fault? unit));
        Assert.Equal(("search.bad-range", "search.unknown-unit-type"), (range.Code, unit.Code));
    }

    [Fact]
    public void The_same_question_has_the_same_answer() =>
        Assert.Equal(
            Got(new CardWish { Topic = "培训" }).Cards.SelectMany(card => card.Measure).Select(cited => cited.Text),
            Got(new CardWish { Topic = "培训" }).Cards.SelectMany(card => card.Measure).Select(cited => cited.Text));

    private CardsView Got(CardWish wish) =>
        samples.Archive.Cards.Find(wish).TryGet(out CardsView? found, out Fault? fault) ? found : throw new InvalidOperationException(fault.Message);
}
