using System.Text.Json.Serialization;

namespace JingJian.Archive.Views;

/// <summary>What to search for, as it comes from a command line or a request.</summary>
/// <param name="Query">As typed; empty to filter only.</param>
public sealed record SearchWish(string Query)
{
    /// <summary>Name of a function, English or Chinese; null for all.</summary>
    public string? Function { get; init; }

    /// <summary>True for paragraphs whose function is 未定 only, false for decided ones only; null for all.</summary>
    public bool? Undecided { get; init; }

    /// <summary>A year or a range: <c>2021</c>, <c>2019..2021</c>, <c>..2021</c>, <c>2019..</c>; null for all.</summary>
    public string? Years { get; init; }

    /// <summary>Whole name of the unit; null for all.</summary>
    public string? Organisation { get; init; }

    /// <summary>Sort of document, English or Chinese; null for all.</summary>
    public string? Type { get; init; }

    /// <summary>Sort of unit, English or Chinese; null for all.</summary>
    public string? UnitType { get; init; }

    /// <summary>How many copies, itself included: <c>1</c>, <c>3..5</c>, <c>11..</c>; null for all.</summary>
    public string? Copies { get; init; }

    /// <summary>How many percent of its report stand in no other: <c>90..100</c>; null for all.</summary>
    public string? Originality { get; init; }

    /// <summary>How many figures with a unit it states: <c>1..</c>, <c>3..5</c>; null for all.</summary>
    public string? Quantities { get; init; }

    /// <summary>True for paragraphs in which something is masked, lost or cut off only, false for whole ones only; null for all.</summary>
    public bool? Damaged { get; init; }

    /// <summary>relevance, newest, oldest or originality; null for relevance.</summary>
    public string? Sort { get; init; }

    /// <summary>Id of a report; null for all.</summary>
    public string? Report { get; init; }

    /// <summary>Id or file name of a source; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>How many hits, 1 to 1,000.</summary>
    public int Top { get; init; } = 10;

    /// <summary>How many of the best to leave out, 0 to 10,000.</summary>
    [JsonIgnore]
    public int Offset { get; init; }

    /// <summary>What the page before gave as next; it goes before <see cref="Offset"/>. Null for the first page.</summary>
    [JsonIgnore]
    public string? Cursor { get; init; }

    /// <summary>Whether copies of one text give one hit.</summary>
    public bool Collapse { get; init; } = true;

    /// <summary>Whether to look for words that mean the same, and for how officials write what is asked.</summary>
    public bool Expand { get; init; } = true;

    /// <summary>Whether to explain the scores.</summary>
    public bool Explain { get; init; }

    /// <summary>Only sources that came in after the one with this key.</summary>
    internal int? AfterSource { get; init; }
}

/// <summary>One hit.</summary>
/// <param name="Rank">From 1.</param>
/// <param name="Source">File name.</param>
/// <param name="Line">First line of the paragraph.</param>
/// <param name="LineEnd">Last line.</param>
/// <param name="Report">Title of its report.</param>
/// <param name="ReportId">Id of its report.</param>
/// <param name="Paragraph">Id of the paragraph.</param>
/// <param name="Year">Year of the report.</param>
/// <param name="Organisation">Unit of the report.</param>
/// <param name="Function">What it does.</param>
/// <param name="Secondary">What else, or null.</param>
/// <param name="Score">Comparable within one result.</param>
/// <param name="Family">Id of its family, or null.</param>
/// <param name="Copies">How many copies the archive has, itself included.</param>
/// <param name="Sections">The headings above it.</param>
/// <param name="Damage">Flags.</param>
/// <param name="Snippet">The part to show first; … where it is cut.</param>
/// <param name="SnippetHighlights">Start and end of each match in the snippet.</param>
/// <param name="Text">The whole paragraph.</param>
/// <param name="Highlights">Start and end of each match in the text.</param>
/// <param name="Through">Related words, not typed, that stand in it.</param>
/// <param name="Reasons">Why it has its score, one line each; empty unless asked for.</param>
public sealed record HitView(
    int Rank, string Source, int Line, int LineEnd, string Report, string ReportId, string Paragraph, int? Year, string? Organisation,
    string Function, string? Secondary, double Score, string? Family, int Copies, IReadOnlyList<string> Sections, IReadOnlyList<string> Damage,
    string Snippet, IReadOnlyList<IReadOnlyList<int>> SnippetHighlights, string Text, IReadOnlyList<IReadOnlyList<int>> Highlights,
    IReadOnlyList<string> Through, IReadOnlyList<string> Reasons)
{
    /// <summary>How sure the function is.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether it is too unsure to count as decided: 未定.</summary>
    public bool Undecided { get; init; }

    /// <summary>Its place among what is near in meaning, from 1; null where words alone found it, or meaning was not asked.</summary>
    public int? Near { get; init; }
}

