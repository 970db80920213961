using System.Runtime.InteropServices;

namespace JingJian.Analysis.Reuse;

/// <summary>The different letter sequences of an archive, each stored once: the exact layer.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> Equal sequences get one number and unequal ones two; a hash only proposes. Numbers are given in
/// order of first appearance.</para>
/// <para><b>Cost.</b> While sequences are added, sixteen bytes each for finding those that are known; <see cref="Close"/> gives them back.</para>
/// </remarks>
internal sealed class DistinctTexts
{
    private const int ChunkLetters = 1 << 20;
    private const int None = -1;

    private readonly List<char[]> chunks = [];
    private readonly PieceList<Place> places = new();
    private PieceList<ulong> hashes = new();
    private int[] table = NewTable(1024);
    private int used = ChunkLetters;

    /// <summary>How many different sequences there are.</summary>
    public int Count => places.Count;

    /// <summary>The letters of a sequence.</summary>
    public ReadOnlySpan<char> this[int id]
    {
        get
        {
            Place place = places[id];
            return chunks[place.Chunk].AsSpan(place.Start, place.Length);
        }
    }

    /// <summary>The letters of all sequences, one after the other.</summary>
    public IEnumerable<ReadOnlyMemory<char>> Chunks
    {
        get
        {
            for (int id = 0; id < places.Count;)
            {
                int first = id;
                while (id < places.Count && places[id].Chunk == places[first].Chunk)
                {
                    id++;
                }

                yield return chunks[places[first].Chunk].AsMemory(0, places[id - 1].Start + places[id - 1].Length);
            }
        }
    }

    /// <summary>The number of a sequence, new or known.</summary>
    /// <param name="letters">The sequence.</param>
    /// <param name="hash">Its <see cref="HashOf"/>.</param>
    public int Add(ReadOnlySpan<char> letters, ulong hash)
    {
        int slot = SlotFor(letters, hash);
        if (table[slot] != None)
        {
            return table[slot];
        }

        table[slot] = places.Count;
        places.Add(Store(letters));
        hashes.Add(hash);
        if (places.Count * 2 > table.Length)
        {
            Grow();
        }

        return places.Count - 1;
    }

    /// <summary>No more sequences come.</summary>
    public void Close()
    {
        hashes = new PieceList<ulong>();
        table = [];
    }

    /// <summary>Where the sequence is in the table, or the free place where it would be.</summary>
    private int SlotFor(ReadOnlySpan<char> letters, ulong hash)
    {
        int slot = SlotOf(hash);
        while (table[slot] != None && !(hashes[table[slot]] == hash && this[table[slot]].SequenceEqual(letters)))
        {
            slot = (slot + 1) & (table.Length - 1);
        }

        return slot;
    }

    private Place Store(ReadOnlySpan<char> letters)
    {
        if (used + letters.Length > ChunkLetters)
        {
            chunks.Add(new char[Math.Max(ChunkLetters, letters.Length)]);
            used = 0;
        }

        letters.CopyTo(chunks[^1].AsSpan(used));
        var place = new Place(chunks.Count - 1, used, letters.Length);
        used += letters.Length;
        return place;
    }

    private void Grow()
    {
        table = NewTable(table.Length * 2);
        for (int id = 0; id < hashes.Count; id++)
        {
            int slot = SlotOf(hashes[id]);
            while (table[slot] != None)
            {
                slot = (slot + 1) & (table.Length - 1);
            }

            table[slot] = id;
        }
    }

    private int SlotOf(ulong hash) => (int)(hash >> 33) & (table.Length - 1);

    private static int[] NewTable(int slots)
    {
        var table = new int[slots];
        Array.Fill(table, None);
        return table;
    }

    /// <summary>The hash of a sequence, four letters at a time; of little-endian letters where it is kept.</summary>
    public static ulong HashOf(ReadOnlySpan<char> letters)
    {
        unchecked
        {
            ulong hash = (ulong)letters.Length * 0x9E37_79B9_7F4A_7C15;
            ReadOnlySpan<ulong> quads = MemoryMarshal.Cast<char, ulong>(letters);
            foreach (ulong quad in quads)
            {
                hash = (hash ^ quad) * 0xD6E8_FEB8_6659_FD93;
                hash ^= hash >> 32;
            }

            foreach (char letter in letters[(quads.Length * 4)..])
            {
                hash = (hash ^ letter) * 0xD6E8_FEB8_6659_FD93;
                hash ^= hash >> 32;
            }

            return hash * 0x9E37_79B9_7F4A_7C15;
        }
    }

    private readonly record struct Place(int Chunk, int Start, int Length);
}
