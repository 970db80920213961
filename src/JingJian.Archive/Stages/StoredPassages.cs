using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Search.Indexing;
using JingJian.Search.Queries;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive.Stages;

/// <summary>The paragraphs of the store as the index sees them.</summary>
internal sealed class StoredPassages
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, string> organisations;
    private readonly Lazy<Dictionary<int, int>> originality;

    public StoredPassages(SqliteConnection connection)
    {
        this.connection = connection;
        Sources = SourcesOf(connection);
        organisations = OrganisationNames.Canonical(connection);
        originality = new Lazy<Dictionary<int, int>>(() => ReportOriginality.Percent(connection));
    }

    /// <summary>Key and state of each source, see <see cref="SourcesOf"/>.</summary>
    public IReadOnlyList<(int Key, string State)> Sources { get; }

    /// <summary>Key and state of each source: the beginning of its content hash, its first key, how many paragraphs and headings it
    /// has. Later sources may show that a line is neither; what else they change is in the columns.</summary>
    public static List<(int Key, string State)> SourcesOf(SqliteConnection connection) => connection.Rows(
        """
        SELECT s.id, substr(s.hash, 1, 16), ifnull(min(b.id), 0), total(b.kind = $1), total(b.kind = $2)
        FROM source s LEFT JOIN block b ON b.source = s.id GROUP BY s.id ORDER BY s.id
        """,
        row => (row.GetInt32(0), string.Create(CultureInfo.InvariantCulture, $"{row.GetString(1)}.{row.GetInt64(2)}.{row.GetDouble(3)}.{row.GetDouble(4)}")),
        (int)BlockKind.Paragraph, (int)BlockKind.Heading);

    /// <summary>The paragraphs of some sources.</summary>
    public List<Passage> Of(IReadOnlyCollection<(int Key, string State)> sources)
    {
        Dictionary<long, string> headings = connection
            .Rows($"SELECT b.id, b.text FROM block b WHERE b.kind = {(int)BlockKind.Heading} AND {From(sources)}", row => (row.GetInt64(0), row.GetString(1)))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return Read("b.text, b.sections, b.ordinal, r.has_title", From(sources), row => (row.GetString(14), string.Join('\n', HeadingsOf(row, headings))));
    }

    /// <summary>All paragraphs by their keys, without what is in the segments.</summary>
    public Dictionary<long, Passage> WithoutTexts() => Read("NULL", "true", _ => ("", ""))
        .Select(passage => passage with { Originality = originality.Value.GetValueOrDefault(passage.Report, Passage.WhollyOriginal) })
        .ToDictionary(passage => passage.Id);

    private List<Passage> Read(string more, string where, Func<SqliteDataReader, (string Text, string Headings)> texts) => connection.Rows(
        $"""
        SELECT b.id, b.report, b.source, b.function, b.secondary, b.damage, r.title, r.year, r.organisation, f.id, f.copies, r.type, json_extract(r.facts, '$.unitType.value'), b.undecided, {more}
        FROM block b JOIN report r ON r.id = b.report
        LEFT JOIN family_member m ON m.block = b.id LEFT JOIN family f ON f.id = m.family
        WHERE b.kind = {(int)BlockKind.Paragraph} AND {where} ORDER BY b.id
        """,
        row =>
        {
            (string text, string headings) = texts(row);
            return new Passage(
                row.GetInt64(0),
                text,
                headings,
                (Function)row.GetInt32(3),
                row.IsDBNull(4) ? null : (Function)row.GetInt32(4),
                row.IsDBNull(7) ? 0 : row.GetInt32(7),
                row.Nullable<string>(8) is { } organisation ? organisations[organisation] : "",
                row.GetInt32(1),
                row.GetInt32(2),
                row.IsDBNull(9) ? -1 : row.GetInt32(9),
                row.IsDBNull(10) ? 1 : row.GetInt32(10),
                row.GetInt32(5) != 0)
            {
                Type = (DocumentType)row.GetInt32(11),
                UnitType = row.Nullable<string>(12) is { } type && KindNames.TryParse(type, out UnitType unitType) ? unitType : null,
                Undecided = row.GetBoolean(13),
            };
        });

    private static string From(IEnumerable<(int Key, string State)> sources) => $"b.source IN ({string.Join(',', sources.Select(source => source.Key))})";

    /// <summary>Blocks of one source have consecutive keys, so a heading's key follows from its ordinal.</summary>
    private static IEnumerable<string> HeadingsOf(SqliteDataReader row, Dictionary<long, string> headings)
    {
        long firstBlock = row.GetInt64(0) - row.GetInt32(16);
        int[] sections = Numbers.Unpack(row.GetFieldValue<byte[]>(15));
        if (sections is [.. int[] outer, int own] && own == row.GetInt32(16))
        {
            // The rows come in order: a paragraph that opens a section is read before what stands below it. To itself the
            // heading is text, which is counted once.
            headings[row.GetInt64(0)] = RunInHeading.HeadingOf(BlockKind.Paragraph, row.GetString(14));
            sections = outer;
        }

        // A report without a title is shown by the beginning of its text, which is no heading of what follows.
        IEnumerable<string> above = sections.Select(ordinal => headings[firstBlock + ordinal]);
        return row.GetBoolean(17) ? above.Prepend(row.GetString(6)) : above;
    }
}
