using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Structure;

/// <summary>What a block is in the structure of a document.</summary>
public enum BlockKind
{
    /// <summary>Starts a report, or is a report's own title line.</summary>
    Title,

    /// <summary>A section heading on its own line.</summary>
    Heading,

    /// <summary>A paragraph or list item: the unit of reuse, classification and search.</summary>
    Paragraph,

    /// <summary>Site residue, teaser, signature, salutation, date line, decoration.</summary>
    Noise,
}

/// <summary>What a reader must know about a block before trusting it.</summary>
[Flags]
public enum Damage
{
    /// <summary>Nothing found.</summary>
    None = 0,

    /// <summary>A year or date is masked: 20_年, 20xx年.</summary>
    MaskedDate = 1,

    /// <summary>Copies disagree: one of them fills in a year where the others are masked.</summary>
    FalselyFilledDate = 2,

    /// <summary>A unit without its number: 总产值达到亿元.</summary>
    LostFigure = 4,

    /// <summary>The beginning of the sentence is gone.</summary>
    LostBeginning = 8,

    /// <summary>The end of the text is gone.</summary>
    Truncated = 16,

    /// <summary>A truncated copy of the report's beginning, put in front of it by a web site.</summary>
    Teaser = 32,
}

/// <summary>What sort of document a report is.</summary>
public enum DocumentType
{
    /// <summary>工作总结.</summary>
    Summary,

    /// <summary>工作计划、工作要点.</summary>
    Plan,

    /// <summary>An essay or methodological article.</summary>
    Essay,

    /// <summary>A press article.</summary>
    Press,

    /// <summary>个人总结、述职报告.</summary>
    Personal,

    /// <summary>None of these.</summary>
    Other,
}

/// <summary>One structural unit of a document: a title, heading, paragraph or piece of noise.</summary>
/// <param name="Ordinal">Its place among the blocks of the document, from 0.</param>
/// <param name="Report">Index of its report in <see cref="Document.Reports"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Rank of a heading in its report, 1 the highest; a paragraph stands one below the heading it is under; a title 0.</param>
/// <param name="Source">The stretch of the decoded source from its first to its last character, the marks of Markdown around it included.</param>
/// <param name="Line">First line in the source, from 1.</param>
/// <param name="LineEnd">Last line in the source; later than <paramref name="Line"/> when soft-broken lines were joined.</param>
/// <param name="Text">The text, soft breaks and outer blanks removed, with its way back to the source.</param>
/// <param name="Sections">Ordinals of the blocks whose headings it stands under, outermost first; a paragraph that begins with a heading
/// stands under that, so its own ordinal is the last.</param>
/// <param name="Damage">What was found to be wrong with it.</param>
/// <param name="RunIn">The heading that a paragraph begins with, in its text: it opens a section like one on a line of its own.</param>
public sealed record Block(
    int Ordinal,
    int Report,
    BlockKind Kind,
    int Level,
    TextSpan Source,
    int Line,
    int LineEnd,
    MappedText Text,
    ImmutableArray<int> Sections,
    Damage Damage,
    TextSpan? RunIn = null)
{
    /// <summary>The words of the heading that opens a section here: a heading's line, or what a paragraph begins with.</summary>
    public ReadOnlySpan<char> Heading => RunIn is { } heading ? heading.In(Text.Text) : Text.Text;
}

/// <summary>One report found inside a document.</summary>
/// <param name="Index">Its place among the reports of the document, from 0.</param>
/// <param name="FirstBlock">Ordinal of its first block.</param>
/// <param name="BlockCount">How many blocks it has.</param>
/// <param name="Title">Its title line, or its first words when the title is lost.</param>
/// <param name="HasTitle">Whether the title stands in the source.</param>
/// <param name="Year">The year it reports on, when it is stated and not masked.</param>
/// <param name="Organisation">The unit that reports, when stated.</param>
/// <param name="Type">What sort of document it is.</param>
/// <param name="Facts">What it says of itself, with the places that say so.</param>
/// <param name="Boundary">Why it begins where it does.</param>
public sealed record ReportOutline(
    int Index,
    int FirstBlock,
    int BlockCount,
    string Title,
    bool HasTitle,
    int? Year,
    string? Organisation,
    DocumentType Type,
    ReportFacts Facts,
    Boundary Boundary);

/// <summary>The structure of one source: its blocks in order, and the reports they form.</summary>
/// <remarks><b>Guarantee.</b> Every line of the source that is not blank belongs to exactly one block.</remarks>
public sealed record Document(ImmutableArray<Block> Blocks, ImmutableArray<ReportOutline> Reports);
