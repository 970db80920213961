using System.Collections.Immutable;
using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Text;

namespace JingJian.Search.Queries;

/// <summary>A query that was understood.</summary>
/// <param name="Root">What it asks for.</param>
public sealed record Query(QueryNode Root)
{
    /// <summary>Every passage; for a request that only filters.</summary>
    public static Query Everything { get; } = new(new QueryGroup([]));
}

/// <summary>A part of a query. The cases are closed: words, any-of, group and filters.</summary>
public abstract record QueryNode
{
    private protected QueryNode()
    {
    }
}

/// <summary>How a part must occur.</summary>
public enum Occur
{
    /// <summary>Wanted: more of these rank higher, one is enough.</summary>
    Wanted,

    /// <summary>+: without it there is no match.</summary>
    Must,

    /// <summary>-: with it there is no match.</summary>
    MustNot,
}

/// <summary>How a word is compared.</summary>
public enum WordMatch
{
    /// <summary>A typed word: as a string in text or headings, whole words ranking first; one that stands nowhere is searched by its parts.</summary>
    Word,

    /// <summary>In quotes: exactly this string in the paragraph's own text.</summary>
    Exact,

    /// <summary>With *: words that begin so.</summary>
    Prefix,
}

/// <summary>Where a word is looked for.</summary>
public enum WordScope
{
    /// <summary>In the paragraph and in the headings above it.</summary>
    Anywhere,

    /// <summary>In the paragraph only; always so for quoted strings without a field.</summary>
    Text,

    /// <summary>In the headings only.</summary>
    Headings,
}

/// <summary>A word or quoted string.</summary>
/// <param name="Text">Folded.</param>
/// <param name="At">Its place in the query.</param>
/// <param name="Match">How it is compared.</param>
/// <param name="Scope">Where it is looked for.</param>
public sealed record QueryWord(string Text, TextSpan At, WordMatch Match, WordScope Scope) : QueryNode;

/// <summary>Alternatives joined by OR.</summary>
public sealed record QueryAny(ImmutableArray<QueryNode> Alternatives) : QueryNode;

/// <summary>Parts beside each other, or in parentheses.</summary>
public sealed record QueryGroup(ImmutableArray<QueryClause> Clauses) : QueryNode;

/// <summary>One part of a group.</summary>
public sealed record QueryClause(Occur Occur, QueryNode Node);

/// <summary>功能: paragraphs with this primary or secondary function.</summary>
public sealed record FunctionFilter(Function Function) : QueryNode;

/// <summary>年份: paragraphs of reports on these years.</summary>
public sealed record YearFilter(YearRange Years) : QueryNode;

/// <summary>单位: paragraphs of organisations whose name contains this.</summary>
/// <param name="Name">Folded.</param>
public sealed record OrganisationFilter(string Name) : QueryNode;

/// <summary>来源: paragraphs of the source with this number or name.</summary>
/// <param name="Name">As typed; the request says which sources it names.</param>
public sealed record SourceFilter(string Name) : QueryNode;

/// <summary>类型: paragraphs of documents of this sort.</summary>
public sealed record TypeFilter(DocumentType Type) : QueryNode;

/// <summary>单位类型: paragraphs of units of this sort; one that is not known never matches.</summary>
public sealed record UnitTypeFilter(UnitType Type) : QueryNode;

/// <summary>处数: paragraphs whose family has so many copies, themselves included.</summary>
public sealed record CopiesFilter(NumberRange Copies) : QueryNode;

/// <summary>原创度: paragraphs of reports of which so many percent stand in no other.</summary>
public sealed record OriginalityFilter(NumberRange Percent) : QueryNode;

/// <summary>数据: paragraphs that state so many figures with a unit.</summary>
public sealed record QuantitiesFilter(NumberRange Quantities) : QueryNode;

/// <summary>损伤: paragraphs in which something is masked, lost or cut off, or those in which nothing is.</summary>
public sealed record DamageFilter(bool Damaged) : QueryNode;

/// <summary>Years from the first to the last, both included.</summary>
public readonly record struct YearRange(int First, int Last)
{
    /// <summary>Whether a known year lies inside; an unknown year (0) never does.</summary>
    public bool Contains(int year) => year > 0 && year >= First && year <= Last;

    /// <summary>Reads 2020, 2019..2021, 2019.. and ..2021; a dash or 至 does as well as the dots.</summary>
    public static bool TryParse(string typed, out YearRange years)
    {
        string value = typed.Replace("-", "..", StringComparison.Ordinal).Replace("至", "..", StringComparison.Ordinal);
        int dots = value.IndexOf("..", StringComparison.Ordinal);
        string first = dots < 0 ? value : value[..dots], last = dots < 0 ? value : value[(dots + 2)..];
        int from = 1, to = 9999;
        bool valid = first.Length + last.Length > 0 && (first.Length == 0 || TryYear(first, out from)) && (last.Length == 0 || TryYear(last, out to));
        years = new YearRange(from, to);
        return valid && from <= to;
    }

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text.AsSpan().TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1000 and <= 9999;
}
