using JingJian.Analysis.Functions;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;

namespace JingJian.Tests.Search;

public sealed class SearcherTests
{
    private static readonly string[] RandomItems =
    [
        "工会", "职工", "困难职工", "帮扶", "民主", "管理", "处理", "会", "难", "app", "23%", "20_年", "“工会职工”", "“的管”", "“难职”",
        "“。”", "“管理，”", "“𠮷”", "工*", "困难*", "帮扶职", "标题:党建", "正文:学校", "标题:“工会”", "功能:做法", "功能:成效",
        "年份:2016..2019", "单位:单位3", "来源:1", "“没有这样的话”", "类型:计划", "单位类型:学校", "处数:2..3", "原创度:..60%",
    ];

    public static TheoryData<int, int> Sizes => new() { { 1, 40 }, { 2, 300 }, { 3, 4200 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_matches_is_what_a_scan_finds(int seed, int count)
    {
        List<Passage> passages = Passages.Random(seed, count);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut);
        var random = new Random(seed);
        for (int round = 0; round < 100; round++)
        {
            string text = RandomQuery(random, 0);
            Query query = QueryParserTests.Parsed(text);
            List<Passage> expected = SearchScan.Matching(passages, query);

            SearchResult result = searcher.Search(new SearchRequest(query) { Top = 10_000, CollapseFamilies = false });
            SearchResult expanded = searcher.Search(new SearchRequest(query) { Expand = true });

            Assert.True(expected.Count == result.Paragraphs, $"{text}: {expected.Count} expected, {result.Paragraphs} found");
            Assert.Equal(expected.Select(passage => passage.Id), result.Hits.Select(hit => hit.PassageId).Order());
            Assert.Equal(FamiliesOf(expected), result.Families);
            Assert.Equal((result.Paragraphs, result.Families, result.Complete), (expanded.Paragraphs, expanded.Families, expanded.Complete));
        }
    }

    [Fact]
    public void The_first_hits_are_those_of_the_whole_ranking_and_ties_follow_the_ids()
    {
        List<Passage> passages = Passages.Random(4, 2500);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut);
        var random = new Random(4);
        for (int round = 0; round < 100; round++)
        {
            var request = new SearchRequest(QueryParserTests.Parsed(RandomQuery(random, 0))) { CollapseFamilies = false };
            SearchResult all = searcher.Search(request with { Top = 10_000 });
            SearchResult page = searcher.Search(request with { Top = 7, Offset = round % 9 });

            Assert.Equal(all.Hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.PassageId).Select(hit => hit.PassageId), all.Hits.Select(hit => hit.PassageId));
            Assert.Equal(all.Hits.Skip(round % 9).Take(7).Select(hit => (hit.PassageId, hit.Score)), page.Hits.Select(hit => (hit.PassageId, hit.Score)));
        }
    }

    [Fact]
    public void A_family_gives_one_hit_its_best_and_says_how_many_match()
    {
        List<Passage> passages = Passages.Random(5, 1200);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut);
        foreach (string text in new[] { "工会 职工", "困难职工", "帮扶 OR 民主" })
        {
            var request = new SearchRequest(QueryParserTests.Parsed(text)) { Top = 10_000 };
            SearchResult single = searcher.Search(request with { CollapseFamilies = false });
            SearchResult collapsed = searcher.Search(request);

            Assert.Equal(single.Families, collapsed.Hits.Length);
            Assert.Equal(single.Paragraphs, collapsed.Hits.Sum(hit => hit.Matching));
            Assert.Equal(
                single.Hits.GroupBy(hit => hit.Family < 0 ? ~hit.PassageId : hit.Family).Select(family => (family.First().PassageId, family.Count())),
                collapsed.Hits.Select(hit => (hit.PassageId, hit.Matching)));
        }
    }

    [Fact]
    public void Facets_count_paragraphs_and_families_exactly()
    {
        List<Passage> passages = Passages.Random(6, 1500);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut);
        Query query = QueryParserTests.Parsed("职工 -学校");
        List<Passage> matching = SearchScan.Matching(passages, query);

        SearchFacets facets = searcher.Search(new SearchRequest(query)).Facets;

        Assert.Equal(
            Enum.GetValues<Function>().Select(function => Bucket(function, matching.Where(passage => passage.Primary == function || passage.Secondary == function))),
            facets.Functions);
        Assert.Equal(matching.GroupBy(passage => passage.Year).OrderBy(year => year.Key).Select(year => Bucket(year.Key, year)), facets.Years);
        Assert.Equal(
            matching.GroupBy(passage => passage.Organisation).Select(unit => Bucket(unit.Key, unit)).OrderBy(bucket => bucket.Value, StringComparer.Ordinal),
            facets.Organisations.OrderBy(bucket => bucket.Value, StringComparer.Ordinal));
    }

    [Fact]
    public void Filters_of_the_request_narrow_like_those_of_the_query()
    {
        List<Passage> passages = Passages.Random(7, 800);
        var searcher = new Searcher(Passages.Index(passages), Passages.Cut);
        SearchRequest request = new(QueryParserTests.Parsed("工会 职工")) { Top = 10_000 };

        void Same(SearchRequest filtered, string query) => Assert.Equal(
            searcher.Search(new SearchRequest(QueryParserTests.Parsed("(工会 职工) " + query)) { Top = 10_000 }).Hits.Select(hit => hit.PassageId).Order(),
            searcher.Search(filtered).Hits.Select(hit => hit.PassageId).Order());

        Same(request with { Function = Function.Plan }, "功能:计划");
        Same(request with { Years = new YearRange(2016, 2018) }, "年份:2016..2018");
        Same(request with { Organisation = "单位2" }, "单位:单位2");
        Same(request with { Source = 3 }, "来源:3");
        Assert.All(searcher.Search(request with { Report = 4, CollapseFamilies = false }).Hits, hit => Assert.InRange(hit.PassageId, 140, 168));
    }

    [Fact]
    public void A_source_can_be_named()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "工会", source: 0), Passages.Of(2, "工会", source: 1)), Passages.Cut);

        SearchResult result = searcher.Search(new SearchRequest(QueryParserTests.Parsed("工会 来源:汇编二"))
        {
            FindSources = name => name == "汇编二" ? [1] : [],
        });

        Assert.Equal(2, Assert.Single(result.Hits).PassageId);
    }

    [Fact]
    public void Every_score_is_explained_and_the_reasons_add_up()
    {
        var searcher = new Searcher(Passages.Index(Passages.Random(8, 600)), Passages.Cut);
        foreach (string query in new[] { "工会", "困难职工 帮扶 标题:党建", "“难职” 会", "工* 民主管理", "帮扶困难职工活动", "没有 职工", "年份:2016.." })
        {
            foreach (SearchHit hit in searcher.Search(new SearchRequest(QueryParserTests.Parsed(query)) { Explain = true, Top = 50 }).Hits)
            {
                Assert.NotNull(hit.Explanation);
                Assert.Equal(hit.Score, hit.Explanation.Score);
                Assert.Equal(hit.Score, hit.Explanation.Parts.Sum(part => part.Score), 1e-4f);
                Assert.All(hit.Explanation.Parts, part => Assert.True(part.Score > 0 && part.Reason.Length > 0));
            }
        }
    }

    [Fact]
    public void One_word_alone_scores_bm25()
    {
        // Three texts of 1, 2 and 3 words; k1 1.2, b 0.75, average length 2.
        var searcher = new Searcher(
            Passages.Index(Passages.Of(1, "党建"), Passages.Of(2, "职工，工会"), Passages.Of(3, "职工，职工，活动")), Passages.Cut);
        double idf = Math.Log(1 + ((3 - 2 + 0.5) / (2 + 0.5)));

        SearchResult result = searcher.Search(new SearchRequest(QueryParserTests.Parsed("职工")));

        Assert.Equal(
            [(3L, (float)(idf * 2 / (2 + (1.2 * (0.25 + (0.75 * 3 / 2)))))), (2L, (float)(idf * 1 / (1 + 1.2)))],
            result.Hits.Select(hit => (hit.PassageId, hit.Score)));
    }

    [Theory]
    [InlineData("真正的词排在跨词的字符串之前", "会议", "工会议事日程安排", "开展会议记录整理")]
    [InlineData("两个词都有的排在只有一个词多次的之前", "帮扶 医疗", "医疗，医疗，医疗，医疗困难职工", "帮扶困难职工，医疗救助活动，慰问")]
    [InlineData("连在一起的排在分开的之前", "民主 公开", "民主之后再说，职工活动开展之后，公开", "民主公开，职工活动开展之后再说之后")]
    [InlineData("一行标题不排在段落之前", "劳动竞赛", "劳动竞赛", "开展劳动竞赛，组织职工活动，加强管理建设，处理问题")]
    [InlineData("正文里的词排在标题里的词之前", "送温暖", "开展活动，慰问职工", "开展送温暖，慰问职工")]
    public void The_better_paragraph_comes_first(string why, string query, string worse, string better)
    {
        string longText = "组织职工加强管理建设，处理问题，开展活动，医疗计划，学校教师，民主党建，会议";
        Passage[] passages =
        [
            Passages.Of(1, worse, why.Contains("标题里", StringComparison.Ordinal) ? "送温暖工作" : ""),
            Passages.Of(2, better),
            Passages.Of(3, longText),
            Passages.Of(4, longText.Replace("会议", "大会", StringComparison.Ordinal)),
            Passages.Of(5, "计划组织学校教师，加强管理，党建活动，处理问题"),
        ];
        IndexReader index = IndexReader.Open(Passages.BytesBy(CutWithMeetings, passages), "测试索引");

        SearchResult result = new Searcher(index, CutWithMeetings).Search(new SearchRequest(QueryParserTests.Parsed(query)));

        long[] order = [.. result.Hits.Select(hit => hit.PassageId)];
        Assert.True(Array.IndexOf(order, 2) >= 0 && Array.IndexOf(order, 2) < Array.IndexOf(order, 1), $"{why}: {string.Join(' ', order)}");
    }

    [Fact]
    public void A_word_that_no_dictionary_knows_is_found_as_a_string()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "推行厂务公开制度"), Passages.Of(2, "公开厂务"), Passages.Of(3, "政务公开")), Passages.Cut);

        SearchResult result = searcher.Search(new SearchRequest(QueryParserTests.Parsed("厂务公开")));

        Assert.Equal((1, 1L), (result.Paragraphs, result.Hits[0].PassageId));
        Assert.Equal([new TextSpan(2, 4)], result.Hits[0].Highlights);
        Assert.Empty(result.Split);
    }

    [Fact]
    public void A_long_term_that_stands_in_several_paragraphs_is_counted_as_it_is_typed()
    {
        var searcher = new Searcher(
            Passages.Index([.. Enumerable.Range(1, 3).Select(id => Passages.Of(id, $"评为第{id}个工人先锋号")), Passages.Of(9, "工人，先锋，号")]), Passages.Cut);

        SearchResult result = searcher.Search(new SearchRequest(QueryParserTests.Parsed("工人先锋号")));

        Assert.Equal(3, result.Paragraphs);
        Assert.Empty(result.Split);
    }

    [Fact]
    public void A_description_is_searched_by_its_parts_and_the_unbroken_string_leads()
    {
        var searcher = new Searcher(
            Passages.Index(Passages.Of(1, "职工困难，开展帮扶活动"), Passages.Of(2, "帮扶困难职工活动"), Passages.Of(3, "党建")), Passages.Cut);

        SearchResult result = searcher.Search(new SearchRequest(QueryParserTests.Parsed("工会 帮扶困难职工")));

        Assert.Equal([2, 1], result.Hits.Select(hit => hit.PassageId));
        SplitWord split = Assert.Single(result.Split);
        Assert.Equal(("帮扶困难职工", 1), (split.Text, split.Unbroken));
        Assert.Equal(["帮扶", "困难职工"], split.Parts);
        Assert.Equal("工会", Assert.Single(result.Dropped).Text);
        Assert.Equal(0, result.Complete);
    }

    [Fact]
    public void What_is_demanded_is_never_replaced()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "职工困难，帮扶活动")), Passages.Cut);

        Assert.Empty(searcher.Search(new SearchRequest(QueryParserTests.Parsed("+帮扶困难职工 活动"))).Hits);
        Assert.Empty(searcher.Search(new SearchRequest(QueryParserTests.Parsed("“帮扶困难职工”"))).Hits);
        Assert.Single(searcher.Search(new SearchRequest(QueryParserTests.Parsed("-帮扶困难职工 活动"))).Hits);
    }

    [Fact]
    public void A_word_typed_twice_counts_once_and_an_excluded_word_is_not_missed()
    {
        var searcher = new Searcher(Passages.Index(Passages.Random(9, 300)), Passages.Cut);
        SearchResult once = searcher.Search(new SearchRequest(QueryParserTests.Parsed("职工 帮扶")));
        SearchResult twice = searcher.Search(new SearchRequest(QueryParserTests.Parsed("职工 帮扶 职工 -量子")));

        Assert.Equal(once.Hits.Select(hit => (hit.PassageId, hit.Score)), twice.Hits.Select(hit => (hit.PassageId, hit.Score)));
        Assert.Empty(twice.Dropped);
    }

    [Fact]
    public void Width_and_case_make_no_difference()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(1, "职工ＡＰＰ上线")), Passages.Cut);

        Assert.Single(searcher.Search(new SearchRequest(QueryParserTests.Parsed("app"))).Hits);
        Assert.Single(searcher.Search(new SearchRequest(QueryParserTests.Parsed("“App上线”"))).Hits);
    }

    [Fact]
    public void A_snippet_shows_the_matches_of_a_long_paragraph()
    {
        string filler = string.Concat(Enumerable.Repeat("加强管理建设，组织开展活动。", 20));
        IndexReader index = Passages.Index(Passages.Of(1, filler + "为困难职工送温暖，慰问职工。" + filler), Passages.Of(2, "𠮷" + filler));

        SearchHit hit = Assert.Single(new Searcher(index, Passages.Cut).Search(new SearchRequest(QueryParserTests.Parsed("送温暖 慰问"))).Hits);

        Assert.InRange(hit.Snippet.Length, 60, 121);
        Assert.All(hit.Highlights, mark => Assert.True(hit.Snippet.Start <= mark.Start && mark.End <= hit.Snippet.End));
        Assert.Equal(filler.Length, hit.Snippet.Start);
    }

    [Fact]
    public void An_empty_index_finds_nothing_and_says_what_was_dropped()
    {
        SearchResult result = new Searcher(Passages.Index(), Passages.Cut).Search(new SearchRequest(QueryParserTests.Parsed("工会")));

        Assert.Empty(result.Hits);
        Assert.Single(result.Dropped);
    }

    [Fact]
    public void A_query_of_filters_only_gives_the_passages_in_order()
    {
        var searcher = new Searcher(Passages.Index(Passages.Of(2, "乙", year: 2020), Passages.Of(1, "甲", year: 2020), Passages.Of(3, "丙")), Passages.Cut);

        Assert.Equal([1, 2], searcher.Search(new SearchRequest(QueryParserTests.Parsed("年份:2020"))).Hits.Select(hit => hit.PassageId));
        Assert.Equal([1, 2, 3], searcher.Search(new SearchRequest(Query.Everything)).Hits.Select(hit => hit.PassageId));
    }

    private static void CutWithMeetings(ReadOnlySpan<char> text, List<TextSpan> words)
    {
        // 会议 is a word except after 工, where the greedy cut takes 工会.
        Passages.Cut(text, words);
        for (int i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Length == 1 && words[i].In(text)[0] == '会' && words[i + 1].Length == 1 && words[i + 1].In(text)[0] == '议')
            {
                words[i] = new TextSpan(words[i].Start, 2);
                words.RemoveAt(i + 1);
            }
        }
    }

    private static string RandomQuery(Random random, int depth)
    {
        string Item() => depth < 2 && random.Next(6) == 0
            ? "(" + RandomQuery(random, depth + 1) + ")"
            : RandomItems[random.Next(RandomItems.Length)];
        string Clause() => random.Next(5) switch
        {
            0 => "+" + Item(),
            1 => "-" + Item(),
            2 => Item() + " OR " + Item(),
            _ => Item(),
        };

        return string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => Clause()));
    }

    private static FacetCount<T> Bucket<T>(T value, IEnumerable<Passage> passages) =>
        new(value, passages.Count(), FamiliesOf(passages));

    private static int FamiliesOf(IEnumerable<Passage> passages) =>
        passages.Select(passage => passage.Family < 0 ? ~passage.Id : passage.Family).Distinct().Count();
}
