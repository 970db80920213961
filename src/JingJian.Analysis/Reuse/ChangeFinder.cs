using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Lists what was changed between two aligned texts.</summary>
/// <remarks>
/// <para>Inside runs only slots can differ; between runs words do. Punctuation and blanks are no change.</para>
/// <para>A gap that holds the same slots on both sides is several changes: 徒弟17人 → 学徒23人 is 徒弟 → 学徒 and 17 → 23. The
/// mark of enumeration before a text is a change of its own, so that 二、2021年 → 三、2022年 is no change of figures.</para>
/// </remarks>
internal sealed class ChangeFinder
{
    private readonly NormalizedText a;
    private readonly NormalizedText b;
    private readonly List<ReuseChange> changes = [];

    private ChangeFinder(NormalizedText a, NormalizedText b)
    {
        this.a = a;
        this.b = b;
    }

    /// <summary>The changes, in order of their place in the first text.</summary>
    public static ImmutableArray<ReuseChange> Find(NormalizedText a, NormalizedText b, LetterAlignment alignment)
    {
        var finder = new ChangeFinder(a, b);
        finder.Find(alignment);
        return [.. finder.changes];
    }

    private void Find(LetterAlignment alignment)
    {
        LetterRun before = default;
        bool started = alignment.Whole;
        foreach (LetterRun run in alignment.Chain)
        {
            if (started)
            {
                AddGap(before, run, alignment.Whole);
            }

            AddSlotsInside(run);
            before = run;
            started = true;
        }

        if (alignment.Whole)
        {
            AddGap(before, new LetterRun(a.Letters.Length, b.Letters.Length, 0), whole: true);
        }

        AddMoved(alignment);
        if (alignment.Moved.Count > 0)
        {
            changes.Sort((x, y) => x.A.Start != y.A.Start ? x.A.Start.CompareTo(y.A.Start) : x.B.Start.CompareTo(y.B.Start));
        }
    }

    private void AddGap(LetterRun before, LetterRun after, bool whole)
    {
        int lettersA = after.A - before.EndA;
        int lettersB = after.B - before.EndB;
        if (!whole && Math.Max(lettersA, lettersB) > Aligner.MaxEdit)
        {
            return;
        }

        var inA = new ChangedText(a, before.EndA, after.A);
        var inB = new ChangedText(b, before.EndB, after.B);
        if (ChangedText.Same(inA, inB))
        {
            return;
        }

        if (before.EndA == 0 && before.EndB == 0)
        {
            (inA, inB) = AddNumbering(inA, inB);
        }

        AddParts(inA, inB);
    }

    /// <summary>Takes the marks of enumeration off the beginnings, and returns what is left.</summary>
    private (ChangedText A, ChangedText B) AddNumbering(ChangedText inA, ChangedText inB)
    {
        TextSpan spanA = new(0, ListMark.EndIn(a.Text)), spanB = new(0, ListMark.EndIn(b.Text));
        (ChangedText markA, ChangedText restA) = Split(inA, spanA.End);
        (ChangedText markB, ChangedText restB) = Split(inB, spanB.End);
        if (!ChangedText.Same(markA, markB) && !(markA.HasLetters && markA.Letters.SequenceEqual(markB.Letters)))
        {
            changes.Add(new ReuseChange(ChangeType.Numbering, spanA.In(a.Text).ToString(), spanB.In(b.Text).ToString(), spanA, spanB));
        }

        return (restA, restB);
    }

    private static (ChangedText Before, ChangedText After) Split(ChangedText changed, int offset)
    {
        int letter = Math.Clamp(changed.Text.LettersBefore(offset), changed.Start, changed.End);
        int slots = changed.Slots.Count(slot => slot.Start < offset);
        int slot = changed.FirstSlot + slots;
        return (
            new ChangedText(changed.Text, changed.Start, letter, changed.FirstSlot, slot),
            new ChangedText(changed.Text, letter, changed.End, slot, changed.FirstSlot + changed.Slots.Length));
    }

    /// <summary>Cuts a gap at its slots where both sides have the same, and adds what differs.</summary>
    private void AddParts(ChangedText inA, ChangedText inB)
    {
        int slots = inA.Slots.Length;
        bool parts = slots > 0 && slots == inB.Slots.Length && (inA.HasLetters || inB.HasLetters) && !ChangeClassifier.AreNumbers(inA, inB);
        if (!parts)
        {
            Add(inA, inB);
            return;
        }

        int letterA = inA.Start;
        int letterB = inB.Start;
        for (int i = 0; i < slots; i++)
        {
            (int slotA, int slotB) = (inA.Slots[i].Letter, inB.Slots[i].Letter);
            Add(Letters(a, letterA, slotA), Letters(b, letterB, slotB));
            letterA = ChangeClassifier.EndOfMagnitude(inA, slotA);
            letterB = ChangeClassifier.EndOfMagnitude(inB, slotB);
            Add(
                new ChangedText(a, slotA, letterA, inA.FirstSlot + i, inA.FirstSlot + i + 1),
                new ChangedText(b, slotB, letterB, inB.FirstSlot + i, inB.FirstSlot + i + 1));
        }

        Add(Letters(a, letterA, inA.End), Letters(b, letterB, inB.End));
    }

