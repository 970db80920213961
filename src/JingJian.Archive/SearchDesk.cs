using System.Collections.Immutable;
using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Archive.Dense;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Search over the archive's index.</summary>
public sealed class SearchDesk
{
    private const int MostSuggestions = 50;
    private const int ShownWords = 12;

    private readonly Database database;
    private readonly Func<IndexReader> openIndex;
    private readonly WordCutter cutter;
    private readonly WordHelpFiles words;
    private readonly DenseDesk dense;
    private readonly Lock preparing = new();
    // The newest first, and the one before: somebody may still search it.
    private volatile Prepared[] prepared = [];

    internal SearchDesk(Database database, Func<IndexReader> openIndex, WordCutter cutter, WordHelpFiles words, DenseDesk dense)
    {
        this.dense = dense;
        this.words = words;
        this.database = database;
        this.openIndex = openIndex;
        this.cutter = cutter;
    }

    /// <summary>Searches; a fault names what in the wish cannot be understood.</summary>
    public Result<SearchView> Search(SearchWish wish)
    {
        // The index first: whatever it holds, a later look at the store knows, but for what was removed in between.
        Prepared current = Prepare();
        using var store = new LateSnapshot(database);
        if (!PlaceOf(wish).TryGet(out ListPlace? place, out Fault? fault) || !new WishReader(store.Connect).Read(wish with { Offset = place.Offset }).TryGet(out SearchRequest? request, out fault))
        {
            return fault;
        }

        (IReadOnlyList<long> near, string? nearNote) = Near(wish, request, current.Reader);
        (SearchResult found, string[] notes, int start, bool hasMore) = HitPage.At(
            place, request with { Nearest = [.. near] }, asked => Find(current.Searcher, asked, wish.Query), hit => current.Shelf.Of([hit.PassageId], store.Connect).GetValueOrDefault(hit.PassageId)?.Paragraph);
        Dictionary<long, ShelvedHit> shelved = current.Shelf.Of([.. found.Hits.Select(hit => hit.PassageId)], store.Connect);
        int end = start + found.Hits.Length;
        HitView[] hits = [.. found.Hits.Where(hit => shelved.ContainsKey(hit.PassageId)).Select((hit, i) => View(start + i + 1, hit, shelved[hit.PassageId]))];
        return new SearchView(
            wish.Query, found.Paragraphs, found.Families, found.Beyond, found.Complete, [.. nearNote is null ? Array.Empty<string>() : [nearNote], .. notes, .. UnknownSources(request), .. Notes(found), .. current.Wrong is { } wrong ? [wrong] : Array.Empty<string>()], View(found.Facets), hits)
        {
            Meant = Meant(wish.Query, found.Corrections),
            Next = hasMore && end <= WishReader.MostSkipped && wish.AfterSource is null && hits.Length > 0 ? new ListPlace(end, hits[^1].Paragraph).Write(QuestionOf(wish)) : null,
        };
    }

    private static Result<ListPlace> PlaceOf(SearchWish wish) => wish.Cursor is { } cursor ? ListPlace.Read(cursor, QuestionOf(wish)) : new ListPlace(wish.Offset, "");

    /// <summary>What is asked, whichever page of it and however it is explained.</summary>
    private static string QuestionOf(SearchWish wish) => (wish with { Top = 0, Offset = 0, Cursor = null, Explain = false }).ToString();

    /// <summary>What is near in meaning to what is wished for; nothing for exact strings, other orders, or without an endpoint.</summary>
    private (IReadOnlyList<long> Passages, string? Note) Near(SearchWish wish, SearchRequest request, IndexReader reader)
    {
        string? text = PastedPassage.Is(wish.Query) ? wish.Query : QueryConditions.Wish(request.Query);
        return dense.IsOn && wish.Expand && text is not null && request.Order == SearchOrder.Relevance ? dense.Near(text, reader) : ([], null);
    }

    /// <summary>Prepares for an index that will be the next one, so that the first search of it is as quick as any.</summary>
    internal void MakeReady(IndexReader next)
    {
        (WordHelp help, string? wrong) = words.Current();
        using SqliteConnection connection = database.Connect();
        Prepared made = Of(next, help, wrong, prepared is [{ Shelf: var shelf }, ..] ? shelf.After(connection) : new HitShelf());
        made.Searcher.MakeReady();
        lock (preparing)
        {
            Keep(made);
        }
    }

