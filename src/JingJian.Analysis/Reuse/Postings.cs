namespace JingJian.Analysis.Reuse;

/// <summary>Which texts have which fingerprint: pairs (hash, text) in order of hash, then text.</summary>
internal sealed class Postings
{
    private const int DirectoryBits = 16;

    private readonly ulong[] sorted;
    private readonly int[] directory = new int[(1 << DirectoryBits) + 1];

    /// <summary>Postings in order: <see cref="HashKeys"/>.</summary>
    public Postings(ulong[] sorted)
    {
        this.sorted = sorted;
        foreach (ulong posting in sorted)
        {
            directory[(int)(posting >> (64 - DirectoryBits)) + 1]++;
        }

        for (int i = 1; i < directory.Length; i++)
        {
            directory[i] += directory[i - 1];
        }
    }

    /// <summary>How many postings there are; one text may have a fingerprint twice.</summary>
    public int Count => sorted.Length;

    /// <summary>The postings of all hashes in a store, which is left empty.</summary>
    public static Postings Take(IPartitionStore hashes, ReuseResources resources)
    {
        var partitions = new ulong[IPartitionStore.Partitions][];
        SortedPartitions.TakeEach(hashes, resources.Workers, HashKeys.Order, (partition, sorted) => partitions[partition] = sorted.ToArray());
        var all = new ulong[partitions.Sum(keys => keys.Length)];
        int at = 0;
        foreach (ulong[] keys in partitions)
        {
            keys.CopyTo(all, at);
            at += keys.Length;
        }

        return new Postings(all);
    }

    /// <summary>The text of a posting.</summary>
    public int TextAt(int index) => HashKeys.TextOf(sorted[index]);

    /// <summary>Where the postings of the hash at <paramref name="start"/> end.</summary>
    public int EndOfGroup(int start)
    {
        ulong last = sorted[start] | (HashKeys.MaxTexts - 1);
        int step = 1;
        while (step < sorted.Length - start && sorted[start + step] <= last)
        {
            start += step;
            step *= 2;
        }

        int low = start + 1, high = (int)Math.Min((long)start + step, sorted.Length);
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            if (sorted[middle] <= last)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The range of postings of a hash; empty when no text has it.</summary>
    public (int Start, int End) Find(ulong hash)
    {
        ulong key = HashKeys.Of(hash);
        int bucket = (int)(key >> (64 - DirectoryBits));
        int low = directory[bucket], high = directory[bucket + 1];
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            if (sorted[middle] < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < sorted.Length && HashKeys.Of(sorted[low]) == key ? (low, EndOfGroup(low)) : (low, low);
    }

    /// <summary>Whether a text is among the postings of one hash.</summary>
    public bool Has(int start, int end, int text)
    {
        int low = start, high = end;
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            if (TextAt(middle) < text)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < end && TextAt(low) == text;
    }
}
