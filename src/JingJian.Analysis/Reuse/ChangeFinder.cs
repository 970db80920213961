using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>Lists what was changed between two aligned texts.</summary>
/// <remarks>
/// <para>Inside runs only slots can differ; between runs words do. Punctuation and blanks are no change.</para>
/// </remarks>
internal static class ChangeFinder
{
    /// <summary>The changes, in order of their place in the first text.</summary>
    public static ImmutableArray<ReuseChange> Find(NormalizedText a, NormalizedText b, LetterAlignment alignment)
    {
        var changes = new List<ReuseChange>();
        LetterRun before = default;
        bool started = alignment.Whole;
        foreach (LetterRun run in alignment.Chain)
        {
            if (started)
            {
                AddGap(a, b, before, run, alignment.Whole, changes);
            }

            AddSlotsInside(a, b, run, changes);
            before = run;
            started = true;
        }

        if (alignment.Whole)
        {
            AddGap(a, b, before, new LetterRun(a.Letters.Length, b.Letters.Length, 0), whole: true, changes);
        }

        AddMoved(a, b, alignment, changes);
        if (alignment.Moved.Count > 0)
        {
            changes.Sort((x, y) => x.A.Start != y.A.Start ? x.A.Start.CompareTo(y.A.Start) : x.B.Start.CompareTo(y.B.Start));
        }

        return [.. changes];
    }

    private static void AddGap(NormalizedText a, NormalizedText b, LetterRun before, LetterRun after, bool whole, List<ReuseChange> changes)
    {
        int lettersA = after.A - before.EndA;
        int lettersB = after.B - before.EndB;
        if (!whole && Math.Max(lettersA, lettersB) > Aligner.MaxEdit)
        {
            return;
        }

        Add(new ChangedText(a, before.EndA, after.A), new ChangedText(b, before.EndB, after.B), changes);
    }

    /// <summary>Compares the slots strictly inside a run, place by place.</summary>
    private static void AddSlotsInside(NormalizedText a, NormalizedText b, LetterRun run, List<ReuseChange> changes)
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

            Add(new ChangedText(a, run.A + place, run.A + place), new ChangedText(b, run.B + place, run.B + place), changes);
            slotA = a.FirstSlotAt(run.A + place + 1);
            slotB = b.FirstSlotAt(run.B + place + 1);
        }
    }

    private static void Add(ChangedText a, ChangedText b, List<ReuseChange> changes)
    {
        if (!ChangedText.Same(a, b))
        {
            changes.Add(ChangeClassifier.Describe(a, b));
        }
    }

    /// <summary>A passage outside the chain whose place in the first text the chain leaves free was moved; else it stands twice.</summary>
    private static void AddMoved(NormalizedText a, NormalizedText b, LetterAlignment alignment, List<ReuseChange> changes)
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
            }
        }
    }
}
