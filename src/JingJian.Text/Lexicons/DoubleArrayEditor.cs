using System.Diagnostics;

namespace JingJian.Text.Lexicons;

/// <summary>A double array, with what belongs to its units, that takes new words.</summary>
/// <remarks>
/// <para>A node whose new child finds its place taken moves its children to the free end of the array. The root cannot
/// move; there the family that is in the way moves. Children are found through their base alone, so a unit can move
/// without its own children noticing.</para>
/// </remarks>
internal sealed class DoubleArrayEditor
{
    private const int Root = -1;

    private readonly List<char> alphabet;
    private readonly HashSet<int> newBases = [];
    private readonly ushort[] codes;
    private ulong[] units;
    private byte[] tagOf;
    private ushort[] idfOf;
    private int searchFrom;
    private int lastBase;

    public DoubleArrayEditor(ReadOnlySpan<ulong> units, ReadOnlySpan<byte> tagOf, ReadOnlySpan<ushort> idfOf, ReadOnlySpan<char> alphabet)
    {
        this.units = units.ToArray();
        this.tagOf = tagOf.ToArray();
        this.idfOf = idfOf.ToArray();
        this.alphabet = [.. alphabet];
        codes = LexiconCompiler.Codes(alphabet);
        lastBase = units.Length - alphabet.Length - 1;
        searchFrom = lastBase + 1;
    }

    public ReadOnlySpan<ulong> Units => units;

    public ReadOnlySpan<byte> TagOf => tagOf;

    public ReadOnlySpan<ushort> IdfOf => idfOf;

    public IReadOnlyList<char> Alphabet => alphabet;

    /// <summary>The value of <paramref name="word"/>, or null unless it is a word or the beginning of one.</summary>
    public ushort? ValueOf(string word)
    {
        int at = DoubleArray.Find(units, codes, word);
        return at < 0 || !LeadsToWord(at) ? null : DoubleArray.Value(units[at]);
    }

    /// <summary>Sets the value of <paramref name="word"/>.</summary>
    public void SetValue(string word, ushort value)
    {
        int at = FindOrAdd(word);
        units[at] = DoubleArray.Pack(DoubleArray.Base(units[at]), value, DoubleArray.Code(units[at]));
    }

    /// <summary>Sets the part of speech of <paramref name="word"/>.</summary>
    public void SetTag(string word, byte tag) => tagOf[FindOrAdd(word)] = tag;

    private int FindOrAdd(string word)
    {
        int at = Root;
        foreach (char letter in word)
        {
            ushort code = CodeOf(letter);
            int childBase = BaseOf(at);
            bool found = childBase != 0 && DoubleArray.Code(units[childBase + code]) == code;
            at = found ? childBase + code : AddChild(at, code);
        }

        return at;
    }

    private bool LeadsToWord(int at) =>
        DoubleArray.Value(units[at]) != 0 || ChildrenOf(DoubleArray.Base(units[at])).Any(code => LeadsToWord(DoubleArray.Base(units[at]) + code));

    private int BaseOf(int node) => node == Root ? DoubleArray.RootBase : DoubleArray.Base(units[node]);

    private ushort CodeOf(char letter)
    {
        if (codes[letter] == 0)
        {
            alphabet.Add(letter);
            codes[letter] = checked((ushort)alphabet.Count);
            GrowFor(lastBase);
        }

        return codes[letter];
    }

    private int AddChild(int parent, ushort code)
    {
        int childBase = BaseOf(parent);
        if (childBase == 0 || units[childBase + code] != DoubleArray.Free)
        {
            if (parent == Root)
            {
                MoveChildren(OwnerOf(childBase + code), []);
            }
            else
            {
                childBase = MoveChildren(parent, [code]);
            }
        }

        units[childBase + code] = DoubleArray.Pack(0, 0, code);
        return childBase + code;
    }

    /// <summary>Moves the children of a node to a base that has room for more of them.</summary>
    private int MoveChildren(int owner, ReadOnlySpan<ushort> more)
    {
        int from = DoubleArray.Base(units[owner]);
        ushort[] children = [.. ChildrenOf(from)];
        int to = FreeBase([.. children, .. more]);
        foreach (ushort code in children)
        {
            units[to + code] = units[from + code];
            tagOf[to + code] = tagOf[from + code];
            idfOf[to + code] = idfOf[from + code];
            units[from + code] = DoubleArray.Free;
            tagOf[from + code] = 0;
            idfOf[from + code] = 0;
        }

        units[owner] = DoubleArray.Pack(to, DoubleArray.Value(units[owner]), DoubleArray.Code(units[owner]));
        return to;
    }

    /// <summary>A base beyond all earlier ones where the given codes are free.</summary>
    private int FreeBase(ReadOnlySpan<ushort> wanted)
    {
        int candidate = searchFrom;
        while (newBases.Contains(candidate) || !AreFree(candidate, wanted))
        {
            candidate++;
        }

        // Single children fill up the array one by one; a large family may leave a gap behind, which stays.
        searchFrom = wanted.Length > 1 ? searchFrom : candidate;
        newBases.Add(candidate);
        GrowFor(candidate);
        return candidate;
    }

    private bool AreFree(int candidate, ReadOnlySpan<ushort> wanted)
    {
        foreach (ushort code in wanted)
        {
            if (candidate + code < units.Length && units[candidate + code] != DoubleArray.Free)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Keeps the promise that every base + code is inside the array.</summary>
    private void GrowFor(int childBase)
    {
        lastBase = Math.Max(lastBase, childBase);
        int length = lastBase + alphabet.Count + 1;
        int before = units.Length;
        if (length > before)
        {
            Array.Resize(ref units, length);
            Array.Resize(ref tagOf, length);
            Array.Resize(ref idfOf, length);
            units.AsSpan(before).Fill(DoubleArray.Free);
        }
    }

    private IEnumerable<ushort> ChildrenOf(int childBase)
    {
        for (int code = 1; childBase != 0 && code <= alphabet.Count; code++)
        {
            if (DoubleArray.Code(units[childBase + code]) == code)
            {
                yield return (ushort)code;
            }
        }
    }

    private int OwnerOf(int child)
    {
        int childBase = child - DoubleArray.Code(units[child]);
        int owner = Array.FindIndex(units, unit => DoubleArray.Code(unit) != DoubleArray.Free && DoubleArray.Base(unit) == childBase);
        Debug.Assert(owner >= 0, "A unit without an owner.");
        return owner;
    }
}
