using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The archive's paragraphs prepared for comparison, and how their numbers there relate to keys in the store.</summary>
/// <param name="MadeFrom">Fingerprint of the sources.</param>
/// <param name="Index">Compares new texts with the archive and knows its stock phrases.</param>
/// <param name="Blocks">Keys of the paragraphs by number.</param>
/// <param name="Reports">Keys of their reports by number.</param>
internal sealed record PreparedReuse(string MadeFrom, ReuseIndex Index, IReadOnlyList<long> Blocks, IReadOnlyList<int> Reports)
{
    private readonly Lazy<Dictionary<long, int>> numbers = new(() => Blocks.Select((key, number) => (key, number)).ToDictionary(pair => pair.key, pair => pair.number));

    /// <summary>Number by key.</summary>
    public IReadOnlyDictionary<long, int> Numbers => numbers.Value;
}

/// <summary>Keeps one <see cref="PreparedReuse"/> as long as the archive stays as it is.</summary>
internal sealed class PreparedReuseCache(Database database, string dataFolder, ReuseOptions options)
{
    private readonly Lock gate = new();
    private readonly StoredTexts texts = new(database);
    private PreparedReuse? prepared;
    private long preparedGeneration;

    /// <summary>The prepared archive; opened at first use and after every change.</summary>
    public PreparedReuse Open(SqliteConnection connection)
    {
        string madeFrom = ArchiveState.MadeFrom(connection, ArchiveState.Reuse);
        lock (gate)
        {
            long generation = StoreKeys.Generation(connection);
            if (prepared?.MadeFrom != madeFrom || preparedGeneration != generation)
            {
                prepared = FromFiles(madeFrom) ?? InMemory(connection, madeFrom);
                preparedGeneration = generation;
            }

            return prepared;
        }
    }

    /// <summary>Lets go of the prepared archive, which is one of the past; the next one is opened when somebody asks.</summary>
    public void Forget()
    {
        lock (gate)
        {
            prepared = null;
        }
    }

    /// <summary>From the columns of the last comparison; null when they are damaged or were just replaced.</summary>
    private PreparedReuse? FromFiles(string madeFrom)
    {
        try
        {
            ReuseColumns columns = ReuseColumns.Open(dataFolder, madeFrom);
            long[] blocks = columns.Read<long>(ReuseColumns.Blocks).ToArray();
            int[] reports = columns.Read<int>(ReuseColumns.Reports).ToArray();
            return new PreparedReuse(madeFrom, new ReuseIndex(columns, number => texts.Of(blocks[number]), options), blocks, reports);
        }
        catch (Exception error) when (error is CorruptArtifactException or IOException)
        {
            // Whoever opens the archive next makes them again; until then the comparison is redone in memory.
            ReuseColumns.Remove(dataFolder, madeFrom);
            return null;
        }
    }

    private PreparedReuse InMemory(SqliteConnection connection, string madeFrom)
    {
        string scratchFolder = Path.Combine(dataFolder, "scratch");
        // Not disposed of: the index reads texts from it as long as it is used.
        ReuseInput input = ReuseInput.Read(connection, options, scratchFolder);
        ReuseIndex index = ReuseIndex.Build(input.Paragraphs, options, ReuseMachine.For(input.Paragraphs.Count, Environment.ProcessorCount, scratchFolder));
        return new PreparedReuse(madeFrom, index, input.Blocks, [.. input.Paragraphs.Select(paragraph => paragraph.Report)]);
    }
}

/// <summary>Texts of blocks by key. A block never changes and its key is never given again, so a connection of its own sees what any other
/// sees; only one that was just removed is empty.</summary>
internal sealed class StoredTexts(Database database)
{
    private readonly Lock gate = new();
    private SqliteCommand? command;

    /// <summary>The text of a block.</summary>
    public string Of(long block)
    {
        lock (gate)
        {
            command ??= database.Connect().Prepared("SELECT text FROM block WHERE id = $1");
            return (string?)command.With(block).ExecuteScalar() ?? "";
        }
    }
}
