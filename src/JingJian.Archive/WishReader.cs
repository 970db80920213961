using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Search.Queries;
using JingJian.Search.Ranking;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Makes a request of what somebody wishes to find.</summary>
/// <param name="connect">A connection to the store; asked for when a report or a source is named.</param>
internal sealed class WishReader(Func<SqliteConnection> connect)
{
    private const int MostHits = 1000;

    /// <summary>Most hits that may be before a page.</summary>
    public const int MostSkipped = 10_000;

    // The first fault; what is read after it does not matter.
    private Fault? fault;

    private delegate bool Parser<T>(string typed, out T value);

    /// <summary>Reads a wish; a fault names what cannot be understood.</summary>
    public Result<SearchRequest> Read(SearchWish wish)
    {
        Query query = Query.Everything;
        if (!string.IsNullOrWhiteSpace(wish.Query) && !PastedPassage.Is(wish.Query) && !QueryParser.Parse(wish.Query).TryGet(out query!, out Fault? wrong))
        {
            return wrong;
        }

        // A report or source that is not there matches nothing: key 0 is never given.
        var request = new SearchRequest(query)
        {
            Function = Read<Function>(wish.Function, FunctionNames.TryParse, UnknownFunction),
            Undecided = wish.Undecided,
            Years = Read<YearRange>(wish.Years, YearRange.TryParse, typed => new Fault("search.bad-year", $"看不懂年份“{typed}”，请写成 2021 或 2019..2021。")),
            Type = Read<DocumentType>(wish.Type, KindNames.TryParse, UnknownType),
            UnitType = Read<UnitType>(wish.UnitType, KindNames.TryParse, UnknownUnitType),
            Copies = Read<NumberRange>(wish.Copies, NumberRange.TryParse, typed => new Fault("search.bad-number", $"看不懂处数“{typed}”，请写成 1、3..5 或 11..。")),
            Originality = Read<NumberRange>(wish.Originality, NumberRange.TryParse, typed => new Fault("search.bad-number", $"看不懂原创度“{typed}”，请写成 90..100 或 60..89。")),
            Quantities = Read<NumberRange>(wish.Quantities, NumberRange.TryParse, typed => new Fault("search.bad-number", $"看不懂数据处数“{typed}”，请写成 1..、3..5 或 0。")),
            Damaged = wish.Damaged,
            Order = Read<SearchOrder>(wish.Sort, TryOrder, typed => new Fault("search.bad-sort", $"没有“{typed}”这种排序，可用：相关 relevance、最新 newest、最早 oldest、原创度 originality。")) ?? SearchOrder.Relevance,
            Organisation = string.IsNullOrEmpty(wish.Organisation) ? null : wish.Organisation,
            Report = string.IsNullOrEmpty(wish.Report) ? null : ReportKey(wish.Report),
            Source = string.IsNullOrEmpty(wish.Source) ? null : SourceKeys(wish.Source).FirstOrDefault(),
            AfterSource = wish.AfterSource,
            FindSources = SourceKeys,
            Top = wish.Top,
            Offset = wish.Offset,
            CollapseFamilies = wish.Collapse,
            Expand = wish.Expand,
            Explain = wish.Explain,
            CountMoreFacets = true,
            HelpSpelling = true,
        };
        if (wish.Top is < 1 or > MostHits || wish.Offset is < 0 or > MostSkipped)
        {
            fault ??= new Fault("search.bad-range", $"条数应在 1 到 {MostHits} 之间，起点应在 0 到 {MostSkipped} 之间。");
        }

        return fault is null ? request : fault;
    }

    /// <summary>What to say of a function that is none.</summary>
    public static Fault UnknownFunction(string name) => new(
        "search.unknown-function",
        $"没有“{name}”这种功能，可用：{string.Join('、', Enum.GetValues<Function>().Select(FunctionNames.ToChinese))}。");

    /// <summary>What to say of a sort of document that is none.</summary>
    public static Fault UnknownType(string name) => new("search.unknown-type", $"没有“{name}”这种文种，可用：{KindNames.OfTypes}。");

    /// <summary>What to say of a sort of unit that is none.</summary>
    public static Fault UnknownUnitType(string name) => new("search.unknown-unit-type", $"没有“{name}”这种单位类型，可用：{KindNames.OfUnitTypes}。");

    private T? Read<T>(string? typed, Parser<T> parse, Func<string, Fault> wrong)
        where T : struct
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        if (parse(typed, out T value))
        {
            return value;
        }

        fault ??= wrong(typed);
        return null;
    }

    private static bool TryOrder(string typed, out SearchOrder order)
    {
        (bool known, order) = typed switch
        {
            "relevance" or "相关" => (true, SearchOrder.Relevance),
            "newest" or "year" or "最新" => (true, SearchOrder.Newest),
            "oldest" or "最早" => (true, SearchOrder.Oldest),
            "originality" or "原创度" => (true, SearchOrder.Originality),
            _ => (false, default),
        };
        return known;
    }

    private int ReportKey(string id) => Ids.TryRead(id, 'r', out string source, out int index)
        ? connect().Rows($"SELECT r.id FROM report r JOIN source s ON s.id = r.source WHERE {SourceId.Matches} AND r.position = $2",
            row => row.GetInt32(0), source, index).FirstOrDefault()
        : 0;

    private List<int> SourceKeys(string idOrName) =>
        connect().Rows($"SELECT s.id FROM source s WHERE {SourceId.Meant} ORDER BY s.id", row => row.GetInt32(0), idOrName);
}
