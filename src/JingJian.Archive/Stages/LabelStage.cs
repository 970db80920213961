using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Ingest;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Gives the blocks of stored sources the functions of the weights in use and of what people said.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The store notes by which weights and which corrections its functions were given; where these are
/// others now, all sources are read and labelled again, a few in one transaction, and then it is noted. Killed in between, it
/// begins again at the next opening.</para>
/// </remarks>
internal static class LabelStage
{
    private const int SourcesAtOnce = 50;

    /// <summary>Whether the stored functions are those of the weights and corrections as they are.</summary>
    public static bool IsCurrent(SqliteConnection connection, FunctionShelf shelf) =>
        shelf.Version.Length == 0 || ArchiveState.MadeFrom(connection, ArchiveState.Labels) == Expected(connection, shelf);

    /// <summary>Notes that the stored functions are up to date.</summary>
    public static void Note(SqliteConnection connection, FunctionShelf shelf) => ArchiveState.Note(connection, ArchiveState.Labels, Expected(connection, shelf));

    /// <summary>Labels all sources again.</summary>
    public static void Run(SqliteConnection connection, FunctionShelf shelf, IngestLimits limits)
    {
        List<long> sources = connection.Rows("SELECT id FROM source ORDER BY id", row => row.GetInt64(0));
        foreach (long[] some in sources.Chunk(SourcesAtOnce))
        {
            using var change = new StoreChange(connection);
            Relabel(connection, some, shelf, limits);
            change.Commit();
        }

        Note(connection, shelf);
    }

    /// <summary>Labels some sources again, in the transaction that the caller has begun. A block that would be found elsewhere today keeps its function.</summary>
    public static void Relabel(SqliteConnection connection, IEnumerable<long> sources, FunctionShelf shelf, IngestLimits limits)
    {
        Corrections corrections = Corrections.Read(connection);
        FunctionClassifier functions = shelf.Current();
        using SqliteCommand update = connection.Prepared(
            $"UPDATE block SET ({StoredLabels.Columns}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10) WHERE id = $1");
        foreach (long source in sources)
        {
            if (DocumentOf(connection, source, limits) is not { } document)
            {
                continue;
            }

            StoredLabels labels = StoredLabels.Of(document, functions.Read(document), corrections);
            Dictionary<int, (long Id, string Text)> stored = connection.Rows(
                "SELECT start, id, text FROM block WHERE source = $1 AND kind <> $2", row => (row.GetInt32(0), (row.GetInt64(1), row.GetString(2))), source, (int)BlockKind.Noise)
                .ToDictionary(row => row.Item1, row => row.Item2);
            foreach (Block block in document.Blocks.Where(block => block.Kind != BlockKind.Noise))
            {
                if (stored.TryGetValue(block.Source.Start, out (long Id, string Text) known) && known.Text == block.Text.Text)
                {
                    update.With([known.Id, .. labels.Of(block)]).ExecuteNonQuery();
                }
            }
        }
    }

    /// <summary>The structure of a stored source as it is read today; null when it can no longer be read (its converter is not there).</summary>
    public static Document? DocumentOf(SqliteConnection connection, long source, IngestLimits limits)
    {
        (string name, byte[] content) = connection.Rows("SELECT name, content FROM source WHERE id = $1", row => (row.GetString(0), row.GetFieldValue<byte[]>(1)), source)[0];
        return SourceReader.Read(name, content, limits).TryGet(out SourceText? text, out _) ? StructureReader.Read(text.Decoded.Text) : null;
    }

    private static string Expected(SqliteConnection connection, FunctionShelf shelf) => $"{shelf.Version}.{Corrections.Read(connection).Version}";
}
