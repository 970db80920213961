using System.Collections.Immutable;
using JingJian.Analysis.Structure;
using JingJian.Archive.Stages;
using JingJian.Ingest;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>Writes one source with its reports and blocks.</summary>
internal static class SourceWriter
{
    /// <summary>The name under which the content is already known, or null.</summary>
    public static string? KnownAs(SqliteConnection connection, string contentHash) =>
        connection.Rows("SELECT name FROM source WHERE hash = $1", row => row.GetString(0), contentHash).FirstOrDefault();

    /// <summary>Writes into a collection, in the transaction that the caller has begun.</summary>
    public static void Write(SqliteConnection connection, AnalysedSource analysed, StoredLabels labels, long collection, DateTimeOffset now)
    {
        (SourceText source, Document document) = (analysed.Source, analysed.Document);
        long sourceId = connection.Value<long>(
            "INSERT INTO source (id, hash, name, content, encoding, confidence, added_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
            StoreKeys.Next(connection, "source"), source.ContentHash, source.Name, source.Bytes.ToArray(), source.Decoded.Encoding, source.Decoded.Confidence,
            Stamps.Of(now));
        connection.Run("INSERT INTO placement (source, collection) VALUES ($1, $2)", sourceId, collection);
        long firstReport = StoreKeys.Next(connection, "report"), firstBlock = StoreKeys.Next(connection, "block");
        long[] reportIds = [.. document.Reports.Select(report => WriteReport(connection, firstReport + report.Index, sourceId, report, analysed.Topics[report.Index]))];
        using SqliteCommand command = connection.Prepared($"""
            INSERT INTO block (id, source, report, ordinal, kind, level, start, "end", line, line_end, text, pieces, sections, damage, {StoredLabels.Columns})
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
            """);
        HashSet<int> edges = [.. EdgeLines.Of(document)];
        using SqliteCommand edge = connection.Prepared("INSERT INTO edge_line (block, source, text) VALUES (last_insert_rowid(), $1, $2)");
        foreach (Block block in document.Blocks)
        {
            command.With([
                firstBlock + block.Ordinal, sourceId, reportIds[block.Report], block.Ordinal, (int)block.Kind, block.Level, block.Source.Start, block.Source.End,
                block.Line, block.LineEnd, block.Text.Text, Numbers.Pack(Flatten(block.Text.Pieces)), Numbers.Pack(block.Sections),
                (int)block.Damage, .. labels.Of(block)]).ExecuteNonQuery();
            if (edges.Contains(block.Ordinal))
            {
                edge.With(sourceId, block.Text.Text).ExecuteNonQuery();
            }
        }
    }

    private static long WriteReport(SqliteConnection connection, long key, long sourceId, ReportOutline report, ImmutableArray<Topic> topics) => connection.Value<long>(
        "INSERT INTO report (id, source, position, title, has_title, year, organisation, type, facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
        key, sourceId, report.Index, report.Title, report.HasTitle, report.Year, report.Organisation, (int)report.Type, FactsJson.Write(report, topics));

    private static int[] Flatten(ImmutableArray<TextPiece> pieces) => [.. pieces.SelectMany(piece => new[] { piece.TextStart, piece.SourceStart })];
}
