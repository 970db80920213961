using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;

namespace JingJian.Archive;

/// <summary>Audits of reports: how much stands elsewhere, whose it is, what gives the copying away.</summary>
public sealed class AuditDesk
{
    private const int LongestExcerpt = 40;

    private readonly Database database;
    private readonly Catalogue catalogue;
    private readonly PreparedReuseCache prepared;
    private readonly Func<NameChanges> nameTyping;
    private readonly ReuseOptions options;

    internal AuditDesk(Database database, Catalogue catalogue, PreparedReuseCache prepared, Func<NameChanges> nameTyping, ReuseOptions options)
    {
        this.database = database;
        this.catalogue = catalogue;
        this.prepared = prepared;
        this.nameTyping = nameTyping;
        this.options = options;
    }

    /// <summary>The audits of a report (by id) or of all reports of a source (by id or file name); empty when there is none such,
    /// or while an ingest has stored it but not yet compared it with the others.</summary>
    public IReadOnlyList<AuditView> Audit(string reportOrSource)
    {
        IReadOnlyList<ReportView> reports = Reports(reportOrSource);
        if (reports.Count == 0)
        {
            return [];
        }

        using Snapshot snapshot = database.Look();
        var room = new AuditRoom(snapshot.Connection, prepared.Open(snapshot.Connection), nameTyping());
        return [.. reports.Select(view => room.Case(view.Id) is { } opened ? Audit(room, view, opened, catalogue.FindSources(Ids.SourceOf(view.Id))[0].Hash) : null).OfType<AuditView>()];
    }

    /// <summary>Says that a report or source is there and has no audit only because it is not yet compared; null where it is not there.</summary>
    public Fault? NotCompared(string reportOrSource) => Reports(reportOrSource).Count == 0 ? null : new Fault(
        "report.not-compared", $"“{Shortening.Excerpt(reportOrSource, LongestExcerpt)}”已入库，但还没有与其他报告比对，暂时不能审计。入库还在进行的，请等它完成；入库中途断了的，再入库一次或重新启动服务，就会接着比对。");

    private IReadOnlyList<ReportView> Reports(string reportOrSource) => catalogue.Report(reportOrSource) is { } report
        ? [report]
        : [.. catalogue.FindSources(reportOrSource).SelectMany(source => catalogue.Reports(source.Id))];

    /// <summary>The audit of one report.</summary>
    /// <param name="room">The archive.</param>
    /// <param name="report">The report as it is shown.</param>
    /// <param name="opened">What the audit looks at.</param>
    /// <param name="hash">SHA-256 of the file of the report.</param>
    internal AuditView Audit(AuditRoom room, ReportView report, AuditCase opened, string hash)
    {
        ReportAudit audit = AuditFigures.Of(opened.Request);
        var show = new AuditShow(room, opened, catalogue);
        return new AuditView(
            report,
            show.Figures(audit.Figures),
            audit.Before is { } before ? show.Figures(before) : null,
            [.. audit.Figures.All.Select(show.Figure)],
            [.. audit.Sources.Select(show.Source)],
            [.. show.Findings(audit, report)],
            [.. audit.Ledger.Select(entry => show.Evidence(entry))],
            [.. audit.Excluded.Select(show.ExcludedEvidence)],
            [.. opened.Request.Paragraphs.Select(show.Paragraph)],
            [.. audit.Ledger.Concat(audit.Excluded).Select(entry => entry.OtherParagraph).Distinct().Order().Select(show.Other)],
            room.Archive.MadeFrom,
            ProvenanceOf(room, hash, audit, show));
    }

    /// <summary>What copying changed and left standing in the paragraphs of one report, without its figures.</summary>
    internal IEnumerable<FindingView> Slips(AuditRoom room, AuditCase opened)
    {
        var show = new AuditShow(room, opened, catalogue);
        return AuditFigures.SlipsOf(opened.Request).Select(show.Finding);
    }

    private ProvenanceView ProvenanceOf(AuditRoom room, string hash, ReportAudit audit, AuditShow show)
    {
        IEnumerable<string> cited = audit.Ledger.Concat(audit.Excluded).Select(entry => Ids.SourceOf(show.Place(entry.OtherParagraph).Report)).Distinct();
        return new ProvenanceView(
            Provenance.Program,
            room.Archive.MadeFrom,
            room.Judgements.Version,
            hash,
            Provenance.Cited(room, cited.Select(source => catalogue.FindSources(source)[0])),
            Provenance.Settings(options));
    }
}
