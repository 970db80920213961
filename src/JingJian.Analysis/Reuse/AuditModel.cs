using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>What a person said about a source: it decides how reuse of its text is counted.</summary>
public enum SourceMark
{
    /// <summary>Nothing was said.</summary>
    None,

    /// <summary>本单位: a report of the organisation that keeps the archive.</summary>
    Own,

    /// <summary>上级文件: a document of a superior, or another reference.</summary>
    Superior,

    /// <summary>模板网站: text of a template site.</summary>
    Template,

    /// <summary>准予引用: quoting it is allowed.</summary>
    Quotable,
}

/// <summary>What is known about where a report comes from.</summary>
/// <param name="Organisation">Whose report it is; null when unknown.</param>
/// <param name="Year">The year it reports on; null when unknown.</param>
/// <param name="Source">The file it was received in.</param>
/// <param name="Names">Names that belong to this organisation and no other: its own, its short forms, its place.</param>
/// <param name="Mark">What a person said about it.</param>
public sealed record ReportOrigin(string? Organisation, int? Year, string Source, ImmutableArray<string> Names, SourceMark Mark = SourceMark.None)
{
    /// <summary>Shorter forms that may be common words too: 石潭 for 石潭镇, 恒力 and 恒力厂 for 恒力机械厂. Default: none.</summary>
    public ImmutableArray<string> BriefNames { get; init; } = [];

    /// <summary>The places in which the organisation says it lies, also those that others share: 云岭市 of 云岭市总工会. Default: none.</summary>
    public ImmutableArray<string> Areas { get; init; } = [];
}

/// <summary>One paragraph of the report that is audited.</summary>
/// <param name="Paragraph">Its index in the archive, as the pairs have it.</param>
/// <param name="Text">Its text.</param>
/// <param name="Stock">The parts that are stock phrases (<see cref="ReuseIndex.StockPhrasesIn"/>).</param>
public sealed record AuditedParagraph(int Paragraph, string Text, ImmutableArray<TextSpan> Stock);

/// <summary>Everything that the audit of one report looks at.</summary>
/// <param name="Report">The report.</param>
/// <param name="Paragraphs">All its paragraphs, also those too short to take part in pairs.</param>
/// <param name="Pairs">The pairs in which its paragraphs stand; others are ignored.</param>
/// <param name="ReportOf">The report of each paragraph of the archive.</param>
/// <param name="Origins">Where each report comes from.</param>
public sealed record AuditRequest(
    int Report,
    ImmutableArray<AuditedParagraph> Paragraphs,
    IReadOnlyList<ReusePair> Pairs,
    IReadOnlyList<int> ReportOf,
    IReadOnlyList<ReportOrigin> Origins)
{
    /// <summary>Whether a person excluded what two paragraphs share. Default: nothing is excluded.</summary>
    public Func<int, int, bool> IsExcluded { get; init; } = (_, _) => false;

    /// <summary>The text of a paragraph of the archive that stands in a pair. Default: none is known, and directions see the dates alone.</summary>
    public Func<int, string> TextOf { get; init; } = _ => "";

    /// <summary>The paragraphs of another report, by number, each with its text: they may tell whose it is where nothing states it. Default: none are known.</summary>
    public Func<int, IEnumerable<(int Paragraph, string Text)>> ParagraphsOf { get; init; } = _ => [];

    /// <summary>Tells names from words. Default: nothing does, and only names that are certain are looked for.</summary>
    public NameChanges? Names { get; init; }
}

/// <summary>Whose text was reused.</summary>
public enum ReuseSource
{
    /// <summary>本单位历年: another report of the same organisation.</summary>
    OwnOrganisation,

    /// <summary>其他单位: a report of a different organisation.</summary>
    OtherOrganisation,

    /// <summary>单位不明: one of the two organisations is not known.</summary>
    Unknown,

    /// <summary>上级文件: from a source marked as superior or reference.</summary>
    Superior,

    /// <summary>模板网站: from a source marked as a template.</summary>
    Template,

    /// <summary>准予引用: from a source that may be quoted.</summary>
    Quotable,
}

