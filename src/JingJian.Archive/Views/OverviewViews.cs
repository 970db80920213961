namespace JingJian.Archive.Views;

/// <summary>One unit of the archive.</summary>
/// <param name="Name">Its full name; for reports that state none, and for marked sources, what they are called instead.</param>
/// <param name="Reports">Its reports.</param>
/// <param name="Paragraphs">Their paragraphs.</param>
/// <param name="Reused">How many of these share text with another report that is not known to be later.</param>
public sealed record UnitView(string Name, int Reports, int Paragraphs, int Reused)
{
    /// <summary>The name under which reports that state no unit are counted.</summary>
    public const string Unnamed = "单位不明";
}

/// <summary>What one unit has in common with another, or with itself in other years.</summary>
/// <param name="Unit">Whose paragraphs are counted.</param>
/// <param name="From">Whose reports, not known to be later, they share text with.</param>
/// <param name="Reports">The reports of <paramref name="Unit"/> in which they stand.</param>
/// <param name="Paragraphs">How many paragraphs.</param>
/// <param name="Characters">Their characters that are shared, each counted once.</param>
public sealed record UnitPairView(string Unit, string From, int Reports, int Paragraphs, int Characters);

/// <summary>A passage that stands in many reports.</summary>
/// <param name="Text">Its words, as they stand where they are cited from.</param>
/// <param name="Letters">Its characters.</param>
/// <param name="Reports">In how many reports it stands.</param>
/// <param name="Units">In reports of how many units that state their name.</param>
/// <param name="FirstYear">The earliest of these reports; null when none states its year.</param>
/// <param name="LastYear">The latest.</param>
/// <param name="Place">The paragraph it is cited from: the first of them by year, then by name.</param>
/// <param name="Start">Offset of the passage in the decoded source.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Others">The paragraphs of the other reports, one a report.</param>
public sealed record PassageView(
    string Text, int Letters, int Reports, int Units, int? FirstYear, int? LastYear, PlaceView Place, int Start, int End, IReadOnlyList<PlaceView> Others);

/// <summary>How much of one report is its own.</summary>
/// <param name="Report">The report.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Findings">How many findings its audit has.</param>
public sealed record ReportShareView(ReportView Report, AuditFiguresView Figures, int Findings);

/// <summary>What a unit reported in one year, and how much of it stands elsewhere.</summary>
/// <param name="Unit">The unit, by its full name.</param>
/// <param name="Year">The year.</param>
/// <param name="Reports">Its reports.</param>
/// <param name="Letters">Their letters.</param>
/// <param name="Total">The share of these that stand in other reports not known to be later.</param>
public sealed record UnitYearView(string Unit, int Year, int Reports, long Letters, double Total);

/// <summary>How many reports are about so original.</summary>
/// <param name="From">Originality in percent, from here up to the next step.</param>
/// <param name="Reports">How many reports.</param>
public sealed record OriginalityStepView(int From, int Reports);

/// <summary>The years that a family went through.</summary>
/// <param name="Family">Its id.</param>
/// <param name="Years">Year by year; those of reports that state none last.</param>
public sealed record FamilyTimelineView(string Family, IReadOnlyList<FamilyYearView> Years);

/// <summary>Families with their members, as they are exported.</summary>
/// <param name="Total">How many families the archive has.</param>
/// <param name="Families">Those that were asked for.</param>
/// <param name="Provenance">What they were made from.</param>
public sealed record FamiliesReportView(int Total, IReadOnlyList<FamilyDetailView> Families, ArchiveProvenanceView Provenance);

/// <summary>What is recycled in the archive as a whole.</summary>
/// <param name="Stats">How much there is.</param>
/// <param name="Units">The units, by name.</param>
/// <param name="Matrix">Unit by unit, the pairs that share something; most paragraphs first.</param>
/// <param name="UnitYears">What each unit reported in each year, by unit and year; reports that do not say both are left out.</param>
/// <param name="Spread">How many reports are how original, in steps.</param>
/// <param name="Largest">The families with most copies.</param>
/// <param name="Widest">The families in most units.</param>
/// <param name="Oldest">The families that began first.</param>
/// <param name="Timelines">The years that the largest families went through.</param>
/// <param name="Passages">The most recycled passages: by letters times further reports.</param>
/// <param name="MostOriginal">The reports with the highest originality.</param>
/// <param name="LeastOriginal">Those with the lowest.</param>
/// <param name="Provenance">What it was made from.</param>
public sealed record OverviewView(
    StatsView Stats, IReadOnlyList<UnitView> Units, IReadOnlyList<UnitPairView> Matrix, IReadOnlyList<UnitYearView> UnitYears, IReadOnlyList<OriginalityStepView> Spread,
    IReadOnlyList<FamilyView> Largest, IReadOnlyList<FamilyView> Widest, IReadOnlyList<FamilyView> Oldest,
    IReadOnlyList<FamilyTimelineView> Timelines, IReadOnlyList<PassageView> Passages, IReadOnlyList<ReportShareView> MostOriginal, IReadOnlyList<ReportShareView> LeastOriginal,
    ArchiveProvenanceView Provenance);

/// <summary>What a figure of the whole archive was made from: enough for a second person to make it again.</summary>
/// <param name="Program">Version of the program.</param>
/// <param name="Archive">Fingerprint of the archive's sources.</param>
/// <param name="Judgements">Fingerprint of marks and exclusions; empty when there are none.</param>
/// <param name="Sources">The files that it is told of, each with its SHA-256, by name and hash.</param>
/// <param name="Settings">The settings of the comparison, by name.</param>
public sealed record ArchiveProvenanceView(
    string Program, string Archive, string Judgements, IReadOnlyList<CitedSourceView> Sources, IReadOnlyDictionary<string, double> Settings);
