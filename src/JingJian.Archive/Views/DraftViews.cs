using System.Text.Json.Serialization;
using JingJian.Text;

namespace JingJian.Archive.Views;

/// <summary>A draft to hold against the archive.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Text">Its text.</param>
public sealed record DraftWish(string Name, string Text)
{
    /// <summary>The longest draft.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>The longest name of a unit.</summary>
    public const int LongestOrganisation = 100;

    /// <summary>The earliest year a draft may be of.</summary>
    public const int FirstYear = 1900;

    /// <summary>The latest.</summary>
    public const int LastYear = 2100;

    /// <summary>The unit that writes it; null for what the draft says, or else the unit whose archive this is.</summary>
    public string? Organisation { get; init; }

    /// <summary>The year it reports on; null for what the draft says.</summary>
    public int? Year { get; init; }

    /// <summary>Whether to give everything that shares text with each paragraph, and the audit of the draft as if it were a report of the archive.</summary>
    public bool Full { get; init; } = true;

    /// <summary>Why the draft cannot be checked; null when it can.</summary>
    public Fault? Refusal() => this switch
    {
        { Text.Length: > MostCharacters } => new Fault("draft.too-long", $"草稿太长（{Text.Length} 字），一次最多查 {MostCharacters} 字。"),
        _ when string.IsNullOrWhiteSpace(Text) => new Fault("draft.empty", "草稿是空的或只有空白，请给出要查重的文字。"),
        { Organisation.Length: > LongestOrganisation } => new Fault("draft.organisation", $"单位名称太长，最多 {LongestOrganisation} 个字。"),
        { Year: < FirstYear or > LastYear } => new Fault("draft.year", $"年份应在 {FirstYear} 到 {LastYear} 之间。"),
        _ => null,
    };
}

/// <summary>A passage of a draft that stands in the archive.</summary>
/// <param name="Start">Offset in the draft.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Text">The draft's words.</param>
/// <param name="SourceStart">Offset in the decoded source.</param>
/// <param name="SourceEnd">First offset behind it.</param>
public sealed record DraftSpanView(int Start, int End, string Text, int SourceStart, int SourceEnd);

/// <summary>A paragraph of the archive that a draft's paragraph shares text with.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="ReportTitle">Title of its report.</param>
/// <param name="Year">Year of its report.</param>
/// <param name="Organisation">Unit of its report.</param>
/// <param name="Kind">copy, near, partial, reworded or passage.</param>
/// <param name="Ratio">2·LCS/(|a|+|b|) over normalised letters.</param>
/// <param name="Cover">Share of the shorter covered by shared runs of 13 letters or more.</param>
/// <param name="Spans">The shared passages.</param>
/// <param name="Changes">What the draft changed.</param>
public sealed record DraftMatchView(
    PlaceView Place, string ReportTitle, int? Year, string? Organisation, string Kind, double Ratio, double Cover,
    IReadOnlyList<DraftSpanView> Spans, IReadOnlyList<ChangeView> Changes);

/// <summary>What a draft's words are cited from.</summary>
/// <param name="SourceHash">SHA-256 of the file.</param>
/// <param name="Place">The paragraph.</param>
/// <param name="ReportTitle">Title of its report.</param>
/// <param name="Year">Year of its report.</param>
/// <param name="Organisation">Unit of its report.</param>
/// <param name="Start">Offset of the cited words in the decoded source.</param>
/// <param name="End">First offset behind them.</param>
/// <param name="Text">The cited words.</param>
/// <param name="Match">How the two paragraphs share text: copy, near, partial, reworded or passage.</param>
/// <param name="Ratio">2·LCS/(|a|+|b|) over normalised letters of the two paragraphs.</param>
public sealed record CitationView(
    string SourceHash, PlaceView Place, string ReportTitle, int? Year, string? Organisation, int Start, int End, string Text, string Match, double Ratio);

/// <summary>A stretch of a draft with the one place it is taken to come from; stretches do not overlap.</summary>
/// <param name="Start">Offset in the draft.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Text">The draft's words.</param>
/// <param name="Kind">formula (规定表述), own (本单位旧文), other (其他单位), template (模板) or quotable (准予引用).</param>
/// <param name="Class">Why it is of that kind: stock, superior, quotable, own, template, common, masked, superior-unit, other, unknown.</param>
/// <param name="Label">The class in Chinese.</param>
/// <param name="Action">keep, cite, update, check or rewrite.</param>
/// <param name="Advice">What to do, in Chinese.</param>
/// <param name="Source">Where it stands; null for a stock phrase.</param>
/// <param name="Copies">In how many more paragraphs of the archive most of it stands.</param>
/// <param name="Units">Of how many units these paragraphs are, the cited one's included; those of unknown units count by file.</param>
/// <param name="Changes">What the draft changed there.</param>
public sealed record DraftPassageView(
    int Start, int End, string Text, string Kind, string Class, string Label, string Action, string Advice,
    CitationView? Source, int Copies, int Units, IReadOnlyList<ChangeView> Changes);