    /// <summary>How many paragraphs the index holds.</summary>
    internal int Paragraphs() => openIndex().Count;

    /// <summary>The last source that the index holds.</summary>
    internal int LastSource() => openIndex().LastSource;

    /// <summary>Completes what is being typed, from words and headings.</summary>
    /// <param name="typed">What has been typed so far.</param>
    /// <param name="top">How many, 1 to 50.</param>
    public Result<SuggestionView[]> Suggest(string typed, int top)
    {
        if (top is < 1 or > MostSuggestions)
        {
            return new Fault("suggest.bad-range", $"条数应在 1 到 {MostSuggestions} 之间。");
        }

        return Prepare().Searcher.Suggest(typed, top).Select(suggestion => new SuggestionView(suggestion.Text, suggestion.Kind.ToString().ToLowerInvariant(), suggestion.Paragraphs)).ToArray();
    }

    /// <summary>What is asked for; a passage finds those like it, and where nothing fits, what comes near is found and said to be so.</summary>
    private static (SearchResult Found, string[] Notes) Find(Searcher searcher, SearchRequest request, string typed)
    {
        if (PastedPassage.Is(typed))
        {
            return (searcher.MoreLike(typed, request with { Query = Query.Everything }), ["检索词是一段文字，以下是与它相似的段落。"]);
        }

        SearchResult found = searcher.Search(request);
        if (Any(found) || QueryRelaxer.AnyWords(request.Query) is not { } words)
        {
            return (found, []);
        }

        SearchRequest[] wider = [.. QueryRelaxer.Relax(request.Query) is { } relaxed ? [request with { Query = relaxed }] : Array.Empty<SearchRequest>(), request with { Query = words, ByPieces = true }];
        SearchResult? near = wider.Select(searcher.Search).FirstOrDefault(Any);
        return near is null
            ? (found, [])
            : (near with { Paragraphs = 0, Families = 0, Complete = 0, Beyond = near.Paragraphs + near.Beyond, Facets = found.Facets },
                [wider.Length > 1 ? "没有段落完全符合检索条件；以下放宽了引号、必须和排除的要求，按词检索。" : "没有段落含有所输的词语；以下按其中出现过的字词检索。"]);

        static bool Any(SearchResult result) => result.Paragraphs + result.Beyond > 0;
    }

    /// <summary>The searcher of the current index; made once for each index.</summary>
    private Prepared Prepare()
    {
        IndexReader reader = openIndex();
        (WordHelp help, string? wrong) = words.Current();
        if (Known() is { } ready)
        {
            return ready;
        }

        lock (preparing)
        {
            return Known() ?? Keep(Of(reader, help, wrong, new HitShelf()));
        }

        Prepared? Known() => Array.Find(prepared, known => known.Reader == reader && known.Help == help);
    }

    private Prepared Keep(Prepared made)
    {
        prepared = [made, .. prepared.Take(1)];
        return made;
    }

    private Prepared Of(IndexReader reader, WordHelp help, string? wrong, HitShelf shelf) => new(reader, help, wrong, new Searcher(reader, cutter, null, help), shelf);

    /// <summary>A source that is asked for and not there is said, where it would only look as if nothing were found.</summary>
    private static IEnumerable<string> UnknownSources(SearchRequest request) =>
        SourceNames(request.Query.Root).Where(name => !request.FindSources!(name).Any() && !int.TryParse(name, out _)).Select(name => $"档案中没有“{name}”这个来源文件。");

    private static IEnumerable<string> SourceNames(QueryNode node) => node switch
    {
        SourceFilter source => [source.Name],
        QueryAny any => any.Alternatives.SelectMany(SourceNames),
        QueryGroup group => group.Clauses.SelectMany(clause => SourceNames(clause.Node)),
        _ => [],
    };

