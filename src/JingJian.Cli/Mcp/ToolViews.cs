using JingJian.Archive.Views;

namespace JingJian.Cli.Mcp;

/// <summary>Where words stand, so that anybody finds them again.</summary>
/// <param name="SourceHash">SHA-256 of the file.</param>
/// <param name="Source">Its name.</param>
/// <param name="Report">Id of the report.</param>
/// <param name="ReportTitle">Its title.</param>
/// <param name="Organisation">The unit that reports.</param>
/// <param name="Year">The year it reports on.</param>
/// <param name="Paragraph">Id of the paragraph.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="LineEnd">Its last line.</param>
/// <param name="Start">Offset in the decoded file, in UTF-16 units.</param>
/// <param name="End">First offset behind it.</param>
internal sealed record CitedPlace(
    string SourceHash, string Source, string Report, string ReportTitle, string? Organisation, int? Year, string Paragraph, int Line, int LineEnd, int Start, int End);

/// <summary>A passage that was found.</summary>
internal sealed record FoundPassage(
    CitedPlace Citation, string Function, string? Secondary, IReadOnlyList<string> Sections, IReadOnlyList<string> Damage, int Copies, string? Family, string Snippet, string? Text);

/// <summary>A page of found passages.</summary>
internal sealed record FoundPassages(int Paragraphs, int Families, IReadOnlyList<string> Notes, IReadOnlyList<FoundPassage> Items, string? NextCursor);

/// <summary>A passage with its surroundings.</summary>
internal sealed record WholePassage(
    CitedPlace Citation, string Kind, string Function, string? Secondary, double Confidence, IReadOnlyList<string> Sections, IReadOnlyList<string> Damage,
    int Copies, string? Family, string Text, IReadOnlyList<NearbyBlock> Before, IReadOnlyList<NearbyBlock> After);

/// <summary>A block of a report.</summary>
internal sealed record NearbyBlock(string Id, string Kind, int Level, string Function, int Line, int Start, int End, string Text);

/// <summary>A page of a report.</summary>
internal sealed record WholeReport(
    string Id, string SourceHash, string Source, string Title, string? Organisation, int? Year, string Type, int Paragraphs, int Blocks, IReadOnlyList<NearbyBlock> Items, string? NextCursor);

/// <summary>A passage worth imitating.</summary>
internal sealed record OfferedExemplar(
    CitedPlace Citation, string Function, string? Secondary, double Score, ExemplarPartsView Parts, int Copies, string? Family, IReadOnlyList<string> Damage, string Text);

/// <summary>Passages worth imitating.</summary>
internal sealed record OfferedExemplars(IReadOnlyList<string> Notes, IReadOnlyList<OfferedExemplar> Items);

/// <summary>A draft against the archive: what to do, and the paragraphs that are concerned.</summary>
internal sealed record CheckedDraft(int Characters, int ReusedCharacters, double Share, DraftSummaryView Summary, IReadOnlyList<CheckedParagraph> Paragraphs);

/// <summary>A paragraph of a draft that stands in the archive, or wants looking at.</summary>
internal sealed record CheckedParagraph(
    int Line, int Start, int End, string Function, double Share, IReadOnlyList<DraftPassageView> Passages, IReadOnlyList<DraftFlagView> Flags);

/// <summary>What paragraphs do.</summary>
internal sealed record FunctionList(IReadOnlyList<FunctionItem> Items);

/// <summary>A function.</summary>
internal sealed record FunctionItem(string Name, string Label, int Paragraphs);

/// <summary>A page of families.</summary>
internal sealed record FamilyList(int Total, IReadOnlyList<FamilyItem> Items, string? NextCursor);

/// <summary>A family: paragraphs that are one text up to slots and small edits.</summary>
internal sealed record FamilyItem(string Id, int Copies, int Reports, int Sources, IReadOnlyList<string> Organisations, int? FirstYear, int? LastYear, string Snippet);
