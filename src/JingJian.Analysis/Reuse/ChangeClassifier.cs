using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Says of what sort a change is, by what stands on both sides and right after it.</summary>
/// <remarks>Names are told by <c>NameChanges</c>, which needs a lexicon.</remarks>
internal static class ChangeClassifier
{
    private const string Numerals = "零〇一二三四五六七八九十百千万亿两几余多";
    private const string Magnitudes = "十百千万亿余多";

    /// <summary>The change from what stands in <paramref name="a"/> to what stands in <paramref name="b"/>.</summary>
    public static ReuseChange Describe(ChangedText a, ChangedText b)
    {
        if (TimeWords.TypeOf(a, b) is { } time)
        {
            return WithUnit(time, a, b);
        }

        if (!a.HasLetters && !b.HasLetters)
        {
            return Change(OfSlots(a, b), a, b);
        }

        if (IsMasked(a, b) || IsMasked(b, a))
        {
            return Change(ChangeType.Mask, a, b);
        }

        if (Generations.Find(a, b) is { } slogan)
        {
            return slogan;
        }

        (ChangedText numberA, ChangedText numberB) = Widened(a, b, Numerals);
        if (AreNumbers(numberA, numberB))
        {
            return Change(ChangeType.Figure, numberA, numberB);
        }

        return Change(a.IsEmpty ? ChangeType.Inserted : b.IsEmpty ? ChangeType.Deleted : ChangeType.Wording, a, b);
    }

    /// <summary>A change of some type.</summary>
    public static ReuseChange Change(ChangeType type, ChangedText a, ChangedText b) => new(type, a.Words, b.Words, a.Span, b.Span);

    /// <summary>Whether both sides are numbers, in digits or in words: 6.9万 → 8600, 七成五 → 八成.</summary>
    public static bool AreNumbers(ChangedText a, ChangedText b) => IsNumber(a) && IsNumber(b);

    /// <summary>The end of the letters after a slot that belong to its number: 1.3万.</summary>
    public static int EndOfMagnitude(ChangedText changed, int letter)
    {
        while (letter < changed.End && Magnitudes.Contains(changed.Text.Letters[letter], StringComparison.Ordinal))
        {
            letter++;
        }

        return letter;
    }

    /// <summary>The same change with the letters of a kind that both texts have on its left and right.</summary>
    public static (ChangedText A, ChangedText B) Widened(ChangedText a, ChangedText b, string kind)
    {
        if (a.Slots.Length > 0 || b.Slots.Length > 0)
        {
            return (a, b);
        }

        ReadOnlySpan<char> lettersA = a.Text.Letters;
        ReadOnlySpan<char> lettersB = b.Text.Letters;
        (int startA, int startB, int endA, int endB) = (a.Start, b.Start, a.End, b.End);
        while (startA > 0 && startB > 0 && lettersA[startA - 1] == lettersB[startB - 1] && kind.Contains(lettersA[startA - 1], StringComparison.Ordinal))
        {
            startA--;
            startB--;
        }

        while (endA < lettersA.Length && endB < lettersB.Length && lettersA[endA] == lettersB[endB] && kind.Contains(lettersA[endA], StringComparison.Ordinal))
        {
            endA++;
            endB++;
        }

        return (new ChangedText(a.Text, startA, endA, 0, 0), new ChangedText(b.Text, startB, endB, 0, 0));
    }

    /// <summary>A year or day is told with its unit when both texts have it: 20_年 → 2024年.</summary>
    private static ReuseChange WithUnit(ChangeType type, ChangedText a, ChangedText b)
    {
        int unit = !a.IsEmpty && !b.IsEmpty && a.Next == b.Next && a.Next is '年' or '月' or '日' or '号' ? 1 : 0;
        TextSpan inA = new(a.Span.Start, a.Span.Length + unit), inB = new(b.Span.Start, b.Span.Length + unit);
        return new ReuseChange(type, inA.In(a.Text.Text).ToString(), inB.In(b.Text.Text).ToString(), inA, inB);
    }

    /// <summary>Whether one side is the other with masks in place of words: 七次，两人 → ×次，×人.</summary>
    private static bool IsMasked(ChangedText masked, ChangedText plain)
    {
        if (masked.Slots.Length == 0 || plain.Slots.Length > 0 || !Array.TrueForAll(masked.Slots, slot => slot.Kind == SlotKind.Mask))
        {
            return false;
        }

        int found = 0;
        ReadOnlySpan<char> kept = masked.Letters;
        foreach (char letter in plain.Letters)
        {
            found += found < kept.Length && kept[found] == letter ? 1 : 0;
        }

        return found == kept.Length;
    }

    private static ChangeType OfSlots(ChangedText a, ChangedText b) => a.IsLoneMask || b.IsLoneMask ? ChangeType.Mask : ChangeType.Figure;

    private static bool IsNumber(ChangedText changed)
    {
        if (changed.IsEmpty || Array.Exists(changed.Slots, slot => slot.Kind == SlotKind.Mask))
        {
            return false;
        }

        foreach (char unit in changed.Span.In(changed.Text.Text))
        {
            if (!IsNumber(unit))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsNumber(char unit) =>
        Numerals.Contains(unit, StringComparison.Ordinal) || LetterTable.ClassOf(unit) == UnitClass.Digit || unit is '.' or '%' or '‰' or ',' or '、' or '成' or '倍' or '点' or '半';
}
