namespace JingJian.Analysis.Reuse;

/// <summary>Sets that are joined two at a time.</summary>
/// <remarks><para><b>Guarantee.</b> A set is named by its smallest member, so the order of joining does not matter.</para></remarks>
internal sealed class Components
{
    private readonly int[] parent;

    /// <summary>Every number below <paramref name="count"/> in a set of its own.</summary>
    public Components(int count) => parent = [.. Enumerable.Range(0, count)];

    /// <summary>Joins the sets of two members.</summary>
    public void Join(int a, int b)
    {
        int rootA = Find(a);
        int rootB = Find(b);
        parent[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
    }

    /// <summary>The smallest member of a set.</summary>
    public int Find(int member)
    {
        while (parent[member] != member)
        {
            parent[member] = parent[parent[member]];
            member = parent[member];
        }

        return member;
    }

    /// <summary>The set of every member.</summary>
    public int[] ToArray()
    {
        var sets = new int[parent.Length];
        for (int i = 0; i < sets.Length; i++)
        {
            sets[i] = Find(i);
        }

        return sets;
    }
}
