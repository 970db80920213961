using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;

namespace JingJian.Tests.Search;

/// <summary>你是不是要找: what is offered in the place of words that the archive hardly knows.</summary>
public sealed class SpellingTests
{
    private static readonly Readings Sounds = Readings.Load(File.ReadAllBytes(Repository.At("models", "readings", "characters.readings")), "读音表");

    private static readonly Searcher Searching = new(
        Passages.Index(
            Passages.Of(1, "职代会审议厂务公开方案，送温暖活动走访困难职工。"),
            Passages.Of(2, "职代会听取工会女职工工作报告。", "困难职工帮扶"),
            Passages.Of(3, "送温暖、送清凉，关爱女职工，厂务公开栏每月更新。"),
            Passages.Of(4, "开展工人先锋号创建，职代会、厂务公开、送温暖都有新进展。"),
            Passages.Of(5, "劳动竞赛评出工人先锋号十个，工人先锋号授牌。"),
            Passages.Of(6, "工人先锋号班组交流，劳动竞赛、送温暖、女职工权益。")),
        Passages.Cut,
        null,
        WordHelp.None with { Readings = Sounds });

    [Theory]
    [InlineData("职带会", "职代会")]
    [InlineData("只带会", "职代会")]
    [InlineData("送温曖", "送温暖")]
    [InlineData("送温", null)]
    [InlineData("送暖温", "送温暖")]
    [InlineData("厂务公", null)]
    [InlineData("场务公开", "厂务公开")]
    [InlineData("厂物工开", "厂务公开")]
    [InlineData("厂务公公开", "厂务公开")]
    [InlineData("劳动竟赛", "劳动竞赛")]
    [InlineData("工人先峰号", "工人先锋号")]
    [InlineData("困南职工帮扶", "困难职工帮扶")]
    [InlineData("lvzhigong", null)]
    [InlineData("nvzhigong", "女职工")]
    [InlineData("songwennuan", "送温暖")]
    [InlineData("zhidaihui", "职代会")]
    [InlineData("職帶會", "职代会")]
    [InlineData("职代会", null)]
    [InlineData("量子计算", null)]
    [InlineData("𠮷祥如意", null)]
    public void What_sounds_or_looks_like_words_of_the_archive_is_offered(string typed, string? meant) =>
        Assert.Equal(meant, Corrections(typed).Select(correction => correction.Instead).SingleOrDefault());

    [Fact]
    public void Each_word_is_mended_in_its_place()
    {
        Correction[] corrections = [.. Corrections("送温曖 +“职带会” 劳动竞赛 -场务公开")];

        Assert.Equal([(0, 3, "送温暖"), (5, 10, "职代会")], corrections.Select(word => (word.At.Start, word.At.End, word.Instead)));
    }

    [Fact]
    public void A_word_that_stands_once_by_mistake_is_offered_the_frequent_one()
    {
        var searcher = new Searcher(
            Passages.Index(Enumerable.Range(1, 30).Select(id => Passages.Of(id, "建设工人先锋号。")).Append(Passages.Of(31, "建设工人先峰号。"))),
            Passages.Cut, null, WordHelp.None with { Readings = Sounds });

        Correction correction = Assert.Single(searcher.Search(new SearchRequest(QueryParserTests.Parsed("工人先峰号")) { HelpSpelling = true }).Corrections);

        Assert.Equal(("工人先锋号", 30), (correction.Instead, correction.Paragraphs));
        Assert.Empty(searcher.Search(new SearchRequest(QueryParserTests.Parsed("工人先锋号")) { HelpSpelling = true }).Corrections);
    }

    [Fact]
    public void A_mistaken_letter_comes_before_one_too_many()
    {
        var searcher = new Searcher(Passages.Index(Enumerable.Range(1, 4).Select(id => Passages.Of(id, "民主管理好，民主管家。"))), Passages.Cut);

        Assert.Equal("民主管理", Assert.Single(searcher.Search(new SearchRequest(QueryParserTests.Parsed("民主鑫管理")) { HelpSpelling = true }).Corrections).Instead);
        Assert.Equal("民主管家", Assert.Single(searcher.Search(new SearchRequest(QueryParserTests.Parsed("民主鑫家")) { HelpSpelling = true }).Corrections).Instead);
    }

    [Fact]
    public void Without_a_table_of_readings_changed_letters_are_found_all_the_same()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "劳动竞赛、困难职工"), Passages.Of(2, "劳动竞赛"), Passages.Of(3, "劳动竞赛")), Passages.Cut);

        Assert.Equal("劳动竞赛", Assert.Single(searcher.Search(new SearchRequest(QueryParserTests.Parsed("劳动意赛")) { HelpSpelling = true }).Corrections).Instead);
    }

    [Fact]
    public void What_is_offered_always_stands_in_the_archive_more_often_than_what_was_typed()
    {
        List<Passage> passages = Passages.Random(21, 300);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut, null, WordHelp.None with { Readings = Sounds });
        var random = new Random(21);
        string letters = string.Concat(passages.Select(passage => passage.Text).Take(20)) + "鑫淼𠮷abc";
        for (int round = 0; round < 150; round++)
        {
            string typed = string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => letters[random.Next(letters.Length)]));
            if (!QueryParser.Parse(typed).TryGet(out Query? query, out _))
            {
                continue;
            }

            foreach (Correction correction in searcher.Search(new SearchRequest(query) { HelpSpelling = true }).Corrections)
            {
                Assert.True(Count(correction.Instead) > Count(correction.Text), $"{typed}: {correction.Text} → {correction.Instead}");
            }
        }

        int Count(string text) => passages.Count(passage => Folding.Fold(passage.Text).Contains(text, StringComparison.Ordinal)
            || Folding.Fold(passage.Headings).Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zhuang", "zuan")]
    [InlineData("shi", "si")]
    [InlineData("ni", "li")]
    [InlineData("ling", "lin")]
    [InlineData("zhong", "zong")]
    [InlineData("en", "en")]
    [InlineData("n", "n")]
    public void Sounds_that_are_often_taken_for_each_other_are_one(string reading, string blurred) => Assert.Equal(blurred, Readings.Blurred(reading));

    [Fact]
    public void The_table_is_the_one_of_its_manifest_and_a_damaged_one_is_refused()
    {
        byte[] file = File.ReadAllBytes(Repository.At("models", "readings", "characters.readings"));
        JsonElement manifest = JsonDocument.Parse(File.ReadAllText(Repository.At("models", "readings", "manifest.json"))).RootElement;

        Assert.Equal(manifest.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(file)));
        Assert.Equal(file, Readings.Write(Enumerable.Range('一', '龥' - '一' + 1).Concat(Enumerable.Range(0, '一')).Concat(Enumerable.Range('龥' + 1, 0xFFFF - '龥')).Select(unit => (char)unit)
            .Where(letter => Sounds.Of(letter).Length > 0).Select(letter => KeyValuePair.Create(letter, Sounds.Of(letter).ToArray()))));
        file[100] ^= 1;
        Assert.Throws<CorruptArtifactException>(() => Readings.Load(file, "x"));
        Assert.Throws<CorruptArtifactException>(() => Readings.Load(file.AsSpan(0, 1000), "x"));
        Assert.Throws<CorruptArtifactException>(() => Readings.Load(Encoding.UTF8.GetBytes("别的文件"), "x"));
    }

    private static IEnumerable<Correction> Corrections(string typed) =>
        Searching.Search(new SearchRequest(QueryParserTests.Parsed(typed)) { HelpSpelling = true }).Corrections;
}
