using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Signs all that the findings of a report depend on, so that only those are worked out again for which something has changed.</summary>
/// <remarks>
/// <para>Its paragraphs and their stock phrases; its pairs with their evidence, and which of them are excluded; what is known of the origin of
/// the reports in them, and which of their lines are paragraphs; and the organisations of the archive, where a report states none. A text never
/// changes under its key. What does not depend on the store is in the name of the book.</para>
/// <para><b>Cost.</b> A few milliseconds a report: no changes are typed, nobody's names are looked for.</para>
/// </remarks>
internal sealed class FindingSigns
{
    private readonly AuditRoom room;
    private readonly string organisations;
    private readonly Dictionary<long, string> paragraphs;

    /// <summary>Prepares it.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="room">The archive.</param>
    public FindingSigns(SqliteConnection connection, AuditRoom room)
    {
        this.room = room;
        organisations = string.Join('\n', room.Register.Origins.Select(origin => origin.Organisation).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        paragraphs = connection.Rows(
            "SELECT report, count(*), min(id), sum(id) FROM block WHERE kind = $1 GROUP BY report",
            row => (Report: row.GetInt64(0), Lines: string.Create(CultureInfo.InvariantCulture, $"{row.GetInt64(1)} {row.GetInt64(2)} {row.GetInt64(3)}")), (int)BlockKind.Paragraph)
            .ToDictionary(row => row.Report, row => row.Lines);
    }

    /// <summary>Signs a report, by its key.</summary>
    public SignedReport Of(SqliteConnection connection, long report)
    {
        var all = new StringBuilder();
        foreach ((long key, string text) in connection.Rows(
            "SELECT id, text FROM block WHERE report = $1 AND kind = $2 ORDER BY id", row => (row.GetInt64(0), row.GetString(1)), report, (int)BlockKind.Paragraph))
        {
            all.Append(CultureInfo.InvariantCulture, $"{key} {room.Archive.Numbers.ContainsKey(key)} {string.Join(' ', room.Archive.Index.StockPhrasesIn(text))}\n");
        }

        List<(long A, long B, string Written)> pairs = StoredPair.WrittenOf(connection, report);
        Dictionary<long, BlockPlace> places = BlockPlace.ByKey(connection, pairs.SelectMany(pair => new[] { pair.A, pair.B }));
        foreach ((long first, long second, string written) in pairs)
        {
            BlockPlace a = places[first], b = places[second];
            all.Append(written).Append(room.Counts(a, b) ? '+' : '-').Append(room.Counts(b, a) ? '+' : '-').Append('\n');
        }

        bool isUnstated = false;
        foreach (long other in places.Values.Select(place => place.Report).Append(report).Distinct().Order())
        {
            ReportOrigin origin = room.Register.Origins[room.Register.NumberOf(other)];
            isUnstated |= origin.Organisation is null;
            all.Append(CultureInfo.InvariantCulture, $"\n{other} {paragraphs.GetValueOrDefault(other)} {origin.Organisation}\t{origin.Year}\t{origin.Source}\t{origin.Mark}\t");
            all.AppendJoin(' ', origin.Names.Append("|").Concat(origin.BriefNames).Append("|").Concat(origin.Areas));
        }

        all.Append('\n').Append(isUnstated ? organisations : "");
        return new SignedReport(report, BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString()))));
    }
}
