using System.Numerics;

namespace JingJian.Search.Ranking;

/// <summary>Scores everything that a query matches and that is allowed, window by window.</summary>
internal static class WindowSweep
{
    /// <summary>What to do with one window: its first document, the bits of those that match, and their scores without nearness.</summary>
    public delegate void Visit(int start, ReadOnlySpan<ulong> found, ReadOnlySpan<double> scores);

    public static void Over(RankedIndex index, QueryPlan plan, AllowedDocuments allowed, Visit visit)
    {
        var score = new DocumentScore(plan.Root.Scored(), index.Options);
        var scores = new double[Matcher.Window];
        for (int start = 0; start < index.Reader.Columns.Documents; start += Matcher.Window)
        {
            if (!allowed.MayBeIn(start))
            {
                continue;
            }

            plan.Root.Match(start);
            allowed.Restrict(start, plan.Root.Found);
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
