using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Recognises the line that titles a report.</summary>
internal static partial class TitleLine
{
    /// <summary>The longest title seen in the labelled compilations has 28 characters; official titles reach about 40.</summary>
    private const int LongestTitle = 45;

    /// <summary>Whether a line looks like a report's title, wherever it stands.</summary>
    public static bool Looks(ReadOnlySpan<char> content) =>
        content.Length is >= 4 and <= LongestTitle && (NumberedPattern().IsMatch(content) || BarePattern().IsMatch(content));

    /// <summary>Whether a title carries a number of a compilation: it starts a report whatever stands before.</summary>
    public static bool IsNumbered(ReadOnlySpan<char> content) => content.Length <= LongestTitle && NumberedPattern().IsMatch(content);

    /// <summary>Whether a line without a unit (2014年工作安排) heads a part of the report of that title, which says more than such a line does.</summary>
    public static bool IsSectionOf(string title, string content) => title.Length > 0 && YearsWork().IsMatch(content) && !YearsWork().IsMatch(title);

    /// <summary>Whether a line is the name of a unit and nothing else: above a title, on a letterhead.</summary>
    public static bool IsUnitAlone(string content) => UnitAlone().IsMatch(content);

    /// <summary>The title without the number of a note: 统计公报[1].</summary>
    public static string WithoutNote(string title) => NoteNumber().Replace(title, "");

    /// <summary>The title without the compilation's own numbering.</summary>
    public static string WithoutNumber(string title) => OrdinalPattern().Replace(title, "").Trim('《', '》', '：', ':', ' ', '　');

    // 工会工作总结8 · ……材料篇三 · 【篇一】…… · 篇一：《……》 · 第三篇 …… · 202_年工会工作总结：
    [GeneratedRegex(@"^[^，。；！？]{2,40}(?:总结|报告|汇报|材料|亮点|范文|计划|要点)(?:报告|材料|范文)?\s*(?:\d{1,2}|[（(]?[一二三四五六七八九十]{1,3}[)）]?|篇[一二三四五六七八九十]{1,3})$|^(?:19|20)[\d_xX×*\-]{1,3}年?[^，。；！？]{0,20}(?:总结|计划|报告)[:：]$|篇[一二三四五六七八九十]{1,3}$|^【?(?:第?[一二三四五六七八九十]{1,3}篇(?=】|[:：、]|$|.*(?:总结|报告|汇报|材料|计划|要点|方案|范文)》?$)|篇[一二三四五六七八九十]{1,3}|范文[一二三四五六七八九十]{1,3})】?[:：、\s]?")]
    private static partial Regex NumberedPattern();

    // A bare title names its genre at its end: ……工作总结 · ……工作要点（草案） · 关于……的报告
    [GeneratedRegex(@"^(?![>一二三四五六七八九十（(\d]{1,3}\s?[、）)．.]|过去|下一?步|下半年|今后|明年|来年|下阶段|下一阶段|存在|对|就)[^，。；！？：:]{2,40}(?:总结|总结报告|述职报告|述职述廉报告|工作报告|情况报告|自查报告|调研报告|工作汇报|情况汇报|汇报材料|事迹材料|交流材料|工作计划|工作要点|工作打算|工作安排|工作思路|工作亮点|实施方案)(?:\s?[（(][^）)]{1,24}[)）])?》?$|^关于[^，。；！？：:]{2,40}的(?:报告|汇报|总结|通报)$")]
    private static partial Regex BarePattern();

    [GeneratedRegex(@"\[\d{1,2}\]$")]
    private static partial Regex NoteNumber();

    // 2014年工作安排 · 2021年主要工作安排 · 2022年工作总结
    [GeneratedRegex(@"^(?:(?:19|20)[\d_xX×*]{1,2}|[xX×*]{2,4})\s?年\s?度?(?:的|主要|重点|政府)*工作(?:的|主要|重点)*(?:安排|打算|思路|计划|总结|要点)$")]
    private static partial Regex YearsWork();

    // 青禾县人民政府 · 青禾县总工会文件
    [GeneratedRegex("^[\u4E00-\u9FFF]{2,24}(?:政府|人民共和国|委员会|工会|局|厅|公司|集团|学校|中学|小学|大学|学院|医院|法院|检察院|办公室|党委)(?:文件)?$")]
    private static partial Regex UnitAlone();

    [GeneratedRegex(@"^【?(?:第?[一二三四五六七八九十]{1,3}篇|篇[一二三四五六七八九十]{1,3}|范文[一二三四五六七八九十]{1,3})】?[:：、\s]?|(?:(?<=总结|报告|汇报|材料|亮点|范文)\d{1,2}|篇[一二三四五六七八九十]{1,3})$")]
    private static partial Regex OrdinalPattern();
}
