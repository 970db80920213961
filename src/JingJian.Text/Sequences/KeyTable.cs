namespace JingJian.Text.Sequences;

/// <summary>Where a key stands in a list of keys: open addressing with linear probing, at most half full.</summary>
internal sealed class KeyTable
{
    private readonly ulong[] keys;
    private readonly int[] indexes;
    private readonly int mask;

    public KeyTable(ReadOnlySpan<ulong> list)
    {
        mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(list.Length * 2) + 2) - 1;
        keys = new ulong[mask + 1];
        indexes = new int[mask + 1];
        for (int i = 0; i < list.Length; i++)
        {
            int slot = SlotOf(list[i]);
            keys[slot] = list[i];
            indexes[slot] = i;
        }
    }

    /// <summary>The index of a key, or -1.</summary>
    public int IndexOf(ulong key)
    {
        int slot = SlotOf(key);
        return keys[slot] == key && key != 0 ? indexes[slot] : -1;
    }

    private int SlotOf(ulong key)
    {
        int slot = (int)(key & (ulong)mask);
        while (keys[slot] != 0 && keys[slot] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
