namespace JingJian.Analysis.Reuse;

/// <summary>A few hashes of a sequence of letters that any other sequence with a long enough common run shares.</summary>
/// <remarks>
/// <para><b>Source.</b> S. Schleimer, D. Wilkerson, A. Aiken, "Winnowing: local algorithms for document fingerprinting",
/// SIGMOD 2003, section 3 (robust winnowing).</para>
/// <para><b>Guarantee.</b> Two sequences that share a run of k + w − 1 = 13 letters share a fingerprint. About 2/(w+1) = 0.29
/// of the positions are kept.</para>
/// <para><b>Departures.</b> A sequence of at least k letters that is shorter than 13 keeps its smallest hash.</para>
/// <para><b>Cost.</b> Linear; one multiplication and one comparison a letter.</para>
/// </remarks>
internal static class Winnowing
{
    /// <summary>k: letters in a gram.</summary>
    public const int GramLength = 8;

    /// <summary>w: grams in a window, of which one is kept.</summary>
    public const int Window = 6;

    /// <summary>Every shared run of this many letters is found.</summary>
    public const int GuaranteedRun = GramLength + Window - 1;

    private static readonly RollingHash Hash = new(GramLength);

    /// <summary>Replaces the list by the fingerprints of the letters, in order of place; a gram that several windows choose stands once.</summary>
    public static void Fingerprints(ReadOnlySpan<char> letters, List<Fingerprint> fingerprints)
    {
        fingerprints.Clear();
        int grams = letters.Length - GramLength + 1;
        if (grams <= 0)
        {
            return;
        }

        Span<ulong> window = stackalloc ulong[Window];
        ulong rolling = 0;
        ulong least = ulong.MaxValue;
        int leastAt = -1;
        for (int at = 0; at < letters.Length; at++)
        {
            rolling = Hash.Next(rolling, letters, at);
            int gram = at - GramLength + 1;
            if (gram < 0)
            {
                continue;
            }

            ulong hash = RollingHash.Mix(rolling);
            window[gram % Window] = hash;
            bool smaller = hash <= least;
            if (smaller)
            {
                (least, leastAt) = (hash, gram);
            }
            else if (leastAt <= gram - Window)
            {
                (least, leastAt) = RightmostLeast(window, gram);
                smaller = true;
            }

            // The first window is complete at gram w − 1; what was smallest then is its choice.
            if (gram == Math.Min(Window, grams) - 1 || (smaller && gram >= Window))
            {
                fingerprints.Add(new Fingerprint(least, leastAt));
            }
        }
    }

    /// <summary>Replaces the list by the hashes of the fingerprints alone.</summary>
    public static void Hashes(ReadOnlySpan<char> letters, List<ulong> hashes)
    {
        var fingerprints = new List<Fingerprint>();
        Fingerprints(letters, fingerprints);
        hashes.Clear();
        foreach (Fingerprint fingerprint in fingerprints)
        {
            hashes.Add(fingerprint.Hash);
        }
    }

    private static (ulong Hash, int Gram) RightmostLeast(ReadOnlySpan<ulong> window, int last)
    {
        ulong least = ulong.MaxValue;
        int leastAt = last;
        for (int gram = last; gram > last - window.Length; gram--)
        {
            if (window[gram % Window] < least)
            {
                (least, leastAt) = (window[gram % Window], gram);
            }
        }

        return (least, leastAt);
    }
}

/// <summary>The hash of a gram that was kept, and the letter it starts at.</summary>
internal readonly record struct Fingerprint(ulong Hash, int At);
