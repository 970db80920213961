using JingJian.Archive;
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
    public void What_was_needed_may_stand_in_the_paragraph_before_the_practice()
    {
        using var folder = new ScratchFolder();
        const string Need = "当前存在的主要问题是：部分困难职工看病远、看病贵，小病拖成大病，因病致困的占困难职工的六成。";
        File.WriteAllText(folder.At("青禾.txt"), "青禾县总工会2023年工作总结\n一、帮扶困难职工\n" + Need
            + "\n与县医院结对开设“职工健康驿站”，每周坐诊两天，组织医生下厂巡诊，为困难职工免费体检1200人次，排队时间由90分钟缩短到30分钟。\n二、下一步打算\n明年计划把驿站办到三个乡镇，继续扩大服务范围。\n");
        ReportArchive archive = ReportArchive.Open(new ArchiveOptions { DataFolder = folder.At("data"), ModelsFolder = Repository.At("models") }, TimeProvider.System);
        archive.Ingest([folder.At("青禾.txt")], null, CancellationToken.None);

        Assert.True(archive.Cards.Find(new CardWish { Topic = "困难职工" }).TryGet(out CardsView? found, out _));

        CardView card = Assert.Single(found.Cards);
        Assert.Contains(card.Need, need => Need.Contains(need.Text, StringComparison.Ordinal));
        Assert.Equal("“职工健康驿站”", card.Name);
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
