using System.Numerics;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>A document on its way into the result.</summary>
/// <param name="Document">Its number.</param>
/// <param name="PassageId">Breaks ties.</param>
/// <param name="Score">Its full score.</param>
/// <param name="Matching">How many of its family match.</param>
internal readonly record struct Candidate(int Document, long PassageId, float Score, int Matching)
{
    /// <summary>Worse than any document.</summary>
    public static Candidate None { get; } = new(-1, long.MaxValue, float.NegativeInfinity, 0);

    /// <summary>Worst first: the lower score, then the larger id.</summary>
    public static Comparer<Candidate> WorstFirst { get; } = Comparer<Candidate>.Create((a, b) =>
        a.Score != b.Score ? a.Score.CompareTo(b.Score) : b.PassageId.CompareTo(a.PassageId));
}

/// <summary>Counts what matches and keeps the best, families collapsed or not.</summary>
internal sealed class HitCollector(IndexReader index, Nearness nearness, SearchRequest request)
{
    private readonly int capacity = request.Offset + request.Top;
    private readonly PriorityQueue<Candidate, Candidate> best = new(Candidate.WorstFirst);
    private readonly FacetCounter? facets = request.CountFacets ? new FacetCounter(index.Columns) : null;
    private Candidate leader = Candidate.None;
    private int matching;
    private int group = -1;

    /// <summary>How many documents were counted.</summary>
    public int Paragraphs { get; private set; }

    /// <summary>How many families they belong to.</summary>
    public int Families { get; private set; }

    public SearchFacets Facets => facets?.Count() ?? FacetCounter.NotCounted;

    public void Collect(int start, ReadOnlySpan<ulong> found, ReadOnlySpan<float> scores)
    {
        ReadOnlySpan<int> groups = index.Columns.Groups;
        for (int i = 0; i < found.Length; i++)
        {
            for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
            {
                int offset = (i * 64) + BitOperations.TrailingZeroCount(bits);
                Collect(start + offset, groups[start + offset], scores[offset]);
            }
        }
    }

    /// <summary>The hits asked for, best first.</summary>
    public Candidate[] Best()
    {
        Flush();
        var ordered = new Candidate[best.Count];
        for (int i = ordered.Length - 1; i >= 0; i--)
        {
            ordered[i] = best.Dequeue();
        }

        return ordered[Math.Min(request.Offset, ordered.Length)..];
    }

    private void Collect(int document, int itsGroup, float score)
    {
        Paragraphs++;
        facets?.Add(document, itsGroup);
        if (itsGroup != group)
        {
            Families++;
        }

        if (itsGroup != group || !request.CollapseFamilies)
        {
            Flush();
            group = itsGroup;
        }

        matching++;
        var candidate = new Candidate(document, index.Columns.Ids[document], score + nearness.Most, matching);
        if (IsBetter(candidate, leader) && Enters(candidate))
        {
            // It may lead at best: worth a look into the text.
            candidate = candidate with { Score = score + nearness.Of(index.Texts.TextOf(document)) };
            leader = IsBetter(candidate, leader) ? candidate : leader;
        }
    }

    private static bool IsBetter(Candidate one, Candidate other) => Candidate.WorstFirst.Compare(one, other) > 0;

    private bool Enters(Candidate candidate) => capacity > 0 && (best.Count < capacity || IsBetter(candidate, best.Peek()));

    private void Flush()
    {
        if (leader != Candidate.None && Enters(leader))
        {
            leader = leader with { Matching = matching };
            best.Enqueue(leader, leader);
            if (best.Count > capacity)
            {
                best.Dequeue();
            }
        }

        leader = Candidate.None;
        matching = 0;
    }
}
