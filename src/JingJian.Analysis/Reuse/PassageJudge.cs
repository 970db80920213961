namespace JingJian.Analysis.Reuse;

/// <summary>Whether what two otherwise different texts share is evidence of copying.</summary>
/// <remarks>
/// <para>Runs shorter than 13 letters join a passage but add nothing to it: by themselves they are chance. A figure that both
/// texts have in one place is as good as letters, for half of what is asked.</para>
/// </remarks>
internal sealed class PassageJudge(StockPhrases stock, ReuseOptions options)
{
    /// <summary>An edit of a few letters does not end a passage: a name replaced by a longer one.</summary>
    private const int MaxInterruption = 6;

    /// <summary>The letters that a passage must have however many figures stand between them.</summary>
    public static int LeastLetters(ReuseOptions options) => options.PassageLetters / 2;

    /// <summary>Whether some passage has enough letters that are not stock phrases.</summary>
    public bool IsEvidence(NormalizedText a, NormalizedText b, LetterAlignment alignment)
    {
        IReadOnlyList<LetterRun> chain = alignment.Chain;
        for (int first = 0, end; first < chain.Count; first = end)
        {
            end = first + 1;
            while (end < chain.Count && Continues(chain[end - 1], chain[end]))
            {
                end++;
            }

            if (IsEvidence(a, b, chain, first, end))
            {
                return true;
            }
        }

        for (int i = 0; i < alignment.Moved.Count; i++)
        {
            if (IsEvidence(a, b, alignment.Moved, i, i + 1))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Continues(LetterRun run, LetterRun next) =>
        next.A - run.EndA <= MaxInterruption && next.B - run.EndB <= MaxInterruption;

    private bool IsEvidence(NormalizedText a, NormalizedText b, IReadOnlyList<LetterRun> runs, int first, int end)
    {
        int letters = 0;
        for (int i = first; i < end; i++)
        {
            letters += Counts(runs[i]) ? runs[i].Length : 0;
        }

        if (letters < LeastLetters(options))
        {
            return false;
        }

        int own = 0;
        int figures = 0;
        for (int i = first; i < end; i++)
        {
            if (Counts(runs[i]))
            {
                own += stock.OwnLetters(a.Letters.Slice(runs[i].A, runs[i].Length));
                figures += EqualFigures(a, b, runs[i]);
            }
        }

        return own >= LeastLetters(options) && own + figures >= options.PassageLetters;
    }

    private static bool Counts(LetterRun run) => run.Length >= ReuseOptions.RunLength;

    /// <summary>Characters of the figures inside a run, and next to it, that both texts have alike.</summary>
    private static int EqualFigures(NormalizedText a, NormalizedText b, LetterRun run)
    {
        int equal = 0;
        (int firstA, int endA) = SlotsInside(a, run.A, run.EndA);
        (int firstB, int endB) = SlotsInside(b, run.B, run.EndB);
        for (int i = firstA, j = firstB; i < endA && j < endB;)
        {
            int letters = (a.Slots[i].Letter - run.A).CompareTo(b.Slots[j].Letter - run.B);
            equal += letters == 0 ? LengthIfEqual(a, i, b, j) : 0;
            i += letters <= 0 ? 1 : 0;
            j += letters >= 0 ? 1 : 0;
        }

        int before = NextTo(a, firstA - 1, run.A) && NextTo(b, firstB - 1, run.B) ? LengthIfEqual(a, firstA - 1, b, firstB - 1) : 0;
        int behind = NextTo(a, endA, run.EndA) && NextTo(b, endB, run.EndB) ? LengthIfEqual(a, endA, b, endB) : 0;
        return before + equal + behind;
    }

    /// <summary>The slots between the letters of a run: the first, and the first behind them.</summary>
    private static (int First, int End) SlotsInside(NormalizedText text, int start, int end)
    {
        int first = text.FirstSlotAt(start + 1);
        return (first, Math.Max(first, text.FirstSlotAt(end)));
    }

    private static bool NextTo(NormalizedText text, int slot, int letter) => slot >= 0 && slot < text.Slots.Count && text.Slots[slot].Letter == letter;

    private static int LengthIfEqual(NormalizedText a, int slotA, NormalizedText b, int slotB)
    {
        Slot one = a.Slots[slotA], other = b.Slots[slotB];
        bool equal = one.Kind == SlotKind.Figure && a.Text.AsSpan(one.Start..one.End).SequenceEqual(b.Text.AsSpan(other.Start..other.End));
        return equal ? one.End - one.Start : 0;
    }
}
