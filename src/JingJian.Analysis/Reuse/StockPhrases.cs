namespace JingJian.Analysis.Reuse;

/// <summary>Tells formulas that everybody writes from passages that somebody copied.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; the closest relative is the weighting of rare matches in JPlag.</para>
/// <para>A formula stands in texts of many organisations that have nothing else in common. A copied passage makes the texts that
/// hold it copies of each other, and they count once together; what one organisation writes again and again is its own
/// habit, and it too counts once. So the spread of two neighbouring fingerprints is the number of texts that have both, each
/// unrelated to the others and by another writer, and where it reaches <see cref="ReuseOptions.StockSpread"/> the letters are stock.
/// A report of which nobody knows the organisation counts as a writer of its own.
/// A short formula may be a paragraph by itself, and make copies of all paragraphs that are nothing else: 现在，我代表市人民政府向大会报告工作.
/// Where <see cref="ReuseOptions.CommonOrganisations"/> organisations have it, it is stock too, up to
/// <see cref="ReuseOptions.CommonLetters"/> letters; longer ones were copied, however often.
/// One fingerprint alone is eight letters, which a large archive repeats by chance.</para>
/// </remarks>
internal sealed class StockPhrases(Postings postings, Spread spread, ReuseOptions options)
{
    private readonly List<Fingerprint> fingerprints = [];

    /// <summary>The fingerprints that stand in texts enough to be stock, of those that stand in many.</summary>
    public static Postings MayBe(IPartitionStore fingerprints, Spread spread, ReuseOptions options, ReuseResources resources)
    {
        // Counted before they are kept, so that all of them are kept once.
        var ends = new int[IPartitionStore.Partitions];
        SortedPartitions.ReadEach(fingerprints, resources.Workers, (partition, sorted) => ends[partition] = Groups(sorted, spread.Fresh()).Sum(group => group.Length));
        for (int partition = 1; partition < ends.Length; partition++)
        {
            ends[partition] += ends[partition - 1];
        }

        var kept = new ulong[ends[^1]];
        SortedPartitions.TakeEach(fingerprints, resources.Workers, [], (partition, sorted) =>
        {
            int at = partition == 0 ? 0 : ends[partition - 1];
            foreach (ReadOnlyMemory<ulong> group in Groups(sorted, spread.Fresh()))
            {
                group.CopyTo(kept.AsMemory(at));
                at += group.Length;
            }
        });
        return new Postings(kept);
    }

    /// <summary>The postings of each fingerprint that is spread enough.</summary>
    private static IEnumerable<ReadOnlyMemory<ulong>> Groups(ReadOnlyMemory<ulong> sorted, Spread spread)
    {
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = HashKeys.EndOfGroup(sorted.Span, start);
            ReadOnlyMemory<ulong> group = sorted[start..end];
            spread.Clear();
            for (int i = 0; i < group.Length && !spread.IsUnrelated; i++)
            {
                spread.Add(HashKeys.TextOf(group.Span[i]));
            }

            if (spread.IsUnrelated || spread.IsCommon)
            {
                yield return group;
            }
        }
    }

    /// <summary>How many letters of a passage are not stock.</summary>
    public int OwnLetters(ReadOnlySpan<char> passage) => passage.Length - In(passage).Sum(run => run.Length);

    /// <summary>The stock phrases in a text, as runs of its letters that do not touch.</summary>
    /// <remarks>A fingerprint speaks for its window: a phrase reaches as far beyond its outer fingerprints as they may hide its ends.</remarks>
    public List<(int Start, int Length)> In(ReadOnlySpan<char> letters)
    {
        Winnowing.Fingerprints(letters, fingerprints);
        var unrelated = new List<(int Start, int Length)>();
        var common = new List<(int Start, int Length)>();
        for (int i = 0; i < fingerprints.Count; i++)
        {
            int before = fingerprints.Count == 1 ? 0 : i - 1;
            if (before < 0)
            {
                continue;
            }

            Count(postings.Find(fingerprints[before].Hash), postings.Find(fingerprints[i].Hash));
            int start = Math.Max(0, fingerprints[before].At - Winnowing.Window + 1);
            int end = Math.Min(letters.Length, fingerprints[i].At + Winnowing.GuaranteedRun);
            if (spread.IsUnrelated)
            {
                Add(unrelated, start, end);
            }

            if (spread.IsUnrelated || spread.IsCommon)
            {
                Add(common, start, end);
            }
        }

        return Together(unrelated, common.Where(phrase => phrase.Length <= options.CommonLetters));
    }

    private static List<(int Start, int Length)> Together(List<(int Start, int Length)> one, IEnumerable<(int Start, int Length)> other)
    {
        var phrases = new List<(int Start, int Length)>();
        foreach ((int start, int length) in one.Concat(other).OrderBy(phrase => phrase.Start).ThenBy(phrase => phrase.Length))
        {
            Add(phrases, start, start + length);
        }

        return phrases;
    }

    private static void Add(List<(int Start, int Length)> phrases, int start, int end)
    {
        if (phrases.Count > 0 && phrases[^1].Start + phrases[^1].Length >= start)
        {
            phrases[^1] = (phrases[^1].Start, Math.Max(end, phrases[^1].Start + phrases[^1].Length) - phrases[^1].Start);
        }
        else
        {
            phrases.Add((start, end - start));
        }
    }

    /// <summary>Counts the texts that have both of two fingerprints, until they are unrelated enough.</summary>
    private void Count(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        ReadOnlySpan<ulong> fewer = one.Length <= other.Length ? one : other;
        ReadOnlySpan<ulong> more = one.Length <= other.Length ? other : one;
        spread.Clear();
        for (int at = 0; at < fewer.Length && !spread.IsUnrelated; at = Postings.NextText(fewer, at))
        {
            int text = HashKeys.TextOf(fewer[at]);
            if (Postings.Has(more, text))
            {
                spread.Add(text);
            }
        }
    }
}
