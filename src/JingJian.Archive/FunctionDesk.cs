using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JingJian.Analysis.Functions;
using JingJian.Archive.Stages;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Text;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>What people say about the functions of paragraphs: corrections, and which paragraphs to ask about.</summary>
/// <remarks>
/// <para><b>Guarantee.</b> A correction is stored in one transaction with the functions that follow from it; the index is brought up
/// to date at once, or by the process that is writing now when it is done. Nothing the service does loses a correction.</para>
/// <para><b>Threads.</b> Safe.</para>
/// </remarks>
public sealed class FunctionDesk
{
    /// <summary>The tag of a paragraph that nobody corrected.</summary>
    public const string NoTag = "none";

    /// <summary>Longest note.</summary>
    public const int NoteCharacters = 500;

    /// <summary>Most paragraphs to ask about at once.</summary>
    public const int MostDoubts = 200;

    private const int ExcerptCharacters = 60;
    private readonly Database database;
    private readonly Catalogue catalogue;
    private readonly FunctionShelf shelf;
    private readonly ArchiveOptions options;
    private readonly TimeProvider time;
    private readonly Action bringIndexUpToDate;

    internal FunctionDesk(Database database, Catalogue catalogue, FunctionShelf shelf, ArchiveOptions options, TimeProvider time, Action bringIndexUpToDate)
    {
        this.database = database;
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.options = options;
        this.time = time;
        this.bringIndexUpToDate = bringIndexUpToDate;
    }

    /// <summary>Which weights are in use, and how much is undecided.</summary>
    public FunctionStateView State()
    {
        using Snapshot snapshot = database.Look();
        int Count(string sql) => (int)snapshot.Connection.Value<long>(sql);
        return new FunctionStateView(
            shelf.Version, shelf.HasOwn, shelf.Current().Threshold, Count("SELECT count(*) FROM correction"),
            Count("SELECT count(*) FROM block WHERE kind = 2 AND undecided"), Count("SELECT count(*) FROM block WHERE kind = 2"));
    }

    /// <summary>All corrections, in order of source and line.</summary>
    public IReadOnlyList<CorrectionView> Corrections()
    {
        using Snapshot snapshot = database.Look();
        Dictionary<(string, string), string> places = [];
        foreach (BlockView block in Catalogue.Corrected(snapshot.Connection))
        {
            places.TryAdd(KeyOf(block), block.Id);
        }

        return snapshot.Connection.Rows(Query + " ORDER BY source, line, text, place", row => Read(row) is var view
            ? view with { Paragraph = places.GetValueOrDefault((row.GetString(0), row.GetString(1))) }
            : view);
    }

    /// <summary>The correction of a paragraph or heading; null when there is none.</summary>
    public CorrectionView? Of(BlockView block)
    {
        using Snapshot snapshot = database.Look();
        return Find(snapshot.Connection, block);
    }

    /// <summary>The corrections as a table that <c>functions train --labels</c> reads.</summary>
    public string Export() => LabelTable.Write(Corrections().Select(view => new[]
    {
        view.Source, view.Line.ToString(CultureInfo.InvariantCulture), view.Function, view.Secondary ?? "-", view.NotedAt, view.Note, view.Excerpt,
    }));

    /// <summary>Says what a paragraph or heading does; what was said before is replaced.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="function">Name of the function, English or Chinese.</param>
    /// <param name="secondary">Name of a second one; null or empty for none.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="expected">The tag that it must still have; null for any.</param>
    public Result<CorrectionView> Correct(string id, string function, string? secondary, string note, string? expected)
    {
        if (!FunctionNames.TryParse(function, out Function primary))
        {
            return UnknownFunction(function);
        }

        Function? second = null;
        if (!string.IsNullOrEmpty(secondary))
        {
            if (!FunctionNames.TryParse(secondary, out Function named))
            {
                return UnknownFunction(secondary);
            }

            second = named == primary ? null : named;
        }

        if (note.Length > NoteCharacters)
        {
            return new Fault("correction.too-long", string.Create(CultureInfo.InvariantCulture, $"说明太长（{note.Length} 字），最多 {NoteCharacters} 字。"));
        }

        return Change(id, expected, (connection, block, key) =>
        {
            connection.Run("DELETE FROM correction WHERE text = $1 AND place = $2", key.Text, key.Place);
            connection.Run(
                "INSERT INTO correction (text, place, function, secondary, note, source, line, excerpt, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                key.Text, key.Place, FunctionNames.ToEnglish(primary), Names.Of(second), note, block.Source, block.Line, Shortening.Beginning(block.Text, ExcerptCharacters),
                time.Stamp());
        }).TryGet(out BlockView? block, out Fault? fault)
            ? Of(block)!
            : fault;
    }

