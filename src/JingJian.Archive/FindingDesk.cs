using System.Globalization;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What stands out in the reports of the archive, and what auditors say of it.</summary>
/// <remarks>
/// <para>Of many reports they are worked out beforehand (<see cref="Prepare"/>), and looked up when they are asked for; until then, and of few
/// reports, they are worked out when they are asked for, a report in some milliseconds. A verdict is known by report, kind, place and words,
/// so it holds as long as the finding does.</para>
/// <para><b>Guarantee.</b> The same findings in the same order either way, and of the archive as it is when they are asked for.</para>
/// <para><b>Threads.</b> Safe; the verdicts of one call are one transaction.</para>
/// </remarks>
public sealed class FindingDesk
{
    /// <summary>Most findings that are judged at once.</summary>
    public const int MostAtOnce = 1000;

    /// <summary>The verdict of what nothing was said of.</summary>
    internal const string Open = "open";

    /// <summary>Most reports that are worked out for one answer: where what is asked for is rare, nobody waits for the whole archive.</summary>
    private const int MostReports = 50;

    private static readonly string[] Verdicts = ["confirmed", "dismissed", "noted"];

    private readonly Database whole;
    private readonly Database seen;
    private readonly Catalogue catalogue;
    private readonly ReportFindings findings;
    private readonly FindingShelf shelf;
    private readonly TimeProvider time;

    internal FindingDesk(Database whole, Database seen, Catalogue catalogue, ReportFindings findings, FindingShelf shelf, TimeProvider time)
    {
        this.whole = whole;
        this.seen = seen;
        this.catalogue = catalogue;
        this.findings = findings;
        this.shelf = shelf;
        this.time = time;
    }

    /// <summary>Works out the findings of all reports, so that nobody waits for it: where reports are many, and as they were when this was last
    /// called. Not by several at once.</summary>
    public void Prepare(CancellationToken cancellationToken) => shelf.Prepare(cancellationToken);

    /// <summary>Findings in order of the reports; a fault names what in the wish cannot be understood.</summary>
    /// <param name="wish">Which.</param>
    /// <param name="after">Id of the report behind which to go on; null from the first.</param>
    /// <param name="top">Stops behind the report with which there are so many, or when many reports were worked out.</param>
    /// <param name="cancellationToken">Ends it between two reports: where few findings fit, many are looked at.</param>
    public Result<FindingsPageView> Find(FindingsWish wish, string? after, int top, CancellationToken cancellationToken)
    {
        if (wish.Verdict is { } asked && asked != Open && !Verdicts.Contains(asked))
        {
            return new Fault("finding.verdict", $"没有“{Shortening.Excerpt(asked, 20)}”这种结论，可用：confirmed（属实）、dismissed（不成立）、noted（备注）、open（未处理）。");
        }

        using Snapshot snapshot = seen.Look();
        SqliteConnection connection = snapshot.Connection;
        try
        {
            if (shelf.Of(connection) is { } book)
            {
                return PlaceOf(after, place => Catalogue.ReportKey(connection, place) is { } key ? book.PlaceOf(key) : -1).TryGet(out int first, out Fault? fault)
                    ? new BookedFindings(connection, book).Find(wish, first, top, cancellationToken)
                    : fault;
            }
        }
        catch (IOException)
        {
            // Another process has just removed it.
        }
        catch (CorruptArtifactException)
        {
            shelf.Forget();
        }

        return WorkOut(connection, wish, after, top, cancellationToken);
    }

    /// <summary>What was worked out beforehand is shown no more.</summary>
    internal void Forget() => shelf.Forget();

