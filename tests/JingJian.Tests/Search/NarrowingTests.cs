using JingJian.Analysis.Structure;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;

namespace JingJian.Tests.Search;

/// <summary>Filters that combine, the counts that lead to them, and other orders than relevance.</summary>
public sealed class NarrowingTests
{
    private static readonly List<Passage> All = Passages.Random(12, 1500);
    private static readonly Searcher Searching = new(Passages.Index(All), Passages.Cut);
    private static readonly Query Word = QueryParserTests.Parsed("职工 OR 管理");

    [Fact]
    public void Every_bucket_has_as_many_paragraphs_and_families_as_a_search_narrowed_to_it()
    {
        var request = new SearchRequest(Word) { CountMoreFacets = true };
        SearchFacets facets = Searching.Search(request).Facets;

        Assert.All(facets.Types, bucket => AssertCounts(bucket, request with { Type = bucket.Value }));
        Assert.All(facets.UnitTypes.Where(bucket => bucket.Value is not null), bucket => AssertCounts(bucket, request with { UnitType = bucket.Value }));
        Assert.All(facets.Copies, bucket => AssertCounts(bucket, request with { Copies = bucket.Value }));
        Assert.All(facets.Originality, bucket => AssertCounts(bucket, request with { Originality = bucket.Value }));
        Assert.All(facets.Quantities, bucket => AssertCounts(bucket, request with { Quantities = bucket.Value }));
        Assert.All(facets.Damaged, bucket => AssertCounts(bucket, request with { Damaged = bucket.Value }));
        int paragraphs = SearchScan.Matching(All, Word).Count;
        Assert.Equal(
            [paragraphs, paragraphs, paragraphs, paragraphs, paragraphs, paragraphs],
            [facets.Damaged.Sum(bucket => bucket.Paragraphs), facets.Quantities.Sum(bucket => bucket.Paragraphs), facets.Types.Sum(bucket => bucket.Paragraphs), facets.UnitTypes.Sum(bucket => bucket.Paragraphs), facets.Copies.Sum(bucket => bucket.Paragraphs), facets.Originality.Sum(bucket => bucket.Paragraphs)]);
    }

    [Fact]
    public void Filters_narrow_together()
    {
        SearchResult found = Searching.Search(new SearchRequest(Word)
        {
            Type = DocumentType.Plan, UnitType = UnitType.School, Copies = new NumberRange(2, 4), Originality = new NumberRange(10, 90),
            Quantities = new NumberRange(0, 2), Damaged = false, CollapseFamilies = false, Top = 10_000,
        });

        Assert.Equal(
            SearchScan.Matching(All, Word).Where(passage => passage is { Type: DocumentType.Plan, UnitType: UnitType.School, Copies: >= 2 and <= 4, Originality: >= 10 and <= 90, Damaged: false } && SearchScan.QuantitiesIn(passage) <= 2).Select(passage => passage.Id),
            found.Hits.Select(hit => hit.PassageId).Order());
        Assert.NotEmpty(found.Hits);
    }

