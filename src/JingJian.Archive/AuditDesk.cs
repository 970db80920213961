using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Audits of reports: how much stands elsewhere, whose it is, what gives the copying away.</summary>
public sealed class AuditDesk
{
    private readonly Database database;
    private readonly Catalogue catalogue;
    private readonly PreparedReuseCache prepared;

    internal AuditDesk(Database database, Catalogue catalogue, PreparedReuseCache prepared)
    {
        this.database = database;
        this.catalogue = catalogue;
        this.prepared = prepared;
    }

    /// <summary>The audits of a report (by id) or of all reports of a source (by id or file name); empty when there is none such,
    /// or while an ingest has stored it but not yet compared it with the others.</summary>
    public IReadOnlyList<AuditView> Audit(string reportOrSource)
    {
        IReadOnlyList<ReportView> reports = catalogue.Report(reportOrSource) is { } report
            ? [report]
            : [.. catalogue.FindSources(reportOrSource).SelectMany(source => catalogue.Reports(source.Id))];
        if (reports.Count == 0)
        {
            return [];
        }

        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        PreparedReuse archive = prepared.Open(connection);
        ReportRegister register = ReportRegister.Read(connection, archive.Reports);
        return [.. reports.Select(view => Audit(connection, archive, register, view)).OfType<AuditView>()];
    }

    private AuditView? Audit(SqliteConnection connection, PreparedReuse archive, ReportRegister register, ReportView report)
    {
        long key = register.KeyOf(report.Id);
        List<StoredPair> pairs = StoredPair.OfReport(connection, key);
        List<(long Key, string Text)> rows = connection.Rows(
            "SELECT id, text FROM block WHERE report = $1 AND kind = $2 ORDER BY id", row => (row.GetInt64(0), row.GetString(1)), key, (int)BlockKind.Paragraph);
        if (!rows.TrueForAll(row => archive.Numbers.ContainsKey(row.Key)))
        {
            return null;
        }

        ImmutableArray<AuditedParagraph> paragraphs =
            [.. rows.Select(row => new AuditedParagraph(archive.Numbers[row.Key], row.Text, archive.Index.StockPhrasesIn(row.Text)))];
        ReportAudit audit = AuditFigures.Of(new AuditRequest(
            register.NumberOf(key), paragraphs, [.. pairs.Select(pair => pair.ByNumber(archive.Numbers))], register.ReportOf, register.Origins));
        var shown = new ShownParagraphs(archive, StoredParagraph.ByKey(
            connection, pairs.SelectMany(pair => new[] { pair.A, pair.B }).Concat(paragraphs.Select(paragraph => archive.Blocks[paragraph.Paragraph]))));
        return new AuditView(
            report,
            View(audit.Figures, register),
            [.. audit.Findings.Select(finding => View(finding, shown))],
            [.. audit.Ledger.Select(entry => View(entry, shown))],
            archive.MadeFrom);
    }

    private AuditFiguresView View(ReportFigures figures, ReportRegister register) => new(
        figures.Letters, Share(figures.Total), Share(figures.WithoutStock), Share(figures.OwnOrganisation), Share(figures.OtherOrganisation),
        Share(figures.UnknownOrganisation), Share(figures.LargestSingle),
        figures.LargestReport is { } number ? catalogue.Report(register.IdOf(number)) : null,
        figures.LongestLetters, Share(figures.OnlyNumbersChanged), Share(figures.CopiedLater), Share(figures.RepeatedInside), Share(figures.Originality));

    private static FindingView View(AuditFinding finding, ShownParagraphs shown)
    {
        StoredParagraph paragraph = shown[finding.Paragraph];
        TextSpan at = SourcePlace.In(paragraph.Text, finding.At);
        return new FindingView(
            Names.Of(finding.Kind), Label(finding.Kind), paragraph.Place, at.Start, at.End, finding.At.In(paragraph.Text.Text).ToString(), finding.Detail,
            [.. finding.OtherParagraphs.Select(other => shown[other].Place)]);
    }

    private static EvidenceView View(LedgerEntry entry, ShownParagraphs shown)
    {
        StoredParagraph own = shown[entry.Paragraph], other = shown[entry.OtherParagraph];
        TextSpan at = SourcePlace.In(own.Text, entry.At), otherAt = SourcePlace.In(other.Text, entry.OtherAt);
        return new EvidenceView(
            Names.Of(entry.Source), Names.Of(entry.Kind), own.Place, at.Start, at.End, entry.At.In(own.Text.Text).ToString(),
            other.Place, other.ReportTitle, other.Organisation, other.Year, otherAt.Start, otherAt.End, entry.OtherAt.In(other.Text.Text).ToString());
    }

    private static string Label(FindingKind kind) => kind switch
    {
        FindingKind.OnlyYearChanged => "只改年份",
        FindingKind.StaleFigures => "数字未更新",
        FindingKind.Spliced => "拼接",
        FindingKind.LeftOverName => "漏改名称",
        FindingKind.SloganChanged => "届次替换",
        FindingKind.SelfReuse => "自我复用",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Four digits: what people compare, and the same on every machine.</summary>
    private static double Share(double value) => Math.Round(value, 4);

    /// <summary>Stored paragraphs by their number in the reuse engine.</summary>
    private sealed class ShownParagraphs(PreparedReuse archive, Dictionary<long, StoredParagraph> byKey)
    {
        public StoredParagraph this[int number] => byKey[archive.Blocks[number]];
    }
}
