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
internal sealed record ReuseInput(IReadOnlyList<ReuseParagraph> Paragraphs, IReadOnlyList<long> Blocks) : IDisposable
{
    /// <summary>The order of everything that is told of several sources; <c>b</c> and <c>s</c> are block and source.</summary>
    public const string Order = "s.name, s.hash, b.ordinal";

    private const string Taking = """
        FROM block b JOIN source s ON s.id = b.source LEFT JOIN report r ON r.id = b.report
        WHERE b.kind = $1 OR (b.kind = $2 AND length(b.text) >= $3)
        """;

    /// <summary>Reads them all: many into a file, so that memory is left for comparing them.</summary>
    /// <param name="connection">The store.</param>
    /// <param name="options">What takes part.</param>
    /// <param name="scratchFolder">For the file; made when needed.</param>
    public static ReuseInput Read(SqliteConnection connection, ReuseOptions options, string scratchFolder)
    {
        object[] taking = [(int)BlockKind.Paragraph, (int)BlockKind.Noise, options.MinCharacters];
        bool inFile = connection.Value<long>($"SELECT count(*) {Taking}", taking) > ReuseMachine.ParagraphsInMemory;
        var inMemory = new List<ReuseParagraph>();
        ParagraphFile? file = inFile ? new ParagraphFile(scratchFolder) : null;
        Action<ReuseParagraph> add = file is null ? inMemory.Add : file.Add;
        Dictionary<string, int> organisations = OrganisationNames.Numbers(connection);
        List<long> blocks = connection.Rows(
            $"SELECT b.id, b.report, b.text, b.kind <> $1 OR b.damage <> 0, r.organisation {Taking} ORDER BY {Order}",
            row =>
            {
                int organisation = row.Nullable<string>(4) is { } name ? organisations[name] : ReuseParagraph.UnknownOrganisation;
                add(new ReuseParagraph(row.GetInt32(1), row.GetString(2), row.GetBoolean(3), organisation));
                return row.GetInt64(0);
            },
            taking);
        file?.Flush();
        return new ReuseInput(file is null ? inMemory : file, blocks);
    }

    /// <inheritdoc/>
    public void Dispose() => (Paragraphs as IDisposable)?.Dispose();
}
