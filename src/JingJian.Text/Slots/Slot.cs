namespace JingJian.Text.Slots;

/// <summary>A variable part of a text: what would change if the text were used for another year, unit or case.</summary>
/// <param name="Type">What it holds.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Slot(SlotType Type, TextSpan Span);

/// <summary>What a slot holds.</summary>
public enum SlotType
{
    /// <summary>年份: 2021年, 20_年, 二〇二四年, 2019 in 2019—2021年.</summary>
    Year,

    /// <summary>日期: 3月5日, 2021年3月, 2021年3月5日, x月x日.</summary>
    Date,

    /// <summary>数量: a number with its unit: 11.6亿元, 88名, 三十二个.</summary>
    Amount,

    /// <summary>百分比: 98.6%, 百分之三十, 3.8个百分点, 十分之一.</summary>
    Percentage,

    /// <summary>序次: 第三届, 第一, 十八届, 五中, 二十大.</summary>
    Ordinal,

    /// <summary>遮盖: ***, ××, _: what was erased.</summary>
    Mask,

    /// <summary>文件标题: 《…》 with its marks.</summary>
    Title,

    /// <summary>活动、机制或口号: “工人先锋号” with its quotes.</summary>
    Programme,

    /// <summary>单位: a named one: 省总工会, 国务院, 区水务局.</summary>
    Organisation,

    /// <summary>地名: 河南, 崇川区, 长江.</summary>
    Place,

    /// <summary>人名: 赵华立, 李××, 周 in 周总理.</summary>
    Person,
}
