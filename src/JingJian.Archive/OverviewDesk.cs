using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What is recycled in the archive as a whole: families, units, passages, and how original each report is.</summary>
/// <remarks><para>What a person excluded does not count, except in the families.</para>
/// <para><b>Guarantee.</b> Everything in one answer is of one moment, also while files are being taken in.</para>
/// <para><b>Cost.</b> The figures of every report, a few milliseconds each; kept until something comes in, goes or is judged otherwise. What is
/// shared is read report by report: memory holds a line for each report, one for each paragraph that stands elsewhere, and the answer.</para>
/// <para><b>Threads.</b> Any; one makes an overview, the others wait for it.</para></remarks>
public sealed class OverviewDesk
{
    /// <summary>An overview for fewer entries is a part of one for more, and costs nearly as much.</summary>
    private const int LeastKept = 50;

    /// <summary>From here on an overview takes longer than a second.</summary>
    private const int ManyReports = 500;

    /// <summary>Originality is four digits; a share of 0.3 must not fall below its step.</summary>
    private const double Rounding = 1e-6;

    private static readonly int[] Steps = [0, 30, 60, 80, 90, 100];

    private readonly Database database;
    private readonly PreparedReuseCache prepared;
    private readonly Func<NameChanges> nameTyping;
    private readonly ReuseOptions options;
    private readonly Workforce force;
    private readonly SettledState settled;
    private readonly Lock making = new();
    private (string State, int Top, OverviewView View)? kept;

    internal OverviewDesk(Database database, PreparedReuseCache prepared, Func<NameChanges> nameTyping, ReuseOptions options, Workforce force)
    {
        this.force = force;
        this.database = database;
        this.prepared = prepared;
        this.nameTyping = nameTyping;
        this.options = options;
        settled = new SettledState(database, ManyReports);
    }

    /// <summary>The overview, with so many entries in each list; made once for each state of the archive.</summary>
    public OverviewView Overview(int top) => Overview(top, CancellationToken.None);

    /// <summary>Makes the overview now, so that nobody waits for it: of archives that are large, and that are as they were when this was last
    /// called. Not by several at once.</summary>
    public void Prepare(CancellationToken cancellationToken)
    {
        if (settled.Look() is not null)
        {
            force.Run(() => Overview(LeastKept, cancellationToken));
        }
    }

