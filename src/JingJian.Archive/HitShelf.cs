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
/// <param name="Sections">The headings above it, outermost first.</param>
/// <param name="Text">Its text.</param>
/// <param name="Standing">What may change.</param>
internal sealed record ShelvedHit(
    string Paragraph, string Source, int Line, int LineEnd, string ReportId, string Report, int? Year, string? Organisation, IReadOnlyList<string> Sections, string Text, HitStanding Standing);

/// <summary>What of a paragraph changes with the archive around it.</summary>
/// <param name="Function">What the paragraph does.</param>
/// <param name="Secondary">What else it does.</param>
/// <param name="Confidence">How sure the function is.</param>
/// <param name="Undecided">Whether it is too unsure to count as decided.</param>
/// <param name="Family">Name of its family.</param>
/// <param name="Copies">How many paragraphs the family has; 1 without.</param>
/// <param name="Damage">Flags.</param>
internal sealed record HitStanding(string Function, string? Secondary, double Confidence, bool Undecided, string? Family, int Copies, IReadOnlyList<string> Damage);

/// <summary>What hits show of the paragraphs of one index, read from the store when they are first found.</summary>
/// <remarks>
/// <para>A shelf belongs to one opened index and goes with it: what changes how a paragraph is shown (labels, families, a removal) makes
/// a new index, and the shelf begins anew, or is followed by one that was looked over (<see cref="After"/>). It is emptied when it has grown to
/// <see cref="Most"/> paragraphs, about 60 MB.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
internal sealed class HitShelf
{
    private const int Most = 30_000;
    private const int AtOnce = 500;

    private const string Changing = "b.function, b.secondary, b.confidence, b.undecided, f.name, f.copies, b.damage";
    private const string Families = "LEFT JOIN family_member m ON m.block = b.id LEFT JOIN family f ON f.id = m.family";

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

    /// <summary>The shelf of the next index: what is on this one, as it stands in the store now.</summary>
    public HitShelf After(SqliteConnection connection)
    {
        var next = new HitShelf();
        foreach (long[] keys in hits.Keys.Chunk(AtOnce))
        {
            foreach ((long key, HitStanding now) in connection.Rows(
                $"SELECT {Changing}, b.id FROM block b {Families} WHERE b.id IN ({Listed(keys)})", row => (row.GetInt64(7), ReadStanding(row))))
            {
                if (hits.TryGetValue(key, out ShelvedHit? hit))
                {
                    next.hits[key] = hit with { Standing = now };
                }
            }
        }

        return next;
    }

    private static IEnumerable<(long Key, ShelvedHit Hit)> Read(SqliteConnection connection, List<long> keys)
    {
        List<(long Key, int Ordinal, int[] Sections, ShelvedHit Hit)> rows = connection.Rows(
            $"""
            SELECT {Changing}, b.id, b.ordinal, b.sections, s.hash, s.name, b.line, b.line_end, r.position, r.title, r.year, r.organisation, b.text
            FROM block b JOIN report r ON r.id = b.report JOIN source s ON s.id = b.source {Families}
            WHERE b.id IN ({Listed(keys)})
            """,
            Read);
        Dictionary<long, string> headings = Catalogue.SectionTexts(connection, rows.SelectMany(row => row.Sections.Select(ordinal => row.Key - row.Ordinal + ordinal)));
        return rows.Select(row => (row.Key, row.Hit with { Sections = [.. row.Sections.Select(ordinal => headings[row.Key - row.Ordinal + ordinal])] }));
    }

    private static (long Key, int Ordinal, int[] Sections, ShelvedHit Hit) Read(SqliteDataReader row)
    {
        string source = Ids.OfSource(row.GetString(10));
        return (row.GetInt64(7), row.GetInt32(8), Numbers.Unpack(row.GetFieldValue<byte[]>(9)), new ShelvedHit(
            Ids.OfBlock(source, row.GetInt32(8)), row.GetString(11), row.GetInt32(12), row.GetInt32(13), Ids.OfReport(source, row.GetInt32(14)), row.GetString(15),
            row.IsDBNull(16) ? null : row.GetInt32(16), row.Nullable<string>(17), [], row.GetString(18), ReadStanding(row)));
    }

    /// <summary>The first columns: see <see cref="Changing"/>.</summary>
    private static HitStanding ReadStanding(SqliteDataReader row) => new(
        FunctionNames.ToEnglish((Function)row.GetInt32(0)), row.IsDBNull(1) ? null : Names.Of((Function)row.GetInt32(1)), row.GetDouble(2), row.GetBoolean(3),
        row.Nullable<string>(4), row.IsDBNull(5) ? 1 : row.GetInt32(5), Names.Of((Damage)row.GetInt32(6)));

    private static string Listed(IEnumerable<long> keys) => string.Join(',', keys.Select(key => key.ToString(CultureInfo.InvariantCulture)));
}
