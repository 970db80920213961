using JingJian.Analysis.Functions;
using JingJian.Search.Queries;

namespace JingJian.Search.Ranking;

/// <summary>What to search for, and what to give back.</summary>
/// <param name="Query">The query; <see cref="Queries.Query.Everything"/> to filter only.</param>
public sealed record SearchRequest(Query Query)
{
    /// <summary>Only paragraphs with this primary or secondary function.</summary>
    public Function? Function { get; init; }

    /// <summary>Only reports on these years; a report without a known year never matches.</summary>
    public YearRange? Years { get; init; }

    /// <summary>Only this unit; its whole name.</summary>
    public string? Organisation { get; init; }

    /// <summary>Only this report.</summary>
    public int? Report { get; init; }

    /// <summary>Only this source.</summary>
    public int? Source { get; init; }

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

    /// <summary>Whether to explain each score. Default false.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether words that mean the same, that officials use for what was asked, and words inside words, are searched for too. Default false.</summary>
    public bool Expand { get; init; }
}
