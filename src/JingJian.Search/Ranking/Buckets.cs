namespace JingJian.Search.Ranking;

/// <summary>The counts of one facet: paragraphs and families in each bucket.</summary>
internal sealed class Buckets(int count)
{
    // Paragraphs whose family was counted before.
    private readonly int[] repeats = new int[count];

    // The last group counted, plus one.
    private readonly int[] last = new int[count];
    private readonly HashSet<(int Bucket, int Group)> scattered = [];

    /// <summary>Paragraphs by bucket; those that are a family of their own need no more than to be added here.</summary>
    public int[] Paragraphs { get; } = new int[count];

    public List<FacetCount<int>> Filled()
    {
        var filled = new List<FacetCount<int>>();
        for (int bucket = 0; bucket < count; bucket++)
        {
            if (Paragraphs[bucket] > 0)
            {
                filled.Add(new FacetCount<int>(bucket, Paragraphs[bucket], Paragraphs[bucket] - repeats[bucket]));
            }
        }

        return filled;
    }

    public void Add(int bucket, int group, bool isScattered)
    {
        Paragraphs[bucket]++;
        if (isScattered)
        {
            repeats[bucket] += scattered.Add((bucket, group)) ? 0 : 1;
            return;
        }

        repeats[bucket] += last[bucket] == group + 1 ? 1 : 0;
        last[bucket] = group + 1;
    }
}
