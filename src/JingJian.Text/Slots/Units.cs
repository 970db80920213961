using System.Collections.Frozen;

namespace JingJian.Text.Slots;

/// <summary>The words that make a number an amount, and those that follow an ordinal.</summary>
internal static class Units
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Amounts = Lookup(
        // money
        "元 美元 欧元 日元 韩元 加元 澳元 港元 港币 英镑 法郎 卢布 人民币 元人民币 块 块钱 角 "
        // length, area, volume
        + "米 公里 千米 里 寸 厘米 毫米 海里 英里 延米 华里 英寸 英尺 平方米 平方公里 平方千米 平方 平米 英亩 立方米 立方 方 亩 公顷 m km m2 m3 km2 mm cm 升 毫升 "
        // weight, energy, data
        + "吨 公斤 斤 千克 克 毫克 微克 吨标准煤 标准吨 t kg g 千瓦 千瓦时 度 兆瓦 兆瓦时 吉瓦 伏 千伏 千伏安 兆伏安 兆帕 赫兹 兆赫 千卡 分贝 kV kW MW GW kWh °C 摄氏度 GB TB MB P "
        // people and households
        + "人 人次 人份 名 位 户 户次 口 家 家次 个 对 批 批次 员 "
        // things
        + "件 项 条 本 册 份 套 台 台套 辆 辆次 艘 架 架次 头 只 棵 株 盏 间 座 栋 幢 所 处 场 场次 次 趟 轮 期 篇 部 张 幅 枚 块 片 把 支 枝 根 "
        + "门 种 类 大类 大 款 组 队 班 班次 车次 列 艘次 标段 宗 起 桩 例 笔 单 首 曲 句 字 页 床 张床位 个床位 道 袋 桶 箱 标箱 标准箱 盒 副 包 瓶 滴 杯 匹 尾 羽 颗 粒 节 堂 顶 面 "
        + "层 步 折 帧 课时 学时 学分 倍 成 项次 件次 条次 个次 点次 剂次 剂 股 眼 部分 台次 篇次 站 个站 卷 集 版 "
        // time
        + "岁 周岁 年 个世纪 周年 天 日 周 星期 月 个月 个半月 个多月 个季度 个工作日 个小时 小时 分钟 秒 秒钟");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Measures = Lookup(
        "届 次 名 位 个 条 批 例 年 章 节 期 轮 号 天 季度 季 回 代 项 步 类 级 场 篇 卷 组 款 版 册 部分 站 阶段 周 集 课 家 座 件 排 大 版");

    private const int Longest = 4;

    /// <summary>The end of the longest unit of amount that starts here, a unit per unit (微克/立方米) taken whole.</summary>
    public static int EndOfUnit(string text, int at)
    {
        int end = EndOf(Amounts, text, at);
        int per = end > at && end < text.Length && text[end] == '/' ? EndOf(Amounts, text, end + 1) : end;
        return per > end + 1 ? per : end;
    }

    /// <summary>The end of the longest measure word of an ordinal that starts here.</summary>
    public static int EndOfMeasure(string text, int at) => EndOf(Measures, text, at);

    private static int EndOf(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words, string text, int at)
    {
        for (int length = Math.Min(Longest, text.Length - at); length > 0; length--)
        {
            bool cutsLatin = char.IsAsciiLetter(text[at]) && at + length < text.Length && char.IsAsciiLetterOrDigit(text[at + length]);
            if (!cutsLatin && words.Contains(text.AsSpan(at, length)))
            {
                return at + length;
            }
        }

        return at;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
