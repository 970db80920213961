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

    private ReportRegister(List<Row> rows, IReadOnlyList<int> reports)
    {
        keys = rows.ToDictionary(row => row.Id, row => row.Key);
        numbers = rows.Select((row, number) => (row.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number);
        ids = [.. rows.Select(row => row.Id)];
        Dictionary<string, string> canonical = OrganisationNames.Canonical(rows.Select(row => row.Organisation).OfType<string>());
        Dictionary<string, ImmutableArray<string>> distinctive = OrganisationNames.Distinctive([.. canonical.Values.Distinct()]);
        Origins = [.. rows.Select(row => row.Organisation is { } name
            ? new ReportOrigin(canonical[name], row.Year, row.Source, distinctive[canonical[name]])
            : new ReportOrigin(null, row.Year, row.Source, []))];
        ReportOf = [.. reports.Select(report => numbers[report])];
    }

    /// <summary>The report of each paragraph, by number.</summary>
    public IReadOnlyList<int> ReportOf { get; }

    /// <summary>Where each report comes from.</summary>
    public IReadOnlyList<ReportOrigin> Origins { get; }

    /// <summary>Reads all reports.</summary>
    public static ReportRegister Read(SqliteConnection connection, IReadOnlyList<int> reports) => new(
        connection.Rows(
            "SELECT r.id, s.hash, r.position, r.organisation, r.year, s.name FROM report r JOIN source s ON s.id = r.source ORDER BY s.name, s.hash, r.position",
            row => new Row(
                row.GetInt64(0), Ids.OfReport(Ids.OfSource(row.GetString(1)), row.GetInt32(2)), row.Nullable<string>(3),
                row.IsDBNull(4) ? null : row.GetInt32(4), row.GetString(5))),
        reports);

    /// <summary>Key in the store by id.</summary>
    public long KeyOf(string id) => keys[id];

    /// <summary>Number by key.</summary>
    public int NumberOf(long key) => numbers[key];

    /// <summary>Id by number.</summary>
    public string IdOf(int number) => ids[number];

    private sealed record Row(long Key, string Id, string? Organisation, int? Year, string Source);
}
