namespace JingJian.Text.Lexicons;

/// <summary>Which of the slots 0, 1, 2, … are taken, and the next free one from a slot on.</summary>
/// <remarks>
/// <para><b>Source.</b> Disjoint sets with path halving: each taken slot points towards the next free one.</para>
/// <para><b>Cost.</b> Nearly constant per call, amortised.</para>
/// </remarks>
internal sealed class FreeSlots
{
    private readonly List<int> next = [];

    public bool IsTaken(int slot) => slot < next.Count && next[slot] != slot;

    public void Take(int slot)
    {
        Grow(slot + 1);
        next[slot] = slot + 1;
    }

    public int NextFrom(int slot)
    {
        Grow(slot);
        while (next[slot] != slot)
        {
            slot = next[slot] = next[next[slot]];
        }

        return slot;
    }

    private void Grow(int slot)
    {
        while (next.Count <= slot)
        {
            next.Add(next.Count);
        }
    }
}
