using JingJian.Archive.Store;
using JingJian.Text.Keywords;
using JingJian.Text.Lexicons;
using JingJian.Text.Segmentation;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What words say about the archive: keywords of a report, a family, all of it; strings that may be words.</summary>
/// <remarks>
/// <para>Reports and families are held against the archive's own document frequencies: 工会 tells nothing about one of a
/// thousand reports of trade unions. The archive as a whole is held against those of the lexicon.</para>
/// <para><b>Bounds.</b> Equal paragraphs count once. Of a large archive an even sample is read, so that counting takes
/// seconds and some hundred megabytes whatever its size; the same archive gives the same sample.</para>
/// </remarks>
public sealed class WordDesk
{
    /// <summary>Characters of distinct paragraphs that are read for counting: 8 MB of memory, and counts of about 20 times that.</summary>
    private const long MostCharacters = 4_000_000;

    private readonly Database database;
    private readonly UserWords own;

    internal WordDesk(Database database, UserWords own)
    {
        this.database = database;
        this.own = own;
    }

    private Segmenter Segmenter => own.Current().Segmenter.Value;

    /// <summary>Keywords of a report, against the archive; null when there is no such report.</summary>
    public IReadOnlyList<Keyword>? OfReport(string reportId, int top)
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        return Ids.TryRead(reportId, 'r', out string source, out int index)
            ? AgainstArchive(connection, Texts(connection, $"""
                SELECT b.text FROM block b JOIN report r ON r.id = b.report JOIN source s ON s.id = b.source
                WHERE {SourceId.Matches} AND r.position = $2 ORDER BY b.ordinal
                """, source, index), top)
            : null;
    }

    /// <summary>Keywords of a family, its copies taken together, against the archive; null when there is no such family.</summary>
    public IReadOnlyList<Keyword>? OfFamily(string familyId, int top)
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        return AgainstArchive(connection, Texts(connection, """
            SELECT DISTINCT b.text FROM block b JOIN family_member m ON m.block = b.id JOIN family f ON f.id = m.family
            WHERE f.name = $1 ORDER BY b.id
            """, familyId), top);
    }

    /// <summary>Keywords of the whole archive, against Chinese texts in general.</summary>
    public IReadOnlyList<Keyword> OfArchive(int top)
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        return new KeywordExtractor(Segmenter).Extract(DistinctParagraphs(connection), top);
    }

    /// <summary>Strings of the archive that behave like words and are not in the lexicon or the archive's own table, most frequent first.</summary>
    public IReadOnlyList<ProposedWord> Propose(int top)
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        return [.. NewWords.Propose(DistinctParagraphs(connection), Segmenter.Lexicon, new NewWordOptions()).Take(top)];
    }

    private IReadOnlyList<Keyword>? AgainstArchive(SqliteConnection connection, List<string> texts, int top) => texts.Count == 0 ? null
        : new KeywordExtractor(Segmenter, DocumentFrequencies.Of(DistinctParagraphs(connection), Segmenter)).Extract(texts, top);

    /// <summary>Every paragraph once, or every n-th paragraph of a large archive once.</summary>
    private static List<string> DistinctParagraphs(SqliteConnection connection)
    {
        long characters = connection.Value<long>("SELECT coalesce(sum(length(text)), 0) FROM block WHERE kind = 2");
        long step = Math.Max(1, (characters + MostCharacters - 1) / MostCharacters);
        return Texts(connection, "SELECT text FROM block WHERE kind = 2 AND id % $1 = 0 GROUP BY text ORDER BY min(id)", step);
    }

    private static List<string> Texts(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        connection.Rows(sql, row => row.GetString(0), values);
}