    private OverviewView Overview(int top, CancellationToken cancellationToken)
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        string state = ArchiveState.ForAudits(connection);
        lock (making)
        {
            if (kept?.State != state || kept.Value.Top < top)
            {
                kept = (state, Math.Max(top, LeastKept), Make(connection, Math.Max(top, LeastKept), cancellationToken));
            }

            return Shortened(kept.Value.View, top);
        }
    }

    private static OverviewView Shortened(OverviewView view, int top) => view with
    {
        Largest = [.. view.Largest.Take(top)],
        Widest = [.. view.Widest.Take(top)],
        Oldest = [.. view.Oldest.Take(top)],
        Timelines = [.. view.Timelines.Take(top)],
        Passages = [.. view.Passages.Take(top)],
        MostOriginal = [.. view.MostOriginal.Take(top)],
        LeastOriginal = [.. view.LeastOriginal.Take(top)],
    };

    private OverviewView Make(SqliteConnection connection, int top, CancellationToken cancellationToken)
    {
        PreparedReuse archive = prepared.Open(connection);
        NameChanges typing = nameTyping();
        var room = new AuditRoom(connection, archive, typing);
        IReadOnlyList<ReportView> reports = Catalogue.Reports(connection, null);
        Dictionary<string, ReportView> byId = reports.ToDictionary(report => report.Id);
        var matrix = new UnitMatrix(room);
        var passages = new RecycledPassages(connection, room, OrganisationNames.Register(connection));
        var shares = new ReportShares(connection, room);
        List<ReportShareView> told = [];
        foreach (ReportView report in reports.OrderBy(report => report.Source, StringComparer.Ordinal).ThenBy(report => report.Id, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            long key = room.Register.KeyOf(report.Id);
            ReportPairs pairs = ReportPairs.OfReport(connection, key);
            SharedSide[] sides = [.. pairs.SidesOf(key)];
            matrix.Add(key, sides);
            passages.Add(sides);
            // Reports without text of their own are neither original nor not.
            if (shares.Of(key, pairs) is { } figures)
            {
                told.Add(new ReportShareView(report, AuditShow.Figures(figures, number => byId.GetValueOrDefault(room.Register.IdOf(number))), Findings: 0));
            }
        }

        IReadOnlyList<FamilyView> largest = ReuseLedger.Families(connection, top, 0, FamilyOrder.Size);
        return new OverviewView(
            Catalogue.Stats(connection),
            matrix.Units(reports),
            matrix.Pairs(),
            [.. UnitYears(told, room)],
            [.. Spread(told)],
            largest,
            ReuseLedger.Families(connection, top, 0, FamilyOrder.Spread),
            ReuseLedger.Families(connection, top, 0, FamilyOrder.Age),
            [.. largest.Select(family => ReuseLedger.Family(connection, family.Id, typing)).OfType<FamilyDetailView>().Select(family => new FamilyTimelineView(family.Family.Id, family.Timeline))],
            passages.Best(top),
            [.. told.OrderByDescending(share => share.Figures.Originality).ThenByDescending(share => share.Figures.Letters).Take(top).Select(WithFindings)],
            [.. told.OrderBy(share => share.Figures.Originality).ThenByDescending(share => share.Figures.Letters).Take(top).Select(WithFindings)],
            Provenance.Of(room, Catalogue.Sources(connection), options));

        // Those of the few that are shown: they need the whole audit.
        ReportShareView WithFindings(ReportShareView share) =>
            share with { Findings = room.Case(share.Report.Id) is { } opened ? AuditFigures.Of(opened.Request).Findings.Length : 0 };
    }

    /// <summary>The letters of each unit's reports of a year, and how many of them stand elsewhere.</summary>
    private static IEnumerable<UnitYearView> UnitYears(IEnumerable<ReportShareView> shares, AuditRoom room) => shares
        .Where(share => share.Report.Year is not null)
        .Select(share => (Unit: room.Register.Origins[room.Register.NumberOf(share.Report.Id)].Organisation, Share: share))
        .Where(one => one.Unit is not null)
        .GroupBy(one => (Unit: one.Unit!, Year: one.Share.Report.Year!.Value))
        .OrderBy(group => group.Key.Unit, StringComparer.Ordinal).ThenBy(group => group.Key.Year)
        .Select(group =>
        {
            long letters = group.Sum(one => (long)one.Share.Figures.Letters);
            return new UnitYearView(group.Key.Unit, group.Key.Year, group.Count(), letters, Math.Round(group.Sum(one => one.Share.Figures.Total * one.Share.Figures.Letters) / letters, 4));
        });

    private static IEnumerable<OriginalityStepView> Spread(IReadOnlyCollection<ReportShareView> shares) => Steps.Select((from, i) =>
    {
        double to = i + 1 < Steps.Length ? Steps[i + 1] : double.PositiveInfinity;
        return new OriginalityStepView(from, shares.Count(share => Math.Floor((100 * share.Figures.Originality) + Rounding) is var percent && percent >= from && percent < to));
    });

    /// <summary>Some families with their members, for export.</summary>
    public FamiliesReportView Families(int top, int offset, FamilyOrder order)
    {
        using Snapshot snapshot = database.Look();
        return Report(snapshot.Connection, ReuseLedger.Families(snapshot.Connection, top, offset, order).Select(family => family.Id));
    }

    /// <summary>One family with its members, for export; null when there is none such.</summary>
    public FamiliesReportView? Family(string id)
    {
        using Snapshot snapshot = database.Look();
        return Report(snapshot.Connection, [id]) is { Families.Count: 1 } report ? report : null;
    }

    private FamiliesReportView Report(SqliteConnection connection, IEnumerable<string> ids)
    {
        PreparedReuse archive = prepared.Open(connection);
        NameChanges typing = nameTyping();
        var room = new AuditRoom(connection, archive, typing);
        FamilyDetailView[] families = [.. ids.Select(id => ReuseLedger.Family(connection, id, typing)).OfType<FamilyDetailView>()];
        HashSet<string> cited = [.. families.SelectMany(family => family.Members).Select(member => Ids.SourceOf(member.Place.Report))];
        return new FamiliesReportView(
            ReuseLedger.FamilyCount(connection), families, Provenance.Of(room, Catalogue.Sources(connection).Where(source => cited.Contains(source.Id)), options));
    }
}
