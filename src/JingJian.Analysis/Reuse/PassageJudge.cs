namespace JingJian.Analysis.Reuse;

/// <summary>Whether what two otherwise different texts share is evidence of copying.</summary>
/// <remarks>
/// <para>Runs shorter than 13 letters join a passage but add nothing to it: by themselves they are chance. A figure that both
/// texts have in one place is as good as letters, for a third of what is asked.</para>
/// </remarks>
internal sealed class PassageJudge(StockPhrases stock, ReuseOptions options)
{
    /// <summary>An edit of a few letters does not end a passage: a name replaced by a longer one.</summary>
    private const int MaxInterruption = 6;

    /// <summary>The letters that a passage must have however many figures stand between them.</summary>
    public static int LeastLetters(ReuseOptions options) => options.PassageLetters - (options.PassageLetters / 3);

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

    /// <summary>Characters of the figures inside a run that both texts have alike.</summary>
    private static int EqualFigures(NormalizedText a, NormalizedText b, LetterRun run)
    {
        int equal = 0;
        for (int i = a.FirstSlotAt(run.A + 1); i < a.Slots.Count && a.Slots[i].Letter < run.EndA; i++)
        {
            int j = b.FirstSlotAt(run.B + a.Slots[i].Letter - run.A);
            bool alike = a.Slots[i].Kind == SlotKind.Figure && j < b.Slots.Count
                && b.Slots[j].Letter - run.B == a.Slots[i].Letter - run.A
                && a.Text.AsSpan(a.Slots[i].Start..a.Slots[i].End).SequenceEqual(b.Text.AsSpan(b.Slots[j].Start..b.Slots[j].End));
            equal += alike ? a.Slots[i].End - a.Slots[i].Start : 0;
        }

        return equal;
    }
}
