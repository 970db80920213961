using System.Text.RegularExpressions;

namespace JingJian.Analysis.Functions;

/// <summary>Where in a paragraph a cue counts.</summary>
internal enum CuePlace
{
    /// <summary>Anywhere.</summary>
    Anywhere,

    /// <summary>In the first 40 characters.</summary>
    Head,

    /// <summary>In the last 40 characters.</summary>
    Tail,
}

/// <summary>Words that speak for a function.</summary>
/// <param name="Function">For which.</param>
/// <param name="Place">Where they count.</param>
/// <param name="Weight">How strongly, in the units of <see cref="CueClassifier"/>'s scores.</param>
/// <param name="Pattern">The words.</param>
internal sealed record Cue(Function Function, CuePlace Place, double Weight, Regex Pattern)
{
    private const int PlaceLength = 40;

    /// <summary>Whether the words stand in their place.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => Pattern.IsMatch(Place switch
    {
        CuePlace.Head => text[..Math.Min(PlaceLength, text.Length)],
        CuePlace.Tail => text[Math.Max(0, text.Length - PlaceLength)..],
        _ => text,
    });
}

/// <summary>The cues of the genre, one table each for paragraphs and headings.</summary>
/// <remarks>Written from the labelling guide and read against the development part of <c>corpus/labels</c> (s0–s2) only.</remarks>
internal static class Cues
{
    /// <summary>What the words of a paragraph say.</summary>
    public static readonly Cue[] OfParagraph =
    [
        new(Function.Opening, CuePlace.Anywhere, 3.5, Words("现将|(?:总结|汇报|报告|简述|叙述)如下|制定(?:如下|本)|(?<!^以上.{0,20})批评指正|作(?:一)?(?:简要)?(?:汇报|叙述)|我(?:叫|是|担任)[^。]{0,20}(?:主席|校长|局长|主任|书记)")),
        new(Function.Opening, CuePlace.Head, 1.6, Words("(?:领导|指导|关心|支持|帮助)下|^(?:20[\\d_xX×*-]{1,3}|今|过去一|一|上半|本|这一)年(?:来|以来|度|，|,|是)|^(?:半|一)年来|以[^。]{2,30}为指导|(?:总体要求|总体思路|指导思想)是")),
        new(Function.Opening, CuePlace.Anywhere, 0.8, Words("以[^。]{2,40}为(?:指导|指针|统揽|统领)|围绕[^。]{2,30}(?:中心|大局|目标)|(?:较好|圆满)地?完成了|各项工作")),
        new(Function.Background, CuePlace.Head, 1.7, Words("^近年来|^随着|当前|目前|新形势|新时期|新的历史|面对|面临|在过去")),
        new(Function.Background, CuePlace.Anywhere, 1.2, Words("(?:是|具有)[^。，]{0,24}(?:必然|客观|重要|迫切|现实)(?:要求|需要|意义|保障|保证|基础|途径|内容|组成部分)|意义(?:重大|深远)|挑战|机遇|日益|发生了[^。]{0,12}变化|履职难度|归根结底")),
        new(Function.Background, CuePlace.Anywhere, 0.8, Words("国有企业改革|市场经济|社会主义|党的[^。，]{1,10}(?:提出|指出|强调|明确)|《[^》]{2,20}法》(?:规定|明确)")),
        new(Function.Result, CuePlace.Anywhere, 1.8, Words("荣获|被(?:评|授予|命名|确定|认定)|获得?[^。，]{0,24}(?:称号|奖|荣誉|表彰|好评|肯定)|获(?:评|奖)|先后[^。]{0,30}(?:表彰|奖励)")),
        new(Function.Result, CuePlace.Anywhere, 1.0, Words("同比|(?:增长|提高|下降|达到?|率)[^。，]{0,8}[\\d.]{1,12}(?:%|％|个百分点|倍)|覆盖率|建会率|位居|排名|名列")),
        new(Function.Result, CuePlace.Head, 1.2, Words("取得(?:了)?[^。]{0,10}(?:成绩|成效|成果|进展)|成效(?:显著|明显)|硕果|通过[^。]{2,20}的(?:努力|工作|开展)，")),
        new(Function.Experience, CuePlace.Anywhere, 1.8, Words("体会|启示|心得|最深的感受|归结起来|实践(?:证明|告诉)|得益于|经验(?:是|有|表明)|深(?:刻|切)(?:认识|感)到|法宝")),
        new(Function.Problem, CuePlace.Anywhere, 2.2, Words("(?:还|仍|也)?存在[^。]{0,24}(?:不足|问题|差距|困难|薄弱|短板)|有待(?:于)?(?:进一步)?(?:提高|加强|改进|完善|深化)|不(?:够|到位|平衡|适应|足之处)|(?:水平|意识|能力|程度|积极性|质量)不(?:高|强)|还需(?:要)?进一步|薄弱环节|尚未|差距|短板|(?:主要|存在|尚存|几点|还有|也有|有)[^。，：；]{0,6}(?:不足|遗憾|毛病)|不足(?:的是|之处|有|是|：)|没有?做到位|储备不够|难以为继|问题也要看到|反观自身")),
        new(Function.Plan, CuePlace.Head, 2.6, Words("下一?步|下一?年|^(?:[一二三四五六七八九十\\d]{1,2}[、.])?20\\d\\d年(?:，)?(?:打算|计划|着重|拟|将)|下半年|明年|来年|今后|新的一年|接下来|下阶段|20[\\d_xX×*-]{1,3}年[^。]{0,10}(?:将|要(?!求|点|闻)|工作(?:重点|目标|打算|计划))")),
        new(Function.Plan, CuePlace.Anywhere, 1.0, Words("(?<!必|即|终)将(?!来|近|其|.{0,6}(?:列为|作为|纳入了|落实到))|打算|计划(?:在|于|组织|开展|投入)|拟(?:于|在|定)|力争|继续")),
        new(Function.Plan, CuePlace.Head, 0.9, Words("进一步|继续|切实|大力|要(?:认真|充分|切实|进一步|继续|坚持|加强|以)")),
        new(Function.Proposal, CuePlace.Head, 1.0, Words("要(?!求|点|素)|必须|应(?:当|该)?(?!用|急|聘)|需要")),
        new(Function.Proposal, CuePlace.Anywhere, 1.0, Words("(?:工会|企业|干部|我们|单位)[^。，]{0,8}(?:要|必须|应当?|应该)(?!求)|只有[^。]{2,40}才能|既要[^。]{2,40}(?:又|也)要")),
        new(Function.Closing, CuePlace.Head, 4.0, Words("^以上(?:报告|述职|总结|汇报|是|就是)")),
        new(Function.Closing, CuePlace.Head, 1.8, Words("^(?:总之|综上|回顾|展望|成绩(?:属于|只能|的取得)|充满|各位|让我们)|我们(?:坚)?(?:相信|深知)")),
        new(Function.Closing, CuePlace.Tail, 1.6, Words("(?:做出|作出)[^。]{0,12}贡献|而(?:努力)?奋斗|谢谢|新(?:的)?(?:局面|篇章|台阶|辉煌|水平)")),
        new(Function.Practice, CuePlace.Anywhere, 0.9, Words("(?:开展|组织|举办|建立|制定|成立|印发|落实|慰问|走访|召开|发放|参加|修订|推行|完善|健全)(?:了|健全|并|起)|[\\d余多](?:人|人次|户|场|次|期|项|元|万元|件|家)|制度|活动")),
        new(Function.Practice, CuePlace.Head, 0.7, Words("^(?:[一二三四五六七八九]是|首先|其次|——|[（(]?[一二三四五六七八九十\\d]{1,2}[)）、.．])[^。]{0,12}(?:加强|开展|抓|完善|推进|深化|强化|健全|坚持|组织|建立|关心|维护|丰富|规范)")),
        new(Function.Other, CuePlace.Head, 4.0, Words("^(?:【?摘要|关键词|作者(?:单位|简介)|\\[摘)")),
    ];

