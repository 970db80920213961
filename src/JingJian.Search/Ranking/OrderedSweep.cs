using System.Numerics;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Passes over an index window by window where years or originality come before scores.</summary>
/// <remarks><para>Each allowed match is looked at, and scored where it may be kept: the stored maxima say nothing of years and originality.</para></remarks>
internal sealed class OrderedSweep(
    RankedIndex index, QueryPlan plan, AllowedDocuments allowed, Nearness nearness, BestHits best, MatchCounter? counter, SearchRequest request)
{
    // Above any year and any share, so that what has all typed words leads.
    private const int Complete = 1 << 20;
    private const int LastYear = 9999;

    private readonly DocumentScore score = new(plan.Root.Scored(), index.Options);
    private readonly ulong[] found = new ulong[Matcher.Words];
    private readonly ulong[] complete = new ulong[Matcher.Words];

    private PassageColumns Columns => index.Reader.Columns;

    public void Run()
    {
        // What was added beside need not be there for a paragraph to have all that was asked.
        GroupMatcher typed = plan.Added.Count == 0 ? plan.Root : QueryPlanner.Plan(index, request with { Expand = false }).Root;
        for (int start = 0; start < Columns.Documents; start += Matcher.Window)
        {
            if (!allowed.MayBeIn(start))
            {
                continue;
            }

            plan.Root.Match(start);
            plan.Root.Found.CopyTo(found, 0);
            allowed.Restrict(start, found);
            counter?.Count(start, found, plan.Root);
            typed.Match(start);
            found.CopyTo(complete, 0);
            WindowBits.And(complete, typed.Found);
            typed.KeepComplete(complete);
            Keep(start);
        }
    }

    private void Keep(int start)
    {
        for (int i = 0; i < found.Length; i++)
        {
            for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
            {
                int offset = (i * 64) + BitOperations.TrailingZeroCount(bits), document = start + offset;
                bool hasAll = (complete[i] >> (offset & 63) & 1) == 1;
                int group = request.CollapseFamilies ? Columns.Groups[document] : document;
                var highest = new Candidate(document, group, Columns.Ids[document], float.PositiveInfinity) { Key = KeyOf(document) + (hasAll ? Complete : 0) };
                if (best.Enters(highest) && (highest with { Score = ScoreOf(start, offset) }) is var exact && best.Enters(exact))
                {
                    best.Add(exact);
                }
            }
        }
    }

    /// <summary>The higher the sooner; what is not known comes last.</summary>
    private int KeyOf(int document) => request.Order switch
    {
        SearchOrder.Newest => Columns.Years[document],
        SearchOrder.Oldest => Columns.Years[document] is var year && year > 0 ? LastYear + 1 - year : 0,
        _ => Columns.Originality[document],
    };

    private float ScoreOf(int start, int offset) => (float)(score.Of(start, offset) + nearness.Of(index.Reader.Texts.TextOf(start + offset)));
}
