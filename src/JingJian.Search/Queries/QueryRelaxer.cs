namespace JingJian.Search.Queries;

/// <summary>Makes a query that nothing satisfies into one that finds what comes near it.</summary>
/// <remarks>
/// <para>Quoted strings and demanded words become wanted words, a word to be absent is forgotten, filters stay. Example:
/// <c>+送温暖 "慰问困难职工代表" 年份:2021</c> becomes <c>送温暖 慰问困难职工代表 年份:2021</c>, whose words may be searched by their parts.</para>
/// </remarks>
public static class QueryRelaxer
{
    /// <summary>The relaxed query, or null when there is nothing to relax or no word in it.</summary>
    public static Query? Relax(Query query)
    {
        var words = new List<QueryClause>();
        var filters = new List<QueryClause>();
        bool changed = Collect(query.Root, Occur.Wanted, words, filters);
        return changed && words.Count > 0 ? new Query(new QueryGroup([.. words, .. filters])) : null;
    }

    /// <summary>All words of a query as wanted words, wherever they stand in it, with its filters; null without any word.</summary>
    public static Query? AnyWords(Query query)
    {
        var words = new List<QueryClause>();
        var filters = new List<QueryClause>();
        Collect(query.Root, Occur.Wanted, words, filters);
        return words.Count > 0 ? new Query(new QueryGroup([.. words, .. filters])) : null;
    }

    private static bool Collect(QueryNode node, Occur occur, List<QueryClause> words, List<QueryClause> filters)
    {
        switch (node)
        {
            case QueryGroup group:
                return group.Clauses.Aggregate(false, (changed, clause) => Collect(clause.Node, occur == Occur.MustNot ? occur : clause.Occur, words, filters) || changed);
            case QueryAny any when any.Alternatives.All(QueryConditions.IsFilter):
                filters.Add(new QueryClause(occur, any));
                return false;
            case QueryAny any:
                return any.Alternatives.Aggregate(false, (changed, part) => Collect(part, occur, words, filters) || changed);
            case QueryWord when occur == Occur.MustNot:
                return true;
            case QueryWord { Match: WordMatch.Word, Scope: WordScope.Anywhere } word:
                words.Add(new QueryClause(Occur.Wanted, word));
                return occur != Occur.Wanted;
            case QueryWord word:
                words.Add(new QueryClause(Occur.Wanted, word with { Match = WordMatch.Word, Scope = WordScope.Anywhere }));
                return true;
            default:
                filters.Add(new QueryClause(occur, node));
                return false;
        }
    }
}
