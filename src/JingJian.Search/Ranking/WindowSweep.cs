namespace JingJian.Search.Ranking;

/// <summary>Evaluates a query window by window over a whole index.</summary>
internal static class WindowSweep
{
    /// <summary>What to do with one window: its first document, the bits of those that match, and all scores.</summary>
    public delegate void Visit(int start, ReadOnlySpan<ulong> found, ReadOnlySpan<float> scores);

    public static void Over(RankedIndex index, Matcher root, List<DocumentFilter> filters, Visit visit)
    {
        var scores = new float[Matcher.Window];
        for (int start = 0; start < index.Reader.Count; start += Matcher.Window)
        {
            Array.Clear(scores);
            root.Match(start, scores);
            filters.ForEach(filter => filter.Restrict(start, root.Found));
            visit(start, root.Found, scores);
        }
    }
}
