using JingJian.Text.Segmentation;

namespace JingJian.Text.Slots;

/// <summary>Units known by their number: 制造一课, 二矿, 三连党支部.</summary>
internal static class NumberedUnits
{
    private const string Numbers = "一二三四五六七八九十";
    private const string NotBefore = "第十两百千几各每";

    public static void Find(string text, List<TaggedWord> words, FoundSlots found)
    {
        for (int index = 0; index < words.Count; index++)
        {
            int at = words[index].Span.Start;
            int end = Numbers.Contains(text[at], StringComparison.Ordinal) ? EndOfUnit(text, at) : at;
            if (end > at && !(at > 0 && NotBefore.Contains(text[at - 1], StringComparison.Ordinal)))
            {
                found.Add(SlotType.Organisation, StartOfUnit(text, words, index), end);
            }
        }
    }

    /// <summary>The work a unit does stands before its number: 制造一课.</summary>
    private static int StartOfUnit(string text, List<TaggedWord> words, int index) =>
        index > 0 && words[index - 1].Span.In(text) is "制造" or "生产" or "维修" or "机修" or "采煤" or "掘进" or "运输" or "炼钢" or "轧钢" or "销售"
            ? words[index - 1].Span.Start
            : words[index].Span.Start;

    private static int EndOfUnit(string text, int at)
    {
        int end = at;
        foreach (string unit in NameWords.NumberedUnits)
        {
            end = text.AsSpan(at + 1).StartsWith(unit, StringComparison.Ordinal) ? Math.Max(end, at + 1 + unit.Length) : end;
        }

        return end == at ? at : text.AsSpan(end).StartsWith("工会", StringComparison.Ordinal) ? end + 2
            : text.AsSpan(end).StartsWith("党支部", StringComparison.Ordinal) ? end + 3
            : end;
    }
}