    [Fact]
    public void Years_narrow_to_what_a_scan_finds_however_they_are_asked_for()
    {
        List<Passage> passages = Passages.Random(5, 13_000);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut);
        foreach ((string typed, string condition) in new[] { ("职工 OR 管理", "年份:2017"), ("+职工 +管理", "年份:2016..2018"), ("职工", "-年份:2016..2018"), ("职工", "(年份:2015 OR 年份:2019..)"), ("“职工”", "年份:1990") })
        {
            Query narrowed = QueryParserTests.Parsed($"({typed}) {condition}");
            long[] expected = [.. SearchScan.Matching(passages, narrowed).Select(passage => passage.Id)];
            var requests = new List<SearchRequest> { new(narrowed) };
            if (QueryParserTests.Parsed(condition).Root is QueryGroup { Clauses: [{ Occur: Occur.Wanted, Node: YearFilter years }] })
            {
                requests.Add(new SearchRequest(QueryParserTests.Parsed(typed)) { Years = years.Years });
            }

            foreach (SearchRequest request in requests.SelectMany(request => Enum.GetValues<SearchOrder>().Select(order => request with { Order = order, CollapseFamilies = false, Top = 10_000 })))
            {
                SearchResult found = searcher.Search(request);
                Assert.Equal((expected.Length, true), (found.Paragraphs, expected.SequenceEqual(found.Hits.Select(hit => hit.PassageId).Order())));
            }
        }
    }

    [Fact]
    public void Figures_with_a_unit_are_counted_and_dates_are_not()
    {
        var searcher = new Searcher(
            Passages.Index(
                Passages.Of(1, "慰问职工２３户，发放慰问金4.6万元，同比增长15%。"), Passages.Of(2, "职工20_年3月12日开会", damaged: true), Passages.Of(3, "组织职工3次")),
            Passages.Cut);

        Assert.Equal([1, 3], Found("职工 数据:1.."));
        Assert.Equal([1], Found("职工 数据:3"));
        Assert.Equal([2], Found("职工 数据:0"));
        Assert.Equal([2], Found("职工 损伤:有"));
        Assert.Equal([1, 3], Found("职工 -损伤:有"));

        IEnumerable<long> Found(string query) => searcher.Search(new SearchRequest(QueryParserTests.Parsed(query))).Hits.Select(hit => hit.PassageId).Order();
    }

    [Theory]
    [InlineData(SearchOrder.Newest)]
    [InlineData(SearchOrder.Oldest)]
    [InlineData(SearchOrder.Originality)]
    public void Another_order_is_that_of_sorting_all_hits_with_those_first_that_have_every_word(SearchOrder order)
    {
        Query query = QueryParserTests.Parsed("职工 管理");
        var request = new SearchRequest(query) { CollapseFamilies = false, Top = 10_000 };
        Dictionary<long, float> scores = Searching.Search(request).Hits.ToDictionary(hit => hit.PassageId, hit => hit.Score);
        Dictionary<long, Passage> passages = All.ToDictionary(passage => passage.Id);
        HashSet<long> complete = [.. SearchScan.Matching(All, QueryParserTests.Parsed("+职工 +管理")).Select(passage => passage.Id)];

        long[] expected = [.. scores.OrderByDescending(hit => complete.Contains(hit.Key)).ThenByDescending(hit => Key(passages[hit.Key])).ThenByDescending(hit => hit.Value).ThenBy(hit => hit.Key).Select(hit => hit.Key)];

        Assert.Equal(expected, Searching.Search(request with { Order = order }).Hits.Select(hit => hit.PassageId));
        Assert.Equal(expected.Skip(3).Take(20), Searching.Search(request with { Order = order, Top = 20, Offset = 3 }).Hits.Select(hit => hit.PassageId));

        int Key(Passage passage) => order switch
        {
            SearchOrder.Newest => passage.Year,
            SearchOrder.Oldest => passage.Year == 0 ? int.MinValue : -passage.Year,
            _ => passage.Originality,
        };
    }

    [Fact]
    public void Of_a_family_the_member_comes_that_the_order_asks_for()
    {
        var searcher = new Searcher(
            Passages.Index(Passages.Of(1, "工会活动", year: 2019, family: 3, copies: 2), Passages.Of(2, "工会活动", year: 2022, family: 3, copies: 2), Passages.Of(3, "工会建设", year: 2020)),
            Passages.Cut);
        var request = new SearchRequest(QueryParserTests.Parsed("工会"));

        Assert.Equal([2, 3], searcher.Search(request with { Order = SearchOrder.Newest }).Hits.Select(hit => hit.PassageId));
        Assert.Equal([1, 3], searcher.Search(request with { Order = SearchOrder.Oldest }).Hits.Select(hit => hit.PassageId));
    }

    [Theory]
    [InlineData("3", 3, 3)]
    [InlineData("3..5", 3, 5)]
    [InlineData("90%至100%", 90, 100)]
    [InlineData("11..", 11, int.MaxValue)]
    [InlineData("..5", 0, 5)]
    public void Ranges_of_numbers_are_read_as_they_are_typed(string typed, int first, int last)
    {
        Assert.True(NumberRange.TryParse(typed, out NumberRange range));
        Assert.Equal((first, last), (range.First, range.Last));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("5..3")]
    [InlineData("三")]
    [InlineData("99999999999")]
    public void What_is_no_range_is_refused(string typed) => Assert.False(NumberRange.TryParse(typed, out _));

    private static void AssertCounts<T>(FacetCount<T> bucket, SearchRequest narrowed)
    {
        SearchResult found = Searching.Search(narrowed);
        Assert.Equal((bucket.Paragraphs, bucket.Families), (found.Paragraphs, found.Families));
    }
}
