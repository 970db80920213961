using System.Numerics;
using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>Says, window by window, which documents match a part of a query.</summary>
/// <remarks>
/// <para>A window is <see cref="Window"/> documents: their bits and scores stay in the first cache while all parts of the
/// query pass over them. Windows are visited in ascending order and may be left out.</para>
/// </remarks>
internal abstract class Matcher
{
    public const int Window = 4096;
    public const int Words = Window / 64;

    /// <summary>The matching documents of the present window.</summary>
    public ulong[] Found { get; } = new ulong[Words];

    /// <summary>Fills <see cref="Found"/> for the window at <paramref name="start"/> and adds to the scores of its documents.</summary>
    /// <param name="start">First document; a multiple of <see cref="Window"/>.</param>
    /// <param name="scores">One score a document, or empty when nobody asks.</param>
    public abstract void Match(int start, Span<float> scores);

    protected static void And(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < Words; i++)
        {
            into[i] &= other[i];
        }
    }

    protected static void Or(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < Words; i++)
        {
            into[i] |= other[i];
        }
    }

    protected static void AndNot(Span<ulong> into, ReadOnlySpan<ulong> other)
    {
        for (int i = 0; i < Words; i++)
        {
            into[i] &= ~other[i];
        }
    }
}

/// <summary>The documents with one word.</summary>
internal sealed class AtomMatcher(Atom atom, RankedIndex index) : Matcher
{
    private readonly DocumentCursor cursor = atom.InText.Open();

    public Atom Atom => atom;

    public override void Match(int start, Span<float> scores)
    {
        Array.Clear(Found);
        MatchTexts(start, scores);
        if (atom.InHeadings.Any)
        {
            MatchHeadings(start, scores);
        }
    }

    private void MatchTexts(int start, Span<float> scores)
    {
        ReadOnlySpan<ushort> lengths = index.Reader.Texts.Lengths;
        int place = cursor.MoveTo(start) == DocumentCursor.End ? 0 : cursor.Place;
        while (true)
        {
            ReadOnlySpan<int> documents = cursor.Documents, occurrences = cursor.Occurrences;
            for (; place < documents.Length && documents[place] - start < Window; place++)
            {
                int offset = documents[place] - start;
                Found[offset >> 6] |= 1UL << (offset & 63);
                if (!scores.IsEmpty)
                {
                    scores[offset] += atom.TextScore(index.Texts, occurrences[place], lengths[documents[place]]) + atom.Presence;
                }
            }

            if (place < documents.Length || !cursor.NextBlock())
            {
                return;
            }

            place = 0;
        }
    }

    private void MatchHeadings(int start, Span<float> scores)
    {
        ReadOnlySpan<int> headingOf = index.Reader.Columns.HeadingOf;
        for (int i = 0; i < Words; i++)
        {
            ulong under = atom.InHeadings.Documents((start >> 6) + i);
            for (ulong bits = scores.IsEmpty ? 0 : under; bits != 0; bits &= bits - 1)
            {
                int bit = BitOperations.TrailingZeroCount(bits), offset = (i * 64) + bit;
                bool inText = (Found[i] >> bit & 1) == 1;
                scores[offset] += atom.InHeadings.ScoreOf(headingOf[start + offset]) + (inText ? 0 : atom.Presence);
            }

            Found[i] |= under;
        }
    }
}

/// <summary>Documents that match at least one part.</summary>
internal sealed class AnyMatcher(Matcher[] parts) : Matcher
{
    public override void Match(int start, Span<float> scores)
    {
        Array.Clear(Found);
        foreach (Matcher part in parts)
        {
            part.Match(start, scores);
            Or(Found, part.Found);
        }
    }
}

/// <summary>Documents that a filter accepts, where a filter is one of several alternatives.</summary>
internal sealed class FilterMatcher(DocumentFilter filter, int documentCount) : Matcher
{
    public override void Match(int start, Span<float> scores)
    {
        Array.Clear(Found);
        for (int offset = 0; offset < Math.Min(Window, documentCount - start); offset++)
        {
            if (filter.Accepts(start + offset))
            {
                Found[offset >> 6] |= 1UL << (offset & 63);
            }
        }
    }
}

/// <summary>A group: all that must, or else any that is wanted, or else everything; less what must not; filtered.</summary>
internal sealed class GroupMatcher(Matcher[] must, Matcher[] wanted, Matcher[] mustNot, DocumentFilter[] filters, int documentCount) : Matcher
{
    public override void Match(int start, Span<float> scores)
    {
        Array.Clear(Found);
        if (must.Length > 0 || wanted.Length == 0)
        {
            Found.AsSpan(0, Math.Min(Words, (documentCount - start + 63) / 64)).Fill(ulong.MaxValue);
            int rest = documentCount - start;
            if (rest < Window && rest % 64 != 0)
            {
                Found[rest / 64] = (1UL << (rest % 64)) - 1;
            }
        }

        MatchParts(must, And, start, scores);
        MatchParts(wanted, must.Length > 0 ? null : Or, start, scores);
        MatchParts(mustNot, AndNot, start, []);
        foreach (DocumentFilter filter in filters)
        {
            filter.Restrict(start, Found);
        }
    }

    /// <summary>The documents of the window that match every positive part, by the parts' own results.</summary>
    public void MatchAll(Span<ulong> all)
    {
        Found.CopyTo(all);
        foreach (Matcher part in wanted)
        {
            And(all, part.Found);
        }
    }

    private void MatchParts(Matcher[] parts, Action<Span<ulong>, ReadOnlySpan<ulong>>? join, int start, Span<float> scores)
    {
        foreach (Matcher part in parts)
        {
            part.Match(start, scores);
            join?.Invoke(Found, part.Found);
        }
    }
}
