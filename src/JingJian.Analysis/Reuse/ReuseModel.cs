using System.Collections.Immutable;
using JingJian.Text;

namespace JingJian.Analysis.Reuse;

/// <summary>One paragraph as the reuse engine sees it.</summary>
/// <param name="Report">Index of its report in the archive.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsDamaged">Whether something in it is missing or masked: it does not stand for its family where a whole copy can.</param>
/// <param name="Organisation">A number for the organisation that wrote it, over which stock phrases are counted; <see cref="UnknownOrganisation"/> when nobody knows.</param>
public readonly record struct ReuseParagraph(int Report, string Text, bool IsDamaged = false, int Organisation = ReuseParagraph.UnknownOrganisation)
{
    /// <summary>The number of no organisation: what such a report says is counted as if it had one of its own.</summary>
    public const int UnknownOrganisation = -1;

    /// <summary>Who wrote it: a number of its organisation or, where that is not known, of its report; the two never meet.</summary>
    internal int Writer => Organisation == UnknownOrganisation ? ~Report : Organisation;
}

/// <summary>An aligned pair of intervals, one in each paragraph of a pair.</summary>
/// <param name="A">The interval in the text of the first paragraph.</param>
/// <param name="B">The interval in the text of the second.</param>
public readonly record struct ReusedSpan(TextSpan A, TextSpan B);

/// <summary>What was changed between two copies.</summary>
public enum ChangeType
{
    /// <summary>A year, masked or not: 20_年 → 2024年; also one put in or taken out.</summary>
    Year,

    /// <summary>A month, day or full date.</summary>
    Date,

    /// <summary>A number, amount or percentage.</summary>
    Figure,

    /// <summary>A mask filled in, or something masked: _ → 十七大.</summary>
    Mask,

    /// <summary>A leader, congress or slogan generation: 十八大 → 十九大.</summary>
    Slogan,

    /// <summary>The name of an organisation.</summary>
    Organisation,

    /// <summary>The name of a place.</summary>
    Place,

    /// <summary>The name of a person.</summary>
    Person,

    /// <summary>Other words replaced.</summary>
    Wording,

    /// <summary>Text that only the second copy has.</summary>
    Inserted,

    /// <summary>Text that only the first copy has.</summary>
    Deleted,

    /// <summary>A passage that stands in another place.</summary>
    Reordered,

    /// <summary>The mark of enumeration before the text: 一、 → （二）.</summary>
    Numbering,
}

/// <summary>One change between two copies.</summary>
/// <param name="Type">What sort of change.</param>
/// <param name="From">The words in the first paragraph; empty for <see cref="ChangeType.Inserted"/>.</param>
/// <param name="To">The words in the second; empty for <see cref="ChangeType.Deleted"/>.</param>
/// <param name="A">Where <paramref name="From"/> stands in the first paragraph.</param>
/// <param name="B">Where <paramref name="To"/> stands in the second.</param>
public readonly record struct ReuseChange(ChangeType Type, string From, string To, TextSpan A, TextSpan B)
{
    /// <summary>The same change, seen from the other paragraph.</summary>
    public ReuseChange Turned() => new(
        Type switch { ChangeType.Inserted => ChangeType.Deleted, ChangeType.Deleted => ChangeType.Inserted, _ => Type }, To, From, B, A);
}

/// <summary>How two paragraphs share text; the strongest that holds.</summary>
public enum ReuseKind
{
    /// <summary>Equal letters: only slots, punctuation or blanks may differ.</summary>
    Copy,

    /// <summary>A near copy: <see cref="ReusePair.Ratio"/> reaches <see cref="ReuseOptions.NearRatio"/>.</summary>
    Near,

    /// <summary>Most of the shorter stands in the longer: <see cref="ReusePair.Cover"/> reaches <see cref="ReuseOptions.PartialCover"/>.</summary>
    Partial,

    /// <summary>The same text in other words here and there: <see cref="ReusePair.Ratio"/> reaches <see cref="ReuseOptions.RewordedRatio"/>.</summary>
    Reworded,

    /// <summary>Only a passage is shared, of <see cref="ReuseOptions.PassageLetters"/> letters or more that are not stock phrases.</summary>
    Passage,
}

/// <summary>Two paragraphs that share text, with the evidence.</summary>
/// <param name="A">Index of the earlier paragraph in the input.</param>
/// <param name="B">Index of the later; always greater than <paramref name="A"/>.</param>
/// <param name="Kind">How they share text.</param>
/// <param name="Ratio">2·LCS/(|a|+|b|) over normalised letters, 0 to 1.</param>
/// <param name="Cover">Share of the shorter covered by shared runs of 13 letters or more, 0 to 1.</param>
/// <param name="Spans">The shared passages, in order of their place in A.</param>
/// <param name="Changes">What differs between the copies, in order of place in A.</param>
public sealed record ReusePair(
    int A,
    int B,
    ReuseKind Kind,
    double Ratio,
    double Cover,
    ImmutableArray<ReusedSpan> Spans,
    ImmutableArray<ReuseChange> Changes);

/// <summary>A paragraph of the archive that shares text with a new one, with the evidence.</summary>
/// <param name="Paragraph">Index of the archive's paragraph; the spans and changes call it A and the new text B.</param>
/// <param name="Kind">How they share text.</param>
/// <param name="Ratio">2·LCS/(|a|+|b|) over normalised letters, 0 to 1.</param>
/// <param name="Cover">Share of the shorter covered by shared runs of 13 letters or more, 0 to 1.</param>
/// <param name="Spans">The shared passages, in order of their place in the archive's paragraph.</param>
/// <param name="Changes">What differs, from the archive's paragraph to the new text.</param>
public sealed record ReuseMatch(
    int Paragraph,
    ReuseKind Kind,
    double Ratio,
    double Cover,
    ImmutableArray<ReusedSpan> Spans,
    ImmutableArray<ReuseChange> Changes);

/// <summary>Paragraphs that are one text up to slots and small edits.</summary>
/// <param name="Id">Stable: made from the normalised text of the earliest member.</param>
/// <param name="Members">Indices into the input, ascending.</param>
/// <param name="Medoid">The member most like all others, an undamaged one if any is.</param>
public sealed record ReuseFamily(string Id, ImmutableArray<int> Members, int Medoid);

/// <summary>Everything the reuse engine found among some paragraphs.</summary>
/// <param name="Pairs">Ordered by (A, B).</param>
/// <param name="Families">Of two members or more, ordered by their first member.</param>
public sealed record ReuseFindings(ImmutableArray<ReusePair> Pairs, ImmutableArray<ReuseFamily> Families);