    /// <summary>Some letters, without slots.</summary>
    private static ChangedText Letters(NormalizedText text, int start, int end) => new(text, start, end, 0, 0);

    /// <summary>Compares the slots strictly inside a run, place by place.</summary>
    private void AddSlotsInside(LetterRun run)
    {
        int slotA = a.FirstSlotAt(run.A + 1);
        int slotB = b.FirstSlotAt(run.B + 1);
        while (true)
        {
            int placeA = slotA < a.Slots.Count ? a.Slots[slotA].Letter - run.A : int.MaxValue;
            int placeB = slotB < b.Slots.Count ? b.Slots[slotB].Letter - run.B : int.MaxValue;
            int place = Math.Min(placeA, placeB);
            if (place >= run.Length)
            {
                return;
            }

            Add(new ChangedText(a, run.A + place, run.A + place), new ChangedText(b, run.B + place, run.B + place));
            slotA = a.FirstSlotAt(run.A + place + 1);
            slotB = b.FirstSlotAt(run.B + place + 1);
        }
    }

    private void Add(ChangedText inA, ChangedText inB)
    {
        if (ChangedText.Same(inA, inB))
        {
            return;
        }

        if (SharedBreak(inA, inB) is var (letterA, letterB))
        {
            Add(Letters(a, inA.Start, letterA), Letters(b, inB.Start, letterB));
            Add(Letters(a, letterA, inA.End), Letters(b, letterB, inB.End));
            return;
        }

        (inA, inB) = Trimmed(inA, inB);
        if (!ChangedText.Same(inA, inB))
        {
            changes.Add(ChangeClassifier.Describe(inA, inB));
        }
    }

    /// <summary>The letters after the first punctuation, where two stretches of letters have the same punctuation: they are a list.</summary>
    private static (int A, int B)? SharedBreak(ChangedText inA, ChangedText inB)
    {
        if (!inA.HasLetters || !inB.HasLetters || inA.Slots.Length > 0 || inB.Slots.Length > 0)
        {
            return null;
        }

        (int letterA, string marksA) = Breaks(inA);
        (int letterB, string marksB) = Breaks(inB);
        return marksA.Length > 0 && marksA == marksB ? (letterA, letterB) : null;
    }

    /// <summary>The letter after the first punctuation between letters, and the marks of all.</summary>
    private static (int Letter, string Marks) Breaks(ChangedText changed)
    {
        if (changed.Span.Length == changed.End - changed.Start)
        {
            return (0, "");
        }

        int first = 0;
        string marks = "";
        for (int letter = changed.Start + 1; letter < changed.End; letter++)
        {
            int before = changed.Text.OffsetOf(letter - 1) + 1;
            if (changed.Text.OffsetOf(letter) > before)
            {
                marks += changed.Text.Text[before];
                first = first == 0 ? letter : first;
            }
        }

        return (first, marks);
    }

    /// <summary>Without the letters that both have at their beginning or end, where nothing is left of one side: else whole words tell more.</summary>
    private static (ChangedText A, ChangedText B) Trimmed(ChangedText inA, ChangedText inB)
    {
        if (!inA.HasLetters || !inB.HasLetters || inA.Slots.Length > 0 || inB.Slots.Length > 0)
        {
            return (inA, inB);
        }

        ReadOnlySpan<char> a = inA.Letters, b = inB.Letters;
        int first = a.CommonPrefixLength(b);
        int last = 0;
        while (last < Math.Min(a.Length, b.Length) - first && a[^(last + 1)] == b[^(last + 1)])
        {
            last++;
        }

        return first + last == Math.Min(a.Length, b.Length)
            ? (Letters(inA.Text, inA.Start + first, inA.End - last), Letters(inB.Text, inB.Start + first, inB.End - last))
            : (inA, inB);
    }

    /// <summary>A passage outside the chain whose place in the first text the chain leaves free was moved; else it stands twice.</summary>
    private void AddMoved(LetterAlignment alignment)
    {
        foreach (LetterRun moved in alignment.Moved)
        {
            bool free = moved.Length >= ReuseOptions.RunLength
                && alignment.Chain.All(run => run.A >= moved.EndA || run.EndA <= moved.A);
            TextSpan inA = a.SpanOf(moved.A, moved.Length);
            TextSpan inB = b.SpanOf(moved.B, moved.Length);
            if (free && inA.Length > 0 && inB.Length > 0)
            {
                changes.Add(new ReuseChange(ChangeType.Reordered, inA.In(a.Text).ToString(), inB.In(b.Text).ToString(), inA, inB));
                AddSlotsInside(moved);
            }
        }
    }
}
