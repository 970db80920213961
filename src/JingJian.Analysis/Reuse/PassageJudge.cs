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

    private readonly int leastLetters = options.PassageLetters - (options.PassageLetters / 3);

    /// <summary>Whether some passage has enough letters that are not stock phrases.</summary>
    public bool IsEvidence(NormalizedText a, NormalizedText b, LetterAlignment alignment)
    {
        for (int i = 0; i < alignment.Chain.Count;)
        {
            int last = i;
            while (last + 1 < alignment.Chain.Count && Continues(alignment.Chain[last], alignment.Chain[last + 1]))
            {
                last++;
            }

            if (IsEvidence(a, b, alignment.Chain.Skip(i).Take(last - i + 1)))
            {
                return true;
            }

            i = last + 1;
        }

        return alignment.Moved.Any(run => IsEvidence(a, b, [run]));
    }

    private static bool Continues(LetterRun run, LetterRun next) =>
        next.A - run.EndA <= MaxInterruption && next.B - run.EndB <= MaxInterruption;

    private bool IsEvidence(NormalizedText a, NormalizedText b, IEnumerable<LetterRun> passage)
    {
        LetterRun[] runs = [.. passage.Where(run => run.Length >= ReuseOptions.RunLength)];
        if (runs.Sum(run => run.Length) < leastLetters)
        {
            return false;
        }

        int own = runs.Sum(run => stock.OwnLetters(a.Letters.Slice(run.A, run.Length)));
        return own >= options.PassageLetters
            || (own >= leastLetters && own + runs.Sum(run => EqualFigures(a, b, run)) >= options.PassageLetters);
    }

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
