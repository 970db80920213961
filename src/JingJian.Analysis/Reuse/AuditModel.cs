using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>What is known about where a report comes from.</summary>
/// <param name="Organisation">Whose report it is; null when unknown.</param>
/// <param name="Year">The year it reports on; null when unknown.</param>
/// <param name="Source">The file it was received in.</param>
/// <param name="Names">Names that belong to this organisation and no other: its own, its short forms, its place.</param>
public sealed record ReportOrigin(string? Organisation, int? Year, string Source, ImmutableArray<string> Names);

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
    IReadOnlyList<ReportOrigin> Origins);

/// <summary>Whose text was reused.</summary>
public enum ReuseSource
{
    /// <summary>本单位: another report of the same organisation.</summary>
    OwnOrganisation,

    /// <summary>其他单位: a report of a different organisation.</summary>
    OtherOrganisation,

    /// <summary>One of the two organisations is not known.</summary>
    Unknown,
}

/// <summary>One passage of the audited report that stands in another report too.</summary>
/// <param name="Paragraph">The paragraph of the audited report.</param>
/// <param name="At">The passage there.</param>
/// <param name="OtherParagraph">The paragraph of the other report.</param>
/// <param name="OtherAt">The passage there.</param>
/// <param name="OtherReport">The other report.</param>
/// <param name="Source">Whose it is.</param>
/// <param name="Kind">How the two paragraphs share text.</param>
public sealed record LedgerEntry(
    int Paragraph,
    TextSpan At,
    int OtherParagraph,
    TextSpan OtherAt,
    int OtherReport,
    ReuseSource Source,
    ReuseKind Kind);

/// <summary>The figures of one report. Shares are of <see cref="Letters"/>, each letter counted once.</summary>
/// <remarks>The shares by organisation may add up to more than <see cref="Total"/>: a letter may stand in several reports.</remarks>
/// <param name="Letters">Normalised letters of all paragraphs.</param>
/// <param name="Total">总复用率: stands in some other report that is not known to be later.</param>
/// <param name="WithoutStock">去除套话: the same without stock phrases.</param>
/// <param name="OwnOrganisation">本单位历年自我复用.</param>
/// <param name="OtherOrganisation">跨单位复用.</param>
/// <param name="UnknownOrganisation">Reuse from reports whose organisation, or the audited one's, is not known.</param>
/// <param name="LargestSingle">单篇最大复用: the most that one other report explains.</param>
/// <param name="LargestReport">That report; null when nothing is reused.</param>
/// <param name="Longest">最长连续复用: the longest reused passage; null when nothing is reused.</param>
/// <param name="LongestLetters">Its letters.</param>
/// <param name="OnlyNumbersChanged">仅改数字比例: paragraphs that differ from a source in years, dates and figures alone.</param>
/// <param name="CopiedLater">被后文复用: stands in reports known to be later; no reuse of this report.</param>
/// <param name="RepeatedInside">自身重复: stands in another paragraph of the same report.</param>
public sealed record ReportFigures(
    int Letters,
    double Total,
    double WithoutStock,
    double OwnOrganisation,
    double OtherOrganisation,
    double UnknownOrganisation,
    double LargestSingle,
    int? LargestReport,
    LedgerEntry? Longest,
    int LongestLetters,
    double OnlyNumbersChanged,
    double CopiedLater,
    double RepeatedInside)
{
    /// <summary>原创度: the share that stands in no other report, known later ones apart.</summary>
    public double Originality => 1 - Total;
}

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

    /// <summary>自我复用: text of an earlier report of the same organisation.</summary>
    SelfReuse,
}

/// <summary>One finding about one paragraph.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Paragraph">The paragraph of the audited report.</param>
/// <param name="At">The words it is about, or the whole passage.</param>
/// <param name="OtherParagraphs">The paragraphs of other reports that show it, ascending.</param>
/// <param name="Detail">The telling words: 20_→2024, 十八大→十九大, 青石镇; empty when the kind says all.</param>
public sealed record AuditFinding(FindingKind Kind, int Paragraph, TextSpan At, ImmutableArray<int> OtherParagraphs, string Detail);

/// <summary>The audit of one report: its figures, what they are made of, and what stands out.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Ledger">Every reused passage, in order of its place.</param>
/// <param name="Findings">In order of paragraph, then kind.</param>
public sealed record ReportAudit(ReportFigures Figures, ImmutableArray<LedgerEntry> Ledger, ImmutableArray<AuditFinding> Findings);
