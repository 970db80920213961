using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Queries;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>What a search found.</summary>
/// <param name="Hits">The best, in order.</param>
/// <param name="Paragraphs">How many paragraphs match what is typed; exact, or -1 when not asked for.</param>
/// <param name="Families">How many texts that is when copies count once; exact, or -1.</param>
/// <param name="Beyond">How many more paragraphs are found only through words that were not typed; they have no part in the other counts.</param>
/// <param name="Complete">How many paragraphs have every word of the query, not just some; exact, or -1.</param>
/// <param name="Facets">Counts for narrowing the search.</param>
/// <param name="Dropped">Words that stand nowhere in the archive.</param>
/// <param name="Split">Words that were searched by their parts.</param>
/// <param name="Added">Words that were not typed but searched for too, with how many paragraphs have them.</param>
public sealed record SearchResult(
    ImmutableArray<SearchHit> Hits,
    int Paragraphs,
    int Families,
    int Beyond,
    int Complete,
    SearchFacets Facets,
    ImmutableArray<DroppedWord> Dropped,
    ImmutableArray<SplitWord> Split,
    ImmutableArray<AddedWord> Added)
{
    /// <summary>What may have been meant in the place of words that the archive hardly knows, when asked for; in the order of the query.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];
}

/// <summary>One row of a result.</summary>
/// <param name="PassageId">The passage.</param>
/// <param name="Score">Its score; comparable within one result only.</param>
/// <param name="Family">Its family in the archive, or -1.</param>
/// <param name="Copies">How many copies the archive has of it, itself included.</param>
/// <param name="Matching">How many paragraphs of the family match; 1 when families are not collapsed, -1 when what matches is not counted.</param>
/// <param name="Highlights">The matched words and strings in the paragraph's text, in order, not overlapping.</param>
/// <param name="Snippet">The part of the text to show first.</param>
/// <param name="Through">Words that were not typed and stand in it.</param>
/// <param name="Explanation">Why it has this score, when asked for.</param>
public sealed record SearchHit(
    long PassageId,
    float Score,
    int Family,
    int Copies,
    int Matching,
    ImmutableArray<TextSpan> Highlights,
    TextSpan Snippet,
    ImmutableArray<string> Through,
    Explanation? Explanation)
{
    /// <summary>Its place among what is near in meaning, from 1; null when it is not among it, or nothing was asked.</summary>
    public int? NearRank { get; init; }
}

/// <summary>Counts of the matching paragraphs by what is known of them; empty when not asked for.</summary>
/// <param name="Functions">By function, primary and secondary alike, in the order of <see cref="Function"/>.</param>
/// <param name="Undecided">By whether the function is too unsure to count as decided.</param>
/// <param name="Years">By year, ascending; 0 is unknown.</param>
/// <param name="Organisations">By unit, most families first; the empty name is unknown.</param>
public sealed record SearchFacets(
    ImmutableArray<FacetCount<Function>> Functions,
    ImmutableArray<FacetCount<bool>> Undecided,
    ImmutableArray<FacetCount<int>> Years,
    ImmutableArray<FacetCount<string>> Organisations)
{
    /// <summary>By sort of document, in the order of <see cref="DocumentType"/>.</summary>
    public ImmutableArray<FacetCount<DocumentType>> Types { get; init; } = [];

    /// <summary>By sort of unit, in the order of <see cref="UnitType"/>; null, the last, is unknown.</summary>
    public ImmutableArray<FacetCount<UnitType?>> UnitTypes { get; init; } = [];

    /// <summary>By size of the family, smallest first.</summary>
    public ImmutableArray<FacetCount<NumberRange>> Copies { get; init; } = [];

    /// <summary>By the originality of the report in percent, most original first.</summary>
    public ImmutableArray<FacetCount<NumberRange>> Originality { get; init; } = [];

    /// <summary>By how many figures with a unit the paragraph states, fewest first.</summary>
    public ImmutableArray<FacetCount<NumberRange>> Quantities { get; init; } = [];

    /// <summary>By whether something is masked, lost or cut off.</summary>
    public ImmutableArray<FacetCount<bool>> Damaged { get; init; } = [];
}

/// <summary>One bucket; both counts are exact.</summary>
/// <param name="Value">What is counted.</param>
/// <param name="Paragraphs">Matching paragraphs.</param>
/// <param name="Families">The same with copies counted once in this bucket.</param>
public readonly record struct FacetCount<T>(T Value, int Paragraphs, int Families);

/// <summary>A word of the query that stands nowhere in the archive.</summary>
/// <param name="Text">The word.</param>
/// <param name="At">Its place in the query.</param>
public sealed record DroppedWord(string Text, TextSpan At);

/// <summary>A word that was not typed, and searched for beside.</summary>
/// <param name="Text">The word.</param>
/// <param name="Origin">How it came into the search.</param>
/// <param name="Paragraphs">How many paragraphs have it.</param>
public sealed record AddedWord(string Text, WordOrigin Origin, int Paragraphs);

/// <summary>你是不是要找: what may have been meant.</summary>
/// <param name="Text">The word as typed; folded.</param>
/// <param name="At">Its place in the query.</param>
/// <param name="Instead">What stands in the archive.</param>
/// <param name="Paragraphs">In how many paragraphs and headings.</param>
public sealed record Correction(string Text, TextSpan At, string Instead, int Paragraphs);

/// <summary>A word of the query that was searched by its parts.</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="At">Its place in the query.</param>
/// <param name="Unbroken">How many paragraphs have it unbroken all the same; they lead.</param>
/// <param name="Parts">What was searched for instead.</param>
public sealed record SplitWord(string Text, TextSpan At, int Unbroken, ImmutableArray<string> Parts);

/// <summary>A reason and what it is worth; the parts add up to the whole.</summary>
/// <param name="Reason">For people, in Chinese.</param>
/// <param name="Score">Its share of the score.</param>
/// <param name="Parts">What it is made of; empty for a last reason.</param>
public sealed record Explanation(string Reason, float Score, ImmutableArray<Explanation> Parts);
