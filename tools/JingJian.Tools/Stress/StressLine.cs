namespace JingJian.Tools.Stress;

/// <summary>One paragraph of a stress set: a line of one of its files.</summary>
/// <param name="File">The file, below the folder of the set, with <c>/</c>.</param>
/// <param name="Number">The line in that file, from 1.</param>
/// <param name="Text">The line.</param>
internal sealed record StressLine(string File, int Number, string Text);

/// <summary>What one interval of a variant was copied from.</summary>
/// <param name="Start">Where it starts in the variant, in UTF-16 units.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Source">The paragraph that it was copied from.</param>
/// <param name="SourceStart">Where it starts there.</param>
/// <param name="SourceEnd">Where it ends there.</param>
/// <param name="IsHost">Whether it is the text around the disguised copy, itself taken from another paragraph unchanged.</param>
internal sealed record CopiedPassage(int Start, int End, StressLine Source, int SourceStart, int SourceEnd, bool IsHost);

/// <summary>A copy in disguise, and the truth about it.</summary>
/// <param name="Kind">The disguise.</param>
/// <param name="Text">The disguised text.</param>
/// <param name="Passages">Where it comes from.</param>
internal sealed record Variant(string Kind, string Text, IReadOnlyList<CopiedPassage> Passages);
