using System.Collections.Immutable;
using System.Globalization;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>Compares all paragraphs of the archive with each other, stores pairs and families, and prepares the comparison of drafts.</summary>
/// <remarks>
/// <para>The evidence of a pair depends on its two paragraphs alone. What an earlier run of the same engine stored is kept;
/// only pairs that are new are written, and those that are no more are removed.</para>
/// </remarks>
internal static class ReuseStage
{
    private const string EngineSetting = "reuse_engine";

    /// <summary>Runs the stage; findings change in one transaction, then the columns of the index are put in place.</summary>
    public static void Run(SqliteConnection connection, ReuseOptions options, string dataFolder, Workforce force)
    {
        using (var change = new StoreChange(connection))
        {
            string scratchFolder = Path.Combine(dataFolder, "scratch");
            using ReuseInput input = ReuseInput.Read(connection, options, scratchFolder);
            ReuseRun run = ReuseRun.Of(input.Paragraphs, options, ReuseMachine.For(input.Paragraphs.Count, new ThreadWorkers(force), scratchFolder));
            WritePairs(connection, run, input.Blocks, StoredEarlier(connection, options));
            WriteFamilies(connection, run.Families(), input.Blocks);
            ArchiveState.Store(connection, ArchiveState.Reuse);
            connection.Run("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2", EngineSetting, Engine(options));
            ReuseColumns.Write(dataFolder, ArchiveState.MadeFrom(connection, ArchiveState.Reuse), run, input);
            change.Commit();
        }

        ReuseColumns.RemoveOthers(dataFolder, ArchiveState.MadeFrom(connection, ArchiveState.Reuse));
    }

    /// <summary>Whether findings and columns are those of the sources, by this engine.</summary>
    public static bool IsCurrent(SqliteConnection connection, ReuseOptions options, string dataFolder)
    {
        string madeFrom = ArchiveState.MadeFrom(connection, ArchiveState.Reuse);
        return madeFrom == ArchiveState.Fingerprint(connection) && EngineOf(connection) == Engine(options) && ReuseColumns.Exist(dataFolder, madeFrom);
    }

    private static string Engine(ReuseOptions options) => string.Create(CultureInfo.InvariantCulture, $"{ReuseEngine.Version} {options}");

    private static string EngineOf(SqliteConnection connection) =>
        connection.Rows("SELECT value FROM setting WHERE name = $1", row => row.GetString(0), EngineSetting).FirstOrDefault("");

    /// <summary>The pairs that are stored, in no order; none when another engine wrote them.</summary>
    private static (long A, long B, ReuseKind Kind)[] StoredEarlier(SqliteConnection connection, ReuseOptions options) =>
        EngineOf(connection) == Engine(options)
            ? [.. connection.Rows("SELECT a, b, kind FROM pair", row => (row.GetInt64(0), row.GetInt64(1), (ReuseKind)row.GetInt32(2)))]
            : [];

    private static void WritePairs(SqliteConnection connection, ReuseRun run, IReadOnlyList<long> blocks, (long A, long B, ReuseKind Kind)[] earlier)
    {
        if (earlier.Length == 0)
        {
            connection.Run("DELETE FROM pair");
        }

        Dictionary<(long, long, ReuseKind), int> places = earlier.Select((pair, place) => (pair, place)).ToDictionary(item => item.pair, item => item.place);
        var stillFound = new bool[earlier.Length];
        using SqliteCommand insert = connection.Prepared("INSERT INTO pair (a, b, kind, ratio, cover, evidence) VALUES ($1, $2, $3, $4, $5, $6) "
            + "ON CONFLICT (a, b) DO UPDATE SET kind = $3, ratio = $4, cover = $5, evidence = $6");
        var changed = new HashSet<(long, long)>();
        run.Write(
            pair =>
            {
                changed.Add((blocks[pair.A], blocks[pair.B]));
                insert.With(blocks[pair.A], blocks[pair.B], (int)pair.Kind, pair.Ratio, pair.Cover, PairEvidence.Write(pair)).ExecuteNonQuery();
            },
            (a, b, kind) => places.TryGetValue((blocks[a], blocks[b], kind), out int place) && (stillFound[place] = true));
        using SqliteCommand remove = connection.Prepared("DELETE FROM pair WHERE a = $1 AND b = $2");
        foreach ((long a, long b, _) in earlier.Where((pair, place) => !stillFound[place] && !changed.Contains((pair.A, pair.B))))
        {
            remove.With(a, b).ExecuteNonQuery();
        }
    }

    private static void WriteFamilies(SqliteConnection connection, ImmutableArray<ReuseFamily> families, IReadOnlyList<long> blocks)
    {
        connection.Run("DELETE FROM family_member; DELETE FROM family;");
        using SqliteCommand insertFamily = connection.Prepared("INSERT INTO family (id, name, medoid, copies) VALUES ($1, $2, $3, $4)");
        using SqliteCommand insertMember = connection.Prepared("INSERT INTO family_member (block, family) VALUES ($1, $2)");
        for (int i = 0; i < families.Length; i++)
        {
            insertFamily.With(i, families[i].Id, blocks[families[i].Medoid], families[i].Members.Length).ExecuteNonQuery();
            foreach (int member in families[i].Members)
            {
                insertMember.With(blocks[member], i).ExecuteNonQuery();
            }
        }
    }
}
