using JingJian.Search.Indexing;

namespace JingJian.Search.Ranking;

/// <summary>What each heading with a word is worth in one query, and the documents under them.</summary>
internal sealed class HeadingHits
{
    private readonly HeadingList? list;
    private readonly Bm25? scores;
    private readonly HeadingWorth worth;
    private readonly IndexReader? reader;

    private HeadingHits(RankedIndex? index, HeadingList? list, HeadingWorth worth)
    {
        (this.list, scores, this.worth, reader) = (list, index?.Headings, worth, index?.Reader);
        Most = list is null ? 0 : list.Most(scores!, worth);
    }

    public static HeadingHits None { get; } = new(null, null, default);

    public bool Any => list is not null;

    /// <summary>No heading is worth more.</summary>
    public float Most { get; }

    /// <summary>Looks up what each of some headings is worth, 0 or more.</summary>
    public static HeadingHits From(RankedIndex index, DocumentList headings, HeadingWorth worth) =>
        headings.Count == 0 ? None : new HeadingHits(index, index.ListOf(headings), worth);

    /// <summary>What the heading path of this number adds; 0 without the word.</summary>
    public float ScoreOf(int heading) => list?.OccurrencesIn(heading) is { } occurrences
        ? worth.Weight * scores!.Score(worth.Idf, occurrences, reader!.Headings.Lengths[heading], worth.PrefersWords)
        : 0;

    /// <summary>The documents of a window as bits; fewer than a window has where the index ends.</summary>
    public ReadOnlySpan<ulong> DocumentsFrom(int start) =>
        list is null ? [] : list.Documents.Slice(start / 64, Math.Min(Matcher.Words, list.Documents.Length - (start / 64)));

    /// <summary>Whether a document stands under one of them.</summary>
    public bool Has(int document) => list is not null && (list.Documents[document >> 6] >> (document & 63) & 1) == 1;

    /// <summary>Whether any document of a window does.</summary>
    public bool AnyIn(int start) => DocumentsFrom(start).ContainsAnyExcept(0UL);
}

/// <summary>What a word is worth in a heading: BM25 of the heading times a weight.</summary>
internal readonly record struct HeadingWorth(float Weight, float Idf, bool PrefersWords);
