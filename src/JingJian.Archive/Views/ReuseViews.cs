namespace JingJian.Archive.Views;

/// <summary>Where a paragraph stands.</summary>
/// <param name="Source">File name as ingested.</param>
/// <param name="Line">First line of the whole paragraph, from 1.</param>
/// <param name="LineEnd">Its last line.</param>
/// <param name="Start">First offset of the paragraph in the decoded source, in UTF-16 units.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Report">Id of its report.</param>
/// <param name="Paragraph">Its id.</param>
public sealed record PlaceView(string Source, int Line, int LineEnd, int Start, int End, string Report, string Paragraph);

/// <summary>What differs between two copies.</summary>
/// <param name="Type">year, date, figure, mask, slogan, …</param>
/// <param name="From">The words in A.</param>
/// <param name="To">The words in B.</param>
/// <param name="At">Start and end in A, start and end in B: offsets in the decoded sources.</param>
public sealed record ChangeView(string Type, string From, string To, IReadOnlyList<int> At);

/// <summary>Two paragraphs that share text.</summary>
/// <param name="A">The paragraph that came first into the archive.</param>
/// <param name="B">The other.</param>
/// <param name="Kind">copy, near, partial or passage.</param>
/// <param name="Ratio">2·LCS/(|a|+|b|) over normalised letters.</param>
/// <param name="Cover">Share of the shorter covered by shared runs of 13 letters or more.</param>
/// <param name="Spans">Each shared passage as [a0, a1, b0, b1]: offsets in the decoded sources.</param>
/// <param name="Changes">What differs.</param>
/// <param name="Direction">Who copied from whom.</param>
public sealed record PairView(
    PlaceView A, PlaceView B, string Kind, double Ratio, double Cover,
    IReadOnlyList<IReadOnlyList<int>> Spans, IReadOnlyList<ChangeView> Changes, DirectionView Direction);

/// <summary>What a list of families is ordered by.</summary>
public enum FamilyOrder
{
    /// <summary>Most copies first.</summary>
    Size,

    /// <summary>Most units first, then most reports.</summary>
    Spread,

    /// <summary>The earliest year first; families that state none last.</summary>
    Age,
}

/// <summary>A family in a list.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Copies">How many paragraphs.</param>
/// <param name="Reports">In how many reports.</param>
/// <param name="Sources">In how many source files.</param>
/// <param name="Organisations">The units that state their name, each once.</param>
/// <param name="FirstYear">Earliest stated year.</param>
/// <param name="LastYear">Latest stated year.</param>
/// <param name="Text">The member most like all others.</param>
public sealed record FamilyView(
    string Id, int Copies, int Reports, int Sources, IReadOnlyList<string> Organisations, int? FirstYear, int? LastYear, string Text);

/// <summary>One member of a family.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="ReportTitle">Title of its report.</param>
/// <param name="Year">Year of its report.</param>
/// <param name="Organisation">Unit of its report.</param>
/// <param name="Text">Its text.</param>
/// <param name="Changes">What differs from the member most like all others; empty for that one and for exact copies.</param>
public sealed record FamilyMemberView(
    PlaceView Place, string ReportTitle, int? Year, string? Organisation, string Text, IReadOnlyList<ChangeView> Changes);

/// <summary>A part of a family's template: fixed words, or a slot with what the members have there.</summary>
/// <param name="Text">The words; of a slot those of the member most like all others.</param>
/// <param name="Slot">What varies: year, figure, place, wording, …; null for fixed words.</param>
/// <param name="Values">What the members have there, the text's own first.</param>
public sealed record TemplatePartView(string Text, string? Slot, IReadOnlyList<TemplateValueView> Values);

/// <summary>What some members have in a slot.</summary>
/// <param name="Text">The words; empty where they have none.</param>
/// <param name="Copies">How many members.</param>
public sealed record TemplateValueView(string Text, int Copies);

/// <summary>A family in one year.</summary>
/// <param name="Year">The year of the reports; null for those that state none.</param>
/// <param name="Copies">Members of that year.</param>
/// <param name="Reports">In how many reports.</param>
/// <param name="Organisations">Of which units, each once.</param>
/// <param name="Ratio">How like the first appearance they are on average, 2·LCS/(|a|+|b|); null where none was compared with it.</param>
/// <param name="Changes">What they changed against the first appearance: how many changes of each type.</param>
public sealed record FamilyYearView(
    int? Year, int Copies, int Reports, IReadOnlyList<string> Organisations, double? Ratio, IReadOnlyDictionary<string, int> Changes);

/// <summary>A family with its members.</summary>
/// <param name="Family">The family.</param>
/// <param name="Members">In the order of their sources' names.</param>
/// <param name="Template">The text that they have in common, with what varies.</param>
/// <param name="First">The member of the earliest year.</param>
/// <param name="Timeline">Year by year; those that state none last.</param>
public sealed record FamilyDetailView(
    FamilyView Family, IReadOnlyList<FamilyMemberView> Members, IReadOnlyList<TemplatePartView> Template, FamilyMemberView First,
    IReadOnlyList<FamilyYearView> Timeline);
