using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Builds the search index from the store, and opens it.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> The index is derived: one file named after the sources it was made from, written beside, put in
/// place by rename, then noted in the store; so a reader sees the old index or the new one, whole. A damaged one is found by
/// its checksums and built again.</para>
/// </remarks>
internal static class IndexStage
{
    /// <summary>Part of the file name: raise it when the contents of a passage change, and old indexes are rebuilt.</summary>
    private const string Format = "v2";

    /// <summary>Whether any index was ever built there.</summary>
    public static bool Exists(string indexFolder) =>
        Directory.Exists(indexFolder) && Directory.EnumerateFiles(indexFolder, "*.segment").Any();

    /// <summary>The file of the index that readers open now.</summary>
    public static string CurrentPath(SqliteConnection connection, string indexFolder) =>
        PathOf(indexFolder, ArchiveState.MadeFrom(connection, ArchiveState.Index));

    /// <summary>Whether the index for the current findings is there and whole.</summary>
    public static bool IsSound(SqliteConnection connection, string indexFolder)
    {
        string path = CurrentPath(connection, indexFolder);
        if (path != PathOf(indexFolder, ArchiveState.MadeFrom(connection, ArchiveState.Reuse)) || !File.Exists(path))
        {
            return false;
        }

        try
        {
            Open(path);
            return true;
        }
        catch (CorruptArtifactException)
        {
            return false;
        }
    }

    /// <summary>Builds the index for the current findings.</summary>
    public static void Build(SqliteConnection connection, string indexFolder, WordCutter cutter)
    {
        Directory.CreateDirectory(indexFolder);
        string path = PathOf(indexFolder, ArchiveState.MadeFrom(connection, ArchiveState.Reuse));
        string temporary = path + ".building";
        using (FileStream output = File.Create(temporary))
        {
            IndexWriter.Write(Passages(connection), cutter, output);
            output.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        ArchiveState.Store(connection, ArchiveState.Index);
        foreach (string old in Directory.EnumerateFiles(indexFolder).Where(file => file != path))
        {
            File.Delete(old);
        }
    }

    /// <summary>Opens an index.</summary>
    /// <exception cref="CorruptArtifactException">It is damaged or of another version.</exception>
    public static IndexReader Open(string path) => IndexReader.Open(MappedFile.Open(path), path);

    private static string PathOf(string indexFolder, string fingerprint) => Path.Combine(indexFolder, $"{Format}-{fingerprint}.segment");

    private static List<Passage> Passages(SqliteConnection connection)
    {
        Dictionary<long, string> headings = Headings(connection);
        Dictionary<string, string> organisations = OrganisationNames.Canonical(
            connection.Rows("SELECT DISTINCT organisation FROM report WHERE organisation IS NOT NULL", row => row.GetString(0)));
        return connection.Rows(
            """
            SELECT b.id, b.text, b.report, b.source, b.function, b.secondary, b.damage, r.title, r.year, r.organisation, f.id, f.copies, b.sections, b.ordinal
            FROM block b JOIN report r ON r.id = b.report
            LEFT JOIN family_member m ON m.block = b.id LEFT JOIN family f ON f.id = m.family
            WHERE b.kind = $1 ORDER BY b.id
            """,
            row => new Passage(
                row.GetInt64(0),
                row.GetString(1),
                string.Join('\n', HeadingsOf(row, headings)),
                (Function)row.GetInt32(4),
                row.IsDBNull(5) ? null : (Function)row.GetInt32(5),
                row.IsDBNull(8) ? 0 : row.GetInt32(8),
                row.Nullable<string>(9) is { } organisation ? organisations[organisation] : "",
                row.GetInt32(2),
                row.GetInt32(3),
                row.IsDBNull(10) ? -1 : row.GetInt32(10),
                row.IsDBNull(11) ? 1 : row.GetInt32(11),
                row.GetInt32(6) != 0),
            (int)BlockKind.Paragraph);
    }

    /// <summary>Blocks of one source have consecutive keys, so a heading's key follows from its ordinal.</summary>
    private static IEnumerable<string> HeadingsOf(SqliteDataReader row, Dictionary<long, string> headings)
    {
        long firstBlock = row.GetInt64(0) - row.GetInt32(13);
        return Numbers.Unpack(row.GetFieldValue<byte[]>(12)).Select(ordinal => headings[firstBlock + ordinal]).Prepend(row.GetString(7));
    }

    private static Dictionary<long, string> Headings(SqliteConnection connection) =>
        connection.Rows("SELECT id, text FROM block WHERE kind = $1", row => (row.GetInt64(0), row.GetString(1)), (int)BlockKind.Heading)
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
}
