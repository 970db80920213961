using JingJian.Analysis.Functions;
using JingJian.Analysis.Structure;
using JingJian.Text;

namespace JingJian.Search.Indexing;

/// <summary>Cuts a text into words, appending their spans in order.</summary>
/// <remarks>The archive passes the segmenter; tests may pass something simpler.</remarks>
public delegate void WordCutter(ReadOnlySpan<char> text, List<TextSpan> words);

/// <summary>One paragraph as the index sees it: what is searched, and the columns for filters and facets.</summary>
/// <param name="Id">Key of the paragraph in the store, returned with every hit.</param>
/// <param name="Text">The paragraph.</param>
/// <param name="Headings">Report title and the headings above it, joined by line breaks; searched with a weight of its own.</param>
/// <param name="Primary">Its function.</param>
/// <param name="Secondary">Its second function, or null.</param>
/// <param name="Year">The year of its report; 0 when unknown.</param>
/// <param name="Organisation">The unit that reports; empty when unknown.</param>
/// <param name="Report">Index of its report in the archive.</param>
/// <param name="Source">Index of its source in the archive.</param>
/// <param name="Family">Index of its family in the archive; -1 when it has no copies.</param>
/// <param name="Copies">How many paragraphs its family has; 1 without a family.</param>
/// <param name="Damaged">Whether any damage flag is set.</param>
public sealed record Passage(
    long Id,
    string Text,
    string Headings,
    Function Primary,
    Function? Secondary,
    int Year,
    string Organisation,
    int Report,
    int Source,
    int Family,
    int Copies,
    bool Damaged)
{
    /// <summary>The sort of its document. Default: none of the known ones.</summary>
    public DocumentType Type { get; init; } = DocumentType.Other;

    /// <summary>The sort of unit that reports; null when it is not known.</summary>
    public UnitType? UnitType { get; init; }

    /// <summary>How much of its report stands in no other, in percent. 0 to 100; default 100.</summary>
    public int Originality { get; init; } = WhollyOriginal;

    /// <summary>The originality of a report that shares nothing with any other.</summary>
    public const int WhollyOriginal = 100;

    /// <summary>Whether its function is too unsure to count as decided.</summary>
    public bool Undecided { get; init; }
}
