using System.Collections.Immutable;
using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The archive's paragraphs prepared for comparison, and how their numbers there relate to keys in the store.</summary>
/// <param name="MadeFrom">Fingerprint of the sources.</param>
/// <param name="Index">Compares new texts with the archive and knows its stock phrases.</param>
/// <param name="Input">The paragraphs by number, with their keys.</param>
/// <param name="Numbers">Number by key.</param>
internal sealed record PreparedReuse(string MadeFrom, ReuseIndex Index, ReuseInput Input, IReadOnlyDictionary<long, int> Numbers)
{
    /// <summary>Prepares the archive as it is.</summary>
    public static PreparedReuse Build(SqliteConnection connection, string madeFrom, ReuseOptions options)
    {
        ReuseInput input = ReuseInput.Read(connection);
        Dictionary<long, int> numbers = input.Blocks.Select((key, number) => (key, number)).ToDictionary(pair => pair.key, pair => pair.number);
        ImmutableArray<ReusePair> pairs = [.. StoredPair.All(connection).Select(pair => pair.ByNumber(numbers))];
        return new PreparedReuse(madeFrom, ReuseIndex.Build(input.Paragraphs, new ReuseFindings(pairs, []), options), input, numbers);
    }
}

/// <summary>Keeps one <see cref="PreparedReuse"/> as long as the archive stays as it is.</summary>
internal sealed class PreparedReuseCache(ReuseOptions options)
{
    private readonly Lock gate = new();
    private PreparedReuse? prepared;

    /// <summary>The prepared archive; built at first use and after every change.</summary>
    public PreparedReuse Open(SqliteConnection connection)
    {
        string madeFrom = ArchiveState.MadeFrom(connection, ArchiveState.Reuse);
        lock (gate)
        {
            if (prepared?.MadeFrom != madeFrom)
            {
                prepared = PreparedReuse.Build(connection, madeFrom, options);
            }

            return prepared;
        }
    }
}
