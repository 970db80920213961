namespace JingJian.Archive.Views;

/// <summary>The figures of one report's audit; shares are of <see cref="Letters"/>, 0 to 1.</summary>
/// <param name="Letters">Letters of its paragraphs: no digits, punctuation, blanks or masks.</param>
/// <param name="Total">总复用率.</param>
/// <param name="WithoutStock">去除套话后的复用率.</param>
/// <param name="OwnOrganisation">本单位历年自我复用.</param>
/// <param name="OtherOrganisation">跨单位复用.</param>
/// <param name="UnknownOrganisation">来源单位不明的复用.</param>
/// <param name="LargestSingle">单篇最大复用.</param>
/// <param name="LargestReport">The report that explains most; null when nothing is reused.</param>
/// <param name="LongestLetters">最长连续复用, in letters.</param>
/// <param name="OnlyNumbersChanged">仅改数字比例.</param>
/// <param name="CopiedLater">被后文复用.</param>
/// <param name="RepeatedInside">自身重复.</param>
/// <param name="Originality">原创度.</param>
public sealed record AuditFiguresView(
    int Letters, double Total, double WithoutStock, double OwnOrganisation, double OtherOrganisation, double UnknownOrganisation,
    double LargestSingle, ReportView? LargestReport, int LongestLetters, double OnlyNumbersChanged, double CopiedLater, double RepeatedInside,
    double Originality);

/// <summary>A finding an auditor can act on.</summary>
/// <param name="Kind">only-year-changed, stale-figures, spliced, left-over-name, slogan-changed, self-reuse.</param>
/// <param name="Label">The same in Chinese: 只改年份、数字未更新、拼接、漏改名称、届次替换、自我复用.</param>
/// <param name="Place">The paragraph of the audited report.</param>
/// <param name="Start">Offset of the words it is about, in the decoded source.</param>
/// <param name="End">First offset behind them.</param>
/// <param name="Words">Those words.</param>
/// <param name="Detail">The telling change, for example 十八大→十九大; may be empty.</param>
/// <param name="Others">The paragraphs of other reports that show it.</param>
public sealed record FindingView(
    string Kind, string Label, PlaceView Place, int Start, int End, string Words, string Detail, IReadOnlyList<PlaceView> Others);

/// <summary>A reused passage, side by side.</summary>
/// <param name="Class">own, other or unknown: whose text it is.</param>
/// <param name="Kind">copy, near, partial or passage.</param>
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
public sealed record EvidenceView(
    string Class, string Kind, PlaceView Place, int Start, int End, string Text, PlaceView OtherPlace, string OtherReportTitle,
    string? OtherOrganisation, int? OtherYear, int OtherStart, int OtherEnd, string OtherText);

/// <summary>The audit of one report.</summary>
/// <param name="Report">The report.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Findings">What stands out, in order of place.</param>
/// <param name="Evidence">Every reused passage, in order of place.</param>
/// <param name="ArchiveVersion">Fingerprint of the archive's sources: the same archive gives the same figures.</param>
public sealed record AuditView(
    ReportView Report, AuditFiguresView Figures, IReadOnlyList<FindingView> Findings, IReadOnlyList<EvidenceView> Evidence, string ArchiveVersion);
