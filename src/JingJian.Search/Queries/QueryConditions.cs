using System.Collections.Immutable;

namespace JingJian.Search.Queries;

/// <summary>What of a query is a condition, and what only a wish: meaning may stand in for a wish.</summary>
public static class QueryConditions
{
    /// <summary>The query without its wanted words: what is demanded, excluded and filtered.</summary>
    public static Query Of(Query query) => query.Root is QueryGroup group
        ? new Query(new QueryGroup([.. group.Clauses.Where(clause => clause.Occur != Occur.Wanted || IsFilter(clause.Node))]))
        : query;

    /// <summary>The wanted words as one text; null when there are none, or one of them is more than a plain word: an exact string, a
    /// prefix, an alternative or a field is not to be softened.</summary>
    public static string? Wish(Query query)
    {
        ImmutableArray<QueryClause> clauses = query.Root is QueryGroup group ? group.Clauses : [];
        QueryNode[] wanted = [.. clauses.Where(clause => clause.Occur == Occur.Wanted && !IsFilter(clause.Node)).Select(clause => clause.Node)];
        return wanted.Length > 0 && wanted.All(node => node is QueryWord { Match: WordMatch.Word, Scope: WordScope.Anywhere })
            ? string.Join(' ', wanted.Cast<QueryWord>().Select(word => word.Text))
            : null;
    }

    /// <summary>Whether a part has no words.</summary>
    internal static bool IsFilter(QueryNode node) => node switch
    {
        QueryWord => false,
        QueryAny any => any.Alternatives.All(IsFilter),
        QueryGroup group => group.Clauses.All(clause => IsFilter(clause.Node)),
        _ => true,
    };
}