/// <summary>A bucket of a facet.</summary>
/// <param name="Value">What is counted, as a filter takes it: a function, a year, a unit, a sort, a range of numbers.</param>
/// <param name="Paragraphs">Matching paragraphs.</param>
/// <param name="Families">The same with copies counted once.</param>
public sealed record BucketView(string Value, int Paragraphs, int Families);

/// <summary>The facets of a result; an empty value is what is not known.</summary>
/// <param name="Functions">By function, primary and secondary alike.</param>
/// <param name="Certainty">By whether the function is decided: <c>decided</c>, <c>undecided</c>.</param>
/// <param name="Years">By year.</param>
/// <param name="Organisations">By unit.</param>
/// <param name="UnitTypes">By sort of unit.</param>
/// <param name="Types">By sort of document.</param>
/// <param name="Copies">By size of the family.</param>
/// <param name="Originality">By originality of the report, in percent.</param>
/// <param name="Quantities">By how many figures with a unit the paragraph states.</param>
/// <param name="Damage">By whether something is masked, lost or cut off: <c>whole</c>, <c>damaged</c>.</param>
public sealed record FacetsView(
    IReadOnlyList<BucketView> Functions, IReadOnlyList<BucketView> Certainty, IReadOnlyList<BucketView> Years, IReadOnlyList<BucketView> Organisations, IReadOnlyList<BucketView> UnitTypes,
    IReadOnlyList<BucketView> Types, IReadOnlyList<BucketView> Copies, IReadOnlyList<BucketView> Originality, IReadOnlyList<BucketView> Quantities, IReadOnlyList<BucketView> Damage);

/// <summary>What a search found.</summary>
/// <param name="Query">As typed.</param>
/// <param name="Paragraphs">Matching paragraphs, exactly.</param>
/// <param name="Families">The same with copies counted once, exactly.</param>
/// <param name="Beyond">More paragraphs, found only through words that were not typed; not in the other counts.</param>
/// <param name="Complete">Paragraphs that have every word of the query.</param>
/// <param name="Notes">What a person should know: words that stand nowhere, words searched by their parts. In Chinese.</param>
/// <param name="Facets">Counts for narrowing.</param>
/// <param name="Hits">The best, in order.</param>
public sealed record SearchView(
    string Query, int Paragraphs, int Families, int Beyond, int Complete, IReadOnlyList<string> Notes, FacetsView Facets, IReadOnlyList<HitView> Hits)
{
    /// <summary>What to give as cursor for the hits after these; null when there are none.</summary>
    public string? Next { get; init; }

    /// <summary>你是不是要找: the query as it may have been meant; null when nothing is doubtful.</summary>
    public MeantView? Meant { get; init; }
}

/// <summary>A query as it may have been meant.</summary>
/// <param name="Query">The whole query with better words.</param>
/// <param name="Words">The words that were changed.</param>
public sealed record MeantView(string Query, IReadOnlyList<MeantWordView> Words);

/// <summary>A word that may have been meant.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Instead">What stands in the archive.</param>
/// <param name="Paragraphs">In how many paragraphs and headings.</param>
public sealed record MeantWordView(string Typed, string Instead, int Paragraphs);

/// <summary>What somebody who is typing may want to search for.</summary>
/// <param name="Text">The word, phrase or heading.</param>
/// <param name="Kind">word, phrase or heading.</param>
/// <param name="Paragraphs">How many paragraphs have it, or stand under it.</param>
public sealed record SuggestionView(string Text, string Kind, int Paragraphs);
