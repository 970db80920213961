using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>All reports of the archive, numbered as an audit takes them, with what is known of their origin.</summary>
internal sealed class ReportRegister
{
    private readonly Dictionary<string, long> keys;
    private readonly Dictionary<long, int> numbers;
    private readonly string[] ids;

    private ReportRegister(List<Row> rows, IReadOnlyList<int> reports, Judgements judgements)
    {
        keys = rows.ToDictionary(row => row.Id, row => row.Key);
        numbers = rows.Select((row, number) => (row.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number);
        ids = [.. rows.Select(row => row.Id)];
        Dictionary<string, string> canonical = OrganisationNames.Canonical(rows.Select(row => row.Organisation).OfType<string>());
        Dictionary<string, ImmutableArray<string>> distinctive = OrganisationNames.Distinctive([.. canonical.Values.Distinct()]);
        Dictionary<string, ImmutableArray<string>> brief = OrganisationNames.Brief([.. canonical.Values.Distinct()]);
        string own = OwnName(rows.Where(row => judgements.MarkOf(row.Id) == SourceMark.Own).Select(row => row.Organisation), canonical);
        Origins = [.. rows.Select(row => Origin(row, row.Organisation is { } name ? canonical[name] : null))];
        ReportOf = [.. reports.Select(report => numbers[report])];

        ReportOrigin Origin(Row row, string? organisation)
        {
            SourceMark mark = judgements.MarkOf(row.Id);
            string? name = mark == SourceMark.Own ? own : organisation;
            return name is null
                ? new ReportOrigin(null, row.Year, row.Source, [], mark)
                : new ReportOrigin(name, row.Year, row.Source, distinctive.GetValueOrDefault(name, []), mark)
                {
                    BriefNames = brief.GetValueOrDefault(name, []),
                    Areas = OrganisationNames.AreasOf(name),
                };
        }
    }

    /// <summary>The name of the organisation that keeps the archive: what most reports marked as its own call it.</summary>
    private static string OwnName(IEnumerable<string?> names, Dictionary<string, string> canonical) =>
        names.OfType<string>().Select(name => canonical[name]).GroupBy(name => name)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key).FirstOrDefault("本单位");

    /// <summary>The report of each paragraph, by number.</summary>
    public IReadOnlyList<int> ReportOf { get; }

    /// <summary>Where each report comes from.</summary>
    public IReadOnlyList<ReportOrigin> Origins { get; }

    /// <summary>Reads all reports.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="reports">Keys of the reports of the paragraphs, by number.</param>
    /// <param name="judgements">What people said.</param>
    /// <param name="draft">A text whose reports are numbered behind the others.</param>
    public static ReportRegister Read(SqliteConnection connection, IReadOnlyList<int> reports, Judgements judgements, Draft? draft = null) => new(
        [.. Stored(connection), .. draft?.Document.Reports.Select(report => new Row(-1 - report.Index, draft.IdOf(report), report.Organisation, report.Year, draft.Name)) ?? []],
        reports,
        judgements);

    private static List<Row> Stored(SqliteConnection connection) => connection.Rows(
            "SELECT r.id, s.hash, r.position, r.organisation, r.year, s.name FROM report r JOIN source s ON s.id = r.source ORDER BY s.name, s.hash, r.position",
            row => new Row(
                row.GetInt64(0), Ids.OfReport(Ids.OfSource(row.GetString(1)), row.GetInt32(2)), row.Nullable<string>(3),
                row.IsDBNull(4) ? null : row.GetInt32(4), row.GetString(5)));

    /// <summary>Key in the store by id.</summary>
    public long KeyOf(string id) => keys[id];

    /// <summary>Number by key.</summary>
    public int NumberOf(long key) => numbers[key];

    /// <summary>Number by id.</summary>
    public int NumberOf(string id) => numbers[keys[id]];

    /// <summary>How many reports.</summary>
    public int Count => ids.Length;

    /// <summary>Id by number.</summary>
    public string IdOf(int number) => ids[number];

    private sealed record Row(long Key, string Id, string? Organisation, int? Year, string Source);
}
