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
    private Candidate leader = Candidate.None;
    private int matching;
    private int group = -1;

    // The score of the worst that is kept: nothing lower can enter.
    private float least = request.Offset + request.Top == 0 ? float.PositiveInfinity : float.NegativeInfinity;

    /// <summary>How many documents were counted.</summary>
    public int Paragraphs { get; private set; }

    /// <summary>How many families they belong to.</summary>
    public int Families { get; private set; }

    public void Collect(int start, ReadOnlySpan<ulong> found, ReadOnlySpan<float> scores)
    {
        ReadOnlySpan<int> groups = index.Columns.Groups;
        float most = nearness.Most;
        for (int i = 0; i < found.Length; i++)
        {
            Paragraphs += BitOperations.PopCount(found[i]);
            for (ulong bits = found[i]; bits != 0; bits &= bits - 1)
            {
                int offset = (i * 64) + BitOperations.TrailingZeroCount(bits);
                EnterGroup(groups[start + offset]);
                matching++;
                if (scores[offset] + most >= least)
                {
                    Consider(start + offset, offset, scores[offset]);
                }
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

    private void EnterGroup(int next)
    {
        if (next != group)
        {
            Families++;
        }

        if (next != group || !request.CollapseFamilies)
        {
            Flush();
            group = next;
        }
    }

    /// <summary>Looks closer at a document that may enter, from the cheap bound to the text itself.</summary>
    private void Consider(int document, int offset, float score)
    {
        var highest = new Candidate(document, index.Columns.Ids[document], score + nearness.MostAt(offset), 0);
        if (IsBetter(highest, leader) && Enters(highest))
        {
            Candidate exact = highest with { Score = score + nearness.Of(index.Texts.TextOf(document)) };
            leader = IsBetter(exact, leader) ? exact : leader;
        }
    }

    private static bool IsBetter(Candidate one, Candidate other) => Candidate.WorstFirst.Compare(one, other) > 0;

    private bool Enters(Candidate candidate) => best.Count < capacity || (capacity > 0 && IsBetter(candidate, best.Peek()));

    private void Flush()
    {
        if (leader.Document >= 0 && Enters(leader))
        {
            leader = leader with { Matching = matching };
            best.Enqueue(leader, leader);
            if (best.Count > capacity)
            {
                best.Dequeue();
            }

            least = best.Count == capacity ? best.Peek().Score : least;
        }

        leader = Candidate.None;
        matching = 0;
    }
}
