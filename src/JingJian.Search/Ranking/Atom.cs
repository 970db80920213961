using JingJian.Search.Indexing;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>One word or string of a query, looked up: where it stands and what it is worth there.</summary>
internal sealed class Atom(QueryWord word, DocumentList inText, HeadingHits inHeadings, float idf)
{
    public QueryWord Word { get; } = word;

    /// <summary>The string that is searched for; folded.</summary>
    public string Text => Word.Text;

    /// <summary>The paragraphs with it.</summary>
    public DocumentList InText { get; } = inText;

    /// <summary>The headings with it.</summary>
    public HeadingHits InHeadings { get; } = inHeadings;

    public float Idf { get; } = idf;

    /// <summary>Whether an occurrence count of 0 means "inside other words only" and earns less.</summary>
    public bool PrefersWords { get; init; }

    /// <summary>What it adds to each document that has it, anywhere.</summary>
    public float Presence { get; set; }

    public bool IsFound => InText.Count > 0 || InHeadings.Any;

    /// <summary>What a paragraph earns, without <see cref="Presence"/>.</summary>
    public float TextScore(Bm25 texts, int occurrences, int length) => texts.Score(Idf, occurrences, length, PrefersWords);
}

/// <summary>The headings that have a word: what each is worth, and the documents under them.</summary>
internal sealed class HeadingHits
{
    private readonly Dictionary<int, float> scores = [];
    private readonly ulong[] documents;

    private HeadingHits(ulong[] documents) => this.documents = documents;

    public static HeadingHits None { get; } = new([]);

    public bool Any => scores.Count > 0;

    /// <summary>What the heading path of this number adds; 0 without the word.</summary>
    public float ScoreOf(int heading) => scores.GetValueOrDefault(heading);

    /// <summary>The documents 64·<paramref name="index"/> and following, as bits.</summary>
    public ulong Documents(int index) => index < documents.Length ? documents[index] : 0;

    public static HeadingHits From(IndexReader index, DocumentList headings, Func<int, int, float> score)
    {
        if (headings.Count == 0)
        {
            return None;
        }

        var hits = new HeadingHits(new ulong[(index.Count + 63) / 64]);
        DocumentCursor cursor = headings.Open();
        while (cursor.NextBlock())
        {
            for (int i = 0; i < cursor.Documents.Length; i++)
            {
                int heading = cursor.Documents[i];
                hits.scores.Add(heading, score(heading, cursor.Occurrences[i]));
                foreach (int document in index.Sections.Under(heading))
                {
                    hits.documents[document >> 6] |= 1UL << (document & 63);
                }
            }
        }

        return hits;
    }
}
