using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Recognises lines that are no part of a report's text: what sites and editors put around it, salutations, dates, bylines, signatures.</summary>
/// <remarks>Each pattern matches a whole kind of line, never a word within running text: a line taken for residue is lost to search.</remarks>
internal static partial class Residue
{
    /// <summary>Longer lines are residue only by the words of a site or of markup.</summary>
    private const int LongestShort = 90;

    /// <summary>Whether a line is residue wherever it stands.</summary>
    public static bool Is(string text, bool marked) =>
        text.Length > LongestShort ? SiteWords().IsMatch(text) || IsMarkup(text) || !text.Any(char.IsLetterOrDigit) : IsShort(text, marked);

    private static bool IsShort(string text, bool marked) =>
        DateLine().IsMatch(text) || Salutation().IsMatch(text) || SiteWords().IsMatch(text) || Delivered().IsMatch(text)
        || IsMarkup(text) || Buttons().IsMatch(text) || (!marked && Signature().IsMatch(text)) || !text.Any(char.IsLetterOrDigit);

    /// <summary>Whether a line in front of the body is residue. An organisation alone is not: there it is a title.</summary>
    public static bool IsHead(string text) =>
        DateLine().IsMatch(text) || Salutation().IsMatch(text) || SiteWords().IsMatch(text) || Delivered().IsMatch(text) || IsMarkup(text)
        || Buttons().IsMatch(text) || HeadLine().IsMatch(text) || Byline().IsMatch(text) || IsTrail(text) || AnnouncesText(text) || !text.Any(char.IsLetterOrDigit);

    /// <summary>Whether a line addresses those who listen, and nothing else.</summary>
    public static bool IsSalutation(string text) => Salutation().IsMatch(text);

    /// <summary>Whether a line says where on a site the page stands.</summary>
    public static bool IsTrail(string text) => Trail().IsMatch(text);

    /// <summary>Whether a line says that the text itself follows: its title comes next.</summary>
    public static bool AnnouncesText(string text) => Announcing().IsMatch(text);

    /// <summary>Whether a line opens a report though it is residue itself: a speech's salutation, the sentence that announces a text.</summary>
    public static bool OpensReport(string text) => Salutation().IsMatch(text) || AnnouncesText(text) || text.Contains("全文如下", StringComparison.Ordinal);

    /// <summary>Whether a line is a picture's caption or a left-over of markup: it never goes on in the next line.</summary>
    public static bool NeverGoesOn(ReadOnlySpan<char> text) => IsMarkup(text) || HeadLine().IsMatch(text);

    /// <summary>Most lines begin with a character that no markup begins with: they are not searched.</summary>
    private static bool IsMarkup(ReadOnlySpan<char> text) =>
        (text[0] is '图' or '!' or '[' or '/' or '<' or 'h' && Markup().IsMatch(text)) || text.Contains("target=\"_blank", StringComparison.Ordinal);

    private const string Date = @"[\s\d一二三四五六七八九十〇○零_xX×*]{2,6}年[\s\d一二三四五六七八九十_xX×*]{0,4}(?:月[\s\d一二三四五六七八九十_xX×*]{0,4}日?)?";

    // 2021年12月28日 · 二〇二一年十二月 · 20xx年x月x日 · 2019.1.2
    [GeneratedRegex("^[（(]?(?:(?:时间|日期)[：:]\\s*)?(?:" + Date + @"|(?:19|20)\d\d[.\-/]\d{1,2}[.\-/]\d{1,2}(?:\s+[\d:]{4,8})?)[)）]?$")]
    private static partial Regex DateLine();

    // 各位代表： · 女士们，先生们，朋友们： · 各位领导、各位嘉宾，大家下午好。 · 各省、自治区、直辖市教育厅（教委），……：
    [GeneratedRegex(@"^(?:尊敬的|各位|女士们|先生们|同志们|朋友们|同事们)[^。]{0,30}[：:，,！!]$|^[^。]{0,40}大家(?:上午|中午|下午|晚上)?好[。！!]$|^各(?:省|市|县|区|乡|镇|部门|单位)[^。]{2,80}[：:]$")]
    private static partial Regex Salutation();

    [GeneratedRegex(@"^【?(?:作者(?:单位|简介)|下一页|上一页|上一篇|下一篇|相关(?:文章|推荐|阅读|报道|链接)|推荐阅读|延伸阅读|更多(?:文章|内容))|小编|当前网页未完全显示|点击下载|下载本文|范文网|版权(?:所有|声明)|关注本站|全文如下[。：:]$|^[（(]?(?:全文)?完[)）。]*$|^以上(?:就是|便是|是|内容)[^。]{0,20}(?:整理|收集|分享|提供)的")]
    private static partial Regex SiteWords();

