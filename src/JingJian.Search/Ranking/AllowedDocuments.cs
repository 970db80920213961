using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>The documents that were not deleted and that all filters of a request accept.</summary>
internal sealed class AllowedDocuments(PassageColumns columns, List<DocumentFilter> filters)
{
    /// <summary>Whether there may be any in the window at <paramref name="start"/>; windows without may be left out.</summary>
    public bool MayBeIn(int start)
    {
        foreach (DocumentFilter filter in filters)
        {
            if (!filter.AcceptsAny(start))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Removes all others from the bits of the window at <paramref name="start"/>; whether any are left.</summary>
    public bool Restrict(int start, Span<ulong> found)
    {
        if (columns.Deleted is { } deleted)
        {
            ReadOnlySpan<ulong> here = deleted.Words[(start / 64)..];
            WindowBits.AndNot(found[..Math.Min(found.Length, here.Length)], here);
        }

        foreach (DocumentFilter filter in filters)
        {
            filter.Restrict(start, found);
        }

        return WindowBits.Any(found);
    }

    public bool Contains(int document) => columns.Deleted?[document] != true && filters.TrueForAll(filter => filter.Accepts(document));
}
