using JingJian.Analysis.Structure;

namespace JingJian.Analysis.Functions;

/// <summary>A document, or a part of one, with the right functions.</summary>
/// <param name="Document">The document as read by the product.</param>
/// <param name="Labels">By ordinal of the block; null where nobody said.</param>
/// <param name="Fold">The part of a cross-validation it belongs to; texts that share paragraphs belong to one.</param>
public sealed record FunctionSample(Document Document, IReadOnlyList<GivenFunction?> Labels, int Fold)
{
    /// <summary>The document as the model sees it.</summary>
    public Document Document { get; } = LineHeadings.Of(Document);

    /// <summary>How often it counts in training; default once.</summary>
    public double Weight { get; init; } = 1;
}

/// <summary>What a reader says of a heading or paragraph.</summary>
/// <param name="Primary">What it mainly does.</param>
/// <param name="Secondary">What else it does, or null.</param>
public sealed record GivenFunction(Function Primary, Function? Secondary);
