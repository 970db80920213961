using System.Globalization;
using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What is in the archive: sources, reports, paragraphs.</summary>
public sealed class Catalogue
{
    private const string SourceQuery = """
        SELECT s.hash, s.name, length(s.content), s.encoding, s.confidence, s.added_at,
            (SELECT count(*) FROM report r WHERE r.source = s.id),
            (SELECT count(*) FROM block b WHERE b.source = s.id AND b.kind = 2)
        FROM source s
        """;

    private const string ReportQuery = """
        SELECT s.hash, s.name, r.position, r.title, r.has_title, r.year, r.organisation, r.type,
            min(b.line), max(b.line_end), sum(b.kind = 2), r.id
        FROM report r JOIN source s ON s.id = r.source JOIN block b ON b.report = r.id
        """;

    private const string BlockQuery = """
        SELECT s.hash, s.name, r.position, b.ordinal, b.kind, b.level, b.start, b."end", b.line, b.line_end, b.text, b.sections,
            b.damage, b.function, b.secondary, b.confidence, f.name, f.copies, b.id, b.pieces, b.undecided, b.corrected, b.because
        FROM block b JOIN report r ON r.id = b.report JOIN source s ON s.id = b.source
        LEFT JOIN family_member m ON m.block = b.id LEFT JOIN family f ON f.id = m.family
        """;

    private readonly Database database;

    internal Catalogue(Database database) => this.database = database;

    /// <summary>All sources, in order of arrival.</summary>
    public IReadOnlyList<SourceView> Sources()
    {
        using Snapshot snapshot = database.Look();
        return Sources(snapshot.Connection);
    }

