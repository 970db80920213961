namespace JingJian.Archive.Views;

/// <summary>The figures of one report's audit; shares are of <see cref="Letters"/>, 0 to 1.</summary>
/// <param name="Letters">Letters of its paragraphs: no digits, punctuation, blanks or masks.</param>
/// <param name="Total">总复用率.</param>
/// <param name="WithoutStock">去除套话后的复用率.</param>
/// <param name="WithoutLawful">去除套话、上级文件和准予引用后的复用率.</param>
/// <param name="Stock">套话: reused letters that are stock phrases.</param>
/// <param name="Superior">上级文件: from sources marked so.</param>
/// <param name="OwnOrganisation">本单位历年自我复用.</param>
/// <param name="OtherOrganisation">跨单位复用.</param>
/// <param name="Template">模板网站: from sources marked so.</param>
/// <param name="Quotable">准予引用: from sources marked so.</param>
/// <param name="UnknownOrganisation">来源单位不明的复用.</param>
/// <param name="LargestSingle">单篇最大复用.</param>
/// <param name="LargestReport">The report that explains most; null when nothing is reused.</param>
/// <param name="Head">首部复用: the share of the first fifth of the report that is reused.</param>
/// <param name="Tail">尾部复用: the share of the last fifth.</param>
/// <param name="LongestLetters">最长连续复用, in letters.</param>
/// <param name="OnlyNumbersChanged">仅改数字比例.</param>
/// <param name="CopiedLater">被后文复用.</param>
/// <param name="RepeatedInside">自身重复.</param>
/// <param name="Excluded">人工排除: what exclusions took out of the total.</param>
/// <param name="Originality">原创度.</param>
public sealed record AuditFiguresView(
    int Letters, double Total, double WithoutStock, double WithoutLawful, double Stock, double Superior, double OwnOrganisation,
    double OtherOrganisation, double Template, double Quotable, double UnknownOrganisation, double LargestSingle, ReportView? LargestReport,
    double Head, double Tail, int LongestLetters, double OnlyNumbersChanged, double CopiedLater, double RepeatedInside, double Excluded,
    double Originality);

/// <summary>A stretch of the audited report.</summary>
/// <param name="Paragraph">Id of the paragraph.</param>
/// <param name="Start">Offset in the decoded source.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="At">Offset in the paragraph's own text.</param>
/// <param name="Length">Its characters there.</param>
public sealed record FigureSpanView(string Paragraph, int Start, int End, int At, int Length);

/// <summary>One figure with what it counts.</summary>
/// <param name="Name">total, without-stock, own-organisation, …</param>
/// <param name="Label">The same in Chinese.</param>
/// <param name="Letters">The letters it counts, each once.</param>
/// <param name="Share">Their share.</param>
/// <param name="Spans">Where they stand, in order.</param>
public sealed record FigureView(string Name, string Label, int Letters, double Share, IReadOnlyList<FigureSpanView> Spans);

/// <summary>One place that shows a finding, side by side.</summary>
/// <param name="Start">Offset of the audited report's words in its decoded source.</param>
/// <param name="End">First offset behind them.</param>
/// <param name="Words">Those words.</param>
/// <param name="Other">The paragraph of the other report.</param>
/// <param name="OtherStart">Offset of its words there.</param>
/// <param name="OtherEnd">First offset behind them.</param>
/// <param name="OtherWords">Its words.</param>
public sealed record FindingEvidenceView(int Start, int End, string Words, PlaceView Other, int OtherStart, int OtherEnd, string OtherWords);

/// <summary>Another report that explains a part of the audited one.</summary>
/// <param name="Report">The other report.</param>
/// <param name="Class">own, other, unknown, superior, template or quotable: whose text it is.</param>
/// <param name="Letters">Letters of the audited report that stand there.</param>
/// <param name="Share">Their share.</param>
/// <param name="Added">Those of them that no source above it has: several copies of one text count once.</param>
/// <param name="AddedShare">Their share.</param>
/// <param name="Paragraphs">In how many paragraphs of the audited report they stand.</param>
public sealed record AuditSourceView(ReportView Report, string Class, int Letters, double Share, int Added, double AddedShare, int Paragraphs);

/// <summary>A finding an auditor can act on.</summary>
/// <param name="Kind">only-year-changed, stale-figures, spliced, left-over-name, slogan-changed, self-reuse; of the whole report spliced-report, same-report.</param>
/// <param name="Label">The same in Chinese: 只改年份、数字未更新、拼接、漏改名称、届次替换、自我复用；全篇拼接.</param>
/// <param name="Place">The paragraph of the audited report; without paragraph when it is about the whole report.</param>
/// <param name="Start">Offset of the words it is about, in the decoded source.</param>
/// <param name="End">First offset behind them.</param>
/// <param name="Words">Those words.</param>
/// <param name="Detail">The telling change, for example 十八大→十九大; of a spliced report its sources with their shares; may be empty.</param>
/// <param name="Others">The paragraphs of other reports that show it.</param>
/// <param name="Evidence">The words on both sides.</param>
public sealed record FindingView(
    string Kind, string Label, PlaceView Place, int Start, int End, string Words, string Detail, IReadOnlyList<PlaceView> Others,
    IReadOnlyList<FindingEvidenceView> Evidence);

