using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Tests.Text;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("厂务公开职代会", "厂务 公开 职代会")]
    [InlineData("李小福带头捐款", "李小福 带头 捐款")]
    [InlineData("增长12.5%", "增长 12.5%")]
    [InlineData("20_年", "20 _ 年")]
    [InlineData("", "")]
    public void A_phrase_is_cut_into_words(string text, string words) => Assert.Equal(words, string.Join(' ', Shipped.Cut(text)));

    [Fact]
    public void The_golden_sentences_are_cut_as_jieba_cut_them()
    {
        string sentence = "";
        foreach (string line in File.ReadLines(Repository.At("tests", "JingJian.Tests", "Text", "Golden", "segmentation.txt")).Where(line => line.Length > 0))
        {
            if (line[0] != ' ')
            {
                sentence = line;
                continue;
            }

            string[] modeAndWords = line.Trim().Split(' ', 2);
            Assert.Equal(modeAndWords[1].Trim(), string.Join(' ', JiebaParityTests.Ours(modeAndWords[0], sentence)));
        }
    }

    [Fact]
    public void Without_unknown_words_the_cut_is_the_most_probable_route()
    {
        var random = new Random(7);
        string letters = "工会职工代表大会民主管理制度建设中国人民生活水平的和了";
        for (int i = 0; i < 500; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => letters[random.Next(letters.Length)]));

            Assert.Equal(SlowJieba.BestRoute(Shipped.Lexicon, text, Math.Log(60_101_967)), Shipped.Cut(text, hmm: false));
        }
    }

    [Fact]
    public void Words_cover_any_text_without_gap_and_split_no_surrogate_pair()
    {
        var random = new Random(11);
        for (int i = 0; i < 2000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(4) switch
            {
                0 => "𠮷",
                1 => ((char)random.Next(0xD7F0, 0xE010)).ToString(),
                2 => ((char)random.Next(0x20, 0x80)).ToString(),
                _ => ((char)random.Next(0x4E00, 0x9FFF)).ToString(),
            }));
            var words = new List<TextSpan>();
            Shipped.Segmenter.Cut(text, words);

            int end = 0;
            foreach (TextSpan word in words)
            {
                Assert.Equal(end, word.Start);
                Assert.True(word.Length > 0);
                end = word.End;
                Assert.False(end < text.Length && char.IsSurrogatePair(text, end - 1));
            }

            Assert.Equal(text.Length, end);
        }
    }

    [Fact]
    public void Words_are_appended_to_the_list()
    {
        var words = new List<TextSpan> { new(0, 9) };

        Shipped.Segmenter.Cut("工会", words);

        Assert.Equal([new TextSpan(0, 9), new TextSpan(0, 2)], words);
    }

    [Fact]
    public void A_line_of_a_million_characters_is_cut_like_its_sentences()
    {
        string[] sentences = [.. Enumerable.Repeat("职工代表大会审议通过了工会工作报告，", 60_000)];
        string[] once = Shipped.Cut(sentences[0]);

        string[] words = Shipped.Cut(string.Concat(sentences));

        Assert.Equal(once.Length * sentences.Length, words.Length);
        Assert.Equal(once, words[^once.Length..]);
    }

    [Fact]
    public void A_block_of_a_million_characters_without_punctuation_is_cut()
    {
        string text = string.Concat(Enumerable.Repeat("工会", 500_000));

        Assert.All(Shipped.Cut(text), word => Assert.Equal("工会", word));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Cutting_allocates_nothing_for_each_word(bool forSearch)
    {
        Action<string, List<TextSpan>> cut = forSearch ? (t, w) => Shipped.Segmenter.CutForSearch(t, w) : (t, w) => Shipped.Segmenter.Cut(t, w);
        string text = string.Concat(Enumerable.Repeat("李小福同志牵头成立了劳模创新工作室，增长12.5%。", 2000));
        var words = new List<TextSpan>(2 * text.Length);
        cut(text, words);
        words.Clear();
        long before = GC.GetAllocatedBytesForCurrentThread();

        cut(text, words);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8192);
    }

    [Fact]
    public void Eight_threads_share_one_segmenter()
    {
        string[] sentences = [.. File.ReadLines(Repository.At("tests", "JingJian.Tests", "Text", "Golden", "segmentation.txt"))];
        string[][] alone = [.. sentences.Select(sentence => Shipped.Cut(sentence))];

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, _ =>
        {
            for (int round = 0; round < 20; round++)
            {
                Assert.Equal(alone, sentences.Select(sentence => Shipped.Cut(sentence)));
            }
        });
    }

    [Fact]
    public void A_lexicon_of_ones_own_is_enough()
    {
        byte[] file = LexiconCompiler.Compile(new LexiconSource
        {
            Entries = [new("工会", 5, "n"), new("会员", 3, "n"), new("工会会员", 0, "")],
            Characters = new CharacterModel { Start = new double[4], Transition = new double[16], Emission = new Dictionary<char, double[]>() },
        });
        var words = new List<TextSpan>();

        new Segmenter(Lexicon.Load(file)).Cut("工会会员", words, hmm: false);

        Assert.Equal([new TextSpan(0, 2), new TextSpan(2, 2)], words);
    }
}
