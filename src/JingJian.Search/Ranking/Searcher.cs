using System.Collections.Immutable;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Text;

namespace JingJian.Search.Ranking;

/// <summary>Searches one index.</summary>
/// <remarks>
/// <para><b>Source.</b> BM25 over text and headings, plus parts of ours; <see cref="RankingOptions"/> has the constants. One path serves
/// ranking, counting and facets, <see cref="RankedSweep"/>; what need not be counted is mostly not read.</para>
/// <para><b>Guarantee.</b> What matches, and every count, is what a plain scan of the folded texts gives: a word matches where it
/// stands as a string in the paragraph or in the headings above it, a quoted string where it stands in the paragraph.
/// Equal scores are ordered by passage id. Same index, same request: same result.</para>
/// <para><b>Threads.</b> Any number of searches at once.</para>
/// </remarks>
public sealed class Searcher
{
    private const int MostHits = 10_000;

    private readonly RankedIndex index;

    /// <summary>Prepares an index for searching.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="cutter">The cutter that the index was written with.</param>
    /// <param name="options">Constants of ranking, or null for the defaults.</param>
    /// <param name="help">Synonyms and related words, or null for none.</param>
    public Searcher(IndexReader reader, WordCutter cutter, RankingOptions? options = null, WordHelp? help = null) =>
        index = new RankedIndex(reader, cutter, options ?? new RankingOptions(), help);

    private IndexReader Reader => index.Reader;

    /// <summary>Searches.</summary>
    public SearchResult Search(SearchRequest request)
    {
        Check(request);
        QueryPlan plan = QueryPlanner.Plan(index, request);
        SearchResult found = Counted(request, plan);
        return request.HelpSpelling ? found with { Corrections = new SpellingHelp(index).For(plan) } : found;
    }

    /// <summary>Finds passages like a text: more-like-this, or a pasted passage.</summary>
    /// <param name="text">The text; not itself in the index, or else its own family leads.</param>
    /// <param name="request">What else must hold, and what to give back; use <see cref="Queries.Query.Everything"/> for no more conditions.</param>
    public SearchResult MoreLike(string text, SearchRequest request)
    {
        Check(request);
        QueryPlan restriction = QueryPlanner.Plan(index, request);
        return Search(request, LikenessPlanner.Plan(index, text, restriction.Root));
    }

    /// <summary>Completes what has been typed so far, from words and headings.</summary>
    /// <param name="typed">The beginning of a word, or a part of a heading.</param>
    /// <param name="top">How many to give at the most.</param>
    public ImmutableArray<Suggestion> Suggest(string typed, int top) => Suggestions.For(Reader, typed, top);

    private static void Check(SearchRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Top);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Top, MostHits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Offset, MostHits);
    }

    private SearchResult Counted(SearchRequest request, QueryPlan plan)
    {
        if (plan.Added.Count == 0 || !(request.CountMatches || request.CountFacets))
        {
            return Search(request, plan);
        }

        // What is counted is what was typed; what is ranked is that and what was added.
        SearchRequest typed = request with { Expand = false, Top = 0, Offset = 0 };
        SearchResult counted = Search(typed, QueryPlanner.Plan(index, typed));
        SearchResult ranked = Search(request with { CountMatches = true, CountFacets = false }, plan);
        return ranked with
        {
            Paragraphs = counted.Paragraphs,
            Families = counted.Families,
            Beyond = ranked.Paragraphs - counted.Paragraphs,
            Complete = counted.Complete,
            Facets = counted.Facets,
        };
    }

    private SearchResult Search(SearchRequest request, QueryPlan plan)
    {
        var nearness = new Nearness(plan.Pairs, index.Options);
        var best = new BestHits(request.Offset + request.Top);
        FacetCounter? facets = request.CountFacets ? new FacetCounter(Reader.Columns, request.CountMoreFacets) : null;
        MatchCounter? counter = request.CountMatches || request.CountFacets ? new MatchCounter(Reader.Columns, facets) : null;
        List<DocumentFilter> filters = RequestFilters(request);
        if (request.Order == SearchOrder.Relevance)
        {
            new RankedSweep(index, plan, filters, nearness, best, counter, request.CollapseFamilies).Run();
        }
        else
        {
            new OrderedSweep(index, plan, filters, nearness, best, counter, request).Run();
        }

        Candidate[] hits = [.. best.InOrder().Skip(request.Offset)];
        Explainer? explainer = request.Explain ? new Explainer(index, plan, nearness) : null;
        return new SearchResult(
            [.. hits.Select(hit => Hit(hit, request.CollapseFamilies ? counter?.MatchingInFamilyOf(hit.Document) ?? -1 : 1, plan, explainer))],
            counter?.Paragraphs ?? -1,
            counter?.Families ?? -1,
            Beyond: 0,
            counter?.Complete ?? -1,
            facets?.Count() ?? FacetCounter.NotCounted,
            [.. plan.Dropped],
            [.. plan.Split],
            [.. plan.Added.Select(atom => new AddedWord(atom.Text, atom.Origin, atom.InText.Count))]);
    }

    private List<DocumentFilter> RequestFilters(SearchRequest request)
    {
        PassageColumns columns = Reader.Columns;
        var filters = new List<DocumentFilter>();
        if (request.Undecided is { } undecided)
        {
            filters.Add(new IsUndecided(columns, undecided));
        }

        if (request.Function is { } function)
        {
            filters.Add(new HasFunction(columns, function));
        }

        if (request.Years is { } years)
        {
            filters.Add(new InYears(columns, years));
        }

        if (request.Organisation is { } organisation)
        {
            filters.Add(new OfOrganisation(columns, name => name == organisation));
        }

        if (request.Type is { } type)
        {
            filters.Add(new InBytes(columns, all => all.DocumentTypes, (byte)type));
        }

        if (request.UnitType is { } unitType)
        {
            filters.Add(new InBytes(columns, all => all.UnitTypes, (byte)unitType));
        }

        if (request.Copies is { } copies)
        {
            filters.Add(new HasCopies(columns, copies));
        }

        if (request.Originality is { } originality)
        {
            filters.Add(new InBytes(columns, all => all.Originality, originality));
        }

        if (request.Report is { } report)
        {
            filters.Add(new OfReport(columns, report));
        }

        if (request.Source is { } source)
        {
            filters.Add(new OfSources(columns, new HashSet<int> { source }));
        }

        if (request.AfterSource is { } last)
        {
            filters.Add(new OfLaterSources(columns, last));
        }

        return filters;
    }

    private SearchHit Hit(Candidate hit, int matching, QueryPlan plan, Explainer? explainer)
    {
        ReadOnlySpan<char> text = Reader.Texts.TextOf(hit.Document);
        ImmutableArray<TextSpan> marks = Highlighter.Marks(text, plan.Atoms.Concat(plan.Added));
        return new SearchHit(
            hit.PassageId,
            hit.Score,
            Reader.Columns.Families[hit.Document],
            Reader.Columns.Copies[hit.Document],
            matching,
            marks,
            Highlighter.Snippet(text, marks),
            Highlighter.Standing(text, plan.Added),
            explainer?.Explain(hit));
    }
}
