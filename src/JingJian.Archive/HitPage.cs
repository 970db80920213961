using System.Collections.Immutable;
using JingJian.Search.Ranking;

namespace JingJian.Archive;

/// <summary>The hits of a page: which of them, and how many are before them.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> As long as the archive stays as it is, pages joined are the list: no hit is missed, none comes twice. When it has
/// changed between two pages, the second begins behind the last hit of the first, where that has moved by <see cref="Reach"/> places at
/// most; otherwise behind as many hits as were before. What came in meanwhile and ranks higher is not shown, and a hit whose rank has
/// changed may come twice or not at all.</para>
/// <para><b>Cost.</b> A hit more than the page has on either side; where the archive has changed, one search more.</para>
/// </remarks>
/// <param name="Found">What was found, with the hits of the page alone.</param>
/// <param name="Notes">What a person should know.</param>
/// <param name="Start">How many hits are before them.</param>
/// <param name="HasMore">Whether there are hits behind them.</param>
internal sealed record HitPage(SearchResult Found, string[] Notes, int Start, bool HasMore)
{
    /// <summary>How far the last hit of the page before may have moved.</summary>
    public const int Reach = 100;

    /// <summary>The page that begins at a place.</summary>
    /// <param name="place">The place; what the hit before it is known by is the id of its paragraph.</param>
    /// <param name="request">What is asked, with the length of a page.</param>
    /// <param name="search">Searches.</param>
    /// <param name="nameOf">The id of a hit's paragraph; null when it is there no more.</param>
    public static HitPage At(ListPlace place, SearchRequest request, Func<SearchRequest, (SearchResult Found, string[] Notes)> search, Func<SearchHit, string?> nameOf)
    {
        if (place.After.Length == 0 || place.Offset == 0)
        {
            return Cut(search(request with { Offset = place.Offset, Top = request.Top + 1 }), 0, place.Offset);
        }

        return Look(0) ?? Look(Reach) ?? At(place with { After = "" }, request, search, nameOf);

        // The page, if the hit before it has moved so far at most; behind wherever it may be a whole page is asked for.
        HitPage? Look(int moved)
        {
            int from = Math.Max(0, place.Offset - 1 - moved), places = (2 * moved) + 1;
            (SearchResult Found, string[] Notes) looked = search(request with { Offset = from, Top = places + request.Top + 1 });
            int before = looked.Found.Hits.Take(places).Select(nameOf).ToList().IndexOf(place.After);
            return before < 0 ? null : Cut(looked, before + 1, from + before + 1);
        }

        HitPage Cut((SearchResult Found, string[] Notes) looked, int left, int start)
        {
            ImmutableArray<SearchHit> hits = looked.Found.Hits;
            return new HitPage(looked.Found with { Hits = [.. hits.Skip(left).Take(request.Top)] }, looked.Notes, start, hits.Length - left > request.Top);
        }
    }
}
