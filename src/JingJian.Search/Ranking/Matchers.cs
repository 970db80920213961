using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Says, window by window, which documents match a part of a query.</summary>
/// <remarks>
/// <para>A window is <see cref="Window"/> documents: their bits stay in the first cache while all parts of the query pass
/// over them. Windows are visited in ascending order and may be left out.</para>
/// </remarks>
internal abstract class Matcher
{
    public const int Window = PassageColumns.Stretch;
    public const int Words = Window / 64;

    /// <summary>The matching documents of the window that was matched last.</summary>
    public ulong[] Found { get; } = new ulong[Words];

    /// <summary>Fills <see cref="Found"/> for the window at <paramref name="start"/>.</summary>
    /// <param name="start">First document; a multiple of <see cref="Window"/>.</param>
    public abstract void Match(int start);

    /// <summary>No document from <paramref name="start"/> up to before this one matches; windows up to there may be left out.</summary>
    public virtual int NextFrom(int start) => start;

    /// <summary>The words that earn a score.</summary>
    public abstract IEnumerable<AtomMatcher> Scored();

    /// <summary>The documents of a window that are below a count.</summary>
    protected static void FillAll(Span<ulong> found, int start, int documentCount)
    {
        int rest = documentCount - start;
        found.Clear();
        found[..Math.Min(Words, (rest + 63) / 64)].Fill(ulong.MaxValue);
        if (rest < Window && rest % 64 != 0)
        {
            found[rest / 64] = (1UL << (rest % 64)) - 1;
        }
    }
}

/// <summary>Documents that match at least one part.</summary>
internal sealed class AnyMatcher(Matcher[] parts) : Matcher
{
    public override void Match(int start)
    {
        Array.Clear(Found);
        foreach (Matcher part in parts)
        {
            part.Match(start);
            WindowBits.Or(Found, part.Found);
        }
    }

    public override IEnumerable<AtomMatcher> Scored() => parts.SelectMany(part => part.Scored());
}

/// <summary>Documents that a filter accepts, where a filter is one of several alternatives.</summary>
internal sealed class FilterMatcher(DocumentFilter filter, int documentCount) : Matcher
{
    public override void Match(int start)
    {
        FillAll(Found, start, documentCount);
        filter.Restrict(start, Found);
    }

    public override IEnumerable<AtomMatcher> Scored() => [];
}

/// <summary>A group: all that must, or else any that is wanted, or else everything; less what must not; filtered.</summary>
internal sealed class GroupMatcher(Matcher[] must, Matcher[] wanted, Matcher[] mustNot, DocumentFilter[] filters, int documentCount) : Matcher
{
    // Lists that agree soon leave whole windows out; where they do not, windows are faster than looking further.
    private const int MostRounds = 4;

    // The rarest first: where it stands nowhere in a window the others need not be read.
    private readonly Matcher[] mustRarestFirst = [.. must.OrderBy(part => part is AtomMatcher atom ? atom.Atom.InText.Count : int.MaxValue)];
    private int matched;

    /// <summary>No more documents match, as far as the lists of demanded words say.</summary>
    public int MostMatches => mustRarestFirst is [AtomMatcher { Atom: { InHeadings.Any: false } rarest }, ..] ? rarest.InText.Count : int.MaxValue;

    /// <summary>The demanded words, rarest first, where they are all that is asked for and stand in no heading; otherwise null.</summary>
    public AtomMatcher[]? DemandedWords { get; } =
        must.Length > 0 && wanted.Length == 0 && mustNot.Length == 0 && must.All(part => part is AtomMatcher { Atom.InHeadings.Any: false })
            ? [.. must.Cast<AtomMatcher>().OrderBy(word => word.Atom.InText.Count)]
            : null;

    /// <summary>Whether the filters of the group accept a document.</summary>
    public bool Accepts(int document) => Array.TrueForAll(filters, filter => filter.Accepts(document));

    /// <summary>The words of which any will do, where the group asks for nothing else; otherwise null.</summary>
    public AtomMatcher[]? PlainWords { get; } =
        must.Length == 0 && mustNot.Length == 0 && filters.Length == 0 && wanted.Length > 0 && wanted.All(part => part is AtomMatcher)
            ? [.. wanted.Cast<AtomMatcher>()]
            : null;

    /// <summary>The words of which none may be missing, where the group asks for nothing else; otherwise null.</summary>
    public AtomMatcher[]? EveryWord { get; } =
        must.Length > 0 && wanted.Length == 0 && mustNot.Length == 0 && filters.Length == 0 && must.All(part => part is AtomMatcher)
            ? [.. must.Cast<AtomMatcher>()]
            : null;

    public override void Match(int start)
    {
        matched = start;
        if (!Array.TrueForAll(filters, filter => filter.AcceptsAny(start)))
        {
            Array.Clear(Found);
            return;
        }

        MatchPositive(start);
        foreach (DocumentFilter filter in filters)
        {
            filter.Restrict(start, Found);
        }

        foreach (Matcher part in mustNot)
        {
            if (WindowBits.Any(Found))
            {
                part.Match(start);
                WindowBits.AndNot(Found, part.Found);
            }
        }
    }

    public override int NextFrom(int start)
    {
        for (int round = 0, before = -1; round < MostRounds && start != before; round++)
        {
            before = start;
            foreach (Matcher part in mustRarestFirst)
            {
                start = part.NextFrom(start);
            }
        }

        if (PlainWords is not null)
        {
            int next = int.MaxValue;
            foreach (AtomMatcher word in PlainWords)
            {
                next = Math.Min(next, word.NextFrom(start));
            }

            start = next;
        }

        return start;
    }

    public override IEnumerable<AtomMatcher> Scored() => must.Concat(wanted).SelectMany(part => part.Scored());

    /// <summary>Of some documents of the window that was matched last, how many match every positive part.</summary>
    public int CountComplete(ReadOnlySpan<ulong> found)
    {
        Span<ulong> all = stackalloc ulong[Words];
        found.CopyTo(all);
        KeepComplete(all);
        return WindowBits.Count(all);
    }

    /// <summary>Removes from some documents of the window that was matched last those that do not match every positive part.</summary>
    public void KeepComplete(Span<ulong> all)
    {
        foreach (Matcher part in wanted)
        {
            if (!WindowBits.Any(all))
            {
                return;
            }

            part.Match(matched);
            WindowBits.And(all, part.Found);
        }
    }

    /// <summary>Notes the window that the parts were read for without <see cref="Match"/>.</summary>
    public void PassOver(int start) => matched = start;

    private void MatchPositive(int start)
    {
        if (must.Length == 0 && wanted.Length > 0)
        {
            Array.Clear(Found);
            foreach (Matcher part in wanted)
            {
                part.Match(start);
                WindowBits.Or(Found, part.Found);
            }

            return;
        }

        FillAll(Found, start, documentCount);
        foreach (Matcher part in mustRarestFirst)
        {
            part.Match(start);
            WindowBits.And(Found, part.Found);
            if (!WindowBits.Any(Found))
            {
                return;
            }
        }
    }
}
