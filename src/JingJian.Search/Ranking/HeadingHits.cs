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

    private HeadingHits(IndexReader index, DocumentList found, Func<int, int, float> score)
    {
        Any = true;
        documents = new ulong[(index.Columns.Documents + 63) / 64];
        List<int> numbers = new(found.Count);
        List<float> worths = new(found.Count);
        DocumentCursor cursor = found.Open();
        while (cursor.NextBlock())
        {
            for (int i = 0; i < cursor.Documents.Length; i++)
            {
                int heading = cursor.Documents[i];
                if (!index.Headings.IsDeleted(heading))
                {
                    float its = score(heading, cursor.Occurrences[i]);
                    Most = Math.Max(Most, its);
                    numbers.Add(heading);
                    worths.Add(its);
                    Mark(index.Sections.Under(heading));
                }
            }
        }

        (headings, worth) = ([.. numbers], [.. worths]);
    }

    public static HeadingHits None { get; } = new();

    public bool Any { get; }

    /// <summary>No heading is worth more.</summary>
    public float Most { get; }

    /// <summary>Looks up what each of some headings is worth, 0 or more, by its number and the occurrences of the word.</summary>
    public static HeadingHits From(IndexReader index, DocumentList headings, Func<int, int, float> score) =>
        headings.Count == 0 ? None : new HeadingHits(index, headings, score);

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
        foreach (int document in under)
        {
            documents[document >> 6] |= 1UL << (document & 63);
        }
    }
}