    /// <summary>Takes a correction back: the classifier's answer stands again.</summary>
    /// <param name="id">Id of the paragraph or heading.</param>
    /// <param name="expected">The tag that it must still have; null for any.</param>
    public Result<BlockView> Withdraw(string id, string? expected) => Change(id, expected, (connection, _, key) =>
        connection.Run("DELETE FROM correction WHERE text = $1 AND place = $2", key.Text, key.Place));

    /// <summary>The paragraphs whose function, given by a person, would teach most.</summary>
    /// <param name="top">How many, 1 to <see cref="MostDoubts"/>.</param>
    public Result<DoubtView[]> Doubts(int top)
    {
        if (top is < 1 or > MostDoubts)
        {
            return new Fault("doubts.bad-range", $"条数应在 1 到 {MostDoubts} 之间。");
        }

        using Snapshot snapshot = database.Look();
        List<(long Key, string Text, double Confidence, int Copies, bool Corrected)> rows = snapshot.Connection.Rows(
            """
            SELECT b.id, b.text, b.confidence, coalesce(f.copies, 1), b.corrected, min(b.id) FROM block b
            LEFT JOIN family_member m ON m.block = b.id LEFT JOIN family f ON f.id = m.family
            WHERE b.kind = 2 GROUP BY coalesce(f.id, -b.id) ORDER BY b.id
            """,
            row => (row.GetInt64(0), row.GetString(1), row.GetDouble(2), row.GetInt32(3), row.GetBoolean(4)));
        IReadOnlyList<LabelWorth> chosen = LabelRequests.Choose(
            [.. rows.Select(row => new LabelCandidate(row.Text, row.Corrected ? 1 : row.Confidence, row.Copies))], rows.Where(row => row.Corrected).Select(row => row.Text), top);
        Dictionary<long, BlockView> blocks = Catalogue.BlocksByKey(snapshot.Connection, chosen.Select(worth => rows[worth.Index].Key));
        return chosen.Select(worth => View(worth, blocks[rows[worth.Index].Key])).ToArray();
    }

    /// <summary>Trains with the corrections, and with a table of labels; the new weights are used from then on.</summary>
    /// <param name="labels">The text of a table; null for the corrections alone.</param>
    /// <param name="folder">Where files that the table names may lie, beside the sources of the archive; null for nowhere.</param>
    /// <param name="force">Whether to use the weights though they were no better in the test.</param>
    /// <param name="progress">Receives a sentence after each step.</param>
    /// <param name="cancellationToken">Ends it; nothing changes then.</param>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public Result<TrainingView> Train(string? labels, string? folder, bool force, Action<string> progress, CancellationToken cancellationToken)
    {
        List<LabelRow> rows = [];
        if (labels is not null)
        {
            if (!LabelTable.Read(labels).TryGet(out List<LabelRow>? read, out Fault? fault))
            {
                return fault;
            }

            rows = read;
        }

        using WriterLock writing = WriterLock.Take(options.DataFolder);
        using SqliteConnection connection = database.Connect();
        OwnLabels own = OwnLabels.Gather(connection, rows, folder, options.Limits);
        if (own.Labels == 0)
        {
            return new Fault("training.empty", own.Notes.Count == 0 ? "还没有可以学习的标注：请先更正一些段落，或用 --labels 给出标注表。" : string.Join(' ', own.Notes));
        }

        OwnTraining training = OwnTraining.Run(own, shelf.Shipped(), progress, cancellationToken);
        bool adopted = force || training.After is null || training.After >= training.Before;
        if (adopted)
        {
            shelf.Adopt(training.Weights, training.Facts(shelf.ShippedVersion, time));
            LabelStage.Run(connection, shelf, options.Limits);
        }

        bringIndexUpToDate();
        return training.View(adopted);
    }

