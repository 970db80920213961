namespace JingJian.Archive.Views;

/// <summary>What somebody is going to write.</summary>
public sealed record OutlineWish
{
    /// <summary>The sort of unit, English or Chinese; null for any.</summary>
    public string? UnitType { get; init; }

    /// <summary>annual, half-year, special or personal, or 年度总结, 半年总结, 专项, 述职; null for 年度总结.</summary>
    public string? Occasion { get; init; }

    /// <summary>What it is about; null for nothing in particular.</summary>
    public string? Topic { get; init; }

    /// <summary>How many exemplars for each section, 0 to 10.</summary>
    public int Exemplars { get; init; } = 3;

    /// <summary>Whether to show the names, telephone and identity numbers of persons, for which the asker needs a permission.</summary>
    public bool ShowPersons { get; init; }
}

/// <summary>A section that reports of this sort usually have.</summary>
/// <param name="Function">What it does.</param>
/// <param name="Name">The same in Chinese.</param>
/// <param name="Present">The share of the reports looked at that have it.</param>
/// <param name="Share">Its share of their length; 0 when none has it.</param>
/// <param name="Expected">Whether the genre wants it even where many leave it out.</param>
/// <param name="Headings">How such reports head it.</param>
/// <param name="Exemplars">Passages to write it by.</param>
public sealed record OutlineSectionView(
    string Function, string Name, double Present, double Share, bool Expected, IReadOnlyList<string> Headings, IReadOnlyList<ExemplarView> Exemplars);

/// <summary>The usual outline of a sort of report.</summary>
/// <param name="Notes">What a person should know, in Chinese: from how many reports of which sort it is.</param>
/// <param name="Reports">How many reports it was learned from.</param>
/// <param name="Sections">The sections in their usual order.</param>
public sealed record OutlineView(IReadOnlyList<string> Notes, int Reports, IReadOnlyList<OutlineSectionView> Sections);

/// <summary>A section of an outline or a draft.</summary>
/// <param name="Heading">Its heading, or the beginning of its text.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Function">What it does, as far as can be seen.</param>
/// <param name="Name">The same in Chinese.</param>
/// <param name="Characters">How long it is; 0 for a heading alone.</param>
/// <param name="Exemplars">Passages to write it by.</param>
public sealed record DraftSectionView(string Heading, int Line, string Function, string Name, int Characters, IReadOnlyList<ExemplarView> Exemplars);

/// <summary>A section that is usual and missing.</summary>
/// <param name="Section">What it usually is, with exemplars.</param>
/// <param name="After">Behind which section of the draft it would stand, by its number from 1; 0 for the beginning.</param>
/// <param name="Reason">Why it is missed, in Chinese.</param>
public sealed record MissingSectionView(OutlineSectionView Section, int After, string Reason);

/// <summary>An outline or half-written draft beside what is usual.</summary>
/// <param name="Notes">What a person should know, in Chinese.</param>
/// <param name="Reports">How many reports the usual is from.</param>
/// <param name="Sections">Its sections, each with exemplars.</param>
/// <param name="Missing">What is usual and missing, in the usual order.</param>
public sealed record OutlineCheckView(IReadOnlyList<string> Notes, int Reports, IReadOnlyList<DraftSectionView> Sections, IReadOnlyList<MissingSectionView> Missing);
