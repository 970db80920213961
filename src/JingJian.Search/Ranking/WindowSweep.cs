using System.Numerics;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Scores everything that a query matches, window by window.</summary>
internal static class WindowSweep
{
    /// <summary>What to do with one window: its first document, the bits of those that match, and their scores without nearness.</summary>
    public delegate void Visit(int start, ReadOnlySpan<ulong> found, ReadOnlySpan<double> scores);

    public static void Over(RankedIndex index, QueryPlan plan, List<DocumentFilter> filters, Visit visit)
    {
        PassageColumns columns = index.Reader.Columns;
        var score = new DocumentScore(plan.Root.Scored(), index.Options);
        var scores = new double[Matcher.Window];
        for (int start = 0; start < columns.Documents; start += Matcher.Window)
        {
            plan.Root.Match(start);
            if (columns.Deleted is { } deleted)
            {
                ReadOnlySpan<ulong> here = deleted.Words[(start / 64)..];
                WindowBits.AndNot(plan.Root.Found.AsSpan(0, Math.Min(Matcher.Words, here.Length)), here);
            }

            filters.ForEach(filter => filter.Restrict(start, plan.Root.Found));
            Score(start, plan.Root.Found, score, scores);
            visit(start, plan.Root.Found, scores);
        }
    }

    private static void Score(int start, ReadOnlySpan<ulong> found, DocumentScore score, double[] scores)
    {
        for (int i = 0; i < found.Length; i++)
        {
            for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
            {
                int offset = (i * 64) + BitOperations.TrailingZeroCount(bits);
                scores[offset] = score.Of(start, offset);
            }
        }
    }
}
