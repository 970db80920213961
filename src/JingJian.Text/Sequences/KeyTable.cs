using System.Numerics;
using System.Runtime.CompilerServices;

namespace JingJian.Text.Sequences;

/// <summary>Where a key stands in a list of keys: open addressing with linear probing, at most half full.</summary>
/// <remarks>
/// <para>A slot is one number: the place of its key, and above that as many digits of the key as there is room for. So the table of a
/// model stays in the nearer caches of a processor, and the list is asked hardly ever for a key that is not there.</para>
/// </remarks>
internal sealed class KeyTable
{
    private readonly ulong[] keys;
    private readonly uint[] slots;
    private readonly uint mask;

    // A model is opened once in a process: what is optimised only after many calls would always run slowly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public KeyTable(ulong[] keys)
    {
        this.keys = keys;
        mask = BitOperations.RoundUpToPowerOf2((uint)(keys.Length * 2) + 2) - 1;
        slots = new uint[mask + 1];
        for (int i = 0; i < keys.Length; i++)
        {
            slots[SlotOf(keys[i])] = MarkOf(keys[i]) | (uint)(i + 1);
        }
    }

    /// <summary>The index of a key, or -1.</summary>
    public int IndexOf(ulong key) => PlaceIn(slots[SlotOf(key)]);

    /// <summary>The indexes of many keys: their slots are fetched together, not one after the other.</summary>
    /// <param name="asked">The keys.</param>
    /// <param name="indexes">Receives an index for each, or -1.</param>
    public void IndexesOf(ReadOnlySpan<ulong> asked, Span<int> indexes)
    {
        indexes = indexes[..asked.Length];
        for (int i = 0; i < asked.Length; i++)
        {
            indexes[i] = unchecked((int)slots[(uint)asked[i] & mask]);
        }

        for (int i = 0; i < asked.Length; i++)
        {
            uint slot = unchecked((uint)indexes[i]);
            indexes[i] = slot == 0 || Holds(slot, asked[i]) ? PlaceIn(slot) : IndexOf(asked[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceIn(uint slot) => (int)(slot & mask) - 1;

    /// <summary>The digits of a key that stand beside its place.</summary>
    private uint MarkOf(ulong key) => (uint)(key >> 32) & ~mask;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Holds(uint slot, ulong key) => (slot & ~mask) == MarkOf(key) && keys[PlaceIn(slot)] == key;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint SlotOf(ulong key)
    {
        uint slot = unchecked((uint)key) & mask;
        while (slots[slot] != 0 && !Holds(slots[slot], key))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
