using JingJian.Text;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;

namespace JingJian.Tests.Text;

public sealed class UserLexiconTests
{
    private const string Words = """
        厂务公开
        工人先锋号 200 nz
        送温暖 0
        职工之家建设 5
        李小福 0 nr
        3.5产业工程
        𠮷野村
        劳模创新工作室 n
        zAB 4
        zABC 4
        㐀㐁工作法
        代表大会 0
        云计算 12 n
        """;

    private static readonly string[] Texts =
    [
        "厂务公开和职代会制度", "荣获工人先锋号称号", "开展送温暖活动", "推进职工之家建设工作", "李小福同志来到云计算中心",
        "实施3.5产业工程", "𠮷野村的劳模创新工作室", "azABCd和zAB", "推广㐀㐁工作法", "职工代表大会闭幕，代表大会召开", "王小福李小福",
    ];

    [Fact]
    public void A_word_without_frequency_comes_out_whole()
    {
        Assert.Equal(["厂务", "公开", "制度"], Cut(Shipped.Lexicon, "厂务公开制度"));
        Assert.Equal(["厂务公开", "制度"], Cut(Shipped.Lexicon.With(Parse("厂务公开")), "厂务公开制度"));
    }

    [Fact]
    public void A_removed_word_is_not_put_together_again()
    {
        Assert.Equal(["李小福", "同志"], Cut(Shipped.Lexicon, "李小福同志"));
        Assert.Equal(["李", "小", "福", "同志"], Cut(Shipped.Lexicon.With(Parse("李小福 0")), "李小福同志"));
    }

    [Fact]
    public void Every_word_of_the_genre_comes_out_whole_with_the_genre_dictionary_and_none_without()
    {
        UserLexicon genre = Parse(File.ReadAllText(Repository.At("models", "lexicon", "genre.txt")));
        Lexicon lexicon = Shipped.Lexicon.With(genre);

        Assert.All(genre.Words, word => Assert.Equal([word.Word], Cut(lexicon, word.Word)));
        Assert.All(genre.Words, word => Assert.False(Shipped.Lexicon.Contains(word.Word)));
    }

    [Fact]
    public void The_original_lexicon_stays_as_it_is()
    {
        Lexicon changed = Shipped.Lexicon.With(Parse("厂务公开 7 zz"));

        Assert.Equal((7, "zz"), (changed.Frequency("厂务公开"), changed.Tag("厂务公开")));
        Assert.Equal((0, null), (Shipped.Lexicon.Frequency("厂务公开"), Shipped.Lexicon.Tag("厂务公开")));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("no-hmm")]
    [InlineData("pos")]
    public void With_a_user_dictionary_the_words_are_still_those_of_jieba(string mode)
    {
        string[][] expected = JiebaOracle.Ask(mode, Texts, Words);
        Lexicon lexicon = Shipped.Lexicon.With(Parse(Words));

        Assert.Equal(expected, Texts.Select(text => mode == "pos" ? Tag(lexicon, text) : Cut(lexicon, text, mode == "cut")));
    }

    [Fact]
    public void Every_old_and_new_word_is_found_after_many_additions()
    {
        var random = new Random(5);
        var frequencies = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < 3000; i++)
        {
            frequencies[string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)random.Next(0x3400, 0x3440)))] = random.Next(1, 500);
            frequencies[string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => "工会职代表大民主管理\u3400"[random.Next(11)]))] = random.Next(1, 500);
        }

        Lexicon lexicon = Shipped.Lexicon.With(Parse(string.Join('\n', frequencies.Select(word => $"{word.Key} {word.Value}"))));

        Assert.All(frequencies, word => Assert.Equal(word.Value, lexicon.Frequency(word.Key)));
        string[] old = [.. Shipped.Lexicon.Words().Where(word => !frequencies.ContainsKey(word))];
        Assert.Equal(old.Length + frequencies.Count, lexicon.Words().Count());
        Assert.All(old, word => Assert.Equal(
            (Shipped.Lexicon.Frequency(word), Shipped.Lexicon.Tag(word), Shipped.Lexicon.Idf(word)),
            (lexicon.Frequency(word), lexicon.Tag(word), lexicon.Idf(word))));
    }

    [Fact]
    public void Blank_lines_comments_and_a_byte_order_mark_are_no_words()
    {
        Assert.Equal([new UserWord("职工 之家", null, null), new UserWord("提案", 3, "n")], Parse("\uFEFF# 说明\n\n职工 之家\r\n提案 3 n\n").Words);
    }

    [Fact]
    public void A_frequency_out_of_range_is_refused_with_its_line()
    {
        Assert.False(UserLexicon.Parse("工会\n提案 99999999999").TryGet(out _, out Fault? fault));
        Assert.Contains("第 2 行", fault.Message, StringComparison.Ordinal);
    }

    private static UserLexicon Parse(string text)
    {
        Assert.True(UserLexicon.Parse(text).TryGet(out UserLexicon? words, out Fault? fault), fault?.Message);
        return words;
    }

    private static string[] Cut(Lexicon lexicon, string text, bool hmm = true)
    {
        var words = new List<TextSpan>();
        new Segmenter(lexicon).Cut(text, words, hmm);
        return [.. words.Select(word => word.In(text).ToString())];
    }

    private static string[] Tag(Lexicon lexicon, string text)
    {
        var words = new List<TaggedWord>();
        new Tagger(lexicon).Cut(text, words);
        return [.. words.Select(word => $"{word.Span.In(text)}/{word.Tag}")];
    }
}
