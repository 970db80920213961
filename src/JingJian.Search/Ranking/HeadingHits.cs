using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>The headings that have a word: what each is worth, and the documents under them.</summary>
/// <remarks>
/// <para>A word of a title (工会工作总结) stands above nearly every paragraph, another above three: the worth of each heading is
/// kept in an array for the first and in a dictionary for the second.</para>
/// </remarks>
internal sealed class HeadingHits
{
    /// <summary>From one heading in so many on, the array is both smaller and faster.</summary>
    private const int Sparse = 8;

    // In the array, of a heading that does not have the word.
    private const float Without = -1;

    private readonly float[] worth = [];
    private readonly Dictionary<int, float> fewWorth = [];
    private readonly ulong[] documents = [];

    private HeadingHits()
    {
    }

    private HeadingHits(IndexReader index, DocumentList headings, Func<int, int, float> score)
    {
        Any = true;
        bool dense = headings.Count >= index.Headings.Count / Sparse;
        worth = dense ? [.. Enumerable.Repeat(Without, index.Headings.Documents)] : worth;
        documents = new ulong[(index.Columns.Documents + 63) / 64];
        DocumentCursor cursor = headings.Open();
        while (cursor.NextBlock())
        {
            for (int i = 0; i < cursor.Documents.Length; i++)
            {
                int heading = cursor.Documents[i];
                if (index.Headings.IsDeleted(heading))
                {
                    continue;
                }

                float itsWorth = score(heading, cursor.OccurrencesAt(cursor.FirstPlace + i));
                Most = Math.Max(Most, itsWorth);
                if (dense)
                {
                    worth[heading] = itsWorth;
                }
                else
                {
                    fewWorth.Add(heading, itsWorth);
                    Mark(index.Sections.Under(heading));
                }
            }
        }

        if (dense)
        {
            MarkByColumn(index.Columns.HeadingOf);
        }
    }

    public static HeadingHits None { get; } = new();

    public bool Any { get; }

    /// <summary>No heading is worth more.</summary>
    public float Most { get; private set; }

    /// <summary>Looks up what each of some headings is worth, 0 or more, by its number and the occurrences of the word.</summary>
    public static HeadingHits From(IndexReader index, DocumentList headings, Func<int, int, float> score) =>
        headings.Count == 0 ? None : new HeadingHits(index, headings, score);

    /// <summary>What the heading path of this number adds; 0 without the word.</summary>
    public float ScoreOf(int heading) => heading < worth.Length ? Math.Max(0, worth[heading]) : fewWorth.GetValueOrDefault(heading);

    /// <summary>The documents 64·<paramref name="index"/> and following, as bits.</summary>
    public ulong Documents(int index) => index < documents.Length ? documents[index] : 0;

    /// <summary>Whether a document stands under one of them.</summary>
    public bool Has(int document) => (documents[document >> 6] >> (document & 63) & 1) == 1;

    /// <summary>Whether any document of a window does.</summary>
    public bool AnyIn(int start) => documents.Length > 0 && documents.AsSpan(start / 64, Math.Min(Matcher.Words, documents.Length - (start / 64))).ContainsAnyExcept(0UL);

    private void Mark(ReadOnlySpan<int> under)
    {
        foreach (int document in under)
        {
            documents[document >> 6] |= 1UL << (document & 63);
        }
    }

    private void MarkByColumn(ReadOnlySpan<int> headingOf)
    {
        for (int document = 0; document < headingOf.Length; document++)
        {
            documents[document >> 6] |= (worth[headingOf[document]] >= 0 ? 1UL : 0) << (document & 63);
        }
    }
}