/// <summary>Something in a draft that wants looking at before it is handed in.</summary>
/// <param name="Kind">left-over-name, left-over-year, same-dates, same-figures, slogan-changed, only-year-changed, spliced or placeholder.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="Start">Offset in the draft.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Text">The draft's words.</param>
/// <param name="Detail">The telling words: 石潭镇, 214人次、9.7万元.</param>
/// <param name="Advice">What to do, in Chinese.</param>
/// <param name="Sources">The paragraphs that show it.</param>
public sealed record DraftFlagView(string Kind, string Label, int Start, int End, string Text, string Detail, string Advice, IReadOnlyList<PlaceView> Sources);

/// <summary>One paragraph of a draft.</summary>
/// <param name="Line">First line in the draft.</param>
/// <param name="LineEnd">Last line.</param>
/// <param name="Start">Offset in the draft.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Function">What it does.</param>
/// <param name="Share">Share of its characters that stand in the archive.</param>
/// <param name="Passages">Its stretches that stand in the archive, each with its source, in order.</param>
/// <param name="Flags">What wants looking at, in order.</param>
/// <param name="Matches">Everything that shares text with it, the nearest first; empty unless all is asked for.</param>
public sealed record DraftParagraphView(
    int Line, int LineEnd, int Start, int End, string Text, string Function, double Share,
    IReadOnlyList<DraftPassageView> Passages, IReadOnlyList<DraftFlagView> Flags, IReadOnlyList<DraftMatchView> Matches);

/// <summary>How much of a draft is of one kind.</summary>
/// <param name="Kind">formula, own, other, template, quotable or fresh (新写).</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="Characters">Characters of it; those of all kinds together are the draft's.</param>
/// <param name="Share">Their share.</param>
/// <param name="Passages">In how many passages.</param>
public sealed record DraftKindView(string Kind, string Label, int Characters, double Share, int Passages);

/// <summary>One thing to do about a draft.</summary>
/// <param name="Action">rewrite, check, update, cite or complete.</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="Paragraph">Index of the paragraph among the draft's.</param>
/// <param name="Line">Its line.</param>
/// <param name="Start">Offset in the draft.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Text">A sentence in Chinese: what stands there, where it is from, what to do.</param>
public sealed record DraftTodoView(string Action, string Label, int Paragraph, int Line, int Start, int End, string Text);

/// <summary>A section that reports of this sort usually have, and the draft has not.</summary>
/// <param name="Function">What it does: problem, plan, …</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="Text">A sentence in Chinese.</param>
public sealed record MissingPartView(string Function, string Label, string Text);

/// <summary>What a person does next about a draft.</summary>
/// <param name="Organisation">The unit that is taken to write it; null when nobody says.</param>
/// <param name="Year">The year it is taken to report on; null when nobody says.</param>
/// <param name="Sentence">The result in one Chinese sentence.</param>
/// <param name="Kinds">How much is of each kind, new text last.</param>
/// <param name="StockCharacters">Characters of stock phrases, inside other passages too.</param>
/// <param name="Todo">What to do, the most pressing first.</param>
/// <param name="Missing">Sections that are usual and missing; looked for only when all is asked for.</param>
/// <param name="Notes">What to know about the check itself, in Chinese.</param>
public sealed record DraftSummaryView(
    string? Organisation, int? Year, string Sentence, IReadOnlyList<DraftKindView> Kinds, int StockCharacters, IReadOnlyList<DraftTodoView> Todo,
    IReadOnlyList<MissingPartView> Missing, IReadOnlyList<string> Notes);

/// <summary>A draft against the archive.</summary>
/// <param name="Name">Name of the draft.</param>
/// <param name="Characters">Characters of its paragraphs.</param>
/// <param name="ReusedCharacters">How many of them stand in the archive, stock phrases apart; each counted once.</param>
/// <param name="Share">Their share.</param>
/// <param name="Summary">What to do.</param>
/// <param name="Paragraphs">All paragraphs, in order.</param>
/// <param name="Audits">The audit of each report in the draft, as if it were one of the archive: figures by class, findings, evidence; empty unless all is asked for.</param>
/// <param name="ArchiveVersion">Fingerprint of the archive's sources: the same archive gives the same answer.</param>
public sealed record DraftCheckView(
    string Name, int Characters, int ReusedCharacters, double Share, DraftSummaryView Summary, IReadOnlyList<DraftParagraphView> Paragraphs,
    IReadOnlyList<AuditView> Audits, string ArchiveVersion)
{
    /// <summary>The paragraphs that stand in the archive, wholly or in part.</summary>
    [JsonIgnore]
    public IEnumerable<DraftParagraphView> Reused => Paragraphs.Where(paragraph => paragraph.Passages.Count > 0);
}
