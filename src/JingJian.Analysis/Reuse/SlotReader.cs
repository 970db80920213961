using System.Buffers;

namespace JingJian.Analysis.Reuse;

/// <summary>Where a slot ends, and what it holds.</summary>
/// <remarks>
/// <para>Mask algebra: <c>20_年 = 202_年 = 20-年 = 20xx年 = ××年 = 2024年 = 二〇二四年</c>. In each the part before 年 is a slot of
/// kind <see cref="SlotKind.Year"/>, so the letters that remain are equal.</para>
/// </remarks>
internal static class SlotReader
{
    private static readonly SearchValues<char> NumberUnits = SearchValues.Create("0123456789０１２３４５６７８９.．,，:：%％‰");

    private const string Numerals = "〇零○一二三四五六七八九";

    /// <summary>The end of 二〇二四 in 二〇二四年, also when masked (二〇_年); <paramref name="at"/> when no such year starts here.</summary>
    public static int EndOfChineseYear(string text, int at)
    {
        bool century = at + 2 < text.Length
            && ((text[at] == '二' && text[at + 1] is '〇' or '零' or '○') || (text[at] == '一' && text[at + 1] == '九'));
        if (!century)
        {
            return at;
        }

        int end = at + 2;
        while (end < text.Length && end < at + 4 && (Numerals.Contains(text[end], StringComparison.Ordinal) || IsMaskOrX(text[end])))
        {
            end++;
        }

        return end > at + 2 && end < text.Length && text[end] == '年' ? end : at;
    }

    /// <summary>The end of the Latin letters that start here.</summary>
    public static int EndOfLatin(string text, int at)
    {
        while (at < text.Length && LetterTable.ClassOf(text[at]) == UnitClass.Latin)
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether a run of Latin letters says nothing but x: somebody's mask, not a word.</summary>
    public static bool IsMask(string text, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            if (LetterTable.Fold(text[at]) != 'x')
            {
                return false;
            }
        }

        return end > start;
    }

    /// <summary>The end of digits, masks and the marks inside a number; <paramref name="start"/> is on a digit or a mask.</summary>
    public static int EndOfSlot(string text, int start)
    {
        int at = start;
        while (at < text.Length)
        {
            int next = StepInSlot(text, start, at);
            if (next == at)
            {
                break;
            }

            at = next;
        }

        return at;
    }

    /// <summary>What the slot holds, by its characters and the one that follows.</summary>
    public static SlotKind KindOf(string text, int start, int end)
    {
        ReadOnlySpan<char> slot = text.AsSpan(start, end - start);
        bool digits = slot.ContainsAnyInRange('0', '9') || slot.ContainsAnyInRange('０', '９');
        bool masks = slot.ContainsAnyExcept(NumberUnits);
        char following = end < text.Length ? text[end] : '\0';
        if (following == '年' ? masks || IsFullYear(slot) : masks && StartsAsYear(slot))
        {
            return SlotKind.Year;
        }

        if (following is '月' or '日' or '号')
        {
            return SlotKind.Date;
        }

        return digits ? SlotKind.Figure : SlotKind.Mask;
    }

    /// <summary>Whether this is a year written in full, or its last two digits with a leading zero.</summary>
    private static bool IsFullYear(ReadOnlySpan<char> slot) =>
        (slot.Length == 4 && StartsAsYear(slot)) || (slot.Length == 2 && LetterTable.Fold(slot[0]) == '0');

    private static bool StartsAsYear(ReadOnlySpan<char> slot) =>
        slot.Length >= 2
        && (LetterTable.Fold(slot[0]), LetterTable.Fold(slot[1])) is ('2', '0') or ('1', '9');

    private static int StepInSlot(string text, int start, int at)
    {
        switch (LetterTable.ClassOf(text[at]))
        {
            case UnitClass.Digit or UnitClass.Mask:
                return at + 1;
            case UnitClass.Latin:
                int end = EndOfLatin(text, at);
                return IsMask(text, at, end) ? end : at;
            default:
                char mark = LetterTable.Fold(text[at]);
                bool insideNumber = mark is '.' or ',' or ':' && at > start && at + 1 < text.Length
                    && LetterTable.ClassOf(text[at - 1]) == UnitClass.Digit && LetterTable.ClassOf(text[at + 1]) == UnitClass.Digit;
                bool maskedYear = mark is '-' or '—' or '–' && at > start && at + 1 < text.Length && text[at + 1] == '年'
                    && StartsAsYear(text.AsSpan(start, at - start));
                return insideNumber || maskedYear || (mark is '%' or '‰' && at > start) ? at + 1 : at;
        }
    }

    private static bool IsMaskOrX(char unit) => LetterTable.ClassOf(unit) == UnitClass.Mask || LetterTable.Fold(unit) == 'x';
}
