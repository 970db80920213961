using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>BM25 over one field: idf · tf / (tf + K), K from the length of the text.</summary>
/// <remarks>Texts without any word do not count, neither for the average length nor for the idf, as in Lucene.</remarks>
internal sealed class Bm25
{
    private readonly int documentCount;
    private readonly float crossingShare;
    private readonly float[] k = new float[LengthCode.Count];

    // The smallest K of a code and all above it.
    private readonly float[] smallestK = new float[LengthCode.Count];

    // By row and length: the share of idf that is earned, by words that are preferred to strings inside others, and by others.
    private readonly float[] sharesOfWords = new float[WeightTable.Size];
    private readonly float[] sharesOfStrings = new float[WeightTable.Size];

    public Bm25(FieldIndex field, RankingOptions options, float shortShare)
    {
        documentCount = field.CountWithWords;
        crossingShare = options.CrossingShare;
        float average = Math.Max(1, (float)field.TokenCount / Math.Max(1, documentCount)), floor = average * shortShare;
        float smallest = float.PositiveInfinity;
        for (int code = k.Length - 1; code >= 0; code--)
        {
            // Under the floor the curve turns: a text of no words counts like one of three times the floor.
            int length = LengthCode.Length(code);
            float counted = length >= floor ? length : floor + (2 * (floor - length));
            k[code] = options.K1 * (1 - options.B + (options.B * counted / average));
            smallestK[code] = smallest = Math.Min(smallest, k[code]);
            for (int row = 0; row < WeightTable.Rows; row++)
            {
                int at = (row * LengthCode.Count) + code;
                (sharesOfWords[at], sharesOfStrings[at]) = (Score(1, row, k[code], prefersWords: true), Score(1, row, k[code], prefersWords: false));
            }
        }
    }

    /// <summary>How rare something in this many documents is; above 0.</summary>
    public float Idf(int documents) => (float)Math.Log(1 + ((Math.Max(documentCount, documents) - documents + 0.5) / (documents + 0.5)));

    /// <summary>What this many occurrences in a text of this length earn; none stands for once, inside or across other words.</summary>
    /// <param name="idf">The most that can be earned.</param>
    /// <param name="occurrences">How often it stands there as a word of its own.</param>
    /// <param name="length">The length of the text, as <see cref="LengthCode"/>.</param>
    /// <param name="prefersWords">Whether standing inside other words earns less.</param>
    public float Score(float idf, int occurrences, byte length, bool prefersWords) => Score(idf, occurrences, k[length], prefersWords);

    /// <summary>The share of idf that each row of a table of weights earns; the last that of its fewest occurrences.</summary>
    public ReadOnlySpan<float> Shares(bool prefersWords) => prefersWords ? sharesOfWords : sharesOfStrings;

    /// <summary>What none of some documents earns more than.</summary>
    public float Bound(float idf, ListBound bound, bool prefersWords) => Score(idf, bound.Occurrences, smallestK[bound.Length], prefersWords);

    private float Score(float idf, int occurrences, float k, bool prefersWords) => occurrences > 0
        ? idf * occurrences / (occurrences + k)
        : idf / (1 + k) * (prefersWords ? crossingShare : 1);
}
