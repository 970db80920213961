using System.Globalization;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Looks up in a book what a list of findings asks for: all of one page at once, however rare it is.</summary>
/// <param name="connection">What is seen, as it was when the book was made.</param>
/// <param name="book">The book.</param>
internal sealed class BookedFindings(SqliteConnection connection, FindingBook book)
{
    /// <summary>What was judged, by the keys of the reports: the ids of findings say which those are.</summary>
    private const string JudgedQuery = """
        SELECT r.id, v.finding
        FROM verdict v JOIN source s ON s.hash BETWEEN substr(v.finding, 1, 12) AND substr(v.finding, 1, 12) || 'g'
        JOIN report r ON r.source = s.id AND r.position = CAST(substr(v.finding, 15) AS INTEGER) - 1
        """;

    /// <summary>A page of them.</summary>
    /// <param name="wish">Which.</param>
    /// <param name="first">How many reports to pass over.</param>
    /// <param name="top">Stops behind the report with which there are so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">The book was removed.</exception>
    /// <exception cref="CorruptArtifactException">The book is damaged.</exception>
    public FindingsPageView Find(FindingsWish wish, int first, int top, CancellationToken cancellationToken)
    {
        (List<FindingLine> found, bool areMore) = Fitting(wish, first, top, cancellationToken);
        Dictionary<long, ReportView> reports = Catalogue.ReportsByKey(connection, found.Select(line => line.Report));
        JudgedFindingView[] items =
        [
            .. found.Zip(book.Read(found), (line, finding) => (Id: ReportFindings.IdOf(reports[line.Report].Id, line.Hash), Report: reports[line.Report], Finding: finding))
                .Select(one => new JudgedFindingView(one.Id, one.Report, one.Finding, VerdictOf(one.Id))),
        ];
        int passed = areMore ? 1 + book.PlaceOf(found[^1].Report) : book.Reports.Length;
        return new FindingsPageView(items, areMore ? reports[found[^1].Report].Id : null, passed, book.Reports.Length);
    }

    /// <summary>The lines that fit, and whether there are others behind them.</summary>
    private (List<FindingLine> Found, bool AreMore) Fitting(FindingsWish wish, int first, int top, CancellationToken cancellationToken)
    {
        HashSet<long>? reports = ReportsOf(wish);
        HashSet<(long Report, ulong Hash)>? judged = wish.Verdict is { } verdict ? Judged(verdict) : null;
        int kind = Array.IndexOf(FindingLine.Kinds, wish.Kind);
        List<FindingLine> found = [];
        ReadOnlySpan<FindingLine> lines = book.Lines;
        for (int i = first == 0 ? 0 : book.LineBehind(book.Reports[first - 1].Report); i < lines.Length; i++)
        {
            FindingLine line = lines[i];
            bool fits = (wish.Kind is null || line.Kind == kind) && reports?.Contains(line.Report) != false
                && (judged is null || judged.Contains((line.Report, line.Hash)) != (wish.Verdict == FindingDesk.Open));
            if (fits && found.Count >= top && line.Report != found[^1].Report)
            {
                return (found, true);
            }

            if (fits)
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.Add(line);
            }
        }

        return (found, false);
    }

    /// <summary>The reports that are asked for; null for all.</summary>
    private HashSet<long>? ReportsOf(FindingsWish wish)
    {
        if (wish is { Report: null, Organisation: null, Year: null })
        {
            return null;
        }

        long? one = wish.Report is null ? null : Catalogue.ReportKey(connection, wish.Report) ?? 0;
        return
        [
            .. connection.Rows(
                "SELECT id FROM report WHERE ($1 IS NULL OR organisation = $1) AND ($2 IS NULL OR year = $2) AND ($3 IS NULL OR id = $3)",
                row => row.GetInt64(0), wish.Organisation, wish.Year, one),
        ];
    }

    /// <summary>What was judged so, or at all when what is open is asked for.</summary>
    private HashSet<(long Report, ulong Hash)> Judged(string verdict) =>
    [
        .. connection.Rows(
            JudgedQuery + " WHERE $1 = $2 OR v.verdict = $1",
            row => (row.GetInt64(0), ulong.Parse(row.GetString(1)[^ReportFindings.HashDigits..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
            verdict, FindingDesk.Open),
    ];

    private FindingVerdictView? VerdictOf(string finding) => connection.Rows(
        "SELECT verdict, reason, who, noted_at FROM verdict WHERE finding = $1",
        row => new FindingVerdictView(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), finding).FirstOrDefault();
}