    // ——2024年1月10日在某市第十六届人民代表大会第三次会议上 · （一九四五年六月十一日在……大会上的闭幕词）
    [GeneratedRegex("^[—\\-（(]*" + Date + @"在[^。，]{2,60}(?:会|会议|大会|会上|会议上|大会上)(?:的(?:讲话|报告|闭幕词|开幕词|发言|致辞))?[)）]?$")]
    private static partial Regex Delivered();

    // Picture captions, addresses and tags that a page left behind, footnotes, rules.
    [GeneratedRegex(@"^图(?:为|片)?[^。]{0,3}.{2,60}摄$|^!?\[[^\]]{0,20}\]\(|^/?[\w/\-.]+\.(?:jpe?g|png|gif|html?)[""\s]|^<!--.{0,40}-->$|^\[\^\d{1,3}\]:|^\[![A-Z]+\]|^https?://\S+$")]
    private static partial Regex Markup();

    // The buttons of a page, one to a line.
    [GeneratedRegex(@"^[【\[（(]?(?:下载|打印|全屏|收藏|分享|关闭|首页|返回|返回顶部|字号[：:]?|字体[：:]?|加大|还原|减小|放大|缩小|默认|大|中|小|扫一扫|打印本页|关闭窗口|我要纠错|复制链接|加入收藏|设为首页)[】\]）)]?$")]
    private static partial Regex Buttons();

    // 附件2 · 来源：某日报 · 发布时间：2014-3-27 · author: James · 第 4 号 · 中华人民共和国某部令
    [GeneratedRegex(@"^(?:文章)?(?:来源|出处|作者|编辑|责任编辑|记者|发布时间|发布日期|时间|日期|浏览次数|阅读次数|点击数|字数)[：:]|^(?:title|author|authors|date|tags|categories|layout|description|keywords|updated|permalink|comments|toc|cover|top|draft)\s*:|^第\s*[\d一二三四五六七八九十]{1,4}\s*号$|令$|^附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?$|^[^，。]{2,12}[〔\[（(]\d{4}[〕\])）]\s*\d{1,4}\s*号$")]
    private static partial Regex HeadLine();

    /// <summary>The hundred commonest family names, as a character class.</summary>
    public const string Surname = "[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范姚谭廖邹熊陆郝孔崔康毛邱秦顾侯邵孟龙万段雷钱汤尹黎武乔贺赖龚]";

    // 市长 王子联 · 浙江省省长吕祖善 · 部　长　　尹蔚民 · 毛泽东
    [GeneratedRegex(@"^[^，。；：\s]{0,12}(?:省长|市长|区长|县长|州长|盟长|镇长|乡长|主席|部\s*长|书记|主任|院长|检察长|校长|局长|经理|厂长)\s*[\u4E00-\u9FFF·]{2,4}$|^[\u4E00-\u9FFF]{2,4}[\s　]+[\u4E00-\u9FFF]{2,4}$(?<=长[\s　]+.{2,4})|^" + Surname + @"[\u4E00-\u9FFF]{1,2}$")]
    private static partial Regex Byline();

    [GeneratedRegex(@"^(?:您|你)?(?:现在的|当前的?|所在)位置|^首页\s*(?:>|»|›|→|-)")]
    private static partial Regex Trail();

    // 【参考范文】 · ……供大家参考。 · ……全文如下。
    [GeneratedRegex(@"^【[^】]{0,6}(?:范文|示例|例文|原文|正文)[^】]{0,4}】$|(?:供(?:各位)?(?:大家|考生们?|同学们?|读者|朋友们?)?(?:学习|借鉴|阅读|下载)?和?参考(?:借鉴|学习|使用)?|(?:希望|相信)[^。]{0,12}(?:帮助|帮到|有用)[^。]{0,10})[。！!]?$|全文如下[。：:]$|^[-—*=_]{3,}$")]
    private static partial Regex Announcing();

    // An organisation alone on its line, date perhaps behind it; anyone with a date behind; the one who reports:
    // 青禾县总工会　2021年12月28日 · 城关小学总务处　二〇二四年一月八日 · 述职人：张三
    [GeneratedRegex(@"^[_×xX*]*[^，。；：！？、\s]{2,24}(?:委员会|人民政府|总工会|工会|局|公司|学校|中学|小学|医院|办公室|党委|党支部)(?:[\s　]*\d{4}年\d{1,2}月(?:\d{1,2}日)?)?$"
        + @"|^[^，。；：！？]{2,40}[\s　]" + Date + @"(?:印发|发布)?$|^(?:述职|报告|汇报|总结|撰稿|起草|签发|审核)[人者][：:].{1,20}$"
        + @"|^[^，。；：\s]{0,12}(?:长|主席|书记|主任|经理)[\s　]+[\u4E00-\u9FFF·]{2,4}$|^部\s+长\s+[\u4E00-\u9FFF·]{2,4}$")]
    private static partial Regex Signature();
}
