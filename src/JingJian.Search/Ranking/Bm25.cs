using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>BM25 over one field: idf · tf / (tf + K), K from the length of the text.</summary>
internal sealed class Bm25
{
    private readonly int documentCount;
    private readonly float crossingShare;
    private readonly float[] kByLength = new float[ushort.MaxValue + 1];

    public Bm25(FieldIndex field, RankingOptions options, float shortShare)
    {
        documentCount = field.Count;
        crossingShare = options.CrossingShare;
        float average = Math.Max(1, (float)field.TokenCount / Math.Max(1, field.Count)), floor = average * shortShare;
        for (int length = 0; length < kByLength.Length; length++)
        {
            // Under the floor the curve turns: a text of no words counts like one of three times the floor.
            float counted = length >= floor ? length : floor + (2 * (floor - length));
            kByLength[length] = options.K1 * (1 - options.B + (options.B * counted / average));
        }
    }

    /// <summary>How rare something in this many documents is; above 0.</summary>
    public float Idf(int documents) => (float)Math.Log(1 + ((documentCount - documents + 0.5) / (documents + 0.5)));

    /// <summary>What this many occurrences in a text of this length earn; none stands for once, inside or across other words.</summary>
    /// <param name="idf">The most that can be earned.</param>
    /// <param name="occurrences">How often it stands there as a word of its own.</param>
    /// <param name="length">Words of the text.</param>
    /// <param name="prefersWords">Whether standing inside other words earns less.</param>
    public float Score(float idf, int occurrences, int length, bool prefersWords) => occurrences > 0
        ? idf * occurrences / (occurrences + kByLength[length])
        : idf / (1 + kByLength[length]) * (prefersWords ? crossingShare : 1);
}
