using JingJian.Analysis.Reuse;
using JingJian.Archive.Dense;
using JingJian.Archive.Store;
using JingJian.Archive.Upkeep;
using JingJian.Search.Indexing;
using JingJian.Text.Segmentation;
using JingJian.Text.Slots;

namespace JingJian.Archive;

/// <summary>All that can be asked of an archive, or of the part of it that somebody sees.</summary>
/// <remarks>What is not here concerns the archive as a whole: it is asked of <see cref="ReportArchive"/>.</remarks>
public sealed class Desks
{
    internal Desks(DeskParts parts)
    {
        (Database seen, ArchiveOptions options) = (parts.Seen, parts.Options);
        Catalogue = new Catalogue(seen);
        prepared = new PreparedReuseCache(seen, parts.Folder, options.Reuse);
        Reuse = new ReuseLedger(seen, parts.NameTyping);
        Audits = new AuditDesk(seen, Catalogue, prepared, parts.NameTyping, options.Reuse);
        Overview = new OverviewDesk(seen, prepared, parts.NameTyping, options.Reuse, options.Force);
        var findings = new ReportFindings(Catalogue, prepared, parts.NameTyping);
        Findings = new FindingDesk(parts.Whole, seen, Catalogue, findings, new FindingShelf(seen, parts.Folder, findings, options), parts.Time);
        Judgements = new JudgementDesk(parts.Whole, Catalogue, parts.Seen == parts.Whole, parts.Time);
        Dense = new DenseDesk(options.DataFolder, parts.OpenIndex, options.Embedder, parts.Time);
        var help = new WordHelpFiles(options.ModelsFolder, options.DataFolder, parts.Own);
        Search = new SearchDesk(seen, parts.OpenIndex, parts.QueryCutter, help, Dense);
        Exemplars = new ExemplarDesk(seen, parts.OpenIndex, parts.QueryCutter, help, parts.Recognizer, parts.NameTyping, options);
        Cards = new CardDesk(seen, Exemplars, Search);
        Outlines = new OutlineDesk(seen, Exemplars, parts.Shelf);
        Drafts = new DraftDesk(seen, Audits, prepared, parts.NameTyping, parts.Shelf, Outlines);
        Words = new WordDesk(seen, parts.Own);
        Functions = new FunctionDesk(seen, Catalogue, parts.Shelf, options, parts.Time, parts.Changed);
        Collections = new CollectionDesk(parts.Whole, seen, Catalogue, parts.Log);
        Removals = new RemovalDesk(parts.Whole, Catalogue, parts.Log, options, parts.Time, parts.Changed);
        this.parts = parts;
    }

    private readonly DeskParts parts;
    private readonly PreparedReuseCache prepared;

    /// <summary>Sources, reports and paragraphs.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>Pairs and families.</summary>
    public ReuseLedger Reuse { get; }

    /// <summary>Audits of reports.</summary>
    public AuditDesk Audits { get; }

    /// <summary>Drafts held against the archive.</summary>
    public DraftDesk Drafts { get; }

    /// <summary>What is recycled in the archive as a whole.</summary>
    public OverviewDesk Overview { get; }

    /// <summary>What stands out in the reports, and what auditors say of it.</summary>
    public FindingDesk Findings { get; }

    /// <summary>Marks of sources, exclusions of matches.</summary>
    public JudgementDesk Judgements { get; }

    /// <summary>Search.</summary>
    public SearchDesk Search { get; }

    /// <summary>Passages worth imitating.</summary>
    public ExemplarDesk Exemplars { get; }

    /// <summary>Best practice cards.</summary>
    public CardDesk Cards { get; }

    /// <summary>Outlines of reports.</summary>
    public OutlineDesk Outlines { get; }

    /// <summary>Vectors of texts, where an endpoint for them is configured.</summary>
    public DenseDesk Dense { get; }

    /// <summary>Keywords and new words.</summary>
    public WordDesk Words { get; }

    /// <summary>What people say about the functions of paragraphs, and weights of the archive's own. Only who sees the whole archive changes them.</summary>
    public FunctionDesk Functions { get; }

    /// <summary>The collections, and which source is in which.</summary>
    public CollectionDesk Collections { get; }

    /// <summary>Sources that are taken out, and those that must stay.</summary>
    public RemovalDesk Removals { get; }

    /// <summary>Searches that somebody keeps.</summary>
    /// <param name="owner">Whose; who sees the whole archive shares them with all others who do.</param>
    public SavedSearches SavedBy(string owner) => new(parts.Whole, Search, parts.Time, parts.Seen == parts.Whole ? "" : owner);

    /// <summary>Lets go of what was read of the last comparison, when there is another.</summary>
    internal void ForgetComparison() => prepared.Forget();
}

/// <summary>What the desks are made of.</summary>
/// <param name="Whole">The whole store.</param>
/// <param name="Seen">What is seen of it.</param>
/// <param name="Folder">Where the prepared comparison of what is seen lies.</param>
/// <param name="OpenIndex">Opens the index of what is seen.</param>
/// <param name="Options">Where the archive lies.</param>
/// <param name="Time">The clock.</param>
/// <param name="Segmenter">The segmenter of the lexicon.</param>
/// <param name="Own">The words of the archive's own table.</param>
/// <param name="Recognizer">Finds names and figures.</param>
/// <param name="Shelf">The function weights in use.</param>
/// <param name="Log">Who did what.</param>
/// <param name="Changed">Called by the one writer when what is derived from the store is no more up to date.</param>
internal sealed record DeskParts(
    Database Whole, Database Seen, string Folder, Func<IndexReader> OpenIndex, ArchiveOptions Options, TimeProvider Time, Lazy<Segmenter> Segmenter,
    UserWords Own, Lazy<SlotRecognizer> Recognizer, FunctionShelf Shelf, ActivityLog Log, Action Changed)
{
    /// <summary>Cuts texts into words.</summary>
    public WordCutter Cutter => (text, words) => Segmenter.Value.CutForSearch(text, words);

    /// <summary>Cuts what is asked into words, the archive's own among them as they were when the question began.</summary>
    public WordCutter QueryCutter => (text, words) => Own.Latest.Segmenter.Value.CutForSearch(text, words);

    /// <summary>Tells the names among changed words, for one answer.</summary>
    public NameChanges NameTyping() => new(Recognizer.Value, Segmenter.Value.Lexicon);
}
