using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>The headings that have a word, and the documents under them; the same for every query.</summary>
internal sealed class HeadingList
{
    // A row for each number of occurrences, the last for all larger ones.
    private const int Rows = 8;

    private readonly int[] headings;
    private readonly int[] occurrences;
    private readonly ulong[] documents;
    private readonly ListBound[] bounds = new ListBound[Rows];

    public HeadingList(IndexReader reader, DocumentList found)
    {
        headings = new int[found.Count];
        occurrences = new int[found.Count];
        documents = new ulong[(reader.Columns.Documents + 63) / 64];
        Array.Fill(bounds, ListBound.None);
        ReadOnlySpan<byte> lengths = reader.Headings.Lengths;
        int count = 0;
        DocumentCursor cursor = found.Open();
        while (cursor.NextBlock())
        {
            ReadOnlySpan<int> block = cursor.Documents, counts = cursor.Occurrences;
            for (int i = 0; i < block.Length; i++)
            {
                if (!reader.Headings.IsDeleted(block[i]))
                {
                    (headings[count], occurrences[count]) = (block[i], counts[i]);
                    count++;
                    ref ListBound bound = ref bounds[Math.Min(counts[i], Rows - 1)];
                    bound = bound.With(counts[i], lengths[block[i]]);
                    Mark(reader.Sections.Under(block[i]));
                }
            }
        }
    }

    /// <summary>The documents under them, as bits.</summary>
    public ReadOnlySpan<ulong> Documents => documents;

    /// <summary>No heading is worth more.</summary>
    public float Most(Bm25 scores, HeadingWorth worth)
    {
        float most = 0;
        foreach (ListBound bound in bounds)
        {
            most = bound.Any ? Math.Max(most, scores.Bound(worth.Idf, bound, worth.PrefersWords)) : most;
        }

        return worth.Weight * most;
    }

    /// <summary>How often the word stands in a heading, or null where it does not.</summary>
    public int? OccurrencesIn(int heading) => Array.BinarySearch(headings, heading) is >= 0 and var at ? occurrences[at] : null;

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
