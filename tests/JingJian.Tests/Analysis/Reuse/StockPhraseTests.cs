using JingJian.Analysis.Reuse;

namespace JingJian.Tests.Analysis.Reuse;

/// <summary>What everybody writes, against what somebody writes often.</summary>
public sealed class StockPhraseTests
{
    private const string Formula = "在上级党委的坚强领导下和全体同志的共同努力下";

    private static readonly string[] Matters =
    [
        "今年把三处老旧管网换成了球墨铸铁管，漏损从两成降到了一成以下，夜间值守改为远程查看",
        "食堂改成称重计费以后剩饭少了一半，省下的钱给伙房添置了两台洗碗机和一套新风设备",
        "图书室每周三晚上开放，由退休教师轮流值班，孩子们写完作业可以借走两本漫画带回家看",
        "果园里装了二十套滴灌，肥料随着水走到根边，亩产比大水漫灌的时候高出了三成还要多些",
        "热线电话接到的求助都要在当天回访，说不清楚的由组长上门去问，问明白了再派单去办理",
        "车队把保养记录贴在驾驶室里，谁开的车谁签字，半年下来路上抛锚的次数少了一大半还多",
    ];

    [Fact]
    public void What_five_organisations_write_in_unrelated_texts_is_stock() => Assert.Equal([Formula], StockIn(organisation => organisation));

    [Fact]
    public void A_report_without_an_organisation_counts_as_one() => Assert.Equal([Formula], StockIn(_ => ReuseParagraph.UnknownOrganisation));

    [Fact]
    public void What_one_organisation_writes_every_year_is_its_own_habit() => Assert.Empty(StockIn(_ => 7));

    [Fact]
    public void Four_organisations_are_not_enough() => Assert.Empty(StockIn(organisation => organisation % 4));

    [Theory]
    [InlineData(10, true)]
    [InlineData(9, false)]
    public void A_sentence_that_opens_the_reports_of_ten_organisations_is_stock_though_it_is_a_paragraph_by_itself(int organisations, bool isStock)
    {
        const string opening = "下面，由我向全体会员报告工作，请大家逐项审议，并请各分会的职工代表和到会的师傅提出看法和建议。";
        ReuseParagraph[] archive = [.. Enumerable.Range(0, organisations).Select(i => new ReuseParagraph(i, opening, Organisation: i))];

        Assert.Equal(isStock, ReuseIndex.Build(archive, new ReuseOptions()).StockPhrasesIn(opening).Length > 0);
    }

    [Fact]
    public void A_long_paragraph_that_many_organisations_copied_is_no_stock_phrase_and_neither_is_one_of_unknown_ones()
    {
        string copied = string.Concat(Matters[..2]);
        ReuseParagraph[] known = [.. Enumerable.Range(0, 12).Select(i => new ReuseParagraph(i, copied, Organisation: i))];
        ReuseParagraph[] unknown = [.. Enumerable.Range(0, 12).Select(i => new ReuseParagraph(i, Matters[0] + "。"))];

        Assert.Empty(ReuseIndex.Build(known, new ReuseOptions()).StockPhrasesIn(copied));
        Assert.Empty(ReuseIndex.Build(unknown, new ReuseOptions()).StockPhrasesIn(Matters[0]));
    }

    /// <summary>Every choice of texts, against taking them in order.</summary>
    [Fact]
    public void The_spread_is_never_more_than_the_most_that_could_be_taken_and_at_least_half()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            int[] related = [.. Enumerable.Range(0, 9).Select(_ => random.Next(5))];
            int[] writers = [.. Enumerable.Range(0, 9).Select(_ => random.Next(5))];
            var spread = new Spread(related, text => writers.AsMemory(text, 1), new ReuseOptions());
            for (int text = 0; text < related.Length; text++)
            {
                spread.Add(text);
            }

            int most = Enumerable.Range(0, 1 << related.Length).Max(chosen =>
            {
                int[] texts = [.. Enumerable.Range(0, related.Length).Where(text => (chosen & (1 << text)) != 0)];
                bool apart = texts.DistinctBy(text => related[text]).Count() == texts.Length && texts.DistinctBy(text => writers[text]).Count() == texts.Length;
                return apart ? texts.Length : 0;
            });
            Assert.InRange(spread.Texts, (most + 1) / 2, most);
        }
    }

    private static IEnumerable<string> StockIn(Func<int, int> organisationOf)
    {
        ReuseParagraph[] archive = [.. Matters.Select((matter, i) => new ReuseParagraph(i, $"{matter[..20]}，{Formula}，{matter[20..]}。", Organisation: organisationOf(i)))];
        ReuseIndex index = ReuseIndex.Build(archive, new ReuseOptions());
        string draft = "新来的人，" + Formula + "，很快熟悉了情况。";
        return index.StockPhrasesIn(draft).Select(span => span.In(draft).ToString());
    }
}
