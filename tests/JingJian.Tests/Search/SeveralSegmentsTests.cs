using System.Text.Json;
using JingJian.Analysis.Functions;
using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;

namespace JingJian.Tests.Search;

public sealed class SeveralSegmentsTests
{
    private static readonly string[] QueryTexts =
    [
        "工会", "困难职工 帮扶", "+职工 -学校 标题:党建", "工* 民主管理", "“难职” 会", "“的管”", "帮扶困难职工活动", "(工会 OR 学校) 处理", "年份:2016..2019 职工",
        "单位:单位3", "“工会职工”", "标题:总结 医疗", "-的", "没有这样的话 工会", "送温暖困难", "“，”", "𠮷",
    ];

    [Theory]
    [InlineData(1, 60, 2, 0)]
    [InlineData(2, 400, 5, 3)]
    [InlineData(3, 900, 3, 2)]
    [InlineData(4, 5200, 7, 9)]
    public void Any_split_and_any_deletion_answers_like_one_index_of_what_is_left(int seed, int count, int segments, int deletedOfTen)
    {
        var random = new Random(seed);
        List<Passage> passages = Passages.Random(seed, count);
        List<Passage>[] split = [.. Enumerable.Range(0, segments).Select(_ => new List<Passage>())];
        foreach (Passage passage in passages)
        {
            // Families, copies and units at the time of the first segments are not those of the end.
            split[random.Next(segments)].Add(passage with { Family = random.Next(3) == 0 ? random.Next(50) : -1, Copies = 1, Organisation = "当时" });
        }

        Dictionary<long, Passage> left = passages.Where(_ => random.Next(10) >= deletedOfTen).ToDictionary(passage => passage.Id);
        IndexReader several = Joined(split, left);
        IndexReader one = Passages.Index(left.Values);

        Assert.Equal(one.Count, several.Count);
        Assert.Equal(Answers(one), Answers(several));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Any_order_of_adds_deletions_and_merges_answers_like_one_index(int seed)
    {
        var random = new Random(seed);
        var coming = new Queue<Passage>(Passages.Random(seed, 1500).OrderBy(_ => random.Next()));
        var left = new Dictionary<long, Passage>();
        var segments = new List<List<Passage>>();
        while (coming.Count > 0)
        {
            switch (segments.Count == 0 ? 0 : random.Next(4))
            {
                case 0 or 1:
                    List<Passage> added = [.. Enumerable.Range(0, random.Next(1, 120)).TakeWhile(_ => coming.Count > 0).Select(_ => coming.Dequeue())];
                    added.ForEach(passage => left.Add(passage.Id, passage));
                    segments.Add(added);
                    break;
                case 2:
                    foreach (long gone in left.Keys.Where(_ => random.Next(12) == 0).ToArray())
                    {
                        left.Remove(gone);
                    }

                    break;
                default:
                    List<Passage>[] merged = [.. segments.Where(_ => random.Next(2) == 0)];
                    segments.RemoveAll(merged.Contains);
                    segments.Add([.. merged.SelectMany(segment => segment).Where(passage => left.ContainsKey(passage.Id))]);
                    break;
            }
        }

        Assert.Equal(Answers(Passages.Index(left.Values)), Answers(Joined(segments, left)));
    }

    [Fact]
    public void Families_whose_copies_came_one_after_the_other_are_counted_once_and_collapsed()
    {
        Passage[] passages = [.. Enumerable.Range(0, 9).Select(id => Passages.Of(id, "困难职工帮扶", family: id % 2, copies: 4, year: 2015 + (id % 3)))];
        IndexReader index = Joined([[.. passages[..3]], [.. passages[3..7]], [.. passages[7..]]], passages.ToDictionary(passage => passage.Id));

        SearchResult result = new Searcher(index, Passages.Cut).Search(new SearchRequest(QueryParserTests.Parsed("职工")));

        Assert.Equal((9, 2), (result.Paragraphs, result.Families));
        Assert.Equal([(0L, 5), (1L, 4)], result.Hits.Select(hit => (hit.PassageId, hit.Matching)));
        Assert.All(result.Facets.Years, year => Assert.Equal((3, 2), (year.Paragraphs, year.Families)));
    }

    [Fact]
    public void Columns_of_other_segments_are_refused()
    {
        Passage[] passages = [.. Passages.Random(5, 20)];
        SegmentReader segment = Segment(passages), other = Segment(passages[..10]);
        using var columns = new MemoryStream();
        IndexWriter.WriteColumns([segment], (_, id) => passages.Single(passage => passage.Id == id), columns);

        Assert.Throws<JingJian.Text.CorruptArtifactException>(() => IndexReader.Open([other], columns.ToArray(), "列"));
    }

    private static string[] Answers(IndexReader index)
    {
        var searcher = new Searcher(index, Passages.Cut);
        var ranker = new ExemplarRanker(index, Passages.Cut, Passages.Concreteness);
        List<object> answers = [];
        foreach (string text in QueryTexts)
        {
            Query query = QueryParserTests.Parsed(text);
            var request = new SearchRequest(query) { Explain = true, Top = 30 };
            answers.Add(searcher.Search(request));
            answers.Add(searcher.Search(request with { Expand = true }));
            answers.Add(searcher.Search(request with { CollapseFamilies = false, CountMatches = false, CountFacets = false }));
            answers.Add(ranker.Rank(new ExemplarRequest(Function.Practice) { Topic = query }));
        }

        answers.Add(searcher.MoreLike("为困难职工送温暖，处理医疗问题，开展劳动竞赛", new SearchRequest(Query.Everything) { Explain = true }));
        answers.Add(searcher.Suggest("职", 20));
        answers.Add(searcher.Suggest("工", 200));
        return [.. answers.Select(answer => JsonSerializer.Serialize(answer))];
    }

    private static IndexReader Joined(IEnumerable<List<Passage>> split, Dictionary<long, Passage> left)
    {
        SegmentReader[] segments = [.. split.Select(part => Segment(part))];
        using var columns = new MemoryStream();
        IndexWriter.WriteColumns(segments, (_, id) => left.GetValueOrDefault(id), columns);
        return IndexReader.Open(segments, columns.ToArray(), "列");
    }

    private static SegmentReader Segment(IEnumerable<Passage> passages)
    {
        using var output = new MemoryStream();
        IndexWriter.WriteSegment(passages, Passages.Cut, output);
        return SegmentReader.Open(output.ToArray(), "段");
    }
}
