using System.Text.RegularExpressions;

namespace JingJian.Analysis.Structure;

/// <summary>Finds what a paragraph has lost on its way into the archive, as far as it shows in the paragraph itself.</summary>
internal static partial class DamageFinder
{
    private const int ShortestTruncated = 60;

    /// <summary>The damage of a block.</summary>
    public static Damage Of(BlockKind kind, string text)
    {
        Damage damage = Damage.None;
        damage |= MaskedYear().IsMatch(text) ? Damage.MaskedDate : 0;
        damage |= UnitWithoutNumber().IsMatch(text) || MaskedFigure().IsMatch(text) ? Damage.LostFigure : 0;
        if (kind == BlockKind.Paragraph)
        {
            damage |= text[0] is '，' or '。' or '；' or '：' or '、' or '）' or '”' || LostStart().IsMatch(text) ? Damage.LostBeginning : 0;
            // A row of a table ends in a cell.
            damage |= EndsCut(text) && !text.Contains('\t', StringComparison.Ordinal) ? Damage.Truncated : 0;
        }

        return damage;
    }

    private static bool EndsCut(string text) =>
        text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal)
        || (text.Length >= ShortestTruncated && (char.IsLetterOrDigit(text[^1]) || text[^1] is '，' or '、' or ','));

    // 20_年 · 202_年 · 20-年 · 20xx年 · XX年年 · ××年
    [GeneratedRegex(@"(?:20\d?[_\-xX×*○]{1,2}|(?<![A-Za-z])[xX×*○]{2,4}|(?<!\d)203)(?:年|月)|(?<!\d)202_(?=[\u4E00-\u9FFF])")]
    private static partial Regex MaskedYear();

    // 达到亿元 · 增长倍 · 共捐得万元
    [GeneratedRegex(@"(?:达到|达|为|共|约|近|投入|增长|增加|完成|实现|筹集|筹资|捐款|捐得|发放|上缴|共计|合计|较)(?:亿元|万元|万吨|万亩|万人|亿|倍|个百分点|%|％|平方米|立方|(?<=款|资|计|得)元)")]
    private static partial Regex UnitWithoutNumber();

    // ××户 · **万元 · xxx名: the figure is erased. 20xx年 is a date.
    [GeneratedRegex(@"(?<![\dA-Za-z_xX×*])(?:×{1,4}|\*{1,4}|[xX]{2,4}|_{2,4})(?:余|多)?(?:万元|亿元|万|亿|元|户|人次|人|名|场|次|件|个|项|平方米|公里|亩|吨|%|％)")]
    private static partial Regex MaskedFigure();

    // 年，…… · 的职工…… · a single word that is left of a sentence: 需求。 Not 谢谢大家。 nor 特此报告。
    [GeneratedRegex(@"^(?:年[，,]|[的了们])|^(?!谢谢|多谢|特此|以上|此致|致|妥否|当否|敬|祝|完|报告|汇报)[\u4E00-\u9FFF]{1,4}。$")]
    private static partial Regex LostStart();
}
