namespace JingJian.Analysis.Reuse;

/// <summary>One key for a hash and the text that has it, and stores full of them.</summary>
/// <remarks>
/// <para>The upper 38 bits of the hash, then 26 bits of text number. Hashes that collide cost a candidate that verification
/// rejects, never a match.</para>
/// </remarks>
internal static class HashKeys
{
    /// <summary>Bits of a text number.</summary>
    public const int TextBits = 26;

    /// <summary>More texts than this do not fit a key.</summary>
    public const int MaxTexts = 1 << TextBits;

    private const int TextsInPiece = 8192;

    /// <summary>The bits inside a partition that order keys by hash, then by text.</summary>
    public static readonly (int From, int To)[] Order = [(0, TextBits), (TextBits, 56)];

    /// <summary>The key of a hash, without a text.</summary>
    public static ulong Of(ulong hash) => hash & ~(ulong)(MaxTexts - 1);

    /// <summary>The text of a key.</summary>
    public static int TextOf(ulong key) => (int)(key & (MaxTexts - 1));

    /// <summary>Where the keys of the hash at <paramref name="start"/> end.</summary>
    public static int EndOfGroup(ReadOnlySpan<ulong> keys, int start)
    {
        ulong last = keys[start] | (MaxTexts - 1);
        int end = start + 1;
        while (end < keys.Length && keys[end] <= last)
        {
            end++;
        }

        return end;
    }

    /// <summary>Replaces the list by the texts of some sorted keys of one hash, ascending, each once.</summary>
    public static void ReadTexts(ReadOnlySpan<ulong> keys, List<int> texts)
    {
        texts.Clear();
        foreach (ulong key in keys)
        {
            int text = TextOf(key);
            if (texts.Count == 0 || texts[^1] != text)
            {
                texts.Add(text);
            }
        }
    }

    /// <summary>The keys of the hashes of some texts.</summary>
    /// <param name="count">How many texts there are.</param>
    /// <param name="resources">What may be used.</param>
    /// <param name="hashesOf">Adds the hashes of a text to an empty list.</param>
    /// <param name="slice">Which of the slices: each has the partitions that follow those of the slice before.</param>
    /// <param name="slices">In how many slices the hashes are made: so much less room they need while they wait. A power of two.</param>
    public static IPartitionStore Store(int count, ReuseResources resources, Action<int, List<ulong>> hashesOf, int slice = 0, int slices = 1)
    {
        IPartitionStore store = resources.NewStore();
        var writers = new Pool<(PartitionWriter Writer, List<ulong> Hashes)>(() => (new PartitionWriter(store), []));
        resources.Workers.Run(((count - 1) / TextsInPiece) + 1, piece => writers.Lend(lent =>
        {
            for (int text = piece * TextsInPiece; text < Math.Min(count, (piece + 1) * TextsInPiece); text++)
            {
                lent.Hashes.Clear();
                hashesOf(text, lent.Hashes);
                foreach (ulong hash in lent.Hashes)
                {
                    if (PartitionWriter.PartitionOf(hash) * slices / IPartitionStore.Partitions == slice)
                    {
                        lent.Writer.Add(Of(hash) | (uint)text);
                    }
                }
            }

            lent.Writer.Flush();
        }));
        return store;
    }
}
