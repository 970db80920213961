using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Text;

namespace JingJian.Tests.Search;

/// <summary>The slow, obvious twin of matching: reads every passage.</summary>
internal static class SearchScan
{
    public static List<Passage> Matching(IEnumerable<Passage> passages, Query query) =>
        [.. passages.Where(passage => Matches(passage, query.Root)).OrderBy(passage => passage.Id)];

    public static bool Matches(Passage passage, QueryNode node) => node switch
    {
        QueryWord word => (word.Scope != WordScope.Headings && Stands(Folding.Fold(passage.Text), word))
            || (word.Scope != WordScope.Text && Stands(Folding.Fold(passage.Headings), word)),
        QueryAny any => any.Alternatives.Any(part => Matches(passage, part)),
        QueryGroup group => MatchesGroup(passage, group),
        FunctionFilter filter => passage.Primary == filter.Function || passage.Secondary == filter.Function,
        YearFilter filter => passage.Year > 0 && passage.Year >= filter.Years.First && passage.Year <= filter.Years.Last,
        OrganisationFilter filter => Folding.Fold(passage.Organisation).Contains(filter.Name, StringComparison.Ordinal),
        SourceFilter filter => passage.Source.ToString(System.Globalization.CultureInfo.InvariantCulture) == filter.Name,
        TypeFilter filter => passage.Type == filter.Type,
        UnitTypeFilter filter => passage.UnitType == filter.Type,
        CopiesFilter filter => filter.Copies.Contains(passage.Copies),
        OriginalityFilter filter => filter.Percent.Contains(passage.Originality),
        QuantitiesFilter filter => filter.Quantities.Contains(QuantitiesIn(passage)),
        DamageFilter filter => passage.Damaged == filter.Damaged,
        _ => throw new InvalidOperationException(),
    };

    public static int QuantitiesIn(Passage passage) => ConcreteSigns.Of(Folding.Fold(passage.Text)).Quantities.Length;

    private static bool Stands(string text, QueryWord word)
    {
        if (word.Match != WordMatch.Prefix)
        {
            return text.Contains(word.Text, StringComparison.Ordinal);
        }

        var words = new List<TextSpan>();
        Passages.Cut(text, words);
        return words.Exists(span => span.In(text).StartsWith(word.Text));
    }

    private static bool MatchesGroup(Passage passage, QueryGroup group)
    {
        ILookup<Occur, QueryNode> parts = group.Clauses.ToLookup(
            clause => clause.Occur == Occur.Wanted && IsFilter(clause.Node) ? Occur.Must : clause.Occur, clause => clause.Node);
        bool demanded = group.Clauses.Any(clause => clause.Occur == Occur.Must && !IsFilter(clause.Node));
        return parts[Occur.Must].All(part => Matches(passage, part))
            && !parts[Occur.MustNot].Any(part => Matches(passage, part))
            && (demanded || !parts[Occur.Wanted].Any() || parts[Occur.Wanted].Any(part => Matches(passage, part)));
    }

    private static bool IsFilter(QueryNode node) => node switch
    {
        QueryWord => false,
        QueryAny any => any.Alternatives.All(IsFilter),
        QueryGroup group => group.Clauses.All(clause => IsFilter(clause.Node)),
        _ => true,
    };
}
