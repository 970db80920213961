using System.Numerics;
using JingJian.Analysis.Reuse;

namespace JingJian.Tools.Benchmarks;

/// <summary>The usual way to find near copies, as a measure for ours: MinHash signatures in bands.</summary>
/// <remarks>
/// <para><b>Source.</b> A. Broder, "On the resemblance and containment of documents", 1997; bands as in datasketch: 128
/// permutations, and for the threshold 0.5 the 25 bands of 5 rows that its integral of errors gives. Paragraphs of one bucket are a pair, unverified.</para>
/// <para><b>Departures.</b> Shingles of five of our normalised letters, kinder to it than its users' usual blanks, which Chinese
/// text does not have; permutations by multiplication modulo 2⁶⁴, faster than datasketch's modulo 2⁶¹ − 1. One thread.</para>
/// </remarks>
internal sealed class MinHashLsh
{
    private const int Permutations = 128;
    private const int Bands = 25;
    private const int Rows = 5;
    private const int Shingle = 5;

    private readonly ulong[] factors = new ulong[Permutations];
    private readonly ulong[] terms = new ulong[Permutations];

    /// <summary>Permutations from a seed.</summary>
    public MinHashLsh(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < Permutations; i++)
        {
            factors[i] = (ulong)random.NextInt64() | 1;
            terms[i] = (ulong)random.NextInt64();
        }
    }

    /// <summary>The pairs of paragraphs that share a bucket, the earlier first, each once.</summary>
    public IEnumerable<(int A, int B)> Pairs(IReadOnlyList<ReuseParagraph> paragraphs)
    {
        var keys = new (ulong Bucket, int Paragraph)[Bands][];
        for (int band = 0; band < Bands; band++)
        {
            keys[band] = new (ulong, int)[paragraphs.Count];
        }

        var text = new NormalizedText();
        var signature = new uint[Permutations];
        for (int i = 0; i < paragraphs.Count; i++)
        {
            text.Read(paragraphs[i].Text);
            Sign(text.Letters, signature);
            for (int band = 0; band < Bands; band++)
            {
                keys[band][i] = (BucketOf(signature.AsSpan(band * Rows, Rows)), i);
            }
        }

        return Collisions(keys);
    }

    private static HashSet<(int A, int B)> Collisions((ulong Bucket, int Paragraph)[][] bands)
    {
        var pairs = new HashSet<(int, int)>();
        foreach ((ulong Bucket, int Paragraph)[] band in bands)
        {
            Array.Sort(band);
            for (int start = 0, end = 0; start < band.Length; start = end)
            {
                while (end < band.Length && band[end].Bucket == band[start].Bucket)
                {
                    for (int earlier = start; earlier < end; earlier++)
                    {
                        pairs.Add((band[earlier].Paragraph, band[end].Paragraph));
                    }

                    end++;
                }
            }
        }

        return pairs;
    }

    private void Sign(ReadOnlySpan<char> letters, uint[] signature)
    {
        Array.Fill(signature, uint.MaxValue);
        for (int at = 0; at + Shingle <= letters.Length; at++)
        {
            ulong hash = 0;
            foreach (char letter in letters.Slice(at, Shingle))
            {
                hash = unchecked((BitOperations.RotateLeft(hash, 13) ^ letter) * 0x9E37_79B9_7F4A_7C15);
            }

            for (int i = 0; i < Permutations; i++)
            {
                uint permuted = unchecked((uint)(((hash * factors[i]) + terms[i]) >> 32));
                signature[i] = Math.Min(signature[i], permuted);
            }
        }
    }

    private static ulong BucketOf(ReadOnlySpan<uint> rows)
    {
        ulong bucket = 0;
        foreach (uint row in rows)
        {
            bucket = unchecked((BitOperations.RotateLeft(bucket, 29) ^ row) * 0xD6E8_FEB8_6659_FD93);
        }

        return bucket;
    }
}
