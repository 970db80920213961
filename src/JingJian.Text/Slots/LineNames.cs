using System.Buffers;
using JingJian.Text.Segmentation;

namespace JingJian.Text.Slots;

/// <summary>Railways and roads named by the short names of what they join: 商合杭高铁, 京沪高速公路.</summary>
internal static class LineNames
{
    private const int LongestName = 5;

    /// <summary>Short names of provinces, and of cities as such lines use them.</summary>
    private static readonly SearchValues<char> ShortNames = SearchValues.Create(
        "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔贵滇云藏陕秦甘陇青宁新港澳台广深珠佛莞惠汕杭甬温绍湖嘉合芜庐铜池蚌徐连盐通泰扬镇常锡南昆成绵达万武汉宜襄荆郑洛商石太济烟威潍日临"
        + "长沈丹哈佳牡齐西银兰宝延榆包呼张唐福厦龙漳泉九昌瑞梅丽攀柳百安");

    private static readonly string[] Lines = ["高速公路", "高速铁路", "城际铁路", "高铁", "铁路", "高速", "城际"];

    public static void Find(string text, List<TaggedWord> words, FoundSlots found)
    {
        for (int index = 1; index < words.Count; index++)
        {
            int at = words[index].Span.Start;
            int end = EndOfLine(text, at);
            int start = end > at ? StartOfName(text, words, index) : at;
            if (at - start >= 2)
            {
                found.Add(SlotType.Place, start, end);
            }
        }
    }

    private static int EndOfLine(string text, int at)
    {
        foreach (string line in Lines)
        {
            if (text.AsSpan(at).StartsWith(line, StringComparison.Ordinal))
            {
                return at + line.Length;
            }
        }

        return at;
    }

    /// <summary>Where the words of short names before a line begin; whole words only, so 建成 gives nothing to 渝昆高铁.</summary>
    private static int StartOfName(string text, List<TaggedWord> words, int index)
    {
        int start = words[index].Span.Start, end = start;
        while (index > 0 && end - words[index - 1].Span.Start <= LongestName
            && words[index - 1].Span.In(text).IndexOfAnyExcept(ShortNames) < 0)
        {
            index--;
            start = words[index].Span.Start;
        }

        return start;
    }
}
