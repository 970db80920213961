using JingJian.Analysis.Reuse;
using JingJian.Archive.Stages;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Store;

/// <summary>The archive's paragraphs prepared for the comparison of drafts, and the keys of its paragraphs.</summary>
internal sealed record DraftIndex(string MadeFrom, ReuseIndex Index, IReadOnlyList<long> Blocks)
{
    /// <summary>Prepares the archive as it is.</summary>
    public static DraftIndex Build(SqliteConnection connection, string madeFrom, ReuseOptions options)
    {
        ReuseInput input = ReuseInput.Read(connection);
        Dictionary<long, int> numbers = input.Blocks.Select((key, number) => (key, number)).ToDictionary(pair => pair.key, pair => pair.number);
        var findings = new ReuseFindings(
            [.. StoredPair.All(connection).Select(pair => new ReusePair(
                numbers[pair.A], numbers[pair.B], pair.Kind, pair.Ratio, pair.Cover, pair.Spans, pair.Changes))],
            []);
        return new DraftIndex(madeFrom, ReuseIndex.Build(input.Paragraphs, findings, options), input.Blocks);
    }
}
