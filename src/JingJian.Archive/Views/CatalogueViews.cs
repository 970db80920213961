namespace JingJian.Archive.Views;

/// <summary>A source as shown outside.</summary>
/// <param name="Id">Stable id: the first digits of the content hash.</param>
/// <param name="Name">File name as ingested.</param>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Encoding">What it was decoded as.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Reports">How many reports it holds.</param>
/// <param name="Paragraphs">How many paragraphs.</param>
/// <param name="AddedAt">When it came in.</param>
public sealed record SourceView(
    string Id, string Name, string Hash, long Bytes, string Encoding, double Confidence, int Reports, int Paragraphs, string AddedAt);

/// <summary>A report as shown outside.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Source">File name of its source.</param>
/// <param name="Title">Its title, or its first words when the title is lost.</param>
/// <param name="HasTitle">Whether the title stands in the source.</param>
/// <param name="Year">The year it reports on, when stated.</param>
/// <param name="Organisation">The unit that reports, when stated.</param>
/// <param name="Type">Sort of document.</param>
/// <param name="Line">First line in the source.</param>
/// <param name="LineEnd">Last line.</param>
/// <param name="Paragraphs">How many paragraphs.</param>
public sealed record ReportView(
    string Id, string Source, string Title, bool HasTitle, int? Year, string? Organisation, string Type, int Line, int LineEnd, int Paragraphs);

/// <summary>A block of a report as shown outside.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Report">Id of its report.</param>
/// <param name="Source">File name of its source.</param>
/// <param name="Kind">title, heading, paragraph or noise.</param>
/// <param name="Level">Rank in the heading tree.</param>
/// <param name="Start">Offset in the decoded source, in UTF-16 units.</param>
/// <param name="End">First offset behind it.</param>
/// <param name="Line">First line, from 1.</param>
/// <param name="LineEnd">Last line.</param>
/// <param name="Function">What it does.</param>
/// <param name="Secondary">What else it does, or null.</param>
/// <param name="Confidence">How sure the function is.</param>
/// <param name="Sections">The headings above it, outermost first.</param>
/// <param name="Damage">Flags.</param>
/// <param name="Text">Its text.</param>
/// <param name="Family">Name of its family, or null.</param>
/// <param name="Copies">How many paragraphs its family has; 1 without.</param>
/// <param name="Anatomy">Its run-in heading, list items and repairs.</param>
public sealed record BlockView(
    string Id, string Report, string Source, string Kind, int Level, int Start, int End, int Line, int LineEnd,
    string Function, string? Secondary, double Confidence, IReadOnlyList<string> Sections, IReadOnlyList<string> Damage,
    string Text, string? Family, int Copies, AnatomyView Anatomy)
{
    /// <summary>Whether the function is too unsure to count as decided: 未定.</summary>
    public bool Undecided { get; init; }

    /// <summary>Whether a person gave the function.</summary>
    public bool Corrected { get; init; }

    /// <summary>What decided, in words, strongest first.</summary>
    public IReadOnlyList<string> Because { get; init; } = [];

    /// <summary>The stretches that state results and quantities.</summary>
    public IReadOnlyList<ClauseView> Clauses { get; init; } = [];
}

/// <summary>The archive in figures.</summary>
/// <param name="Sources">Source files.</param>
/// <param name="Reports">Reports found in them.</param>
/// <param name="Paragraphs">Paragraphs.</param>
/// <param name="Characters">Characters of the paragraphs.</param>
/// <param name="Pairs">Reuse pairs.</param>
/// <param name="Families">Families of two copies or more.</param>
/// <param name="ParagraphsInFamilies">Paragraphs that have a copy.</param>
/// <param name="Functions">Paragraphs by function.</param>
/// <param name="Undecided">Paragraphs whose function is 未定; they are counted with their most likely function too.</param>
/// <param name="Years">Reports by year; those that state none are not counted.</param>
public sealed record StatsView(
    int Sources, int Reports, int Paragraphs, long Characters, int Pairs, int Families, int ParagraphsInFamilies,
    IReadOnlyDictionary<string, int> Functions, int Undecided, IReadOnlyDictionary<string, int> Years);