/// <summary>Who copied from whom.</summary>
/// <param name="Verdict">In an audit from-other (the audited text is the copy) or to-other (it is the origin), of a pair b-from-a
/// or a-from-b; undecided when the reasons do not decide.</param>
/// <param name="Label">The same in Chinese, for example 应是本文取自对方, 无法判断先后.</param>
/// <param name="Reasons">Why, in Chinese, the weightiest first; also what speaks against.</param>
public sealed record DirectionView(string Verdict, string Label, IReadOnlyList<string> Reasons);

/// <summary>A reused passage, side by side.</summary>
/// <param name="Class">own, other, unknown, superior, template or quotable: whose text it is.</param>
/// <param name="Kind">copy, near, partial, reworded or passage.</param>
/// <param name="Place">The paragraph of the audited report.</param>
/// <param name="Start">Offset of the passage in the decoded source.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Text">The passage.</param>
/// <param name="OtherPlace">The paragraph of the other report.</param>
/// <param name="OtherReportTitle">Title of the other report.</param>
/// <param name="OtherOrganisation">Its unit.</param>
/// <param name="OtherYear">Its year.</param>
/// <param name="OtherStart">Offset of the passage there.</param>
/// <param name="OtherEnd">First offset behind it.</param>
/// <param name="OtherText">The passage there.</param>
/// <param name="Direction">Who copied from whom.</param>
/// <param name="At">Offset of the passage in the text of its paragraph.</param>
/// <param name="OtherAt">The same in the other paragraph's text.</param>
/// <param name="Excluded">Why a person excluded it; null when it counts.</param>
public sealed record EvidenceView(
    string Class, string Kind, PlaceView Place, int Start, int End, string Text, PlaceView OtherPlace, string OtherReportTitle,
    string? OtherOrganisation, int? OtherYear, int OtherStart, int OtherEnd, string OtherText, DirectionView Direction, int At, int OtherAt,
    string? Excluded = null);

/// <summary>A whole paragraph of another report, beside which evidence is shown.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">Its text.</param>
public sealed record OtherParagraphView(PlaceView Place, string Text);

/// <summary>A whole paragraph of the audited report.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">Its text.</param>
/// <param name="Stock">Its stock phrases: start and end in its own text.</param>
public sealed record AuditedParagraphView(PlaceView Place, string Text, IReadOnlyList<int[]> Stock);

/// <summary>What an audit was made from: enough for a second person to make it again.</summary>
/// <param name="Program">Version of the program.</param>
/// <param name="Archive">Fingerprint of the archive's sources.</param>
/// <param name="Judgements">Fingerprint of marks and exclusions; empty when there are none.</param>
/// <param name="SourceHash">SHA-256 of the audited report's file.</param>
/// <param name="OtherHashes">SHA-256 of each file that is cited, by name and hash.</param>
/// <param name="Settings">The settings of the comparison, by name.</param>
public sealed record ProvenanceView(
    string Program, string Archive, string Judgements, string SourceHash, IReadOnlyList<CitedSourceView> OtherHashes, IReadOnlyDictionary<string, double> Settings);

/// <summary>A file that an audit cites.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="Mark">How it is marked in Chinese; empty when it is not.</param>
public sealed record CitedSourceView(string Name, string Hash, string Mark);

/// <summary>The audit of one report.</summary>
/// <param name="Report">The report.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="FiguresBefore">The figures without exclusions; null when nothing is excluded.</param>
/// <param name="FigureSpans">Every figure with the stretches of the report that it counts.</param>
/// <param name="Sources">The other reports that explain it, the one that adds most first.</param>
/// <param name="Findings">What stands out: about the report, then in order of place.</param>
/// <param name="Evidence">Every reused passage, in order of place.</param>
/// <param name="ExcludedEvidence">The passages that a person excluded, with the reason.</param>
/// <param name="Paragraphs">The paragraphs of the report.</param>
/// <param name="Others">The whole paragraphs of other reports that the evidence cites, each once.</param>
/// <param name="ArchiveVersion">Fingerprint of the archive's sources: the same archive gives the same figures.</param>
/// <param name="Provenance">What it was made from.</param>
public sealed record AuditView(
    ReportView Report, AuditFiguresView Figures, AuditFiguresView? FiguresBefore, IReadOnlyList<FigureView> FigureSpans,
    IReadOnlyList<AuditSourceView> Sources, IReadOnlyList<FindingView> Findings, IReadOnlyList<EvidenceView> Evidence, IReadOnlyList<EvidenceView> ExcludedEvidence,
    IReadOnlyList<AuditedParagraphView> Paragraphs, IReadOnlyList<OtherParagraphView> Others, string ArchiveVersion, ProvenanceView Provenance);
