using System.Buffers;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Marks that stand for what somebody erased or has yet to fill in: 20_年, ××, ***, xx.</summary>
public static class Placeholders
{
    private static readonly SearchValues<char> YearUnits = SearchValues.Create("0123456789０１２３４５６７８９〇零○一二三四五六七八九");

    /// <summary>Where they stand in a text, in order; of a year the whole year.</summary>
    public static IEnumerable<TextSpan> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new NormalizedText(text).Slots.Where(slot => IsMasked(text, slot)).Select(slot => TextSpan.Between(slot.Start, slot.End));
    }

    private static bool IsMasked(string text, Slot slot) => slot.Kind == SlotKind.Mask
        || (slot.Kind == SlotKind.Year && text.AsSpan(slot.Start, slot.End - slot.Start).ContainsAnyExcept(YearUnits));
}