/// <summary>One passage of the audited report that stands in another report too.</summary>
/// <param name="Paragraph">The paragraph of the audited report.</param>
/// <param name="At">The passage there.</param>
/// <param name="OtherParagraph">The paragraph of the other report.</param>
/// <param name="OtherAt">The passage there.</param>
/// <param name="OtherReport">The other report.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Kind">How the two paragraphs share text.</param>
/// <param name="Direction">Who had it first, as far as can be told; the audited report is the second.</param>
public sealed record LedgerEntry(
    int Paragraph,
    TextSpan At,
    int OtherParagraph,
    TextSpan OtherAt,
    int OtherReport,
    ReuseSource Source,
    ReuseKind Kind,
    DirectionJudgement Direction);

/// <summary>What an auditor can act on.</summary>
public enum FindingKind
{
    /// <summary>只改年份: a copy in which nothing but years and dates changed.</summary>
    OnlyYearChanged,

    /// <summary>数字未更新: re-dated, and all its figures stayed.</summary>
    StaleFigures,

    /// <summary>拼接: put together from two or more other reports.</summary>
    Spliced,

    /// <summary>漏改名称: a name that belongs to the source's organisation was left in.</summary>
    LeftOverName,

    /// <summary>届次替换: an old text with the congress or slogan of a new term.</summary>
    SloganChanged,

    /// <summary>自我复用: text of an earlier report of the same organisation, or of one that seems to be.</summary>
    SelfReuse,

    /// <summary>全篇拼接: most of the report comes from several other reports (<see cref="ReportSources"/>).</summary>
    SplicedReport,

    /// <summary>整篇雷同: nearly all of the report stands in one other, whoever wrote that.</summary>
    SameReport,
}

/// <summary>One place that shows a finding.</summary>
/// <param name="OwnParagraph">The paragraph of the audited report.</param>
/// <param name="Own">Its words.</param>
/// <param name="Paragraph">The paragraph of the other report.</param>
/// <param name="At">The words there that they are held against; empty when they are only in the audited one.</param>
public readonly record struct FindingEvidence(int OwnParagraph, TextSpan Own, int Paragraph, TextSpan At);

/// <summary>One finding about one paragraph, or about the report.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Paragraph">The paragraph of the audited report, or <see cref="WholeReport"/>.</param>
/// <param name="At">The words it is about, or the whole passage.</param>
/// <param name="Evidence">What shows it, in order of the other paragraphs.</param>
/// <param name="Detail">The telling words: 20_年→2024年, 十八大→十九大, 青石镇; of self-reuse the words that give away an
/// organisation which is not stated; empty when the kind says all.</param>
public sealed record AuditFinding(FindingKind Kind, int Paragraph, TextSpan At, ImmutableArray<FindingEvidence> Evidence, string Detail)
{
    /// <summary>The number of no paragraph: the finding is about all of them.</summary>
    public const int WholeReport = -1;

    /// <summary>The paragraphs of other reports that show it, ascending.</summary>
    public IEnumerable<int> OtherParagraphs => Evidence.Select(evidence => evidence.Paragraph).Distinct().Order();
}

/// <summary>The audit of one report: its figures, what they are made of, and what stands out.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Before">The figures as they would be without exclusions; null when nothing is excluded.</param>
/// <param name="Ledger">Every reused passage, in order of its place.</param>
/// <param name="Excluded">The passages that a person excluded.</param>
/// <param name="Sources">The other reports that explain it, the one that adds most first.</param>
/// <param name="SplicedFrom">Those that it was put together from; none when it was not.</param>
/// <param name="SameAs">The one in which nearly all of it stands; null when there is none.</param>
/// <param name="Findings">Those about the report, then in order of paragraph, then kind.</param>
public sealed record ReportAudit(
    ReportFigures Figures, ReportFigures? Before, ImmutableArray<LedgerEntry> Ledger, ImmutableArray<LedgerEntry> Excluded,
    ImmutableArray<ReportSource> Sources, ImmutableArray<ReportSource> SplicedFrom, ReportSource? SameAs, ImmutableArray<AuditFinding> Findings);
