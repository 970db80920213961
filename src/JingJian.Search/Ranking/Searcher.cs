using System.Collections.Immutable;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
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

    /// <summary>So deep is the list by words that is joined with the nearest: the same for every page of a result.</summary>
    private const int FusedDepth = 1000;

    private readonly RankedIndex index;

    /// <summary>Prepares an index for searching.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="cutter">The cutter that the index was written with.</param>
    /// <param name="options">Constants of ranking, or null for the defaults.</param>
    /// <param name="help">Synonyms and related words, or null for none.</param>
    public Searcher(IndexReader reader, WordCutter cutter, RankingOptions? options = null, WordHelp? help = null) =>
        index = new RankedIndex(reader, cutter, options ?? new RankingOptions(), help);

    private IndexReader Reader => index.Reader;

    /// <summary>Does beforehand what the first searches would wait for.</summary>
    public void MakeReady() => index.MakeReady();

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
    /// <param name="request">What else must hold, and what to give back; use <see cref="Query.Everything"/> for no more conditions.</param>
    public SearchResult MoreLike(string text, SearchRequest request)
    {
        Check(request);
        QueryPlan restriction = QueryPlanner.Plan(index, request);
        return Search(request, LikenessPlanner.Plan(index, text, restriction.Root));
    }

    /// <summary>Completes what has been typed so far, from words, phrases and headings, and offers words of like surroundings.</summary>
    /// <param name="typed">The beginning of a word or phrase, or a part of a heading.</param>
    /// <param name="top">How many to give at the most.</param>
    public ImmutableArray<Suggestion> Suggest(string typed, int top) => Suggestions.For(index, typed, top);

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
        SearchRequest typed = request with { Expand = false, Top = 0, Offset = 0, Nearest = [] };
        SearchResult counted = Search(typed, QueryPlanner.Plan(index, typed));
        SearchResult ranked = Search(request with { CountMatches = true, CountFacets = false }, plan);
        return ranked with
        {
            Paragraphs = counted.Paragraphs,
            Families = counted.Families,
            Beyond = ranked.Beyond + ranked.Paragraphs - counted.Paragraphs,
            Complete = counted.Complete,
            Facets = counted.Facets,
        };
    }

    private SearchResult Search(SearchRequest request, QueryPlan plan)
    {
        var nearness = new Nearness(index.Options.NearnessWeight > 0 ? plan.Pairs : [], index.Options);
        bool fuses = request.Nearest.Length > 0 && request.Order == SearchOrder.Relevance;
        SecondLook? secondLook = request.Order == SearchOrder.Relevance && request.Top > 0 ? SecondLook.For(index, plan) : null;
        var best = new BestHits(fuses ? FusedDepth : Math.Max(request.Offset + request.Top, secondLook?.Reach ?? 0));
        FacetCounter? facets = request.CountFacets ? new FacetCounter(Reader.Columns, index.FacetSets, request.CountMoreFacets) : null;
        MatchCounter? counter = request.CountMatches || request.CountFacets ? new MatchCounter(Reader.Columns, facets) : null;
        var allowed = new AllowedDocuments(Reader.Columns, RequestFilters(request));
        if (request.Order == SearchOrder.Relevance)
        {
            new RankedSweep(index, plan, allowed, nearness, best, counter, request.CollapseFamilies).Run();
        }
        else
        {
            new OrderedSweep(index, plan, allowed, nearness, best, counter, request).Run();
        }

        Candidate[] hits = secondLook?.Order(best.InOrder()) ?? best.InOrder();
        if (fuses)
        {
            return Fused(request, plan, hits, counter);
        }

        Explainer? explainer = request.Explain ? new Explainer(index, plan, nearness, secondLook) : null;
        return Result([.. hits.Skip(request.Offset).Take(request.Top).Select(hit => Hit(hit, Matching(hit, request, counter), plan, explainer?.Explain(hit)))], plan, counter);
    }

    private static int Matching(Candidate hit, SearchRequest request, MatchCounter? counter) =>
        request.CollapseFamilies ? counter?.MatchingInFamilyOf(hit.Document) ?? -1 : 1;

    /// <summary>The hits by words joined with those near in meaning, as far as these fulfil the conditions.</summary>
    private SearchResult Fused(SearchRequest request, QueryPlan plan, Candidate[] byWords, MatchCounter? counter)
    {
        SearchRequest conditions = request with { Query = QueryConditions.Of(request.Query), Expand = false };
        var near = new BestHits(request.Nearest.Length);
        var allowed = new AllowedDocuments(Reader.Columns, [.. RequestFilters(conditions), new InPassages(Reader.Columns, request.Nearest)]);
        new RankedSweep(index, QueryPlanner.Plan(index, conditions), allowed, new Nearness([], index.Options), near, null, collapse: false).Run();
        Dictionary<long, int> order = request.Nearest.Index().ToDictionary(passage => passage.Item, passage => passage.Index);
        Candidate[] byMeaning =
        [
            .. near.InOrder().OrderBy(hit => order[hit.PassageId])
                .Select(hit => hit with { Group = request.CollapseFamilies ? Reader.Columns.Groups[hit.Document] : hit.Document }).DistinctBy(hit => hit.Group),
        ];
        IEnumerable<SearchHit> hits = RankFusion.Of(byWords, byMeaning).Skip(request.Offset).Take(request.Top)
            .Select(fused => Hit(fused.Hit with { Score = fused.Score }, Matching(fused.Hit, request, counter), plan, request.Explain ? RankFusion.Explain(fused) : null) with { NearRank = fused.NearRank });
        int beyond = counter is null ? 0 : near.InOrder().Count(hit => !counter.Has(hit.Document));
        return Result([.. hits], plan, counter) with { Beyond = beyond };
    }

    private static SearchResult Result(ImmutableArray<SearchHit> hits, QueryPlan plan, MatchCounter? counter) => new(
            hits,
            counter?.Paragraphs ?? -1,
            counter?.Families ?? -1,
            Beyond: 0,
            counter?.Complete ?? -1,
            counter?.CountFacets() ?? FacetCounter.NotCounted,
            [.. plan.Dropped],
            [.. plan.Split],
            [.. plan.Added.Select(atom => new AddedWord(atom.Text, atom.Origin, atom.InText.Count))]);

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

        if (request.Quantities is { } quantities)
        {
            filters.Add(new InBytes(columns, all => all.Quantities, quantities));
        }

        if (request.Damaged is { } damaged)
        {
            filters.Add(new InBytes(columns, all => all.Damaged, damaged ? (byte)1 : (byte)0));
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

    private SearchHit Hit(Candidate hit, int matching, QueryPlan plan, Explanation? explanation)
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
            explanation);
    }
}
