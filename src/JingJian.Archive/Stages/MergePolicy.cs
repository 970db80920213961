namespace JingJian.Archive.Stages;

/// <summary>Which segments of an index are made one.</summary>
/// <remarks>
/// <para><b>Source.</b> Merging by tiers of size, as log-structured indexes do it: a segment is worth writing again only together with
/// others of its size.</para>
/// <para><b>Guarantee.</b> When there is nothing left to merge, each segment is larger than twice all smaller ones together: a million
/// paragraphs lie in no more than fourteen segments, and each was written again no more often than that.</para>
/// </remarks>
internal static class MergePolicy
{
    private const int Factor = 2;

    /// <summary>The segments to make one of, smallest first: none, or two and more.</summary>
    /// <param name="segments">All segments.</param>
    /// <param name="size">How many paragraphs one has.</param>
    public static IReadOnlyList<T> Choose<T>(IEnumerable<T> segments, Func<T, int> size)
    {
        T[] bySize = [.. segments.OrderBy(size)];
        int chosen = 0;
        long smaller = 0;
        for (int i = 0; i < bySize.Length; i++)
        {
            int its = size(bySize[i]);
            chosen = i > 0 && its <= Factor * smaller ? i + 1 : chosen;
            smaller += its;
        }

        return bySize[..chosen];
    }
}