    /// <summary>Goes back to the weights that travel with the program; false when they are in use. Corrections stay.</summary>
    /// <exception cref="ArchiveBusyException">Another process is writing.</exception>
    public bool Reset()
    {
        using WriterLock writing = WriterLock.Take(options.DataFolder);
        using SqliteConnection connection = database.Connect();
        if (!shelf.Forget())
        {
            return false;
        }

        LabelStage.Run(connection, shelf, options.Limits);
        bringIndexUpToDate();
        return true;
    }

    private const string Query = "SELECT text, place, source, line, function, secondary, note, excerpt, noted_at FROM correction";

    private static CorrectionView Read(SqliteDataReader row)
    {
        string[] tagged = [row.GetString(0), row.GetString(1), row.GetString(4), row.Nullable<string>(5) ?? "", row.GetString(6), row.GetString(8)];
        return new CorrectionView(
            null, row.GetString(2), row.GetInt32(3), row.GetString(4), row.Nullable<string>(5), row.GetString(6), row.GetString(7), row.GetString(8),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', tagged))))[..16]);
    }

    private static CorrectionView? Find(SqliteConnection connection, BlockView block)
    {
        (string text, string place) = KeyOf(block);
        return connection.Rows(Query + " WHERE text = $1 AND place = $2", Read, text, place).FirstOrDefault() is { } view ? view with { Paragraph = block.Id } : null;
    }

    private static (string Text, string Place) KeyOf(BlockView block) => Store.Corrections.KeyOf(block.Text, block.Sections is [.., var nearest] ? nearest : null);

    /// <summary>Changes what is said of a block, and the functions of all sources that have its text.</summary>
    private Result<BlockView> Change(string id, string? expected, Action<SqliteConnection, BlockView, (string Text, string Place)> change)
    {
        if (catalogue.Block(id) is not { Kind: "paragraph" or "heading" } block)
        {
            return new Fault("paragraph.not-found", $"档案库里没有编号为“{id}”的段落或标题。");
        }

        // Opened before anything is stored: without weights nothing can follow from a correction.
        shelf.Current();
        using SqliteConnection connection = database.Connect();
        using (var stored = new StoreChange(connection))
        {
            string tag = Find(connection, block)?.Tag ?? NoTag;
            if (expected is not null && expected != tag)
            {
                return new Fault("correction.changed", $"这个段落的更正已被别人改动（现在的标记是 {tag}），请重新读取后再改。");
            }

            bool wasCurrent = LabelStage.IsCurrent(connection, shelf);
            change(connection, block, KeyOf(block));
            LabelStage.Relabel(connection, SourcesWith(connection, block.Text), shelf, options.Limits);
            if (wasCurrent)
            {
                LabelStage.Note(connection, shelf);
            }

            stored.Commit();
        }

        if (WriterLock.TryTake(options.DataFolder) is { } writing)
        {
            using (writing)
            {
                bringIndexUpToDate();
            }
        }

        return catalogue.Block(id)!;
    }

    private static List<long> SourcesWith(SqliteConnection connection, string text) =>
        connection.Rows("SELECT DISTINCT source FROM block WHERE text = $1 ORDER BY source", row => row.GetInt64(0), text);

    private static DoubtView View(LabelWorth worth, BlockView block) => new(
        block.Id, block.Source, block.Line, block.Function, block.Confidence, Math.Round(worth.Worth, 4), Math.Round(worth.Uncertainty, 4),
        Math.Round(worth.Density, 4), Math.Round(worth.Novelty, 4), block.Copies, block.Sections, block.Text);

    private static Fault UnknownFunction(string name) => new(
        "correction.function", $"没有“{name}”这种功能，可用：{string.Join('、', Enum.GetValues<Function>().Select(FunctionNames.ToChinese))}。");
}
