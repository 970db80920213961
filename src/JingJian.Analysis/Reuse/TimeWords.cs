using System.Text.RegularExpressions;

namespace JingJian.Analysis.Reuse;

/// <summary>Tells years and dates from other words: 2021年, 20_年, 二〇二一年, 去年, 6月, 三月五日, 六月至九月.</summary>
internal static partial class TimeWords
{
    private const int Longest = 24;

    /// <summary>Year or date when both sides are such, or one side is and the other is empty; else null.</summary>
    public static ChangeType? TypeOf(ChangedText a, ChangedText b)
    {
        ChangeType? typeA = TypeOf(a, b.IsEmpty);
        ChangeType? typeB = TypeOf(b, a.IsEmpty);
        if ((typeA is null && !a.IsEmpty) || (typeB is null && !b.IsEmpty))
        {
            return null;
        }

        return typeA == ChangeType.Year || typeB == ChangeType.Year ? ChangeType.Year : typeA ?? typeB;
    }

    /// <summary>What a side is together with the unit that follows it; where the other side is empty, by itself.</summary>
    private static ChangeType? TypeOf(ChangedText changed, bool alone)
    {
        if (changed.IsEmpty)
        {
            return null;
        }

        if (!changed.HasLetters && changed.Slots.Length == 1 && changed.Slots[0].Kind is SlotKind.Year or SlotKind.Date)
        {
            return changed.Slots[0].Kind == SlotKind.Year ? ChangeType.Year : ChangeType.Date;
        }

        int unit = !alone && changed.Next is '年' or '月' or '日' or '号' ? 1 : 0;
        if (changed.Span.Length + unit > Longest)
        {
            return null;
        }

        ReadOnlySpan<char> words = changed.Text.Text.AsSpan(changed.Span.Start, changed.Span.Length + unit);
        if (!words.ContainsAny("年月日号") || !Time().IsMatch(words))
        {
            return null;
        }

        return words.Contains('年') ? ChangeType.Year : ChangeType.Date;
    }

    [GeneratedRegex("^(?:(?:[0-9０-９xX_*×○]{2,4}|[〇零一二三四五六七八九]{4})年度?|[全今去本上同明当]年|年[底初末]|[上下]半年|(?:[0-9０-９xX_*×]{1,2}|[一二三四五六七八九十]{1,3})(?:月(?:份|[底初末]|[上中下]旬)?|[日号])|[起至到—~、，,\\- ])+$", RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