    /// <summary>The sources that a person may mean: by id, by hash or by file name.</summary>
    public IReadOnlyList<SourceView> FindSources(string idOrName)
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        return connection.Rows(SourceQuery + $" WHERE {SourceId.Meant} ORDER BY s.id", ReadSource, idOrName);
    }

    /// <summary>The reports of one source (by id), or of all, in order.</summary>
    public IReadOnlyList<ReportView> Reports(string? sourceId)
    {
        using Snapshot snapshot = database.Look();
        return Reports(snapshot.Connection, sourceId);
    }

    /// <summary>One report, or null.</summary>
    public ReportView? Report(string reportId)
    {
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        return FindReport(connection, reportId);
    }

    /// <summary>What a report says of itself; null when there is no such report, or it was stored before facts were.</summary>
    public FactsView? Facts(string reportId)
    {
        if (!Ids.TryRead(reportId, 'r', out string sourceId, out int index))
        {
            return null;
        }

        using Snapshot snapshot = database.Look();
        FactsView? facts = snapshot.Connection.Rows(
                $"SELECT r.facts FROM report r JOIN source s ON s.id = r.source WHERE {SourceId.Matches} AND r.position = $2",
                row => row.Nullable<string>(0), sourceId, index)
            .FirstOrDefault() is { } json ? FactsJson.Read(json) : null;
        return facts?.Period is { } period
            ? facts with { Period = period with { Filled = IsFilled(snapshot.Connection, sourceId, period.Start) } }
            : facts;
    }

    /// <summary>The blocks of a report in order; empty when there is no such report.</summary>
    public IReadOnlyList<BlockView> Blocks(string reportId)
    {
        if (!Ids.TryRead(reportId, 'r', out string sourceId, out int index))
        {
            return [];
        }

        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        return ReadBlocks(connection, $" WHERE {SourceId.Matches} AND r.position = $2 ORDER BY b.ordinal", sourceId, index);
    }

    /// <summary>Whether the block at a place of a source states a year that a copy of it has masked.</summary>
    private static bool IsFilled(SqliteConnection connection, string sourceId, int start) => connection.Value<long>(
        $"""SELECT count(*) FROM block b JOIN source s ON s.id = b.source WHERE {SourceId.Matches} AND b.start <= $2 AND b."end" > $2 AND b.damage & $3""",
        sourceId, start, (int)Damage.FalselyFilledDate) > 0;

    /// <summary>One block, or null.</summary>
    public BlockView? Block(string blockId)
    {
        if (!Ids.TryRead(blockId, 'b', out string sourceId, out int ordinal))
        {
            return null;
        }

        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        return ReadBlocks(connection, $" WHERE {SourceId.Matches} AND b.ordinal = $2", sourceId, ordinal).FirstOrDefault();
    }

    /// <summary>One block with its key in the store, or null.</summary>
    internal static (long Key, BlockView Block)? KeyedBlock(SqliteConnection connection, string blockId) =>
        Ids.TryRead(blockId, 'b', out string sourceId, out int ordinal)
            ? ReadKeyedBlocks(connection, $" WHERE {SourceId.Matches} AND b.ordinal = $2", sourceId, ordinal) is [(long, BlockView) found, ..] ? found : null
            : null;

    /// <summary>A fingerprint of what searches and families answer from: the same as long as nothing came in, went or was judged otherwise.</summary>
    public string State()
    {
        using Snapshot snapshot = database.Look();
        return ArchiveState.ForIndex(snapshot.Connection);
    }

    /// <summary>What the sections of a report do, in order of their headings.</summary>
    public IReadOnlyList<SectionView> Sections(string reportId)
    {
        if (!Ids.TryRead(reportId, 'r', out string sourceId, out int index))
        {
            return [];
        }

        using Snapshot snapshot = database.Look();
        return snapshot.Connection.Rows(
            $"""
            SELECT s.hash, b.ordinal, b.text, b.kind = $3, b.level, b.section_function, b.section_secondary, b.section_share
            FROM block b JOIN report r ON r.id = b.report JOIN source s ON s.id = b.source
            WHERE {SourceId.Matches} AND r.position = $2 AND b.section_function IS NOT NULL ORDER BY b.ordinal
            """,
            row => new SectionView(
                Ids.OfBlock(Ids.OfSource(row.GetString(0)), row.GetInt32(1)),
                // A paragraph stands one below the heading that it begins with.
                row.GetBoolean(3) ? row.GetString(2) : RunInHeading.HeadingOf(BlockKind.Paragraph, row.GetString(2)), row.GetBoolean(3) ? row.GetInt32(4) : row.GetInt32(4) - 1,
                FunctionNames.ToEnglish((Function)row.GetInt32(5)),
                row.IsDBNull(6) ? null : Names.Of((Function)row.GetInt32(6)), Math.Round(row.GetDouble(7), 4)),
            sourceId, index, (int)BlockKind.Heading);
    }

    /// <summary>The archive in figures.</summary>
    public StatsView Stats()
    {
        using Snapshot snapshot = database.Look();
        return Stats(snapshot.Connection);
    }

    /// <summary>All sources as a snapshot has them.</summary>
    internal static List<SourceView> Sources(SqliteConnection connection) => connection.Rows(SourceQuery + " ORDER BY s.id", ReadSource);

    /// <summary>The reports of one source, or of all, as a snapshot has them.</summary>
    internal static List<ReportView> Reports(SqliteConnection connection, string? sourceId) => sourceId is null
        ? connection.Rows(ReportQuery + " GROUP BY r.id ORDER BY r.id", ReadReport)
        : connection.Rows(ReportQuery + $" WHERE {SourceId.IsOne} GROUP BY r.id ORDER BY r.id", ReadReport, sourceId);

    /// <summary>The first reports behind a key, with their keys, in ascending order.</summary>
    internal static List<(long Key, ReportView View)> ReportsAfter(SqliteConnection connection, long key, int top) => connection.Rows(
        ReportQuery + " WHERE r.id > $1 GROUP BY r.id ORDER BY r.id LIMIT $2", ReadKeyedReport, key, top);

    /// <summary>Reports by their keys.</summary>
    internal static Dictionary<long, ReportView> ReportsByKey(SqliteConnection connection, IEnumerable<long> keys)
    {
        string list = string.Join(',', keys.Distinct().Select(key => key.ToString(CultureInfo.InvariantCulture)));
        return connection.Rows(ReportQuery + $" WHERE r.id IN ({list}) GROUP BY r.id", ReadKeyedReport).ToDictionary(row => row.Key, row => row.View);
    }

    /// <summary>The key of a report, by its id; null when there is none such.</summary>
    internal static long? ReportKey(SqliteConnection connection, string reportId) => Ids.TryRead(reportId, 'r', out string source, out int index)
        ? connection.Rows(
            $"SELECT r.id FROM report r JOIN source s ON s.id = r.source WHERE {SourceId.Matches} AND r.position = $2", row => (long?)row.GetInt64(0), source, index).FirstOrDefault()
        : null;

    /// <summary>The figures of a snapshot.</summary>
    internal static StatsView Stats(SqliteConnection connection)
    {
        int Count(string sql) => (int)connection.Value<long>(sql);
        return new StatsView(
            Count("SELECT count(*) FROM source"),
            Count("SELECT count(*) FROM report"),
            Count("SELECT count(*) FROM block WHERE kind = 2"),
            connection.Value<long>("SELECT coalesce(sum(length(text)), 0) FROM block WHERE kind = 2"),
            Count("SELECT count(*) FROM pair"),
            Count("SELECT count(*) FROM family"),
            Count("SELECT count(*) FROM family_member"),
            Counts(connection, "SELECT function, count(*) FROM block WHERE kind = 2 GROUP BY function ORDER BY function",
                row => FunctionNames.ToEnglish((Function)row.GetInt32(0))),
            Count("SELECT count(*) FROM block WHERE kind = 2 AND undecided"),
            Counts(connection, "SELECT year, count(*) FROM report WHERE year IS NOT NULL GROUP BY year ORDER BY year",
                row => row.GetInt32(0).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The blocks whose function a person gave, in order.</summary>
    internal static List<BlockView> Corrected(SqliteConnection connection) => ReadBlocks(connection, " WHERE b.corrected ORDER BY b.id");

    /// <summary>Reports by their ids; each is looked up once.</summary>
    internal static Dictionary<string, ReportView> ReportsById(SqliteConnection connection, IEnumerable<string> ids) =>
        ids.Distinct().Select(id => FindReport(connection, id)!).ToDictionary(report => report.Id);

    /// <summary>Blocks by their keys in the store, in the order of the keys given.</summary>
    internal static Dictionary<long, BlockView> BlocksByKey(SqliteConnection connection, IEnumerable<long> keys)
    {
        string list = string.Join(',', keys.Select(key => key.ToString(CultureInfo.InvariantCulture)));
        List<(long, BlockView)> rows = ReadKeyedBlocks(connection, $" WHERE b.id IN ({list})");
        return rows.ToDictionary(row => row.Item1, row => row.Item2);
    }

    private static ReportView? FindReport(SqliteConnection connection, string reportId) =>
        Ids.TryRead(reportId, 'r', out string sourceId, out int index)
            ? connection.Rows(
                ReportQuery + $" WHERE {SourceId.Matches} AND r.position = $2 GROUP BY r.id", ReadReport, sourceId, index).FirstOrDefault()
            : null;

    private static List<BlockView> ReadBlocks(SqliteConnection connection, string condition, params ReadOnlySpan<object?> values) =>
        [.. ReadKeyedBlocks(connection, condition, values).Select(row => row.Item2)];

    private static List<(long, BlockView)> ReadKeyedBlocks(SqliteConnection connection, string condition, params ReadOnlySpan<object?> values)
    {
        List<(BlockView View, long Key, int[] Sections, int Ordinal)> rows = connection.Rows(BlockQuery + condition, ReadBlock, values);
        Dictionary<long, string> headings = SectionTexts(connection, rows.SelectMany(row => row.Sections.Select(ordinal => row.Key - row.Ordinal + ordinal)));
        return [.. rows.Select(row => (row.Key, row.View with
        {
            Sections = [.. row.Sections.Select(ordinal => headings[row.Key - row.Ordinal + ordinal])],
        }))];
    }

    /// <summary>Headings by their keys in the store.</summary>
    internal static Dictionary<long, string> SectionTexts(SqliteConnection connection, IEnumerable<long> keys)
    {
        string list = string.Join(',', keys.Distinct().Select(key => key.ToString(CultureInfo.InvariantCulture)));
        return connection.Rows($"SELECT id, kind, text FROM block WHERE id IN ({list})", row => (row.GetInt64(0), RunInHeading.HeadingOf((BlockKind)row.GetInt32(1), row.GetString(2))))
            .ToDictionary(row => row.Item1, row => row.Item2);
    }

    private static SourceView ReadSource(SqliteDataReader row) => new(
        Ids.OfSource(row.GetString(0)), row.GetString(1), row.GetString(0), row.GetInt64(2), row.GetString(3), row.GetDouble(4),
        row.GetInt32(6), row.GetInt32(7), row.GetString(5));

    private static ReportView ReadReport(SqliteDataReader row) => new(
        Ids.OfReport(Ids.OfSource(row.GetString(0)), row.GetInt32(2)), row.GetString(1), row.GetString(3), row.GetBoolean(4),
        row.IsDBNull(5) ? null : row.GetInt32(5), row.Nullable<string>(6), Names.Of((DocumentType)row.GetInt32(7)),
        row.GetInt32(8), row.GetInt32(9), row.GetInt32(10));

    private static (long Key, ReportView View) ReadKeyedReport(SqliteDataReader row) => (row.GetInt64(11), ReadReport(row));

    private static (BlockView View, long Key, int[] Sections, int Ordinal) ReadBlock(SqliteDataReader row)
    {
        string source = Ids.OfSource(row.GetString(0));
        var view = new BlockView(
            Ids.OfBlock(source, row.GetInt32(3)), Ids.OfReport(source, row.GetInt32(2)), row.GetString(1),
            Names.Of((BlockKind)row.GetInt32(4)), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetInt32(9),
            FunctionNames.ToEnglish((Function)row.GetInt32(13)), row.IsDBNull(14) ? null : Names.Of((Function)row.GetInt32(14)), row.GetDouble(15),
            [], Names.Of((Damage)row.GetInt32(12)), row.GetString(10), row.Nullable<string>(16), row.IsDBNull(17) ? 1 : row.GetInt32(17),
            AnatomyView.Of((BlockKind)row.GetInt32(4), Numbers.UnpackText(row.GetString(10), row.GetFieldValue<byte[]>(19))))
        {
            Undecided = row.GetBoolean(20),
            Corrected = row.GetBoolean(21),
            Because = row.GetString(22) is { Length: > 0 } because ? because.Split('\n') : [],
            Clauses = (BlockKind)row.GetInt32(4) == BlockKind.Paragraph ? [.. ClauseReader.Read(row.GetString(10)).Select(mark => ClauseView.Of(mark, row.GetString(10)))] : [],
        };
        return (view, row.GetInt64(18), Numbers.Unpack(row.GetFieldValue<byte[]>(11)), row.GetInt32(3));
    }

    private static Dictionary<string, int> Counts(SqliteConnection connection, string sql, Func<SqliteDataReader, string> key) =>
        connection.Rows(sql, row => (key(row), row.GetInt32(1))).ToDictionary(pair => pair.Item1, pair => pair.Item2);
}
