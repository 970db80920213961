using JingJian.Archive.Store;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>How much of each report stands in no other, for filters and facets.</summary>
/// <remarks>
/// <para>The share of the characters of its paragraphs that no passage shared with another report covers, passages of reports
/// known to be later apart. An audit counts letters, and knows what people excluded and marked; between the two lie some percent.</para>
/// </remarks>
internal static class ReportOriginality
{
    /// <summary>The share in percent, rounded down, by key of the report; those that share nothing are not named.</summary>
    public static Dictionary<int, int> Percent(SqliteConnection connection)
    {
        Dictionary<long, List<TextSpan>> covered = [];
        Dictionary<long, (int Report, int Year, int Length)> paragraphs = connection.Rows(
            """
            SELECT b.id, b.report, ifnull(r.year, 0), length(b.text) FROM block b JOIN report r ON r.id = b.report
            WHERE b.kind = 2 AND b.report IN (SELECT o.report FROM block o WHERE o.id IN (SELECT a FROM pair UNION SELECT b FROM pair))
            """,
            row => (row.GetInt64(0), (row.GetInt32(1), row.GetInt32(2), row.GetInt32(3)))).ToDictionary(row => row.Item1, row => row.Item2);
        foreach ((long a, long b, IReadOnlyList<TextSpan> spans) in connection.Rows("SELECT a, b, evidence FROM pair",
            row => (row.GetInt64(0), row.GetInt64(1), PairEvidence.ReadSpans(row.GetString(2)))))
        {
            if (paragraphs.TryGetValue(a, out var first) && paragraphs.TryGetValue(b, out var second) && first.Report != second.Report)
            {
                Cover(a, first.Year, second.Year, spans.Where((_, i) => i % 2 == 0));
                Cover(b, second.Year, first.Year, spans.Where((_, i) => i % 2 == 1));
            }
        }

        return paragraphs.GroupBy(paragraph => paragraph.Value.Report).ToDictionary(
            report => report.Key,
            report => (int)Math.Floor(100.0 * (1 - ((double)report.Sum(paragraph => covered.TryGetValue(paragraph.Key, out List<TextSpan>? spans) ? SpanUnion.Length(spans) : 0)
                / Math.Max(1, report.Sum(paragraph => paragraph.Value.Length))))));

        void Cover(long paragraph, int ownYear, int otherYear, IEnumerable<TextSpan> spans)
        {
            if (ownYear == 0 || otherYear <= ownYear)
            {
                covered.TryAdd(paragraph, []);
                covered[paragraph].AddRange(spans);
            }
        }
    }
}
