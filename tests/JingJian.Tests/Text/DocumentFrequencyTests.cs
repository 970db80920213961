using JingJian.Text.Keywords;

namespace JingJian.Tests.Text;

public sealed class DocumentFrequencyTests
{
    private static readonly string[] Archive =
    [
        "工会为职工开展活动。", "工会慰问困难职工。", "工会开办暑托班，暑托班收下职工子女。", "工会举办职工运动会。",
    ];

    [Fact]
    public void A_word_counts_once_a_paragraph_and_weighs_less_the_more_paragraphs_have_it()
    {
        DocumentFrequencies frequencies = DocumentFrequencies.Of(Archive, Shipped.Segmenter);

        Assert.Equal((4, 4, 1, 0), (frequencies.Paragraphs, frequencies.Count("工会"), frequencies.Count("运动会"), frequencies.Count("没有")));
        Assert.Equal(0, frequencies.Idf("工会"));
        Assert.True(frequencies.Idf("没有") > frequencies.Idf("运动会") && frequencies.Idf("运动会") > 0);
    }

    [Fact]
    public void Against_its_archive_a_text_is_about_what_the_others_do_not_say()
    {
        var extractor = new KeywordExtractor(Shipped.Segmenter, DocumentFrequencies.Of(Archive, Shipped.Segmenter));

        Assert.Equal("运动会", extractor.Extract(Archive[3], 2).Select(keyword => keyword.Word).First(word => word is "运动会" or "工会" or "职工"));
        Assert.DoesNotContain("工会", extractor.Extract(Archive[3], 2).Select(keyword => keyword.Word));
    }

    [Fact]
    public void Several_texts_are_taken_as_one()
    {
        var extractor = new KeywordExtractor(Shipped.Segmenter);

        Assert.Equal(extractor.Extract(string.Join('\n', Archive), 10), extractor.Extract(Archive, 10));
    }
}
