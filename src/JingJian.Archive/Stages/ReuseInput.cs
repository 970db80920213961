using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>The paragraphs of an archive as the reuse engine takes them.</summary>
/// <remarks>
/// <para>In order of the name of their source, then of its content: the order in which the sources arrived changes nothing. Lines that are no paragraph, such as teasers, take part when they are as long as one: they
/// too were copied from somewhere.</para>
/// </remarks>
/// <param name="Paragraphs">Their texts.</param>
/// <param name="Blocks">Their keys in the store.</param>
internal sealed record ReuseInput(IReadOnlyList<ReuseParagraph> Paragraphs, IReadOnlyList<long> Blocks)
{
    /// <summary>The order of everything that is told of several sources; <c>b</c> and <c>s</c> are block and source.</summary>
    public const string Order = "s.name, s.hash, b.ordinal";

    private const string Taking = """
        FROM block b JOIN source s ON s.id = b.source
        WHERE b.kind = $1 OR (b.kind = $2 AND length(b.text) >= $3)
        """;

    /// <summary>Reads them all.</summary>
    public static ReuseInput Read(SqliteConnection connection, ReuseOptions options)
    {
        List<(long Key, ReuseParagraph Paragraph)> rows = connection.Rows(
            $"SELECT b.id, b.report, b.text, b.kind <> $1 OR b.damage <> 0 {Taking} ORDER BY {Order}",
            row => (row.GetInt64(0), new ReuseParagraph(row.GetInt32(1), row.GetString(2), row.GetBoolean(3))),
            (int)BlockKind.Paragraph, (int)BlockKind.Noise, options.MinCharacters);
        return new ReuseInput([.. rows.Select(row => row.Paragraph)], [.. rows.Select(row => row.Key)]);
    }
}
