using JingJian.Search.Indexing;
using JingJian.Search.Ranking;
using JingJian.Text;

namespace JingJian.Tests.Search;

public sealed class FeedbackTests
{
    private static readonly RankingOptions Without = new() { FeedbackWeight = 0 };

    [Fact]
    public void With_one_word_a_passage_that_says_what_the_best_ones_say_leads_an_equal_one()
    {
        Passage[] passages =
        [
            .. Enumerable.Range(1, 5).Select(id => Passages.Of(id, "送温暖，送温暖，慰问，帮扶" + "工会学校党建教师活动"[(2 * id - 2)..(2 * id)])),
            Passages.Of(6, "送温暖，民主，管理"),
            Passages.Of(7, "送温暖，慰问，帮扶"),
            .. Enumerable.Range(8, 6).Select(id => Passages.Of(id, "民主，管理，开展，加强")),
        ];

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], Found(passages, Without));
        Assert.Equal([1, 2, 3, 4, 5, 7, 6], Found(passages, new RankingOptions()).Take(5).Order().Concat(Found(passages, new RankingOptions()).Skip(5)));
    }

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 900)]
    [InlineData(3, 5000)]
    public void The_first_hits_are_those_without_it_in_the_order_of_a_plain_reckoning(int seed, int count)
    {
        List<Passage> passages = Passages.Random(seed, count);
        IndexReader index = Passages.Index(passages);
        foreach (string word in new[] { "工会", "帮扶", "职", "劳动竞赛", "app" })
        {
            foreach (bool collapse in new[] { true, false })
            {
                SearchRequest request = Request(word) with { Top = 40, CollapseFamilies = collapse };
                SearchHit[] before = [.. new Searcher(index, Passages.Cut, Without).Search(request).Hits];
                SearchHit[] after = [.. new Searcher(index, Passages.Cut).Search(request).Hits];

                Assert.Equal(before.Select(hit => hit.PassageId).Take(30).Order(), after.Select(hit => hit.PassageId).Take(30).Order());
                Assert.Equal(before.Skip(30).Select(hit => hit.PassageId), after.Skip(30).Select(hit => hit.PassageId));
                Dictionary<long, double> expected = Reckoned(passages, before);
                Assert.All(after, hit => Assert.Equal(expected[hit.PassageId], hit.Score, 1e-4));
                Assert.Equal(after.Take(30).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.PassageId), after.Take(30));
            }
        }
    }

    [Fact]
    public void Pages_fit_together_and_counts_stay()
    {
        IndexReader index = Passages.Index(Passages.Random(4, 2000));
        var searcher = new Searcher(index, Passages.Cut);
        SearchResult all = searcher.Search(Request("慰问") with { Top = 60 });

        IEnumerable<long> pages = Enumerable.Range(0, 6).SelectMany(page => searcher.Search(Request("慰问") with { Top = 10, Offset = page * 10 }).Hits).Select(hit => hit.PassageId);

        Assert.Equal(all.Hits.Select(hit => hit.PassageId), pages);
        Assert.Equal(new Searcher(index, Passages.Cut, Without).Search(Request("慰问")).Paragraphs, all.Paragraphs);
    }

    [Fact]
    public void What_it_adds_is_explained()
    {
        var searcher = new Searcher(Passages.Index(Passages.Random(5, 500)), Passages.Cut);

        SearchHit[] hits = [.. searcher.Search(Request("医疗") with { Explain = true, Top = 60 }).Hits];

        Assert.All(hits, hit => Assert.Equal(hit.Score, hit.Explanation!.Parts.Sum(part => part.Score), 1e-4f));
        Assert.Contains(hits, hit => hit.Explanation!.Parts.Any(part => part.Reason == "用词与最相关的几段相近"));
    }

    [Theory]
    [InlineData("慰问 帮扶")]
    [InlineData("+慰问")]
    [InlineData("“慰问”")]
    [InlineData("正文:慰问")]
    public void Only_a_single_wanted_word_is_helped(string query)
    {
        IndexReader index = Passages.Index(Passages.Random(6, 500));

        Assert.Equal(
            new Searcher(index, Passages.Cut, Without).Search(Request(query)).Hits.Select(hit => (hit.PassageId, hit.Score)),
            new Searcher(index, Passages.Cut).Search(Request(query)).Hits.Select(hit => (hit.PassageId, hit.Score)));
    }

    private static SearchRequest Request(string query) => new(QueryParserTests.Parsed(query)) { Expand = true };

    private static long[] Found(Passage[] passages, RankingOptions options) =>
        [.. new Searcher(Passages.Index(passages), Passages.Cut, options).Search(Request("送温暖")).Hits.Select(hit => hit.PassageId)];

    /// <summary>The slow, obvious twin: what each hit should score, from the passages and the scores without help.</summary>
    private static Dictionary<long, double> Reckoned(List<Passage> passages, SearchHit[] before)
    {
        var options = new RankingOptions();
        Dictionary<long, Passage> byId = passages.ToDictionary(passage => passage.Id);
        List<string>[] all = [.. passages.Select(passage => WordsOf(passage.Text))];
        double average = all.Where(words => words.Count > 0).Average(words => words.Count);
        double Idf(string word) => all.Count(words => words.Contains(word)) is > 1 and int texts ? Math.Log(1 + ((all.Count(words => words.Count > 0) - texts + 0.5) / (texts + 0.5))) : 0;

        SearchHit[] teachers = [.. before.DistinctBy(hit => byId[hit.PassageId].Family is >= 0 and var family ? family : -1 - hit.PassageId).Take(5)];
        var telling = teachers.SelectMany(hit => WordsOf(byId[hit.PassageId].Text).Where(Counts).GroupBy(word => word)
                .Select(word => (Word: word.Key, Weight: hit.Score / before[0].Score * word.Count() / (word.Count() + 1.0))))
            .GroupBy(word => word.Word)
            .Select(word => (Word: word.Key, Weight: word.Sum(each => each.Weight) * Idf(word.Key)))
            .Where(word => word.Weight > 0)
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Word, StringComparer.Ordinal).Take(16).ToList();
        double sum = telling.Sum(word => word.Weight);
        return before.Select((hit, rank) => (hit, rank)).ToDictionary(pair => pair.hit.PassageId, pair =>
        {
            string text = Folding.Fold(byId[pair.hit.PassageId].Text);
            double length = WordsOf(text).Count, floor = average * options.ShortShare;
            double k = options.K1 * (1 - options.B + (options.B * (length >= floor ? length : floor + (2 * (floor - length))) / average));
            double besides = telling.Sum(word => StringFinder.CountIn(text, word.Word) is > 0 and int times ? word.Weight / sum * Idf(word.Word) * times / (times + k) : 0);
            return pair.rank < 30 ? pair.hit.Score + (options.FeedbackWeight * before[0].Score * besides) : pair.hit.Score;
        });

        static bool Counts(string word) => word.Length > 1 && word.Any(unit => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)) && !word.Any(char.IsAsciiDigit);
    }

    private static List<string> WordsOf(string text)
    {
        string folded = Folding.Fold(text);
        var spans = new List<TextSpan>();
        Passages.Cut(folded, spans);
        return [.. spans.Select(span => span.In(folded).ToString()).Where(word => word.Any(unit => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)))];
    }
}
