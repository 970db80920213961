using System.Collections.Immutable;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>What comes first in a result.</summary>
public enum SearchOrder
{
    /// <summary>What fits best.</summary>
    Relevance,

    /// <summary>The latest year; paragraphs with all typed words before those with some; what fits best within a year.</summary>
    Newest,

    /// <summary>The earliest known year, in the same way.</summary>
    Oldest,

    /// <summary>The most original report, in the same way.</summary>
    Originality,
}

/// <summary>What to search for, and what to give back.</summary>
/// <param name="Query">The query; <see cref="Queries.Query.Everything"/> to filter only.</param>
public sealed record SearchRequest(Query Query)
{
    /// <summary>Only paragraphs with this primary or secondary function.</summary>
    public Function? Function { get; init; }

    /// <summary>Only paragraphs whose function is too unsure to count as decided (true), or only decided ones (false).</summary>
    public bool? Undecided { get; init; }

    /// <summary>Only reports on these years; a report without a known year never matches.</summary>
    public YearRange? Years { get; init; }

    /// <summary>Only this unit; its whole name.</summary>
    public string? Organisation { get; init; }

    /// <summary>Only documents of this sort.</summary>
    public DocumentType? Type { get; init; }

    /// <summary>Only units of this sort.</summary>
    public UnitType? UnitType { get; init; }

    /// <summary>Only paragraphs with so many copies, themselves included.</summary>
    public NumberRange? Copies { get; init; }

    /// <summary>Only reports of which so many percent stand in no other.</summary>
    public NumberRange? Originality { get; init; }

    /// <summary>Only paragraphs that state so many figures with a unit.</summary>
    public NumberRange? Quantities { get; init; }

    /// <summary>Only paragraphs in which something is masked, lost or cut off (true), or in which nothing is (false).</summary>
    public bool? Damaged { get; init; }

    /// <summary>Only this report.</summary>
    public int? Report { get; init; }

    /// <summary>Only this source.</summary>
    public int? Source { get; init; }

    /// <summary>Only sources with a larger number: what came in later.</summary>
    public int? AfterSource { get; init; }

    /// <summary>Which sources a name in the query (来源:…) means; without it only their numbers are understood.</summary>
    public Func<string, IEnumerable<int>>? FindSources { get; init; }

    /// <summary>How many hits to give. 0 to 10,000; default 10.</summary>
    public int Top { get; init; } = 10;

    /// <summary>How many of the best hits to leave out first. 0 to 10,000; default 0.</summary>
    public int Offset { get; init; }

    /// <summary>Whether copies of one text give one hit. Default true.</summary>
    public bool CollapseFamilies { get; init; } = true;

    /// <summary>Whether to count what matches. Default true; without it only the best are looked for, which is faster.</summary>
    public bool CountMatches { get; init; } = true;

    /// <summary>Whether to count functions, years and organisations, for which all that matches is counted. Default true.</summary>
    public bool CountFacets { get; init; } = true;

    /// <summary>Whether to count sorts of documents and of units, sizes of families, originality, quantities and damage, too, where facets are counted. Default false.</summary>
    public bool CountMoreFacets { get; init; }

    /// <summary>Passages that are near in meaning, nearest first: what fulfils the conditions among them is joined with what words find. Default none.</summary>
    public ImmutableArray<long> Nearest { get; init; } = [];

    /// <summary>Whether a wanted word of which not even a part stands anywhere is searched by its longest stretches that do, down to single letters. Default false.</summary>
    public bool ByPieces { get; init; }

    /// <summary>What comes first. Default: what fits best.</summary>
    public SearchOrder Order { get; init; }

    /// <summary>Whether to explain each score. Default false.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether to offer what may have been meant in the place of words that the archive hardly knows. Default false.</summary>
    public bool HelpSpelling { get; init; }

    /// <summary>Whether words that mean the same, that officials use for what was asked, and words inside words, are searched for too. Default false.</summary>
    public bool Expand { get; init; }
}
