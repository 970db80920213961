namespace JingJian.Archive.Views;

/// <summary>What an auditor said of a finding.</summary>
/// <param name="Verdict">confirmed, dismissed or noted.</param>
/// <param name="Reason">Why, or what is to be known.</param>
/// <param name="Who">Who said it.</param>
/// <param name="NotedAt">When.</param>
public sealed record FindingVerdictView(string Verdict, string Reason, string Who, string NotedAt);

/// <summary>A finding of the archive, with what was said of it.</summary>
/// <param name="Id">By this it is judged; the same as long as the finding is.</param>
/// <param name="Report">The report.</param>
/// <param name="Finding">What stands out.</param>
/// <param name="Verdict">What was said of it; null when nothing was.</param>
public sealed record JudgedFindingView(string Id, ReportView Report, FindingView Finding, FindingVerdictView? Verdict);

/// <summary>Some findings, report by report.</summary>
/// <param name="Items">The findings; those of one report are not parted. Where they are rare there may be none, and more behind the next.</param>
/// <param name="Next">What to send for those that follow; null when there are none.</param>
/// <param name="Passed">How many reports have been looked through, those of the pages before included.</param>
/// <param name="Reports">Of how many.</param>
public sealed record FindingsPageView(IReadOnlyList<JudgedFindingView> Items, string? Next, int Passed, int Reports);

/// <summary>Which findings are asked for.</summary>
/// <param name="Kind">Only those of a kind; null for all.</param>
/// <param name="Verdict">Only those that were confirmed, dismissed or noted, or open for those of which nothing was said; null for all.</param>
/// <param name="Organisation">Only those of a unit's reports; null for all.</param>
/// <param name="Year">Only those of a year's reports; null for all.</param>
/// <param name="Report">Only those of one report, by its id; null for all.</param>
public sealed record FindingsWish(string? Kind = null, string? Verdict = null, string? Organisation = null, int? Year = null, string? Report = null);
