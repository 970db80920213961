using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>BM25 over one field: idf · tf / (tf + K), K from the length of the text.</summary>
internal sealed class Bm25
{
    // Nearly all texts are shorter; the table only saves work.
    private const int TabledLengths = 1024;

    private readonly int documentCount;
    private readonly RankingOptions options;
    private readonly float average;
    private readonly float floor;
    private readonly float[] kByLength = new float[TabledLengths];

    public Bm25(FieldIndex field, RankingOptions options, float shortShare)
    {
        this.options = options;
        documentCount = field.Count;
        average = Math.Max(1, (float)field.TokenCount / Math.Max(1, field.Count));
        floor = average * shortShare;
        for (int length = 0; length < kByLength.Length; length++)
        {
            kByLength[length] = ComputeK(length);
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
        ? idf * occurrences / (occurrences + K(length))
        : idf / (1 + K(length)) * (prefersWords ? options.CrossingShare : 1);

    private float K(int length) => length < kByLength.Length ? kByLength[length] : ComputeK(length);

    private float ComputeK(int length)
    {
        // Under the floor the curve turns: a text of no words counts like one of three times the floor.
        float counted = length >= floor ? length : floor + (2 * (floor - length));
        return options.K1 * (1 - options.B + (options.B * counted / average));
    }
}