    private Result<FindingsPageView> WorkOut(SqliteConnection connection, FindingsWish wish, string? after, int top, CancellationToken cancellationToken)
    {
        List<ReportView> reports = Catalogue.Reports(connection, null);
        if (!PlaceOf(after, place => reports.FindIndex(report => report.Id == place)).TryGet(out int first, out Fault? fault))
        {
            return fault;
        }

        AuditRoom room = findings.Room(connection);
        Dictionary<string, FindingVerdictView> said = Said(connection);
        HashSet<string>? judged = wish.Verdict is null or Open ? null : [.. said.Where(one => one.Value.Verdict == wish.Verdict).Select(one => ReportOf(one.Key))];
        List<JudgedFindingView> found = [];
        int workedOut = 0;
        foreach (ReportView report in reports.Skip(first))
        {
            if (found.Count >= top || workedOut == MostReports)
            {
                return new FindingsPageView(found, reports[first - 1].Id, first, reports.Count);
            }

            cancellationToken.ThrowIfCancellationRequested();
            first++;
            if (IsOfAsked(report, wish) && judged?.Contains(report.Id) != false && findings.Of(room, report) is { } its)
            {
                workedOut++;
                found.AddRange(its.Select(finding => (Id: ReportFindings.IdOf(report.Id, finding), Finding: finding))
                    .Select(one => new JudgedFindingView(one.Id, report, one.Finding, said.GetValueOrDefault(one.Id)))
                    .Where(finding => (wish.Kind is null || finding.Finding.Kind == wish.Kind) && (wish.Verdict is null || wish.Verdict == (finding.Verdict?.Verdict ?? Open))));
            }
        }

        return new FindingsPageView(found, null, reports.Count, reports.Count);
    }

    /// <summary>How many reports are passed over by a list that goes on behind one of them.</summary>
    private static Result<int> PlaceOf(string? after, Func<string, int> placeOf) =>
        after is null ? 0
        : placeOf(after) is >= 0 and var place ? place + 1
        : new Fault("finding.cursor", "翻页标记无效或已过期，请从头查。");

    /// <summary>Says something of findings, or takes it back; returns how many were judged. All of them, or none when one is not seen.</summary>
    /// <param name="findings">Their ids.</param>
    /// <param name="verdict">confirmed, dismissed, noted, or open to take back what was said.</param>
    /// <param name="reason">Why; must be given to dismiss or note.</param>
    /// <param name="who">Who says so.</param>
    public Result<int> Judge(IReadOnlyList<string> findings, string verdict, string reason, string who)
    {
        if (verdict != Open && !Verdicts.Contains(verdict))
        {
            return new Fault("finding.verdict", "结论应为 confirmed（属实）、dismissed（不成立）、noted（备注）或 open（撤回）。");
        }

        if (string.IsNullOrWhiteSpace(reason) && verdict is "dismissed" or "noted")
        {
            return new Fault("finding.reason", "不成立或备注要写明理由，例如“集体撰写”“引用上级文件”。");
        }

        if (reason.Length > JudgementDesk.ReasonCharacters)
        {
            return new Fault("finding.too-long", string.Create(CultureInfo.InvariantCulture, $"理由太长（{reason.Length} 字），最多 {JudgementDesk.ReasonCharacters} 字。"));
        }

        if (findings.Count is 0 or > MostAtOnce)
        {
            return new Fault("finding.count", $"一次可以处理 1 到 {MostAtOnce} 条疑点。");
        }

        if (findings.FirstOrDefault(finding => !IsId(finding)) is { } unknown)
        {
            return new Fault("finding.not-found", $"没有编号为“{Shortening.Excerpt(unknown, 40)}”的疑点。");
        }

        using SqliteConnection connection = whole.Connect();
        using var change = new StoreChange(connection);
        foreach (string finding in findings)
        {
            connection.Run("DELETE FROM verdict WHERE finding = $1", finding);
            if (verdict != Open)
            {
                connection.Run("INSERT INTO verdict (finding, verdict, reason, who, noted_at) VALUES ($1, $2, $3, $4, $5)", finding, verdict, reason, who, time.Stamp());
            }
        }

        change.Commit();
        return findings.Count;
    }

    private static bool IsOfAsked(ReportView report, FindingsWish wish) => (wish.Report is null || report.Id == wish.Report)
        && (wish.Organisation is null || report.Organisation == wish.Organisation) && (wish.Year is null || report.Year == wish.Year);

    private static Dictionary<string, FindingVerdictView> Said(SqliteConnection connection) => connection.Rows(
        "SELECT finding, verdict, reason, who, noted_at FROM verdict",
        row => (Finding: row.GetString(0), View: new FindingVerdictView(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)))).ToDictionary(row => row.Finding, row => row.View);

    private static string ReportOf(string id) => id.Split('.')[0];

    /// <summary>Whether something is the id of a finding in a report that is seen.</summary>
    private bool IsId(string finding) => finding.Split('.') is [var report, { Length: ReportFindings.HashDigits } hash] && hash.All(char.IsAsciiHexDigitLower) && catalogue.Report(report) is not null;
}