    /// <summary>What the words of a heading say of its section. A topical heading says nothing: it is practice by default.</summary>
    public static readonly Cue[] OfHeading =
    [
        new(Function.Plan, CuePlace.Anywhere, 3, Words("下一?[步年]|(?:计划|安排|思路|设想|展望|打算)$|下半年|今后|明年|来年|打算|工作(?:计划|安排|思路|设想|目标|重点)|努力方向|202\\d年(?:重点|主要)?工作")),
        new(Function.Problem, CuePlace.Anywhere, 3, Words("存在|不足|困惑|(?:面临|主要|遇到)的困难|需要?改进|(?<!新|解决.{0,8})问题(?!.*(?:对策|建议|解决))|差距|短板|薄弱")),
        new(Function.Experience, CuePlace.Anywhere, 3, Words("体会|经验(?!交流)|启示|感悟")),
        new(Function.Result, CuePlace.Anywhere, 2.5, Words("成效|成绩|成果|荣誉|硕果|收获$|变化$|得失$|主要(?:指标|数据)")),
        new(Function.Background, CuePlace.Anywhere, 2.5, Words("形势|背景|意义|必要性|重要性|现状|概况|基本情况|新变化|新问题|特点|面临|优势")),
        new(Function.Proposal, CuePlace.Anywhere, 2.5, Words("对策|建议|思考|如何|怎样|处理好|路径|途径|要(?:增强|处理|坚持|做到)")),
        new(Function.Practice, CuePlace.Anywhere, 2.5, Words("做法|措施(?!建议)|主要工作|工作(?:开展)?情况|完成(?:的)?(?:主要)?工作|工作回顾|亮点|举措")),
    ];

    /// <summary>One stated outcome: a figure that rose, fell or reached, a rank, an award. A paragraph full of them reports 成效.</summary>
    public static readonly Regex Outcome = Words(
        "(?:升|降|涨|增|减|提高|下降|突破|达|超过|增长|减少|站上|高出|率|度|分)[^。，；\\d]{0,6}[\\d.]{1,12}|同比|比上年|上一?年同期|首次|位居|名列|位列|列全[省市县]|第[一二三]位|(?:评|授予|命名)为|获评|荣获|称号|一等奖|表彰");

    /// <summary>The pledge that ends a report: 我们将……, 愿做……, without a figure or a named measure.</summary>
    public static readonly Regex Pledge = Words("^[^\\d；《]{0,30}(?:我们?(?:将|愿|决心|一定|相信)|愿(?:做|以|与|为)|唯有[^。]{2,20}才能|不负)[^\\d；《]{4,80}$");

    /// <summary>A stated effect: what names 成效 beside 做法 in one paragraph, as four practice paragraphs in ten have it.</summary>
    public static readonly Regex Effect = Words(
        "(?:提高|增强|促进|推动|提升|改善|激发|调动|增进|减轻|赢得|营造|形成|实现|缓解|解除|降低)了|使[^。，]{2,24}(?:得到|有了|成为)|得到(?:了)?[^。，]{0,10}(?:提高|增强|提升|改善|好评|认可|肯定)"
        + "|荣获|被(?:评|授予|命名)|称号|同比|增长[^。，]{0,4}\\d|[\\d.](?:%|％|个百分点)|(?:受益|惠及|覆盖)[^。，]{0,12}\\d");

    private static Regex Words(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled);
}
