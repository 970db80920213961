using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Turns runs of equal letters into intervals of the two texts.</summary>
/// <remarks>
/// <para>Neighbouring runs become one passage when nothing but slots and punctuation lies between them, or a lone mask on
/// one side that stands for one to six letters of the other. At its ends a passage takes in the slots and the
/// equal punctuation that both texts have there.</para>
/// </remarks>
internal static class PassageSpans
{
    /// <summary>The longest term a lone mask is taken to stand for: 习近平总书记 has six letters.</summary>
    public const int MaxMasked = 6;

    /// <summary>The passages of an alignment, in order of their place in the first text.</summary>
    public static ImmutableArray<ReusedSpan> Of(NormalizedText a, NormalizedText b, LetterAlignment alignment)
    {
        ImmutableArray<ReusedSpan>.Builder spans = ImmutableArray.CreateBuilder<ReusedSpan>();
        foreach ((LetterRun first, LetterRun last) in Passages(a, b, alignment.Chain))
        {
            Add(a, b, first, last, spans);
        }

        foreach (LetterRun run in alignment.Moved)
        {
            Add(a, b, run, run, spans);
        }

        spans.Sort((x, y) => x.A.Start != y.A.Start ? x.A.Start.CompareTo(y.A.Start) : x.B.Start.CompareTo(y.B.Start));
        return spans.DrainToImmutable();
    }

    /// <summary>Groups neighbouring runs of a chain into passages: the first and the last run of each.</summary>
    public static IEnumerable<(LetterRun First, LetterRun Last)> Passages(NormalizedText a, NormalizedText b, IReadOnlyList<LetterRun> chain)
    {
        for (int i = 0; i < chain.Count;)
        {
            int last = i;
            while (last + 1 < chain.Count && Continues(a, b, chain[last], chain[last + 1]))
            {
                last++;
            }

            yield return (chain[i], chain[last]);
            i = last + 1;
        }
    }

    private static bool Continues(NormalizedText a, NormalizedText b, LetterRun run, LetterRun next)
    {
        int gapA = next.A - run.EndA;
        int gapB = next.B - run.EndB;
        return (gapA, gapB) switch
        {
            (0, 0) => true,
            (0, <= MaxMasked) => HasMask(a, run.EndA),
            ( <= MaxMasked, 0) => HasMask(b, run.EndB),
            _ => false,
        };
    }

    private static bool HasMask(NormalizedText text, int letter)
    {
        int slot = text.FirstSlotAt(letter);
        return slot < text.Slots.Count && text.Slots[slot] is { Kind: SlotKind.Mask } mask && mask.Letter == letter;
    }

    private static void Add(NormalizedText a, NormalizedText b, LetterRun first, LetterRun last, ImmutableArray<ReusedSpan>.Builder spans)
    {
        TextSpan inA = a.SpanOf(first.A, last.EndA - first.A);
        TextSpan inB = b.SpanOf(first.B, last.EndB - first.B);
        if (inA.Length == 0 || inB.Length == 0)
        {
            return;
        }

        (int startA, int startB) = GrowLeft(a, b, inA.Start, inB.Start);
        (int endA, int endB) = GrowRight(a, b, inA.End, inB.End);
        spans.Add(new ReusedSpan(TextSpan.Between(startA, endA), TextSpan.Between(startB, endB)));
    }

    private static (int A, int B) GrowLeft(NormalizedText a, NormalizedText b, int startA, int startB)
    {
        while (startA > 0 && startB > 0)
        {
            if (SlotEndingAt(a, startA) is { } slotA && SlotEndingAt(b, startB) is { } slotB)
            {
                (startA, startB) = (slotA.Start, slotB.Start);
            }
            else if (EqualSeparators(a.Text[startA - 1], b.Text[startB - 1]))
            {
                startA--;
                startB--;
            }
            else
            {
                break;
            }
        }

        return (startA, startB);
    }

    private static (int A, int B) GrowRight(NormalizedText a, NormalizedText b, int endA, int endB)
    {
        while (endA < a.Text.Length && endB < b.Text.Length)
        {
            if (SlotStartingAt(a, endA) is { } slotA && SlotStartingAt(b, endB) is { } slotB)
            {
                (endA, endB) = (slotA.End, slotB.End);
            }
            else if (EqualSeparators(a.Text[endA], b.Text[endB]))
            {
                endA++;
                endB++;
            }
            else
            {
                break;
            }
        }

        return (endA, endB);
    }

    private static bool EqualSeparators(char a, char b) => a == b && LetterTable.ClassOf(a) == UnitClass.Separator;

    private static Slot? SlotEndingAt(NormalizedText text, int offset)
    {
        int index = SlotsBefore(text, offset) - 1;
        return index >= 0 && text.Slots[index].End == offset ? text.Slots[index] : null;
    }

    private static Slot? SlotStartingAt(NormalizedText text, int offset)
    {
        int index = SlotsBefore(text, offset);
        return index < text.Slots.Count && text.Slots[index].Start == offset ? text.Slots[index] : null;
    }

    /// <summary>How many slots start before an offset.</summary>
    private static int SlotsBefore(NormalizedText text, int offset)
    {
        int low = 0, high = text.Slots.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (text.Slots[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
