namespace JingJian.Analysis.Reuse;

/// <summary>What a slot holds.</summary>
internal enum SlotKind
{
    /// <summary>A year, whole or masked: 2024, 20_, 202_, 20xx, 二〇二四.</summary>
    Year,

    /// <summary>The number of a month or day.</summary>
    Date,

    /// <summary>Any other number, with its decimal marks and percent sign.</summary>
    Figure,

    /// <summary>Nothing but mask characters: _, ××, ***.</summary>
    Mask,
}

/// <summary>A variable part of a paragraph: it takes no part in comparing letters.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Start">Where it starts in the paragraph's text.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="Letter">How many letters stand before it.</param>
internal readonly record struct Slot(SlotKind Kind, int Start, int End, int Letter);
