using System.Globalization;
using JingJian.Text.Keywords;

namespace JingJian.Tests.Text;

public sealed class KeywordTests
{
    private static readonly KeywordExtractor Extractor = new(Shipped.Segmenter);

    private static readonly string[] Texts =
    [
        "",
        "的",
        "和 the of AND that",
        "工会组织开展送温暖活动，走访困难职工，把组织的温暖送到职工心坎上。困难职工帮扶中心全年帮扶职工一百余人次。",
        "厂务公开民主管理工作以职代会为基本形式，职代会提案办结率达98.5%，职工满意率达99%。",
        "劳模创新工作室完成QC攻关课题12项，GB18030编码改造、C++平台升级两项成果获省级奖励。\r\n劳模 精神 劳动 精神 工匠 精神",
        "𠮷野村𠮷野村的龢先生和the village committee一起整理档案，档案齐全、档案规范。",
    ];

    [Fact]
    public void A_report_on_helping_workers_is_about_helping_workers()
    {
        string[] words = [.. Extractor.Extract(Texts[3], 3).Select(keyword => keyword.Word)];

        Assert.Equal(["困难职工", "帮扶", "职工"], words);
    }

    [Fact]
    public void Keywords_and_scores_are_those_of_jieba()
    {
        Assert.Equal(Jieba("tags"), Texts.Select(text => Extractor.Extract(text, 20)));
    }

    [Fact]
    public void TextRank_gives_the_words_and_scores_of_jieba()
    {
        Assert.Equal(Jieba("rank"), Texts.Select(text => new TextRank(Shipped.Tagger).Extract(text, 20)));
    }

    [Fact]
    public void No_more_keywords_come_than_asked_for()
    {
        Assert.Empty(Extractor.Extract(Texts[3], 0));
        Assert.Single(Extractor.Extract(Texts[3], 1));
        Assert.Single(new TextRank(Shipped.Tagger).Extract(Texts[3], 1));
    }

    private static IEnumerable<IReadOnlyList<Keyword>> Jieba(string mode) =>
        JiebaOracle.Ask(mode, Texts).Select(lines => (IReadOnlyList<Keyword>)[.. lines.Select(Parse)]);

    private static Keyword Parse(string line)
    {
        int space = line.LastIndexOf(' ');
        return new Keyword(line[..space], double.Parse(line[(space + 1)..], CultureInfo.InvariantCulture));
    }
}
