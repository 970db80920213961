using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Counts the matching paragraphs and their families, in total and by facets.</summary>
internal sealed class MatchCounter(PassageColumns columns, FacetCounter? facets)
{
    private readonly ulong[] matching = new ulong[(columns.Documents + 63) / 64];
    private readonly ScatteredMatches scattered = new(columns);
    private FamilyRuns runs;

    public int Paragraphs { get; private set; }

    public int Families
    {
        get
        {
            FamilyRuns ended = runs;
            ended.End(columns.FamilyEnds);
            return ended.Count + scattered.Families;
        }
    }

    /// <summary>The counts by facet; once, when all documents were counted.</summary>
    public SearchFacets CountFacets() => facets?.Count(scattered) ?? FacetCounter.NotCounted;

    /// <summary>How many match every part of the query.</summary>
    public int Complete { get; private set; }

    /// <summary>Counts the documents of a window.</summary>
    public void Count(int start, ReadOnlySpan<ulong> found, GroupMatcher root)
    {
        int first = start / 64, count = Math.Min(found.Length, matching.Length - first);
        found[..count].CopyTo(matching.AsSpan(first));
        Paragraphs += WindowBits.Count(found);
        Complete += root.CountComplete(found);
        CountFamilies(first, found[..count]);
        facets?.Add(start, found);
    }

    /// <summary>Whether a document matches.</summary>
    public bool Has(int document) => (matching[document >> 6] >> (document & 63) & 1) == 1;

    /// <summary>How many of the family of a document match.</summary>
    public int MatchingInFamilyOf(int document) => columns.FamilyOf(document).Count(Has);

    private void CountFamilies(int first, ReadOnlySpan<ulong> found)
    {
        for (int i = 0; i < found.Length; i++)
        {
            ulong apart = found[i] & (columns.Scattered?.Words[first + i] ?? 0);
            runs.Add(found[i] & ~apart, first + i, columns.FamilyEnds);
            scattered.Add(first + i, apart);
        }
    }
}