    private static List<string> Notes(SearchResult found)
    {
        List<string> notes = [];
        if (found.Dropped.Length > 0)
        {
            notes.Add($"档案中没有出现：{string.Join('、', found.Dropped.Select(word => $"“{word.Text}”"))}{(found.Paragraphs > 0 ? "，其余词语照常检索" : "")}。");
        }

        notes.AddRange(found.Split.Select(word => word.Unbroken > 0
            ? $"“{word.Text}”连写见于 {word.Unbroken} 段，排在前面；其后是按“{string.Join("”“", word.Parts)}”检索到的。"
            : $"“{word.Text}”没有连写出现，已改按“{string.Join("”“", word.Parts)}”检索。"));
        string[] beside = [.. found.Added.Where(word => word.Origin is WordOrigin.Synonym or WordOrigin.Saying).Select(word => word.Text)];
        if (beside.Length > 0)
        {
            notes.Add($"同时检索了相关说法：{string.Join('、', beside.Take(ShownWords))}{(beside.Length > ShownWords ? "等" : "")}。");
        }

        return notes;
    }

    /// <summary>The typed query with the better words in their places; quotes stay.</summary>
    private static MeantView? Meant(string typed, ImmutableArray<Correction> corrections)
    {
        if (corrections.IsEmpty)
        {
            return null;
        }

        string query = typed;
        foreach (Correction correction in corrections.Reverse())
        {
            int within = Folding.Fold(typed).IndexOf(correction.Text, correction.At.Start, StringComparison.Ordinal);
            query = within < 0 ? query : query[..within] + correction.Instead + query[(within + correction.Text.Length)..];
        }

        return new MeantView(query, [.. corrections.Select(word => new MeantWordView(word.Text, word.Instead, word.Paragraphs))]);
    }

    private static FacetsView View(SearchFacets facets) => new(
        Buckets(facets.Functions, FunctionNames.ToEnglish),
        Buckets(facets.Undecided, undecided => undecided ? "undecided" : "decided"),
        Buckets(facets.Years, year => year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture)),
        Buckets(facets.Organisations, name => name),
        Buckets(facets.UnitTypes, type => type is { } known ? Names.Of(known) : ""),
        Buckets(facets.Types, Names.Of),
        Buckets(facets.Copies, range => range.ToString()),
        Buckets(facets.Originality, range => range.ToString()),
        Buckets(facets.Quantities, range => range.ToString()),
        Buckets(facets.Damaged, damaged => damaged ? "damaged" : "whole"));

    private static List<BucketView> Buckets<T>(ImmutableArray<FacetCount<T>> counts, Func<T, string> name) =>
        [.. counts.Select(count => new BucketView(name(count.Value), count.Paragraphs, count.Families))];

    private static HitView View(int rank, SearchHit hit, ShelvedHit shown)
    {
        (string snippet, IReadOnlyList<IReadOnlyList<int>> snippetHighlights) = Snippet(shown.Text, hit.Snippet, hit.Highlights);
        return new HitView(
            rank, shown.Source, shown.Line, shown.LineEnd, shown.Report, shown.ReportId, shown.Paragraph, shown.Year, shown.Organisation,
            shown.Standing.Function, shown.Standing.Secondary, Round(hit.Score), shown.Standing.Family, shown.Standing.Copies, shown.Sections, shown.Standing.Damage,
            snippet, snippetHighlights, shown.Text, [.. hit.Highlights.Select(span => new[] { span.Start, span.End })], hit.Through,
            hit.Explanation is { } explanation ? [.. Lines(explanation, 0)] : [])
        {
            Confidence = Round(shown.Standing.Confidence),
            Undecided = shown.Standing.Undecided,
            Near = hit.NearRank,
        };
    }

    private static double Round(double score) => Math.Round(score, 4);

    /// <summary>Cuts the snippet out, marks the cuts, and moves the highlights along.</summary>
    private static (string Text, IReadOnlyList<IReadOnlyList<int>> Highlights) Snippet(string text, TextSpan snippet, ImmutableArray<TextSpan> highlights)
    {
        string before = snippet.Start > 0 ? "…" : "", after = snippet.End < text.Length ? "…" : "";
        return (before + snippet.In(text).ToString() + after,
            [.. highlights.Where(span => span.Start >= snippet.Start && span.End <= snippet.End)
                .Select(span => new[] { span.Start - snippet.Start + before.Length, span.End - snippet.Start + before.Length })]);
    }

    private static IEnumerable<string> Lines(Explanation explanation, int depth) =>
        explanation.Parts.SelectMany(part => Lines(part, depth + 1))
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{new string('　', depth)}{explanation.Score:F3}　{explanation.Reason}"));

    private sealed record Prepared(IndexReader Reader, WordHelp Help, string? Wrong, Searcher Searcher, HitShelf Shelf);
}
