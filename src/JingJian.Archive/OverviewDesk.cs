using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What is recycled in the archive as a whole: families, units, passages, and how original each report is.</summary>
/// <remarks><para>What a person excluded does not count, except in the families.</para>
/// <para><b>Guarantee.</b> Everything in one answer is of one moment, also while files are being taken in.</para>
/// <para><b>Cost.</b> An audit of every report: a millisecond each.</para></remarks>
public sealed class OverviewDesk
{
    private readonly Database database;
    private readonly Catalogue catalogue;
    private readonly PreparedReuseCache prepared;
    private readonly Func<NameChanges> nameTyping;
    private readonly ReuseOptions options;

    internal OverviewDesk(Database database, Catalogue catalogue, PreparedReuseCache prepared, Func<NameChanges> nameTyping, ReuseOptions options)
    {
        this.database = database;
        this.catalogue = catalogue;
        this.prepared = prepared;
        this.nameTyping = nameTyping;
        this.options = options;
    }

    /// <summary>The overview, with so many entries in each list.</summary>
    public OverviewView Overview(int top)
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        PreparedReuse archive = prepared.Open(connection);
        NameChanges typing = nameTyping();
        var room = new AuditRoom(connection, archive, typing);
        Dictionary<long, StoredParagraph> paragraphs = StoredParagraph.InPairs(connection);
        List<StoredPair> pairs = StoredPair.All(connection);
        var matrix = new UnitMatrix(room.Register, Counts);
        foreach (StoredPair pair in pairs)
        {
            matrix.Add(pair, paragraphs[pair.A], paragraphs[pair.B]);
        }

        IReadOnlyList<ReportView> reports = Catalogue.Reports(connection, null);
        ReportShareView[] shares = [.. Shares(room, reports)];
        IReadOnlyList<FamilyView> largest = ReuseLedger.Families(connection, top, 0, FamilyOrder.Size);
        return new OverviewView(
            Catalogue.Stats(connection),
            matrix.Units(reports),
            matrix.Pairs(),
            largest,
            ReuseLedger.Families(connection, top, 0, FamilyOrder.Spread),
            ReuseLedger.Families(connection, top, 0, FamilyOrder.Age),
            [.. largest.Select(family => ReuseLedger.Family(connection, family.Id, typing)).OfType<FamilyDetailView>().Select(family => new FamilyTimelineView(family.Family.Id, family.Timeline))],
            new RecycledPassages(pairs.Where(pair => Counts(paragraphs[pair.A], paragraphs[pair.B]) && Counts(paragraphs[pair.B], paragraphs[pair.A])), paragraphs, OrganisationNames.Register(connection)).Best(top),
            [.. shares.OrderByDescending(share => share.Figures.Originality).ThenByDescending(share => share.Figures.Letters).Take(top)],
            [.. shares.OrderBy(share => share.Figures.Originality).ThenByDescending(share => share.Figures.Letters).Take(top)],
            Provenance.Of(room, Catalogue.Sources(connection), options));

        bool Counts(StoredParagraph own, StoredParagraph other) =>
            !room.Judgements.ExcludesAny || room.Judgements.Covering(own.Place.Paragraph, own.Place.Report, other.Place.Paragraph, other.Place.Report) is null;
    }

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

    /// <summary>Reports without text of their own are neither original nor not.</summary>
    private IEnumerable<ReportShareView> Shares(AuditRoom room, IReadOnlyList<ReportView> reports)
    {
        foreach (ReportView report in reports.OrderBy(report => report.Source, StringComparer.Ordinal).ThenBy(report => report.Id, StringComparer.Ordinal))
        {
            if (room.Case(report.Id) is { } opened && AuditFigures.Of(opened.Request) is { Figures.Letters: > 0 } audit)
            {
                yield return new ReportShareView(report, new AuditShow(room, opened, catalogue).Figures(audit.Figures), audit.Findings.Length);
            }
        }
    }
}
