namespace JingJian.Analysis.Reuse;

/// <summary>Tells formulas that everybody writes from passages that somebody copied.</summary>
/// <remarks>
/// <para><b>Source.</b> Ours; the closest relative is the weighting of rare matches in JPlag.</para>
/// <para>A copied passage makes the texts that hold it copies of each other, and they count once together; a formula stands
/// in texts that have nothing else in common. So a gram's spread is the number of unrelated texts that have it,
/// and the letters of grams that reach <see cref="ReuseOptions.StockSpread"/> are stock.</para>
/// </remarks>
internal sealed class StockPhrases(Postings postings, int[] componentOf, ReuseOptions options)
{
    private readonly List<Fingerprint> fingerprints = [];
    private readonly HashSet<int> components = [];

    /// <summary>How many letters of a passage are not stock.</summary>
    public int OwnLetters(ReadOnlySpan<char> passage)
    {
        Winnowing.Fingerprints(passage, fingerprints);
        int own = passage.Length;
        int stockTo = 0;
        foreach (Fingerprint fingerprint in fingerprints)
        {
            if (IsStock(fingerprint.Hash))
            {
                int end = fingerprint.At + Winnowing.GramLength;
                own -= end - Math.Max(stockTo, fingerprint.At);
                stockTo = end;
            }
        }

        return own;
    }

    private bool IsStock(ulong hash)
    {
        components.Clear();
        (int start, int end) = postings.Find(hash);
        for (int i = start; i < end && components.Count < options.StockSpread; i++)
        {
            components.Add(componentOf[postings.TextAt(i)]);
        }

        return components.Count >= options.StockSpread;
    }
}
