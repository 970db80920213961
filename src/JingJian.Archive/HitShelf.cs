using System.Collections.Concurrent;
using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What a hit shows of a paragraph and its report, whatever was searched for.</summary>
/// <param name="Paragraph">Id of the paragraph.</param>
/// <param name="Source">Name of the file.</param>
/// <param name="Line">Its first line.</param>
/// <param name="LineEnd">Its last line.</param>
/// <param name="ReportId">Id of the report.</param>
/// <param name="Report">Title of the report.</param>
/// <param name="Year">Year of the report.</param>
/// <param name="Organisation">Unit of the report.</param>
/// <param name="Function">What the paragraph does.</param>
/// <param name="Secondary">What else it does.</param>
/// <param name="Confidence">How sure the function is.</param>
/// <param name="Undecided">Whether it is too unsure to count as decided.</param>
/// <param name="Family">Name of its family.</param>
/// <param name="Copies">How many paragraphs the family has; 1 without.</param>
/// <param name="Sections">The headings above it, outermost first.</param>
/// <param name="Damage">Flags.</param>
/// <param name="Text">Its text.</param>
internal sealed record ShelvedHit(
    string Paragraph, string Source, int Line, int LineEnd, string ReportId, string Report, int? Year, string? Organisation,
    string Function, string? Secondary, double Confidence, bool Undecided, string? Family, int Copies, IReadOnlyList<string> Sections, IReadOnlyList<string> Damage, string Text);

/// <summary>What hits show of the paragraphs of one index, read from the store when they are first found.</summary>
/// <remarks>
/// <para>A shelf belongs to one opened index and goes with it: what changes how a paragraph is shown (labels, families, a removal) makes
/// a new index, and the shelf begins anew. It is emptied when it has grown to <see cref="Most"/> paragraphs, about 60 MB.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
internal sealed class HitShelf
{
    private const int Most = 30_000;

    private readonly ConcurrentDictionary<long, ShelvedHit> hits = new();

    /// <summary>The paragraphs of these keys; those that the store has no more are left out.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="connect">A connection to the store; asked for when something is not on the shelf.</param>
    public Dictionary<long, ShelvedHit> Of(IReadOnlyCollection<long> keys, Func<SqliteConnection> connect)
    {
        var found = new Dictionary<long, ShelvedHit>(keys.Count);
        List<long> missing = [];
        foreach (long key in keys)
        {
            if (hits.TryGetValue(key, out ShelvedHit? hit))
            {
                found[key] = hit;
            }
            else
            {
                missing.Add(key);
            }
        }

        if (missing.Count > 0)
        {
            if (hits.Count > Most)
            {
                hits.Clear();
            }

            foreach ((long key, ShelvedHit hit) in Read(connect(), missing))
            {
                found[key] = hits[key] = hit;
            }
        }

        return found;
    }

    private static IEnumerable<(long Key, ShelvedHit Hit)> Read(SqliteConnection connection, List<long> keys)
    {
        List<(long Key, int Ordinal, int[] Sections, ShelvedHit Hit)> rows = connection.Rows(
            $"""
            SELECT b.id, b.ordinal, b.sections, s.hash, s.name, b.line, b.line_end, r.position, r.title, r.year, r.organisation,
                b.function, b.secondary, b.confidence, b.undecided, f.name, f.copies, b.damage, b.text
            FROM block b JOIN report r ON r.id = b.report JOIN source s ON s.id = b.source
            LEFT JOIN family_member m ON m.block = b.id LEFT JOIN family f ON f.id = m.family
            WHERE b.id IN ({Listed(keys)})
            """,
            Read);
        Dictionary<long, string> headings = Catalogue.SectionTexts(connection, rows.SelectMany(row => row.Sections.Select(ordinal => row.Key - row.Ordinal + ordinal)));
        return rows.Select(row => (row.Key, row.Hit with { Sections = [.. row.Sections.Select(ordinal => headings[row.Key - row.Ordinal + ordinal])] }));
    }

    private static (long Key, int Ordinal, int[] Sections, ShelvedHit Hit) Read(SqliteDataReader row)
    {
        string source = Ids.OfSource(row.GetString(3));
        return (row.GetInt64(0), row.GetInt32(1), Numbers.Unpack(row.GetFieldValue<byte[]>(2)), new ShelvedHit(
            Ids.OfBlock(source, row.GetInt32(1)), row.GetString(4), row.GetInt32(5), row.GetInt32(6), Ids.OfReport(source, row.GetInt32(7)), row.GetString(8),
            row.IsDBNull(9) ? null : row.GetInt32(9), row.Nullable<string>(10), FunctionNames.ToEnglish((Function)row.GetInt32(11)),
            row.IsDBNull(12) ? null : Names.Of((Function)row.GetInt32(12)), row.GetDouble(13), row.GetBoolean(14), row.Nullable<string>(15), row.IsDBNull(16) ? 1 : row.GetInt32(16),
            [], Names.Of((Damage)row.GetInt32(17)), row.GetString(18)));
    }

    private static string Listed(IEnumerable<long> keys) => string.Join(',', keys.Select(key => key.ToString(CultureInfo.InvariantCulture)));
}
