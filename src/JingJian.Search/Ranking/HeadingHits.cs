using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>The headings that have a word: what each is worth, and the documents under them.</summary>
internal sealed class HeadingHits
{
    private readonly int[] headings = [];
    private readonly float[] worth = [];
    private readonly ulong[] documents = [];

    private HeadingHits()
    {
    }

    private HeadingHits(RankedIndex index, DocumentList found, HeadingWorth its)
    {
        IndexReader reader = index.Reader;
        ReadOnlySpan<byte> lengths = reader.Headings.Lengths;
        Any = true;
        documents = new ulong[(reader.Columns.Documents + 63) / 64];
        headings = new int[found.Count];
        worth = new float[found.Count];
        int count = 0;
        DocumentCursor cursor = found.Open();
        while (cursor.NextBlock())
        {
            ReadOnlySpan<int> block = cursor.Documents, occurrences = cursor.Occurrences;
            for (int i = 0; i < block.Length; i++)
            {
                if (!reader.Headings.IsDeleted(block[i]))
                {
                    float score = its.Weight * index.Headings.Score(its.Idf, occurrences[i], lengths[block[i]], its.PrefersWords);
                    Most = Math.Max(Most, score);
                    (headings[count], worth[count]) = (block[i], score);
                    count++;
                    Mark(reader.Sections.Under(block[i]));
                }
            }
        }
    }

    public static HeadingHits None { get; } = new();

    public bool Any { get; }

    /// <summary>No heading is worth more.</summary>
    public float Most { get; }

    /// <summary>Looks up what each of some headings is worth, 0 or more.</summary>
    public static HeadingHits From(RankedIndex index, DocumentList headings, HeadingWorth worth) =>
        headings.Count == 0 ? None : new HeadingHits(index, headings, worth);

    /// <summary>What the heading path of this number adds; 0 without the word.</summary>
    public float ScoreOf(int heading) => Array.BinarySearch(headings, heading) is >= 0 and var at ? worth[at] : 0;

    /// <summary>The documents 64·<paramref name="index"/> and following, as bits.</summary>
    public ulong Documents(int index) => index < documents.Length ? documents[index] : 0;

    /// <summary>Whether a document stands under one of them.</summary>
    public bool Has(int document) => (documents[document >> 6] >> (document & 63) & 1) == 1;

    /// <summary>Whether any document of a window does.</summary>
    public bool AnyIn(int start) => documents.Length > 0 && documents.AsSpan(start / 64, Math.Min(Matcher.Words, documents.Length - (start / 64))).ContainsAnyExcept(0UL);

    private void Mark(ReadOnlySpan<int> under)
    {
        // The paragraphs of a section mostly stand together.
        if (!under.IsEmpty && under[^1] - under[0] == under.Length - 1 && under[0] >> 6 == under[^1] >> 6)
        {
            documents[under[0] >> 6] |= ulong.MaxValue >> (64 - under.Length) << (under[0] & 63);
            return;
        }

        foreach (int document in under)
        {
            documents[document >> 6] |= 1UL << (document & 63);
        }
    }
}

/// <summary>What a word is worth in a heading: BM25 of the heading times a weight.</summary>
internal readonly record struct HeadingWorth(float Weight, float Idf, bool PrefersWords);
