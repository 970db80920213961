using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>What sort of value a copy has as its source has it.</summary>
public enum CarriedKind
{
    /// <summary>A number, amount or percentage.</summary>
    Figure,

    /// <summary>A year.</summary>
    Year,

    /// <summary>The number of a month or day.</summary>
    Date,
}

/// <summary>A value that stands in a copy exactly as in its source.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="A">Where it stands in the source.</param>
/// <param name="B">Where it stands in the copy.</param>
public readonly record struct CarriedValue(CarriedKind Kind, TextSpan A, TextSpan B);

/// <summary>The figures and dates that a copy has taken over unchanged from its source.</summary>
/// <remarks>Two values belong together when as many shared letters stand before them in the same span of the evidence. The number
/// of an enumeration (1．, (2)) is no value, nor is a mask.</remarks>
public static class CarriedValues
{
    /// <summary>The values that two texts have in common, in order of their place in the second.</summary>
    /// <param name="spans">What the two share.</param>
    /// <param name="a">The source.</param>
    /// <param name="b">The copy.</param>
    public static ImmutableArray<CarriedValue> In(ImmutableArray<ReusedSpan> spans, string a, string b)
    {
        var textA = new NormalizedText(a);
        var textB = new NormalizedText(b);
        int markEnd = ListMark.EndIn(b);
        var found = new List<CarriedValue>();
        foreach (ReusedSpan span in spans)
        {
            ILookup<int, Slot> there = SlotsIn(textA, span.A).ToLookup(slot => slot.Letter - textA.LettersBefore(span.A.Start));
            foreach (Slot slot in SlotsIn(textB, span.B).Where(slot => slot.Start >= markEnd && slot.Kind != SlotKind.Mask))
            {
                foreach (Slot same in there[slot.Letter - textB.LettersBefore(span.B.Start)].Where(other => other.Kind == slot.Kind && AreEqual(a, other, b, slot)).Take(1))
                {
                    found.Add(new CarriedValue(KindOf(slot.Kind), TextSpan.Between(same.Start, same.End), TextSpan.Between(slot.Start, slot.End)));
                }
            }
        }

        return [.. found.DistinctBy(value => value.B.Start).OrderBy(value => value.B.Start)];
    }

    private static IEnumerable<Slot> SlotsIn(NormalizedText text, TextSpan span) => text.Slots.Where(slot => slot.Start >= span.Start && slot.End <= span.End);

    private static bool AreEqual(string a, Slot inA, string b, Slot inB)
    {
        ReadOnlySpan<char> one = a.AsSpan(inA.Start, inA.End - inA.Start), other = b.AsSpan(inB.Start, inB.End - inB.Start);
        if (one.Length != other.Length)
        {
            return false;
        }

        for (int at = 0; at < one.Length; at++)
        {
            if (LetterTable.Fold(one[at]) != LetterTable.Fold(other[at]) || LetterTable.ClassOf(one[at]) == UnitClass.Mask)
            {
                return false;
            }
        }

        return true;
    }

    private static CarriedKind KindOf(SlotKind kind) => kind switch
    {
        SlotKind.Year => CarriedKind.Year,
        SlotKind.Date => CarriedKind.Date,
        _ => CarriedKind.Figure,
    };
}
