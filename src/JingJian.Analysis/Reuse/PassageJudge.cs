namespace JingJian.Analysis.Reuse;

/// <summary>Whether what two otherwise different texts share is evidence of copying.</summary>
/// <remarks>Runs shorter than 13 letters join a passage but add nothing to it: by themselves they are chance.</remarks>
internal sealed class PassageJudge(StockPhrases stock, ReuseOptions options)
{
    /// <summary>An edit of a few letters does not end a passage: a name replaced by a longer one.</summary>
    private const int MaxInterruption = 6;

    /// <summary>Whether some passage has enough letters that are not stock phrases.</summary>
    public bool IsEvidence(ReadOnlySpan<char> a, LetterAlignment alignment)
    {
        for (int i = 0; i < alignment.Chain.Count;)
        {
            int last = i;
            int raw = Counted(alignment.Chain[i]);
            while (last + 1 < alignment.Chain.Count && Continues(alignment.Chain[last], alignment.Chain[last + 1]))
            {
                last++;
                raw += Counted(alignment.Chain[last]);
            }

            if (raw >= options.PassageLetters && OwnLetters(a, alignment.Chain, i, last) >= options.PassageLetters)
            {
                return true;
            }

            i = last + 1;
        }

        foreach (LetterRun run in alignment.Moved)
        {
            if (run.Length >= options.PassageLetters && stock.OwnLetters(a.Slice(run.A, run.Length)) >= options.PassageLetters)
            {
                return true;
            }
        }

        return false;
    }

    private static int Counted(LetterRun run) => run.Length >= ReuseOptions.RunLength ? run.Length : 0;

    private static bool Continues(LetterRun run, LetterRun next) =>
        next.A - run.EndA <= MaxInterruption && next.B - run.EndB <= MaxInterruption;

    private int OwnLetters(ReadOnlySpan<char> a, IReadOnlyList<LetterRun> chain, int first, int last)
    {
        int own = 0;
        for (int i = first; i <= last; i++)
        {
            own += Counted(chain[i]) == 0 ? 0 : stock.OwnLetters(a.Slice(chain[i].A, chain[i].Length));
        }

        return own;
    }
}
