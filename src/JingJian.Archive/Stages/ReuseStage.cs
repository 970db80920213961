using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Compares all paragraphs of the archive with each other and stores pairs and families.</summary>
internal static class ReuseStage
{
    /// <summary>Runs the stage; the old findings are replaced in one transaction.</summary>
    public static void Run(SqliteConnection connection, ReuseOptions options)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        ReuseInput input = ReuseInput.Read(connection);
        ReuseFindings findings = ReuseEngine.Find(input.Paragraphs, options);
        connection.Run("DELETE FROM pair; DELETE FROM family_member; DELETE FROM family;");
        WritePairs(connection, findings.Pairs, input.Blocks);
        WriteFamilies(connection, findings.Families, input.Blocks);
        ArchiveState.Store(connection, ArchiveState.Reuse);
        transaction.Commit();
    }

    private static void WritePairs(SqliteConnection connection, ImmutableArray<ReusePair> pairs, IReadOnlyList<long> blocks)
    {
        using SqliteCommand command = connection.Prepared("INSERT INTO pair (a, b, kind, ratio, cover, evidence) VALUES ($1, $2, $3, $4, $5, $6)");
        foreach (ReusePair pair in pairs)
        {
            command.With(blocks[pair.A], blocks[pair.B], (int)pair.Kind, pair.Ratio, pair.Cover, PairEvidence.Write(pair)).ExecuteNonQuery();
        }
    }

    private static void WriteFamilies(SqliteConnection connection, ImmutableArray<ReuseFamily> families, IReadOnlyList<long> blocks)
    {
        using SqliteCommand insertMember = connection.Prepared("INSERT INTO family_member (block, family) VALUES ($1, $2)");
        for (int i = 0; i < families.Length; i++)
        {
            connection.Run("INSERT INTO family (id, name, medoid, copies) VALUES ($1, $2, $3, $4)",
                i, families[i].Id, blocks[families[i].Medoid], families[i].Members.Length);
            foreach (int member in families[i].Members)
            {
                insertMember.With(blocks[member], i).ExecuteNonQuery();
            }
        }
    }
}

/// <summary>The paragraphs of an archive as the reuse engine takes them.</summary>
/// <param name="Paragraphs">In order of their key in the store, so in order of arrival.</param>
/// <param name="Blocks">Their keys.</param>
internal sealed record ReuseInput(IReadOnlyList<ReuseParagraph> Paragraphs, IReadOnlyList<long> Blocks)
{
    /// <summary>Reads them all.</summary>
    public static ReuseInput Read(SqliteConnection connection)
    {
        List<(long Id, ReuseParagraph Paragraph)> rows = connection.Rows(
            "SELECT id, report, text FROM block WHERE kind = $1 ORDER BY id",
            row => (row.GetInt64(0), new ReuseParagraph(row.GetInt32(1), row.GetString(2))),
            (int)BlockKind.Paragraph);
        return new ReuseInput([.. rows.Select(row => row.Paragraph)], [.. rows.Select(row => row.Id)]);
    }
}
