using JingJian.Archive.Views;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;
using JingJian.Text.Segmentation;

namespace JingJian.Tools.Evaluation;

/// <summary>What is compared on the judged needs: for each query the keys of the texts found, best first.</summary>
internal sealed class SearchRankers
{
    private const int Depth = 100;
    private readonly JudgedArchive judged;
    private readonly Dictionary<string, string> keyOf;
    private readonly IndexReader index;
    private readonly WordCutter cutter;

    public SearchRankers(JudgedArchive judged)
    {
        this.judged = judged;
        keyOf = judged.Passages.ToDictionary(passage => passage.Id, passage => passage.Key, StringComparer.Ordinal);
        Segmenter segmenter = judged.Archive.Segmenter;
        cutter = (text, words) => segmenter.CutForSearch(text, words);
        using var segment = new MemoryStream();
        Dictionary<string, int> families = new(StringComparer.Ordinal);
        int Family(JudgedPassage passage) => families.TryAdd(passage.Key, families.Count) ? families.Count - 1 : families[passage.Key];
        IndexWriter.Write(judged.Passages.Select((passage, i) => new Passage(
            i, passage.Text, passage.Headings, default, null, 0, "", 0, 0, Family(passage), 1, false) { UnitType = passage.UnitType }), cutter, segment);
        index = IndexReader.Open(segment.ToArray(), "judged");
    }

    /// <summary>Lucene 8 with SmartCN.</summary>
    public IReadOnlyList<string[]> Lucene(string program) =>
        [.. LucenePeer.Search(program, judged.Passages.Select(passage => passage.Text), judged.Needs.Select(need => need.Query), Depth)
            .Select(places => places.Select(place => judged.Passages[place].Key).ToArray())];

    /// <summary>Plain BM25 of ours: the words of the query as they are cut, over the paragraphs only.</summary>
    public IReadOnlyList<string[]> Words()
    {
        var plain = new RankingOptions { HeadingWeight = 0, NearnessWeight = 0, PresenceWeight = 0, ShortShare = 0, CrossingShare = 1 };
        return Found(new Searcher(index, cutter, plain), WordsOf);
    }

    /// <summary>The whole search with other constants or other help, by the searcher alone.</summary>
    public IReadOnlyList<string[]> With(RankingOptions options, WordHelp help, bool expand = true)
    {
        var searcher = new Searcher(index, cutter, options, help);
        return [.. judged.Needs.Select(need => Keys(searcher.Search(new SearchRequest(Parsed(need)) { Top = Depth, CountFacets = false, Expand = expand })))];
    }

    /// <summary>Passages like the query.</summary>
    public IReadOnlyList<string[]> Like(RankingOptions options) =>
        [.. judged.Needs.Select(need => Keys(new Searcher(index, cutter, options).MoreLike(need.Query, new SearchRequest(Query.Everything) { Top = Depth, CountFacets = false })))];

    /// <summary>What a person gets who types or pastes the query.</summary>
    public IReadOnlyList<string[]> Full() =>
        [.. judged.Needs.Select(need => judged.Archive.Search.Search(new SearchWish(need.Query) { Top = Depth }).TryGet(out SearchView? found, out Fault? fault)
            ? found.Hits.Select(hit => keyOf[hit.Paragraph]).ToArray()
            : throw new InvalidOperationException($"{need.Id}: {fault.Message}"))];

    private static Query Parsed(SearchNeed need) => QueryParser.Parse(need.Query).TryGet(out Query? query, out Fault? fault)
        ? query
        : throw new InvalidOperationException($"{need.Id}: {fault.Message}");

    private IReadOnlyList<string[]> Found(Searcher searcher, Func<string, Query> read) =>
        [.. judged.Needs.Select(need => Keys(searcher.Search(new SearchRequest(read(need.Query)) { Top = Depth, CountFacets = false, Expand = false })))];

    private string[] Keys(SearchResult found) => [.. found.Hits.Select(hit => judged.Passages[(int)hit.PassageId].Key)];

    private Query WordsOf(string typed)
    {
        string folded = Folding.Fold(typed);
        var spans = new List<TextSpan>();
        cutter(folded, spans);
        return new Query(new QueryGroup([.. spans.Select(span => folded[span.Start..span.End]).Where(word => word.Any(char.IsLetterOrDigit)).Distinct()
            .Select(word => new QueryClause(Occur.Wanted, new QueryWord(word, default, WordMatch.Word, WordScope.Text)))]));
    }
}
