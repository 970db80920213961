using JingJian.Analysis.Functions;
using JingJian.Analysis.Reuse;
using JingJian.Analysis.Structure;
using JingJian.Archive.Store;
using JingJian.Archive.Views;
using JingJian.Search.Exemplars;
using JingJian.Search.Indexing;
using JingJian.Search.Meaning;
using JingJian.Search.Queries;
using JingJian.Text;
using JingJian.Text.Slots;
using Microsoft.Data.Sqlite;

namespace JingJian.Archive;

/// <summary>Passages worth imitating, for somebody who writes a section.</summary>
public sealed class ExemplarDesk
{
    /// <summary>Most exemplars of one answer.</summary>
    public const int MostExemplars = 100;

    private readonly Database database;
    private readonly Func<IndexReader> openIndex;
    private readonly WordCutter cutter;
    private readonly WordHelpFiles words;
    private readonly string dataFolder;
    private readonly Lazy<ConcretenessModel> concreteness;
    private readonly Lazy<SlotRecognizer> recognizer;
    private readonly Func<NameChanges> nameTyping;
    private Prepared? prepared;

    internal ExemplarDesk(Database database, Func<IndexReader> openIndex, WordCutter cutter, WordHelpFiles words, Lazy<SlotRecognizer> recognizer, Func<NameChanges> nameTyping, ArchiveOptions options)
    {
        this.database = database;
        this.openIndex = openIndex;
        this.cutter = cutter;
        this.words = words;
        this.recognizer = recognizer;
        this.nameTyping = nameTyping;
        dataFolder = options.DataFolder;
        concreteness = new Lazy<ConcretenessModel>(() => Models.OpenConcreteness(options.ModelsFolder));
    }

    /// <summary>Finds exemplars; a fault names what in the wish cannot be understood.</summary>
    public Result<ExemplarsView> Find(ExemplarWish wish) => ExemplarSettings.In(dataFolder).TryGet(out ExemplarOptions? options, out Fault? wrong)
        ? Find(wish, options)
        : Find(wish, new ExemplarOptions(), wrong.Message);

    /// <summary>The same with other constants, to measure them.</summary>
    public Result<ExemplarsView> Find(ExemplarWish wish, ExemplarOptions options) => Find(wish, options, []);

    private Result<ExemplarsView> Find(ExemplarWish wish, ExemplarOptions options, params string[] warnings)
    {
        if (!Read(wish).TryGet(out ExemplarRequest? request, out Fault? fault))
        {
            return fault;
        }

        // The index first: a later look at the store knows whatever it holds, but for what was removed in between.
        Prepared current = Prepare(options);
        using Snapshot snapshot = database.Look();
        SqliteConnection connection = snapshot.Connection;
        ExemplarResult found = current.Ranker.Rank(request with { DamageOf = id => DamageOf(connection, id) });
        Dictionary<long, BlockView> blocks = Catalogue.BlocksByKey(connection, found.Exemplars.Select(exemplar => exemplar.PassageId));
        Dictionary<string, ReportView> reports = Catalogue.ReportsById(connection, blocks.Values.Select(block => block.Report));
        ExemplarEditor editor = Editor(connection, current.Reader);
        return new ExemplarsView(
            [.. Notes(wish, request, found), .. warnings],
            View(current.Ranker.WeightsFor(request.Function)),
            [.. found.Exemplars.Where(exemplar => blocks.ContainsKey(exemplar.PassageId)).Select((exemplar, i) => View(i + 1, exemplar, blocks[exemplar.PassageId], reports, wish, editor))]);
    }

    /// <summary>A paragraph of the archive as a template; null when there is no such paragraph.</summary>
    public TemplateView? Template(string blockId)
    {
        IndexReader reader = openIndex();
        using Snapshot snapshot = database.Look();
        return Catalogue.KeyedBlock(snapshot.Connection, blockId) is { } found
            ? Editor(snapshot.Connection, reader).Template(found.Block.Text, found.Key)
            : null;
    }

