using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Drafts;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>All reports of the archive, numbered as an audit takes them, with what is known of their origin.</summary>
internal sealed class ReportRegister
{
    private readonly Dictionary<string, long> keys;
    private readonly Dictionary<long, int> numbers;
    private readonly IReadOnlyList<string> ids;
    private readonly Naming naming;
    private readonly ReportRegister? stored;

    private ReportRegister(List<Row> rows, IReadOnlyList<int> reports, Judgements judgements, IEnumerable<string> furtherOrganisations)
    {
        keys = rows.ToDictionary(row => row.Id, row => row.Key);
        numbers = rows.Select((row, number) => (row.Key, number)).ToDictionary(pair => pair.Key, pair => pair.number);
        ids = [.. rows.Select(row => row.Id)];
        naming = new Naming(rows, judgements, furtherOrganisations);
        Origins = [.. rows.Select(naming.Origin)];
        ReportOf = [.. reports.Select(report => numbers[report])];
    }

    /// <summary>The same register with the reports of a draft behind the others.</summary>
    private ReportRegister(ReportRegister stored, Row[] draft)
    {
        this.stored = stored;
        naming = stored.naming;
        keys = draft.ToDictionary(row => row.Id, row => row.Key);
        numbers = draft.Select((row, i) => (row.Key, Number: stored.Count + i)).ToDictionary(pair => pair.Key, pair => pair.Number);
        ids = new JoinedList<string>(stored.ids, [.. draft.Select(row => row.Id)]);
        Origins = new JoinedList<ReportOrigin>(stored.Origins, [.. draft.Select(naming.Origin)]);
        ReportOf = stored.ReportOf;
    }

    /// <summary>The report of each paragraph, by number.</summary>
    public IReadOnlyList<int> ReportOf { get; }

    /// <summary>Where each report comes from.</summary>
    public IReadOnlyList<ReportOrigin> Origins { get; }

    /// <summary>The organisation that keeps the archive, as its marks say; null when none is marked as its own.</summary>
    public string? Keeper => naming.Keeper;

    /// <summary>How many reports.</summary>
    public int Count => ids.Count;

    /// <summary>Reads all reports.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="reports">Keys of the reports of the paragraphs, by number.</param>
    /// <param name="judgements">What people said.</param>
    /// <param name="furtherOrganisations">Names of organisations that will be added with a draft: they may be longer forms of those stored.</param>
    public static ReportRegister Read(SqliteConnection connection, IReadOnlyList<int> reports, Judgements judgements, IEnumerable<string>? furtherOrganisations = null) =>
        new(Stored(connection), reports, judgements, furtherOrganisations ?? []);

    /// <summary>The register with the reports of a draft behind the others.</summary>
    public ReportRegister With(Draft draft) => new(
        this,
        [.. draft.Document.Reports.Select(report => new Row(-1 - report.Index, draft.IdOf(report), draft.OrganisationOf(report), draft.YearOf(report), draft.Name))]);

    /// <summary>Key in the store by id.</summary>
    public long KeyOf(string id) => stored is null || keys.ContainsKey(id) ? keys[id] : stored.KeyOf(id);

    /// <summary>Number by key.</summary>
    public int NumberOf(long key) => stored is null || numbers.ContainsKey(key) ? numbers[key] : stored.NumberOf(key);

    /// <summary>Number by id.</summary>
    public int NumberOf(string id) => NumberOf(KeyOf(id));

    /// <summary>Id by number.</summary>
    public string IdOf(int number) => ids[number];

    private static List<Row> Stored(SqliteConnection connection) => connection.Rows(
            "SELECT r.id, s.hash, r.position, r.organisation, r.year, s.name FROM report r JOIN source s ON s.id = r.source ORDER BY s.name, s.hash, r.position",
            row => new Row(
                row.GetInt64(0), Ids.OfReport(Ids.OfSource(row.GetString(1)), row.GetInt32(2)), row.Nullable<string>(3),
                row.IsDBNull(4) ? null : row.GetInt32(4), row.GetString(5)));

    private sealed record Row(long Key, string Id, string? Organisation, int? Year, string Source);

    /// <summary>What the organisations are called, and what gives each away.</summary>
    private sealed class Naming
    {
        private readonly Judgements judgements;
        private readonly Dictionary<string, string> canonical;
        private readonly Dictionary<string, ImmutableArray<string>> distinctive;
        private readonly Dictionary<string, ImmutableArray<string>> brief;

        public Naming(List<Row> rows, Judgements judgements, IEnumerable<string> further)
        {
            this.judgements = judgements;
            canonical = OrganisationNames.Canonical(rows.Select(row => row.Organisation).OfType<string>().Concat(further));
            string[] names = [.. canonical.Values.Distinct()];
            distinctive = OrganisationNames.Distinctive(names);
            brief = OrganisationNames.Brief(names);
            Keeper = KeeperOf(rows.Where(row => judgements.MarkOf(row.Id) == SourceMark.Own).Select(row => row.Organisation));
        }

        /// <summary>The name of the organisation that keeps the archive: what most reports marked as its own call it.</summary>
        public string? Keeper { get; }

        public ReportOrigin Origin(Row row)
        {
            SourceMark mark = judgements.MarkOf(row.Id);
            string? name = mark == SourceMark.Own ? Keeper : row.Organisation is { } stated ? canonical[stated] : null;
            return name is null
                ? new ReportOrigin(null, row.Year, row.Source, [], mark)
                : new ReportOrigin(name, row.Year, row.Source, distinctive.GetValueOrDefault(name, []), mark)
                {
                    BriefNames = brief.GetValueOrDefault(name, []),
                    Areas = OrganisationNames.AreasOf(name),
                };
        }

        private string? KeeperOf(IEnumerable<string?> marked)
        {
            string?[] names = [.. marked];
            return names.Length == 0 ? null
                : names.OfType<string>().Select(name => canonical[name]).GroupBy(name => name)
                    .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Key).FirstOrDefault("本单位");
        }
    }
}
