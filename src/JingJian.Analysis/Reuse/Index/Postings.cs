namespace JingJian.Analysis.Reuse;

/// <summary>Which texts have which hash: keys of <see cref="HashKeys"/> in order.</summary>
internal sealed class Postings(ReadOnlyMemory<ulong> sorted)
{
    /// <summary>How many postings there are; one text may have a hash twice.</summary>
    public int Count => sorted.Length;

    /// <summary>The postings of a hash, in order of text; none when no text has it.</summary>
    public ReadOnlySpan<ulong> Find(ulong hash)
    {
        ReadOnlySpan<ulong> keys = sorted.Span;
        ulong key = HashKeys.Of(hash);
        int start = FirstAtLeast(keys, key, 0, keys.Length);
        ulong last = key | (HashKeys.MaxTexts - 1);

        // Most hashes have few texts: steps that double find the end in as many looks as its logarithm.
        int step = 1;
        int end = start;
        while (end < keys.Length && keys[end] <= last)
        {
            end = (int)Math.Min((long)end + step, keys.Length);
            step = Math.Min(step * 2, 1 << 24);
        }

        return keys[start..FirstAtLeast(keys, last, start, end)];
    }

    /// <summary>Whether a text is among the postings of one hash.</summary>
    public static bool Has(ReadOnlySpan<ulong> postings, int text)
    {
        int low = 0, high = postings.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (HashKeys.TextOf(postings[middle]) < text)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < postings.Length && HashKeys.TextOf(postings[low]) == text;
    }

    /// <summary>Where the postings of the text at a place end.</summary>
    /// <remarks>A line of one letter again and again has one hash thousands of times: steps that double pass them.</remarks>
    public static int NextText(ReadOnlySpan<ulong> postings, int at)
    {
        ulong posting = postings[at];
        int end = at + 1;
        for (int step = 1; end < postings.Length && postings[end] == posting; step *= 2)
        {
            at = end;
            end = Math.Min(end + step, postings.Length);
        }

        return FirstAtLeast(postings, posting + 1, at, end);
    }

    /// <summary>The first key that is <paramref name="key"/> or more; no text number is the largest of its bits.</summary>
    private static int FirstAtLeast(ReadOnlySpan<ulong> keys, ulong key, int low, int high)
    {
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) / 2);
            if (keys[middle] < key)
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
}