    /// <summary>A text without what belongs to persons, unless it is to be shown.</summary>
    internal string WithoutPersons(string text, bool showPersons) => showPersons ? text : PersonalData.Mask(text, recognizer.Value.Find(text));

    private static Result<ExemplarRequest> Read(ExemplarWish wish)
    {
        if (!FunctionNames.TryParse(wish.Function, out Function function))
        {
            return WishReader.UnknownFunction(wish.Function);
        }

        Query? topic = null;
        if (!string.IsNullOrWhiteSpace(wish.Topic) && !QueryParser.Parse(wish.Topic).TryGet(out topic, out Fault? fault))
        {
            return fault;
        }

        UnitType unit = default;
        bool hasUnit = !string.IsNullOrWhiteSpace(wish.UnitType);
        if (hasUnit && !KindNames.TryParse(wish.UnitType!, out unit))
        {
            return WishReader.UnknownUnitType(wish.UnitType!);
        }

        DocumentType type = default;
        bool hasType = !string.IsNullOrWhiteSpace(wish.Type);
        if (hasType && !KindNames.TryParse(wish.Type!, out type))
        {
            return WishReader.UnknownType(wish.Type!);
        }

        return wish.Top is < 1 or > MostExemplars
            ? new Fault("search.bad-range", $"条数应在 1 到 {MostExemplars} 之间。")
            : new ExemplarRequest(function) { Topic = topic, Top = wish.Top, UnitType = hasUnit ? unit : null, Type = hasType ? type : null };
    }

    private static IEnumerable<string> Notes(ExemplarWish wish, ExemplarRequest request, ExemplarResult found)
    {
        if (request.Topic is not null && !found.TopicFound)
        {
            yield return $"“{wish.Topic}”没有在{FunctionNames.ToChinese(request.Function)}的段落中出现，以下范例不限主题。";
        }
    }

    private static Damage DamageOf(SqliteConnection connection, long block) =>
        (Damage)connection.Rows("SELECT damage FROM block WHERE id = $1", row => row.GetInt32(0), block).FirstOrDefault();

    /// <summary>The ranker of the current index, words and constants; made once for each.</summary>
    private Prepared Prepare(ExemplarOptions options)
    {
        IndexReader reader = openIndex();
        WordHelp help = words.Current().Help;
        Prepared? current = prepared;
        if (current?.Reader != reader || current.Help != help || current.Options != options)
        {
            current = new Prepared(reader, help, options, new ExemplarRanker(reader, cutter, concreteness.Value, options, help));
            prepared = current;
        }

        return current;
    }

    private static ExemplarPartsView View(ExemplarParts parts) => new(
        Round(parts.Function), Round(parts.Relevance), Round(parts.Concreteness), Round(parts.Originality), Round(parts.Integrity), Round(parts.Recency));

    private ExemplarEditor Editor(SqliteConnection connection, IndexReader reader) => new(connection, reader, cutter, recognizer.Value, nameTyping());

    private static ExemplarView View(int rank, Exemplar exemplar, BlockView block, Dictionary<string, ReportView> reports, ExemplarWish wish, ExemplarEditor editor)
    {
        ReportView report = reports[block.Report];
        string Shown(string text) => wish.ShowPersons ? text : editor.Masked(text);
        return new ExemplarView(
            rank, block.Source, block.Line, block.LineEnd, Shown(report.Title), report.Id, block.Id, report.Year, report.Organisation,
            block.Function, block.Secondary, Round(exemplar.Score),
            View(exemplar.Parts),
            block.Family, block.Copies, block.Damage, Shown(block.Text),
            [.. exemplar.Highlights.Select(span => new[] { span.Start, span.End })],
            [.. exemplar.Evidence.Select(span => new[] { span.Start, span.End })])
        {
            Misleading = exemplar.Misleading,
            Sections = [.. block.Sections.Select(Shown)],
            Template = wish.Templates ? editor.Template(block.Text, exemplar.PassageId) : null,
        };
    }

    private static double Round(double score) => Math.Round(score, 4);

    private sealed record Prepared(IndexReader Reader, WordHelp Help, ExemplarOptions Options, ExemplarRanker Ranker);
}
