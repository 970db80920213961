using JingJian.Analysis.Structure;

namespace JingJian.Tests.Analysis.Structure;

/// <summary>What runs on inside a paragraph: the heading it begins with, the items of its lists.</summary>
public sealed class InsideParagraphTests
{
    private const string Body = "全年走访慰问困难职工214人次，发放慰问金9.7万元，帮助二十六户职工渡过了难关。";

    [Theory]
    [InlineData("（一）抓学习。", "（一）抓学习")]
    [InlineData("一、加强领导在区委的领导下，", "一、加强领导")]
    [InlineData("（一）健全制度，责任到人我们", "（一）健全制度，责任到人")]
    [InlineData("二、创建幸福企业，维护和谐稳定一是强化维权。", "二、创建幸福企业，维护和谐稳定")]
    [InlineData("——建立学习制度。", "——建立学习制度")]
    [InlineData("**建立学习制度。**", "建立学习制度")]
    public void The_heading_a_paragraph_begins_with_is_found(string beginning, string heading) =>
        Assert.Equal(heading, RunInHeading.Of(beginning + Body)?.In(beginning + Body).ToString());

    [Theory]
    [InlineData("一、抓教学。全年组织教研活动四十次。", null)]
    [InlineData("一、抓教学。全年组织教研活动四十次，评出优质课二十节。", "一、抓教学")]
    public void A_sentence_behind_the_stop_is_body_enough(string text, string? heading) =>
        Assert.Equal(heading, RunInHeading.Of(text)?.In(text).ToString());

    [Theory]
    [InlineData("全年走访慰问困难职工。")]
    [InlineData("一是摸底数。")]
    [InlineData("1、深入在一线的职工中走访慰问困难职工，开展谈心谈话并登记造册，做到一户不少，一人不漏，件件有着落。")]
    public void A_paragraph_without_one_has_none(string beginning) => Assert.Null(RunInHeading.Of(beginning + Body));

    [Theory]
    [InlineData("抓了三件事：一是建会；二是帮扶，走访4次；三是维权。", "一是建会；|二是帮扶，走访4次；|三是维权。")]
    [InlineData("（1）建会。（2）帮扶。", "（1）建会。|（2）帮扶。")]
    [InlineData("①建会②帮扶", "①建会|②帮扶")]
    [InlineData("首先，建会。其次，帮扶。", "首先，建会。|其次，帮扶。")]
    [InlineData("服务到位一是标准到位。二是经费到位。", "一是标准到位。|二是经费到位。")]
    [InlineData("一是建会；二是帮扶。下步，一是维权；二是宣传。", "一是建会；|二是帮扶。下步，|一是维权；|二是宣传。")]
    public void Lists_inside_a_paragraph_are_items(string text, string items) =>
        Assert.Equal(items, string.Join('|', InlineItems.Of(text).Select(item => item.Span.In(text).ToString())));

    [Theory]
    [InlineData("这一是非曲直自有公论，第二，也无关紧要。")]
    [InlineData("一是建会。")]
    [InlineData("增长1.5倍，达到2.3亿元。")]
    public void One_mark_alone_is_no_list(string text) => Assert.Empty(InlineItems.Of(text));
}
