namespace JingJian.Analysis.Reuse;

/// <summary>Which texts have which fingerprint: pairs (hash, text) in order of hash, then text.</summary>
/// <remarks>
/// <para>A posting is one <see cref="ulong"/>: the upper 38 bits of the hash, then 26 bits of text number. Hashes that
/// collide cost a candidate that verification rejects, never a match.</para>
/// </remarks>
internal sealed class Postings
{
    /// <summary>More texts than this do not fit a posting.</summary>
    public const int MaxTexts = 1 << TextBits;

    private const int TextBits = 26;
    private const int DirectoryBits = 16;

    private readonly ulong[] sorted;
    private readonly int[] directory = new int[(1 << DirectoryBits) + 1];

    private Postings(ulong[] sorted)
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

    /// <summary>The postings of all texts.</summary>
    public static Postings Of(DistinctTexts texts)
    {
        var fingerprints = new List<Fingerprint>();
        var keys = new KeyBlocks();
        for (int text = 0; text < texts.Count; text++)
        {
            Winnowing.Fingerprints(texts[text], fingerprints);
            foreach (Fingerprint fingerprint in fingerprints)
            {
                keys.Add(HashPart(fingerprint.Hash) | (uint)text);
            }
        }

        return new Postings(RadixSort.Sort(keys, TextBits, 64));
    }

    /// <summary>The postings of the spaced seeds of some texts.</summary>
    public static Postings OfSeeds(DistinctTexts texts, IEnumerable<int> asked)
    {
        var seeds = new List<ulong>();
        var keys = new KeyBlocks();
        foreach (int text in asked)
        {
            SpacedSeeds.Of(texts[text], seeds);
            foreach (ulong seed in seeds)
            {
                keys.Add(HashPart(seed) | (uint)text);
            }
        }

        return new Postings(RadixSort.Sort(keys, TextBits, 64));
    }

    /// <summary>Replaces the list by the texts of a range of postings, ascending, each once; returns how many there are.</summary>
    public int ReadGroup(int start, int end, List<int> texts)
    {
        texts.Clear();
        for (int i = start; i < end; i++)
        {
            int text = TextAt(i);
            if (texts.Count == 0 || texts[^1] != text)
            {
                texts.Add(text);
            }
        }

        return texts.Count;
    }

    /// <summary>The text of a posting.</summary>
    public int TextAt(int index) => (int)(sorted[index] & (MaxTexts - 1));

    /// <summary>Where the postings of the hash at <paramref name="start"/> end.</summary>
    public int EndOfGroup(int start)
    {
        ulong last = sorted[start] | (MaxTexts - 1);
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
        ulong key = HashPart(hash);
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

        return low < sorted.Length && HashPart(sorted[low]) == key ? (low, EndOfGroup(low)) : (low, low);
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

    private static ulong HashPart(ulong hash) => hash & ~(ulong)(MaxTexts - 1);
}
