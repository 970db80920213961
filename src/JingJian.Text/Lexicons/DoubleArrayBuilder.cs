using System.Diagnostics;

namespace JingJian.Text.Lexicons;

/// <summary>Lays a trie out as a double array.</summary>
/// <remarks>
/// <para><b>Source.</b> J. Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure", IEEE TSE 15(9), 1989.</para>
/// <para><b>Departures.</b> The check holds the character's code instead of the parent, which asks that no two nodes
/// share a base; in exchange a unit is 8 bytes, value included. Nodes with many children are placed first, single
/// children then fill the holes.</para>
/// <para><b>Guarantee.</b> Every unit index base + code is inside the array, for every base and every code of the alphabet.</para>
/// </remarks>
internal sealed class DoubleArrayBuilder
{
    private readonly List<Node> nodes = [new Node(0)];
    private readonly Dictionary<(int Parent, ushort Code), int> children = [];

    private readonly FreeSlots free = new();
    private readonly FreeSlots bases = new();

    /// <summary>Makes sure that <paramref name="word"/> and its prefixes are nodes; returns the word's node.</summary>
    public int Add(ReadOnlySpan<ushort> word)
    {
        int at = 0;
        foreach (ushort code in word)
        {
            if (!children.TryGetValue((at, code), out int child))
            {
                child = nodes.Count;
                nodes.Add(new Node(code));
                nodes[at].Children.Add(child);
                children.Add((at, code), child);
            }

            at = child;
        }

        return at;
    }

    /// <summary>Gives a node its value; 0 means none.</summary>
    public void SetValue(int node, ushort value) => nodes[node].Value = value;

    /// <summary>Places all nodes; the result holds the units and, for each node, the index of its unit (the root has none: -1).</summary>
    public (ulong[] Units, int[] UnitOf) Build(int alphabetSize)
    {
        PlaceChildren();
        int length = nodes.Max(node => node.Base) + alphabetSize + 1;
        ulong[] units = new ulong[length];
        Array.Fill(units, DoubleArray.Free);
        int[] unitOf = new int[nodes.Count];
        unitOf[0] = -1;
        foreach (Node node in nodes)
        {
            foreach (int child in node.Children)
            {
                int index = node.Base + nodes[child].Code;
                Debug.Assert(units[index] == DoubleArray.Free, "Two nodes on one unit.");
                units[index] = DoubleArray.Pack(nodes[child].Base, nodes[child].Value, nodes[child].Code);
                unitOf[child] = index;
            }
        }

        return (units, unitOf);
    }

    private void PlaceChildren()
    {
        Place(nodes[0], DoubleArray.RootBase);
        free.Take(0);
        bases.Take(0);
        foreach (Node node in nodes.Skip(1).Where(node => node.Children.Count > 0).OrderByDescending(node => node.Children.Count))
        {
            node.Children.Sort((a, b) => nodes[a].Code.CompareTo(nodes[b].Code));
            Place(node, FirstFit(node));
        }
    }

    private int FirstFit(Node node)
    {
        int first = nodes[node.Children[0]].Code;
        int slot = free.NextFrom(first + 1);
        while (bases.IsTaken(slot - first) || !Fits(node, slot - first))
        {
            slot = free.NextFrom(slot + 1);
        }

        return slot - first;
    }

    private bool Fits(Node node, int candidate)
    {
        foreach (int child in node.Children)
        {
            if (free.IsTaken(candidate + nodes[child].Code))
            {
                return false;
            }
        }

        return true;
    }

    private void Place(Node node, int childBase)
    {
        node.Base = childBase;
        bases.Take(childBase);
        foreach (int child in node.Children)
        {
            free.Take(childBase + nodes[child].Code);
        }
    }

    private sealed class Node(ushort code)
    {
        public ushort Code { get; } = code;

        public List<int> Children { get; } = [];

        public int Base { get; set; }

        public ushort Value { get; set; }
    }
}
