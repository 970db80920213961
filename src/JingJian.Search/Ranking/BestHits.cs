namespace JingJian.Search.Ranking;

/// <summary>A document on its way into the result.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Group">Only the best of a group is kept.</param>
/// <param name="PassageId">Breaks ties.</param>
/// <param name="Score">Its full score.</param>
internal readonly record struct Candidate(int Document, int Group, long PassageId, float Score)
{
    /// <summary>Comes before the score where another order than that of scores is asked for.</summary>
    public int Key { get; init; }

    /// <summary>By key, then by score, then by id.</summary>
    public bool IsBetterThan(Candidate other) => Key != other.Key ? Key > other.Key : Score != other.Score ? Score > other.Score : PassageId < other.PassageId;
}

/// <summary>The best candidates, one of each group.</summary>
/// <remarks><para>A heap whose root is the worst that is kept, and where in it each group stands. Candidates may come in any order.</para></remarks>
internal sealed class BestHits(int capacity)
{
    private readonly List<Candidate> heap = [];
    private readonly Dictionary<int, int> slots = [];

    /// <summary>Nothing with a lower score can enter.</summary>
    public double Least => heap.Count < capacity ? double.NegativeInfinity : capacity == 0 ? double.PositiveInfinity : heap[0].Score;

    /// <summary>How many can be kept.</summary>
    public int Capacity => capacity;

    /// <summary>Whether as many are kept as can be.</summary>
    public bool IsFull => heap.Count >= capacity;

    /// <summary>Whether a candidate with this score would be kept.</summary>
    public bool Enters(Candidate candidate) => slots.TryGetValue(candidate.Group, out int slot)
        ? candidate.IsBetterThan(heap[slot])
        : heap.Count < capacity || (capacity > 0 && candidate.IsBetterThan(heap[0]));

    public void Add(Candidate candidate)
    {
        if (slots.TryGetValue(candidate.Group, out int slot))
        {
            heap[slot] = candidate;
            Sink(slot);
        }
        else if (heap.Count < capacity)
        {
            heap.Add(candidate);
            Rise(heap.Count - 1);
        }
        else
        {
            slots.Remove(heap[0].Group);
            heap[0] = candidate;
            Sink(0);
        }
    }

    /// <summary>All that are kept, best first.</summary>
    public Candidate[] InOrder()
    {
        Candidate[] all = [.. heap];
        Array.Sort(all, (a, b) => a.IsBetterThan(b) ? -1 : b.IsBetterThan(a) ? 1 : 0);
        return all;
    }

    private void Rise(int slot)
    {
        Candidate risen = heap[slot];
        while (slot > 0 && heap[(slot - 1) / 2].IsBetterThan(risen))
        {
            Put(slot, heap[(slot - 1) / 2]);
            slot = (slot - 1) / 2;
        }

        Put(slot, risen);
    }

    private void Sink(int slot)
    {
        Candidate sunk = heap[slot];
        while (true)
        {
            int child = (slot * 2) + 1;
            if (child + 1 < heap.Count && heap[child].IsBetterThan(heap[child + 1]))
            {
                child++;
            }

            if (child >= heap.Count || !sunk.IsBetterThan(heap[child]))
            {
                break;
            }

            Put(slot, heap[child]);
            slot = child;
        }

        Put(slot, sunk);
    }

    private void Put(int slot, Candidate candidate)
    {
        heap[slot] = candidate;
        slots[candidate.Group] = slot;
    }
}
