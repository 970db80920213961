using System.Numerics;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Counts the matching paragraphs and their families, in total and by facets.</summary>
internal sealed class MatchCounter(PassageColumns columns, FacetCounter? facets)
{
    private readonly ulong[] matching = new ulong[(columns.Documents + 63) / 64];
    private readonly HashSet<int> scattered = [];
    private int lastGroup = -1;

    public int Paragraphs { get; private set; }

    public int Families { get; private set; }

    /// <summary>How many match every part of the query.</summary>
    public int Complete { get; private set; }

    /// <summary>Counts the documents of a window.</summary>
    public void Count(int start, ReadOnlySpan<ulong> found, GroupMatcher root)
    {
        int first = start / 64, count = Math.Min(found.Length, matching.Length - first);
        found[..count].CopyTo(matching.AsSpan(first));
        Paragraphs += WindowBits.Count(found);
        Complete += root.CountComplete(found);
        CountFamilies(start, found[..count], columns.Alone[first..]);
        facets?.Add(start, found);
    }

    /// <summary>Whether a document matches.</summary>
    public bool Has(int document) => (matching[document >> 6] >> (document & 63) & 1) == 1;

    /// <summary>How many of the family of a document match.</summary>
    public int MatchingInFamilyOf(int document) => columns.FamilyOf(document).Count(Has);

    private void CountFamilies(int start, ReadOnlySpan<ulong> found, ReadOnlySpan<ulong> alone)
    {
        ReadOnlySpan<int> groups = columns.Groups;
        for (int i = 0; i < found.Length; i++)
        {
            Families += BitOperations.PopCount(found[i] & alone[i]);
            for (ulong bits = found[i] & ~alone[i]; bits != 0; bits &= bits - 1)
            {
                int document = start + (i * 64) + BitOperations.TrailingZeroCount(bits);
                bool isNew = columns.IsScattered(document) ? scattered.Add(groups[document]) : groups[document] != lastGroup;
                lastGroup = columns.IsScattered(document) ? lastGroup : groups[document];
                Families += isNew ? 1 : 0;
            }
        }
    }
}
