using System.Numerics;
using System.Runtime.CompilerServices;

namespace JingJian.Text.Sequences;

/// <summary>Where a key stands in a list of keys: open addressing with linear probing, at most half full.</summary>
/// <remarks>
/// <para>Most keys that are asked for are not there: one bit for each hash of a key says so, in a twelfth of the room, which stays in the
/// nearer caches of a processor.</para>
/// </remarks>
internal sealed class KeyTable
{
    private const int BitsPerSlot = 8;

    private readonly ulong[] keys;
    private readonly int[] indexes;
    private readonly ulong[] present;
    private readonly int mask;
    private readonly int shift;

    // A model is opened once in a process: what is optimised only after many calls would always run slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public KeyTable(ReadOnlySpan<ulong> list)
    {
        mask = (int)BitOperations.RoundUpToPowerOf2((uint)(list.Length * 2) + 2) - 1;
        keys = new ulong[mask + 1];
        indexes = new int[mask + 1];
        present = new ulong[Math.Max(1, (mask + 1) * BitsPerSlot / 64)];
        shift = 64 - BitOperations.Log2((uint)present.Length);
        for (int i = 0; i < list.Length; i++)
        {
            int slot = SlotOf(list[i]);
            keys[slot] = list[i];
            indexes[slot] = i;
            present[WordOf(list[i])] |= BitOf(list[i]);
        }
    }

    /// <summary>The index of a key, or -1.</summary>
    public int IndexOf(ulong key)
    {
        if ((present[WordOf(key)] & BitOf(key)) == 0)
        {
            return -1;
        }

        int slot = SlotOf(key);
        return keys[slot] == key && key != 0 ? indexes[slot] : -1;
    }

    /// <summary>Where its bit is: by the upper digits, as the slot is by the lower ones.</summary>
    private int WordOf(ulong key) => present.Length == 1 ? 0 : (int)(key >> shift);

    private static ulong BitOf(ulong key) => 1UL << (int)((key >> 24) & 63);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
